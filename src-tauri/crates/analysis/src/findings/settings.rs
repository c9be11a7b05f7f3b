//! What an engagement sets otherwise than the table of rules: how much a rule matters, or not at
//! all, and from where on it fires.

use super::rules::{NET_002, NET_005, Rule, TIM_010};
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

/// From where on figures outside the findings are remarkable: the same settings hold for them.
pub(crate) struct Limits {
    /// A step of at most this many minutes takes no time (NET-005).
    pub relay_minutes: f64,
    /// More handoffs per item between two teams are many (NET-002).
    pub heavy_traffic: f64,
    /// Further apart, in percent, a count contradicts what is reckoned (TIM-010).
    pub count_apart: f64,
}

/// The limits that an engagement sets.
pub(crate) fn limits(document: &Document) -> Limits {
    let settings = Settings::of(document);
    Limits {
        relay_minutes: settings.threshold(NET_005),
        heavy_traffic: settings.threshold(NET_002),
        count_apart: settings.threshold(TIM_010),
    }
}
