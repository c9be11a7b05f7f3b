//! What was agreed otherwise at a handoff or a stage: its fields, criteria, letters, service level
//! and form, field by field.

use super::changes::Teller;
use super::delta::{FieldChange, fields};
use super::shown::Detail;
use super::values::NOTHING;
use model::*;

/// Of a connector that both states have; nothing while it hands nothing off in the second.
pub(super) fn details(teller: &Teller, before: &Connector, after: &Connector) -> Vec<Detail> {
    let (old, new) = (teller.from.side.document, teller.to.side.document);
    let Some(handoff) = new.handoff_at(after) else { return Vec::new() };
    let was = old.handoff_record(before.id);
    let mut details = teller.patched(handoff.id);
    // A form and a service level are told by what they say.
    details.retain(|it| !matches!(it.field.as_str(), "sla" | "template"));
    details.extend(service_level(teller, was.and_then(|it| it.sla), handoff.sla));
    details.extend(form(teller, was.and_then(|it| it.template), handoff.template));
    let about = was.map(|it| Target::Handoff(it.id));
    details.extend(criteria(teller, about, Target::Handoff(handoff.id)));
    if let Some(row) = about {
        details.extend(teller.letters(row, Target::Handoff(handoff.id)));
    }
    details
}

/// The criteria of both sides: new, gone, or worded otherwise.
pub(super) fn criteria(teller: &Teller, before: Option<Target>, after: Target) -> Vec<Detail> {
    let (old, new) = (teller.from.side.document, teller.to.side.document);
    let said = |reader: &super::values::Reader, it: &Criterion| {
        let obligation = reader.say("obligation", &serde_json::json!(it.obligation));
        let mut said = format!("{obligation}: {}", it.text);
        for more in [&it.verifier, &it.evidence] {
            if !more.is_empty() {
                said.push_str(&format!(" · {more}"));
            }
        }
        said
    };
    let mut details = Vec::new();
    for (side, field) in [(CriterionSide::Exit, "exit"), (CriterionSide::Entry, "entry")] {
        let gone = before.map(|it| old.criteria_of(it, side)).unwrap_or_default();
        let there = new.criteria_of(after, side);
        for it in gone {
            let twin = teller.kin.after.get(&it.id.into());
            if !there.iter().any(|other| twin == Some(&other.id.into())) {
                details.extend(teller.detail(field, said(&teller.from, it), NOTHING.to_owned()));
            }
        }
        for it in there {
            let twin = teller.kin.before.get(&it.id.into());
            let was = twin.and_then(|id| old.criterion((*id).into()));
            let was = was.map_or(NOTHING.to_owned(), |was| said(&teller.from, was));
            details.extend(teller.detail(field, was, said(&teller.to, it)));
        }
    }
    details
}

/// A service level that is new, gone, or says something else.
pub(super) fn service_level(
    teller: &Teller,
    before: Option<SlaId>,
    after: Option<SlaId>,
) -> Vec<Detail> {
    let old = before.and_then(|id| teller.from.side.document.sla(id));
    let new = after.and_then(|id| teller.to.side.document.sla(id));
    if old.is_none() && new.is_none() {
        return Vec::new();
    }
    let name = |it: Option<&Sla>| {
        it.map_or(NOTHING.to_owned(), |it| {
            if it.name.is_empty() { it.kind_of.word().to_owned() } else { it.name.clone() }
        })
    };
    let mut details: Vec<Detail> = Vec::new();
    if old.is_none() || new.is_none() {
        details.extend(teller.detail("sla", name(old), name(new)));
    }
    if let Some(new) = new {
        let old = old.cloned().unwrap_or_default();
        let old = Sla { id: new.id, end_to_end: new.end_to_end, ..old };
        let of = fields(Record::Sla(old), Record::Sla(new.clone()));
        let said_already = details.len();
        details.extend(told(teller, &of).filter(|it| said_already == 0 || it.field != "name"));
    }
    details
}

fn form(teller: &Teller, before: Option<TemplateId>, after: Option<TemplateId>) -> Vec<Detail> {
    let old = before.and_then(|id| teller.from.side.document.template(id));
    let new = after.and_then(|id| teller.to.side.document.template(id));
    let name = |it: Option<&Template>| it.map_or(NOTHING.to_owned(), |it| it.name.clone());
    let mut details: Vec<Detail> =
        teller.detail("template", name(old), name(new)).into_iter().collect();
    let (Some(old), Some(new)) = (old, new) else { return details };
    let find = |of: &Template, key: &str| of.fields.iter().find(|it| it.key == key).cloned();
    let otherwise = teller.to.language.pick("otherwise", "anders");
    for field in &old.fields {
        let after = match find(new, &field.key) {
            None => NOTHING.to_owned(),
            Some(it) if it == *field => continue,
            Some(it) if it.label == field.label => format!("{} ({otherwise})", it.label),
            Some(it) => it.label,
        };
        details.extend(teller.detail("fields", field.label.clone(), after));
    }
    for field in new.fields.iter().filter(|it| find(old, &it.key).is_none()) {
        details.extend(teller.detail("fields", NOTHING.to_owned(), field.label.clone()));
    }
    details
}

fn told<'d>(teller: &'d Teller, of: &'d [FieldChange]) -> impl Iterator<Item = Detail> + 'd {
    of.iter().filter_map(|it| teller.field(it))
}
