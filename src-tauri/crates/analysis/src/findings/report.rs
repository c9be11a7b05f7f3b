//! Where findings are gathered: with the severity that the engagement gives their rule, with the
//! reason for which one was waived, and in the order they come out in.

use super::rules::Rule;
use super::settings::Settings;
use crate::figures::{Finding, Severity, Waived};
use model::{Command, Document, RecordId, StateId, Waiver};
use std::collections::BTreeMap;
use std::fmt::Write;

/// What was found so far, each with what it is sorted by. A bare map of two thousand steps has
/// twenty thousand findings, and this runs on every edit.
pub(super) struct Report<'a> {
    settings: Settings<'a>,
    waivers: BTreeMap<&'a str, &'a Waiver>,
    state: StateId,
    found: Vec<(Severity, &'static str, Finding)>,
}

impl<'a> Report<'a> {
    pub(super) fn on(document: &'a Document, state: StateId) -> Report<'a> {
        Report {
            settings: Settings::of(document),
            waivers: document.waivers().map(|it| (it.finding.as_str(), it)).collect(),
            state,
            found: Vec::new(),
        }
    }

    /// A finding about some records; about none is about the whole map.
    pub(super) fn add<T: Into<RecordId>>(
        &mut self,
        rule: Rule,
        about: impl IntoIterator<Item = T>,
        message: String,
        hint: &str,
    ) {
        self.put(rule.severity, rule, about, message, hint, None);
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
        self.put(severity, rule, about, message, hint, None);
    }

    /// A finding with the command that puts it right and makes nothing else wrong, if there is one.
    pub(super) fn add_fixable<T: Into<RecordId>>(
        &mut self,
        rule: Rule,
        about: impl IntoIterator<Item = T>,
        message: String,
        hint: &str,
        fix: Option<Command>,
    ) {
        self.put(rule.severity, rule, about, message, hint, fix);
    }

    /// A finding about the whole map.
    pub(super) fn add_for_map(&mut self, rule: Rule, message: String, hint: &str) {
        self.add(rule, std::iter::empty::<RecordId>(), message, hint);
    }

    fn put<T: Into<RecordId>>(
        &mut self,
        usual: Severity,
        rule: Rule,
        about: impl IntoIterator<Item = T>,
        message: String,
        hint: &str,
        fix: Option<Command>,
    ) {
        let Some(severity) = self.settings.severity(rule, usual) else { return };
        let about: Vec<RecordId> = about.into_iter().map(Into::into).collect();
        let id = stable_id(rule, &about, self.state);
        let waived = self.waivers.get(id.as_str()).map(|waiver| Waived {
            reason: waiver.reason.clone(),
            by: waiver.by.clone(),
            date: waiver.date.clone(),
        });
        let finding = Finding {
            id,
            rule: rule.id.to_owned(),
            severity,
            sign: rule.sign,
            about,
            message: capital(message),
            hint: hint.to_owned(),
            fix: fix.map(Box::new),
            waived,
        };
        self.found.push((severity, rule.id, finding));
    }

    /// By severity, rule and first record.
    pub(super) fn sorted(mut self) -> Vec<Finding> {
        self.found.sort_by(|(severity, rule, finding), (other_severity, other_rule, other)| {
            (severity, rule, &finding.about).cmp(&(other_severity, other_rule, &other.about))
        });
        self.found.into_iter().map(|(_, _, finding)| finding).collect()
    }
}

/// `OWN-005:31,12,32`: a rule and the records its finding is about; the state where it is the whole
/// map. No rule finds two things about the same records.
fn stable_id(rule: Rule, about: &[RecordId], state: StateId) -> String {
    let mut id = String::with_capacity(rule.id.len() + 5 * about.len().max(1));
    id.push_str(rule.id);
    let map = [RecordId::from(state)];
    let records = if about.is_empty() { &map[..] } else { about };
    for (at, record) in records.iter().enumerate() {
        let before = if at == 0 { ':' } else { ',' };
        // Writing to a text cannot fail.
        let _ = write!(id, "{before}{}", record.0);
    }
    id
}

/// A sentence begins with a capital, even when it begins with “an unnamed step”.
fn capital(sentence: String) -> String {
    let mut letters = sentence.chars();
    match letters.next() {
        Some(first) if first.is_lowercase() => first.to_uppercase().chain(letters).collect(),
        _ => sentence,
    }
}
