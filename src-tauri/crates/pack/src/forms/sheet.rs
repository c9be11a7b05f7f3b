//! What a form tells: the template with the handoffs it is used for, its fields by groups.

use super::FormSetting;
use super::ask::Entry;
use super::keys::{Keys, key};
use super::words::Words;
use model::{
    Criterion, CriterionSide, Document, FieldType, Handoff, StateRole, Target, Template,
    TemplateField,
};

/// A form before it has a place.
pub struct Sheet {
    /// What it is called.
    pub name: String,
    /// The handoffs it is used for, in a line.
    pub used_for: String,
    /// Who keeps it, and its version.
    pub kept: String,
    /// Whether any field is required.
    pub required: bool,
    /// Its fields, each group with its name.
    pub groups: Vec<(String, Vec<Entry>)>,
}

impl Sheet {
    /// Looks everything up.
    pub fn of(
        document: &Document,
        template: &Template,
        setting: &FormSetting,
        words: &Words,
        keys: &mut Keys,
    ) -> Sheet {
        let handoffs = handoffs(document, template);
        let own = keys.unlike(key(words.name(template)));
        let mut entry = |field: &TemplateField| {
            let field = with_criteria(document, field, &handoffs);
            let wanted = if field.key.trim().is_empty() { &field.label } else { &field.key };
            let name = keys.unlike(format!("{own}-{}", key(wanted)));
            Entry::of(document, &field, name, setting, words)
        };
        let groups = template
            .fields
            .chunk_by(|a, b| a.group.trim() == b.group.trim())
            .filter_map(|fields| {
                let name = fields.first()?.group.trim().to_owned();
                Some((name, fields.iter().map(&mut entry).collect()))
            })
            .collect();
        Sheet {
            name: words.name(template).to_owned(),
            used_for: used_for(document, &handoffs, words),
            kept: kept(document, template, words),
            required: template.fields.iter().any(|it| it.required),
            groups,
        }
    }
}

/// The handoffs that a template is used for. They have numbers of their own in each state, so that
/// they are told of one: of the future, which is what the form is made for, if it is used there.
fn handoffs<'a>(document: &'a Document, template: &Template) -> Vec<&'a Handoff> {
    let state = |handoff: &Handoff| {
        let connector = document.connector(handoff.connector)?;
        document.state(connector.state)
    };
    let rank = |handoff: &Handoff| {
        state(handoff).map(|it| match it.role {
            StateRole::Future => (0, it.id),
            StateRole::Current => (1, it.id),
            StateRole::Variant => (2, it.id),
        })
    };
    let all: Vec<&Handoff> =
        document.handoffs().filter(|it| it.template == Some(template.id)).collect();
    let first = all.iter().filter_map(|it| rank(it)).min();
    let mut of_one: Vec<&Handoff> = all.into_iter().filter(|it| rank(it) == first).collect();
    of_one.sort_by_key(|it| (it.number, it.id));
    of_one
}

/// `Used for H-03 Sales to Finance · H-07 Finance to Sales`.
fn used_for(document: &Document, handoffs: &[&Handoff], words: &Words) -> String {
    let mut told: Vec<String> = Vec::new();
    for handoff in handoffs {
        let connector = document.connector(handoff.connector);
        let team = |step| document.step(step).and_then(|it| document.team_of(it));
        let name = |step| {
            let name = team(step).map_or("", |it| it.name.trim());
            if name.is_empty() { words.unnamed_team } else { name }
        };
        let between = connector.map(|it| format!("{} {} {}", name(it.from), words.to, name(it.to)));
        // A number stays with its teams, wherever the line breaks.
        let said = format!("{}\u{a0}{}", handoff.name(), between.unwrap_or_default());
        if !told.contains(&said) {
            told.push(said);
        }
    }
    if told.is_empty() {
        String::new()
    } else {
        format!("{} {}", words.used_for, told.join(" · "))
    }
}

fn kept(document: &Document, template: &Template, words: &Words) -> String {
    let owner = template.owner.and_then(|id| document.role(id)).map_or("", |it| it.name.trim());
    let parts = [(words.kept_by, owner), (words.version, template.version.trim())];
    let parts = parts.into_iter().filter(|(_, said)| !said.is_empty());
    parts.map(|(word, said)| format!("{word} {said}")).collect::<Vec<_>>().join(" · ")
}

/// The criteria of the presets are those that were agreed for the handoffs of the form.
fn with_criteria(
    document: &Document,
    field: &TemplateField,
    handoffs: &[&Handoff],
) -> TemplateField {
    let mut field = field.clone();
    let side = match field.key.as_str() {
        "exit_criteria" => CriterionSide::Exit,
        "entry_criteria" => CriterionSide::Entry,
        _ => return field,
    };
    if field.field_type == FieldType::Checklist && field.choices.is_empty() {
        let of = |it: &&Handoff| document.criteria_of(Target::Handoff(it.id), side);
        let text = |it: &Criterion| it.text.trim().to_owned();
        for said in handoffs.iter().flat_map(of).map(text) {
            if !said.is_empty() && !field.choices.contains(&said) {
                field.choices.push(said);
            }
        }
    }
    field
}
