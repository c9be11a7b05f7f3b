//! What an engagement sets otherwise than the table of rules: how much a rule matters, or not at
//! all, and from where on it fires.

use super::rules::Rule;
use crate::figures::Severity;
use model::{Document, RuleLevel, RuleSetting};
use std::collections::BTreeMap;

/// The settings of an engagement, by rule.
pub(super) struct Settings<'a>(BTreeMap<&'a str, &'a RuleSetting>);

impl<'a> Settings<'a> {
    pub(super) fn of(document: &'a Document) -> Settings<'a> {
        let set = document.the_engagement().map(|it| it.rules.as_slice()).unwrap_or_default();
        Settings(set.iter().map(|it| (it.rule.as_str(), it)).collect())
    }

    /// How much a finding matters that usually matters so; nothing when the rule is off.
    pub(super) fn severity(&self, rule: Rule, usual: Severity) -> Option<Severity> {
        match self.0.get(rule.id).and_then(|it| it.level) {
            None => Some(usual),
            Some(RuleLevel::Error) => Some(Severity::Error),
            Some(RuleLevel::Warning) => Some(Severity::Warning),
            Some(RuleLevel::Info) => Some(Severity::Info),
            Some(RuleLevel::Off) => None,
        }
    }

    /// From where on a rule fires, in its unit; 0 for a rule that counts nothing.
    pub(super) fn threshold(&self, rule: Rule) -> f64 {
        let usual = rule.threshold.map_or(0, |it| it.usual);
        let set = self.0.get(rule.id).and_then(|it| it.threshold);
        f64::from(set.unwrap_or(usual)) / 1000.0
    }
}
