//! How much of each of the seven signs the findings show (domain.md 7.3, at its end).

use crate::figures::{Finding, Severity, SignRating};
use model::{HandoffId, RecordId, Sign};
use std::collections::BTreeSet;

/// A rating per sign, in their order. `handoffs` are those that cross lanes forward; what is waived
/// does not count.
pub fn signs(
    findings: &[Finding],
    handoffs: impl IntoIterator<Item = HandoffId>,
) -> Vec<SignRating> {
    let handoffs: BTreeSet<RecordId> = handoffs.into_iter().map(RecordId::from).collect();
    Sign::ALL.iter().map(|sign| rated(*sign, findings, &handoffs)).collect()
}

fn rated(sign: Sign, findings: &[Finding], handoffs: &BTreeSet<RecordId>) -> SignRating {
    let counts = |it: &&Finding| it.sign == Some(sign) && it.waived.is_none();
    let errors = || findings.iter().filter(counts).filter(|it| it.severity == Severity::Error);
    let count = findings.iter().filter(counts).count();
    let about = errors().flat_map(|it| &it.about).filter(|id| handoffs.contains(id));
    let with_errors = about.collect::<BTreeSet<_>>().len();
    let rating = match (count, errors().next()) {
        (0, _) => 0,
        (_, None) => 1,
        (_, Some(_)) if 2 * with_errors > handoffs.len() => 3,
        (_, Some(_)) => 2,
    };
    SignRating { sign, rating, findings: u32::try_from(count).unwrap_or(u32::MAX) }
}
