//! Where findings are gathered, and the order they come out in.

use super::rules::Rule;
use crate::figures::{Finding, Severity};
use model::RecordId;

/// What was found so far, each with what it is sorted by. A bare map of two thousand steps has
/// twenty thousand findings, and this runs on every edit.
#[derive(Default)]
pub(super) struct Report {
    found: Vec<(Severity, &'static str, Finding)>,
}

impl Report {
    /// A finding about some records; about none is about the whole map.
    pub(super) fn add<T: Into<RecordId>>(
        &mut self,
        rule: Rule,
        about: impl IntoIterator<Item = T>,
        message: String,
        hint: &str,
    ) {
        self.add_as(rule.severity, rule, about, message, hint);
    }

    /// The same, mattering more or less than the rule usually does.
    pub(super) fn add_as<T: Into<RecordId>>(
        &mut self,
        severity: Severity,
        rule: Rule,
        about: impl IntoIterator<Item = T>,
        message: String,
        hint: &str,
    ) {
        let finding = Finding {
            rule: rule.id.to_owned(),
            severity,
            about: about.into_iter().map(Into::into).collect(),
            message: capital(message),
            hint: hint.to_owned(),
        };
        self.found.push((severity, rule.id, finding));
    }

    /// A finding about the whole map.
    pub(super) fn add_for_map(&mut self, rule: Rule, message: String, hint: &str) {
        self.add(rule, std::iter::empty::<RecordId>(), message, hint);
    }

    /// By severity, rule and first record.
    pub(super) fn sorted(mut self) -> Vec<Finding> {
        self.found.sort_by(|(severity, rule, finding), (other_severity, other_rule, other)| {
            (severity, rule, &finding.about).cmp(&(other_severity, other_rule, &other.about))
        });
        self.found.into_iter().map(|(_, _, finding)| finding).collect()
    }
}

/// A sentence begins with a capital, even when it begins with “an unnamed step”.
fn capital(sentence: String) -> String {
    let mut letters = sentence.chars();
    match letters.next() {
        Some(first) if first.is_lowercase() => first.to_uppercase().chain(letters).collect(),
        _ => sentence,
    }
}
