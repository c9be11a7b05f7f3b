//! The findings as the view gets them: counted, and the worst of them.

use crate::api::Checks;
use analysis::{Finding, Severity};

/// More than this nobody reads in a list.
const WORST: usize = 200;

/// Counts findings and keeps the worst.
pub(crate) fn checks(findings: &[Finding]) -> Checks {
    let count = |severity: Severity| {
        let found = findings.iter().filter(|it| it.severity == severity).count();
        u32::try_from(found).unwrap_or(u32::MAX)
    };
    let mut worst: Vec<&Finding> = findings.iter().collect();
    worst.sort_by_key(|it| it.severity);
    Checks {
        errors: count(Severity::Error),
        warnings: count(Severity::Warning),
        advice: count(Severity::Info),
        worst: worst.into_iter().take(WORST).cloned().collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_worst_are_kept_and_all_are_counted() {
        let finding = |severity, rule: usize| Finding {
            rule: format!("FLW-{rule:03}"),
            severity,
            about: Vec::new(),
            message: String::new(),
            hint: String::new(),
        };
        let mut all: Vec<Finding> = (0..300).map(|it| finding(Severity::Warning, it)).collect();
        all.push(finding(Severity::Error, 900));
        let checks = checks(&all);
        assert_eq!((checks.errors, checks.warnings, checks.advice), (1, 300, 0));
        assert_eq!(checks.worst.len(), WORST);
        assert_eq!(checks.worst[0].rule, "FLW-900");
        assert_eq!(checks.worst[1].rule, "FLW-000", "the order of the rules is kept");
    }
}
