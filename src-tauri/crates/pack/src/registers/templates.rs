//! The registers of templates and their fields.

use super::Register;
use super::case::Case;
use super::codes;
use super::value::{Kind, Value};
use model::{Handoff, Template, TemplateField};

/// The templates.
pub(super) fn templates(case: &Case) -> Register {
    let rows: Vec<&Template> =
        case.document.templates().filter(|it| case.tells_of_template(it.id)).collect();
    case.table(
        "templates",
        &rows,
        &[
            ("name", Kind::Text, |_, it| Value::text(&it.name)),
            ("preset", Kind::Text, |_, it| Value::text(&it.preset)),
            ("fields", Kind::Number, |_, it| Value::count(it.fields.len())),
            ("requiredFields", Kind::Number, |_, it| {
                Value::count(it.fields.iter().filter(|it| it.required).count())
            }),
            ("usedBy", Kind::Text, |case, it| {
                let handoffs = case.handoffs().map(|(handoff, _)| handoff);
                let used = handoffs.filter(|handoff| handoff.template == Some(it.id));
                Value::list(used.map(Handoff::name))
            }),
            ("owner", Kind::Text, |case, it| case.role(it.owner)),
            ("version", Kind::Text, |_, it| Value::text(&it.version)),
            ("reviewDate", Kind::Date, |_, it| Value::date(&it.review_date)),
        ],
    )
}

/// The fields of the templates, in their order.
pub(super) fn fields(case: &Case) -> Register {
    let mut rows: Vec<(&Template, &TemplateField)> = Vec::new();
    for template in case.document.templates().filter(|it| case.tells_of_template(it.id)) {
        rows.extend(template.fields.iter().map(|field| (template, field)));
    }
    case.table(
        "templateFields",
        &rows,
        &[
            ("template", Kind::Text, |_, (it, _)| Value::text(&it.name)),
            ("group", Kind::Text, |_, (_, it)| Value::text(&it.group)),
            ("label", Kind::Text, |_, (_, it)| Value::text(&it.label)),
            ("key", Kind::Text, |_, (_, it)| Value::text(&it.key)),
            ("fieldType", Kind::Text, |case, (_, it)| {
                case.word("fieldType", codes::field_type(it.field_type))
            }),
            ("required", Kind::YesNo, |_, (_, it)| Value::YesNo(it.required)),
            ("requiredIf", Kind::Text, |_, (_, it)| Value::text(&it.required_if)),
            ("help", Kind::Text, |_, (_, it)| Value::text(&it.help)),
            ("choices", Kind::Text, |_, (_, it)| Value::list(&it.choices)),
            ("source", Kind::Text, |_, (_, it)| Value::text(&it.source)),
            ("providedBy", Kind::Text, |case, (_, it)| case.role(it.provided_by)),
            ("usedByStep", Kind::Text, |case, (_, it)| {
                it.used_by.map_or(Value::Empty, |step| case.step(step))
            }),
            ("example", Kind::Text, |_, (_, it)| Value::text(&it.example)),
            ("validation", Kind::Text, |_, (_, it)| Value::text(&it.validation)),
            ("sensitive", Kind::YesNo, |_, (_, it)| Value::YesNo(it.sensitive)),
        ],
    )
}
