//! The findings as the view gets them: counted, rated by sign, and the worst of them.

use crate::api::Checks;
use analysis::{Figures, Finding, Severity, signs};
use model::{Document, RecordId};

/// More than this nobody reads in a list.
const WORST: usize = 200;

/// Counts findings and keeps the worst. What is waived counts as waived alone.
pub(crate) fn checks(findings: &[Finding], figures: &Figures) -> Checks {
    let number = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
    let open = || findings.iter().filter(|it| it.waived.is_none());
    let count = |severity| number(open().filter(|it| it.severity == severity).count());
    let mut worst: Vec<&Finding> = open().collect();
    worst.sort_by_key(|it| it.severity);
    Checks {
        errors: count(Severity::Error),
        warnings: count(Severity::Warning),
        advice: count(Severity::Info),
        waived: number(findings.len() - open().count()),
        signs: signs(findings, figures.readiness.keys().copied()),
        worst: worst.into_iter().take(WORST).cloned().collect(),
    }
}

/// The findings about a record. A handoff and its connector are one to those who look for them.
pub(crate) fn about(document: &Document, findings: &[Finding], record: RecordId) -> Vec<Finding> {
    let handoff = document.handoff_record(record.into()).map(|it| RecordId::from(it.id));
    let connector = document.handoff(record.into()).map(|it| RecordId::from(it.connector));
    let ids = [Some(record), handoff, connector];
    let concerns = |it: &&Finding| it.about.iter().any(|id| ids.contains(&Some(*id)));
    findings.iter().filter(concerns).cloned().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use analysis::Waived;

    #[test]
    fn the_worst_are_kept_and_all_are_counted() {
        let finding = |severity, rule: usize| Finding {
            id: format!("FLW-{rule:03}:1"),
            rule: format!("FLW-{rule:03}"),
            severity,
            sign: None,
            about: Vec::new(),
            message: String::new(),
            hint: String::new(),
            fix: None,
            waived: None,
        };
        let mut all: Vec<Finding> = (0..300).map(|it| finding(Severity::Warning, it)).collect();
        all.push(finding(Severity::Error, 900));
        let waived = Waived { reason: "Known".into(), by: String::new(), date: String::new() };
        all.push(Finding { waived: Some(waived), ..finding(Severity::Error, 901) });
        let figures = analysis::figures(&Document::default(), RecordId(1).into());
        let checks = checks(&all, &figures);
        assert_eq!((checks.errors, checks.warnings, checks.advice), (1, 300, 0));
        assert_eq!(checks.waived, 1);
        assert_eq!(checks.signs.len(), 7);
        assert_eq!(checks.worst.len(), WORST);
        assert_eq!(checks.worst[0].rule, "FLW-900");
        assert_eq!(checks.worst[1].rule, "FLW-000", "the order of the rules is kept");
    }
}
