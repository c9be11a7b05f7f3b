//! What promises an entry criterion: an exit criterion or a required field of the template that
//! speaks of the same things. Compared by the words that carry meaning; an entry criterion is
//! covered when at least half of its words are promised, by all that promise it together.

use super::shown::CoverShown;
use super::words::{asks_for_the_form, meaning, shared};
use model::{Criterion, CriterionSide, Document, Handoff, Target, TemplateField};
use std::collections::BTreeSet;

/// The entry criteria with what promises each, and the exit criteria that nobody asks for.
pub(crate) fn covers(
    document: &Document,
    handoff: &Handoff,
) -> (Vec<CoverShown>, Vec<model::CriterionId>) {
    let about = Target::Handoff(handoff.id);
    let exits: Vec<(&Criterion, BTreeSet<String>)> = document
        .criteria_of(about, CriterionSide::Exit)
        .into_iter()
        .map(|exit| (exit, meaning(&format!("{} {}", exit.text, exit.evidence))))
        .collect();
    let template = handoff.template.and_then(|it| document.template(it));
    let fields: Vec<(&TemplateField, BTreeSet<String>)> = template
        .iter()
        .flat_map(|it| &it.fields)
        .filter(|field| field.required)
        .map(|field| (field, meaning(&format!("{} {}", field.label, field.help))))
        .collect();
    let covers: Vec<CoverShown> = document
        .criteria_of(about, CriterionSide::Entry)
        .into_iter()
        .map(|entry| cover(entry, &exits, &fields))
        .collect();
    let asked: BTreeSet<_> = covers.iter().flat_map(|it| &it.by).copied().collect();
    let unasked = exits.iter().map(|(exit, _)| exit.id).filter(|it| !asked.contains(it));
    (covers, unasked.collect())
}

fn cover(
    entry: &Criterion,
    exits: &[(&Criterion, BTreeSet<String>)],
    fields: &[(&TemplateField, BTreeSet<String>)],
) -> CoverShown {
    let nothing = CoverShown { entry: entry.id, by: Vec::new(), fields: Vec::new() };
    if asks_for_the_form(&entry.text) {
        let fields = fields.iter().map(|(field, _)| field.key.clone()).collect();
        return CoverShown { fields, ..nothing };
    }
    let wanted = meaning(&entry.text);
    let mut promised = BTreeSet::new();
    let mut cover = nothing.clone();
    for (exit, words) in exits {
        let common = shared(&wanted, words);
        if !common.is_empty() {
            cover.by.push(exit.id);
            promised.extend(common);
        }
    }
    for (field, words) in fields {
        let common = shared(&wanted, words);
        if !common.is_empty() {
            cover.fields.push(field.key.clone());
            promised.extend(common);
        }
    }
    // What shares a stray word promises nothing.
    if 2 * promised.len() >= wanted.len() { cover } else { nothing }
}
