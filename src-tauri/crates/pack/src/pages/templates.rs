//! What is handed over, form by form; the forms to fill in are files of their own.

use super::edition::{Edition, named};
use crate::page::Anchor;
use crate::script::{Cell, Column, Format, PageKind, Row, Script, Table};
use model::{FieldType, Template, TemplateField};

/// Writes the templates that handoffs of the state use; no page when none does.
pub fn write(script: &mut Script, edition: &Edition) {
    let document = edition.document();
    let used = |template: &&Template| {
        edition.forward().iter().any(|it| it.handoff.template == Some(template.id))
    };
    let templates: Vec<&Template> = document.templates().filter(used).collect();
    if templates.is_empty() {
        return;
    }
    let title = edition.pick("Templates", "Vorlagen");
    script.sheet(PageKind::Templates, Format::Upright, title);
    let fields: usize = templates.iter().map(|it| it.fields.len()).sum();
    script.title(
        title,
        &edition.pick(
            format!(
                "{} with {}",
                edition.say.of(templates.len(), "form", "forms"),
                edition.say.of(fields, "field", "fields")
            ),
            format!(
                "{} mit {}",
                edition.say.of(templates.len(), "Formular", "Formulare"),
                edition.say.of(fields, "Feld", "Feldern")
            ),
        ),
    );
    for template in templates {
        let name = named(&template.name, edition.pick("Unnamed form", "Formular ohne Namen"));
        script.table_under(name, uses(edition, template));
        script.table(table(edition, template).without_empty().compact());
    }
}

/// Which handoffs it is used at.
fn uses(edition: &Edition, template: &Template) -> Table {
    let mut table = Table::list(vec![Column::new("")]);
    let here = edition.forward().into_iter().filter(|it| it.handoff.template == Some(template.id));
    table.rows = here
        .map(|it| {
            let cell = Cell::label(format!("{} {}", it.handoff.name(), it.arrow()));
            Row::from(vec![cell.leading_to(Anchor::Card(it.handoff.id))])
        })
        .collect();
    table
}

fn table(edition: &Edition, template: &Template) -> Table {
    let mut table = Table::new(vec![
        Column::new(edition.pick("Field", "Feld")),
        Column::new(edition.pick("Holds", "Enthält")),
        Column::new(edition.pick("Required", "Pflicht")),
        Column::new(edition.pick("From", "Aus")),
        Column::new(edition.pick("For example", "Zum Beispiel")),
    ]);
    table.rows = template.fields.iter().map(|it| row(edition, it)).collect();
    table
}

fn row(edition: &Edition, field: &TemplateField) -> Row {
    let required = match (field.required, field.required_if.as_str()) {
        (true, _) => edition.pick("Yes", "Ja").to_owned(),
        (false, "") => edition.pick("No", "Nein").to_owned(),
        (false, condition) => edition.pick(format!("If {condition}"), format!("Wenn {condition}")),
    };
    let provider = edition.role_or_empty(field.provided_by);
    let source = if field.source.is_empty() { provider } else { field.source.as_str() };
    let choices = field.choices.join(", ");
    Row::from(vec![
        Cell::new(field.label.clone()).under(field.help.clone()),
        Cell::label(kind(edition, field.field_type)).under(choices),
        Cell::new(required),
        Cell::or_dash(source),
        Cell::or_dash(&field.example),
    ])
}

fn kind(edition: &Edition, kind: FieldType) -> &'static str {
    let (english, german) = match kind {
        FieldType::Text => ("text", "Text"),
        FieldType::LongText => ("long text", "langer Text"),
        FieldType::Number => ("number", "Zahl"),
        FieldType::DateTime => ("date and time", "Datum und Zeit"),
        FieldType::Choice => ("one of", "eines von"),
        FieldType::MultiChoice => ("some of", "einige von"),
        FieldType::Role => ("role", "Rolle"),
        FieldType::Link => ("link", "Verweis"),
        FieldType::Checklist => ("checklist", "Prüfliste"),
        FieldType::YesNo => ("yes or no", "ja oder nein"),
    };
    edition.pick(english, german)
}
