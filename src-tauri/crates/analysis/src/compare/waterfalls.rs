//! Why the figures moved: differences, each as parts that add up to it. A part belongs to a change,
//! together with the connectors that came or went with it.

use super::changes::Teller;
use super::head;
use super::kin::Kin;
use super::measures::Figured;
use super::shown::{MeasureOf, MeasureUnit, StateChange, Waterfall, WaterfallPart};
use super::subject::{Parts, Subject, Subjects};
use super::{expected_parts, timeline_parts};
use crate::findings::names;
use crate::graph::Graph;
use model::RecordId;
use std::collections::BTreeMap;

/// One difference by who accounts for it.
struct Fall {
    of: MeasureOf,
    unit: MeasureUnit,
    before: f64,
    after: f64,
    parts: Parts,
}

/// All differences that can be told apart.
pub(super) struct Falls(Vec<Fall>);

impl Falls {
    pub(super) fn of(
        kin: &Kin,
        subjects: &Subjects,
        (before, after): (&Graph, &Graph),
        (old, new): &(Figured, Figured),
    ) -> Falls {
        use MeasureOf::*;
        use MeasureUnit::*;
        let mut all = Vec::new();
        if let (Some(was), Some(is)) = (old.timeline(), new.timeline()) {
            let mut add = |of, unit, before, after, parts| {
                all.push(Fall { of, unit, before, after, parts });
            };
            let parts = timeline_parts::lead_time(subjects, was, is);
            add(LeadTime, Minutes, was.lead_time as f64, is.lead_time as f64, parts);
            let parts = timeline_parts::process_time(subjects, was, is);
            add(ProcessTime, Minutes, was.process_time as f64, is.process_time as f64, parts);
            if let (Some(one), Some(two)) =
                (was.rolled_complete_accurate, is.rolled_complete_accurate)
            {
                let parts = timeline_parts::complete_accurate(subjects, before, after);
                add(RolledCompleteAccurate, Percent, one, two, parts);
            }
            let parts = timeline_parts::handoffs(subjects, before, after);
            add(Handoffs, Count, f64::from(was.handoffs), f64::from(is.handoffs), parts);
        }
        if let (Some(was), Some(is)) = (&old.expected, &new.expected) {
            let lead_time = was.lead_time.minutes().zip(is.lead_time.minutes());
            let parts = expected_parts::lead_time(kin, subjects, before, after);
            if let (Some((one, two)), Some(parts)) = (lead_time, parts) {
                let (of, unit) = (ExpectedLeadTime, Minutes);
                all.push(Fall { of, unit, before: one, after: two, parts });
            }
            let mut parts = Parts::default();
            for (graph, flows, sign) in [(before, &was.flows, -1.0), (after, &is.flows, 1.0)] {
                for link in graph.net.edge_references().filter(|it| it.weight().crosses) {
                    let id = link.weight().connector.id;
                    let flow = flows.get(&id).copied().unwrap_or_default();
                    parts.add(subjects.get(id), sign * flow);
                }
            }
            let (before, after) = (was.handoffs, is.handoffs);
            all.push(Fall { of: ExpectedHandoffs, unit: Count, before, after, parts });
        }
        Falls(all)
    }

    fn parts(&self, of: MeasureOf) -> Option<&Parts> {
        self.0.iter().find(|it| it.of == of).map(|it| &it.parts)
    }

    /// Writes into each change how much of the lead times it accounts for.
    pub(super) fn account(&self, changes: &mut [StateChange]) {
        let (timeline, expected) =
            (self.parts(MeasureOf::LeadTime), self.parts(MeasureOf::ExpectedLeadTime));
        let ids: BTreeMap<Subject, String> =
            changes.iter().filter_map(|it| Some((it.subject?, it.id.clone()))).collect();
        for change in changes.iter_mut() {
            change.with = change.within.and_then(|it| ids.get(&it)).cloned();
        }
        let mut with: BTreeMap<Subject, Vec<Subject>> = BTreeMap::new();
        for change in changes.iter() {
            if let (Some(head), Some(subject)) = (head(change), change.subject) {
                with.entry(head).or_default().push(subject);
            }
        }
        for change in changes.iter_mut().filter(|it| it.within.is_none()) {
            let own = change.subject.and_then(|it| with.get(&it));
            let sum = |parts: &Parts| -> f64 {
                let subjects = own.into_iter().flatten();
                subjects.filter_map(|it| parts.0.get(it)).sum()
            };
            change.lead_time = own.and(timeline).map(|it| libm::round(sum(it)) as i64);
            change.expected_lead_time = own.and(expected).map(sum);
        }
    }

    /// The differences as a view shows them.
    pub(super) fn told(&self, teller: &Teller, changes: &[StateChange]) -> Vec<Waterfall> {
        let mut heads: BTreeMap<Subject, Subject> = BTreeMap::new();
        let mut named: BTreeMap<Subject, &StateChange> = BTreeMap::new();
        for change in changes {
            if let (Some(head), Some(subject)) = (head(change), change.subject) {
                heads.insert(subject, head);
                if change.within.is_none() {
                    named.insert(subject, change);
                }
            }
        }
        let fall = |fall: &Fall| {
            let mut sums: BTreeMap<Subject, f64> = BTreeMap::new();
            for (subject, by) in &fall.parts.0 {
                *sums.entry(heads.get(subject).copied().unwrap_or(*subject)).or_default() += by;
            }
            let mut parts: Vec<WaterfallPart> = sums
                .into_iter()
                .filter(|(_, by)| by.abs() > 1e-9)
                .map(|(subject, by)| match named.get(&subject) {
                    Some(change) => WaterfallPart {
                        change: Some(change.id.clone()),
                        title: change.title.clone(),
                        records: records(&change.before, &change.after),
                        by,
                    },
                    None => teller.kept(subject, by),
                })
                .collect();
            parts.sort_by(|a, b| b.by.abs().total_cmp(&a.by.abs()).then(a.records.cmp(&b.records)));
            let Fall { of, unit, before, after, .. } = *fall;
            Waterfall { of, unit, before, after, parts }
        };
        self.0.iter().map(fall).collect()
    }
}

fn records(before: &[RecordId], after: &[RecordId]) -> Vec<RecordId> {
    if after.is_empty() { before.to_vec() } else { after.to_vec() }
}

impl Teller<'_> {
    /// Something that is as it was and counts otherwise.
    fn kept(&self, subject: Subject, by: f64) -> WaterfallPart {
        let families = match subject {
            Subject::Steps(_) => &self.kin.steps,
            Subject::Connectors(_) => &self.kin.connectors,
        };
        let (Subject::Steps(at) | Subject::Connectors(at)) = subject;
        let records = families.get(at).map(|it| records(&it.before, &it.after)).unwrap_or_default();
        let reader = if families.get(at).is_some_and(|it| it.after.is_empty()) {
            &self.from
        } else {
            &self.to
        };
        let document = reader.side.document;
        let title = records.first().map(|id| match document.step((*id).into()) {
            Some(step) => names::step(document, step, reader.language),
            None => document
                .connector((*id).into())
                .map(|it| names::connector(document, it, reader.language))
                .unwrap_or_default(),
        });
        WaterfallPart { change: None, title: title.unwrap_or_default(), records, by }
    }
}
