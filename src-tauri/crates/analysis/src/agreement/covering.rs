//! What promises an entry criterion: an exit criterion or a required field of the template that
//! speaks of the same things. Compared by the words that carry meaning; an entry criterion is
//! covered when at least half of its words are promised, by all that promise it together.
//!
//! A field that is required only under a condition is required (domain.md 4.2). One that may always
//! be left empty promises nothing; it is told apart, for it only has to be required.

use super::shown::CoverShown;
use super::words::{Meaning, asks_for_the_form};
use model::{Criterion, CriterionId, CriterionSide, Template, TemplateField};
use std::collections::BTreeMap;
use std::rc::Rc;

/// What texts mean that were read before: forms and criteria of one kind say the same.
#[derive(Default)]
pub(crate) struct Meanings<'a>(BTreeMap<[&'a str; 2], Rc<Meaning>>);

impl<'a> Meanings<'a> {
    fn of(&mut self, texts: [&'a str; 2]) -> Rc<Meaning> {
        Rc::clone(self.0.entry(texts).or_insert_with(|| Rc::new(Meaning::of(&texts))))
    }
}

/// The fields of a template, with what they speak of.
pub(crate) struct Form<'a>(Vec<(&'a TemplateField, Rc<Meaning>)>);

impl<'a> Form<'a> {
    /// A form without fields where there is no template.
    pub(crate) fn of(template: Option<&'a Template>, meanings: &mut Meanings<'a>) -> Form<'a> {
        let fields = template.into_iter().flat_map(|it| &it.fields);
        Form(fields.map(|field| (field, meanings.of([&field.label, &field.help]))).collect())
    }
}

fn is_required(field: &TemplateField) -> bool {
    field.required || !field.required_if.trim().is_empty()
}

/// The entry criteria of a handoff with what promises each, and the exit criteria that nobody asks
/// for; of its criteria in their order.
pub(crate) fn covers<'a>(
    criteria: &[&'a Criterion],
    form: &Form,
    meanings: &mut Meanings<'a>,
) -> (Vec<CoverShown>, Vec<CriterionId>) {
    let on = |side| criteria.iter().copied().filter(move |it| it.side == side);
    let exits: Vec<(CriterionId, Rc<Meaning>)> = on(CriterionSide::Exit)
        .map(|exit| (exit.id, meanings.of([&exit.text, &exit.evidence])))
        .collect();
    let covers: Vec<CoverShown> = on(CriterionSide::Entry)
        .map(|entry| cover(entry, &meanings.of([&entry.text, ""]), &exits, form))
        .collect();
    let asked = |id: &CriterionId| covers.iter().any(|it| it.by.contains(id));
    let unasked = exits.iter().map(|(exit, _)| *exit).filter(|it| !asked(it)).collect();
    (covers, unasked)
}

fn cover(
    entry: &Criterion,
    wanted: &Meaning,
    exits: &[(CriterionId, Rc<Meaning>)],
    form: &Form,
) -> CoverShown {
    let mut cover = CoverShown { entry: entry.id, ..CoverShown::default() };
    if asks_for_the_form(&entry.text) {
        let required = form.0.iter().filter(|(field, _)| is_required(field));
        cover.fields = required.map(|(field, _)| field.key.clone()).collect();
        return cover;
    }
    let mut promised = vec![false; wanted.len()];
    for (exit, words) in exits {
        if mark(wanted, words, &mut promised) {
            cover.by.push(*exit);
        }
    }
    let mut offered = promised.clone();
    for (field, words) in &form.0 {
        if is_required(field) {
            mark(wanted, words, &mut offered);
            if mark(wanted, words, &mut promised) {
                cover.fields.push(field.key.clone());
            }
        } else if mark(wanted, words, &mut offered) {
            cover.optional.push(field.key.clone());
        }
    }
    // What shares a stray word promises nothing.
    let enough = |marks: &[bool]| 2 * marks.iter().filter(|it| **it).count() >= wanted.len();
    if enough(&promised) {
        cover.optional.clear();
    } else {
        cover.by.clear();
        cover.fields.clear();
        if !enough(&offered) {
            cover.optional.clear();
        }
    }
    cover
}

/// Marks the words that another text has, too; whether it has any.
fn mark(wanted: &Meaning, offered: &Meaning, marks: &mut [bool]) -> bool {
    let mut any = false;
    for at in wanted.shared(offered) {
        any = true;
        if let Some(mark) = marks.get_mut(at) {
            *mark = true;
        }
    }
    any
}
