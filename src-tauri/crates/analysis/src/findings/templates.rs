//! What the templates of the handoffs ask for: INF-002, 003, 004, 010. A template that no handoff of
//! the map uses is asked nothing.

use super::case::{Case, Crossing};
use super::flow::others;
use super::names;
use super::report::Report;
use super::rules::*;
use super::say::say;
use super::words::{plain, tokens};
use crate::graph::Graph;
use crate::per::Per;
use model::*;
use petgraph::graph::NodeIndex;
use petgraph::visit::EdgeRef;
use std::collections::{BTreeMap, BTreeSet};

/// Groups of fields that describe the handing over itself, in English and German (domain.md 4.2):
/// they are new at every handoff, whatever they are called. Sorted.
const OF_THE_HANDOFF: &[&str] = &[
    "acceptance",
    "actions",
    "anforderung",
    "anliegen",
    "annahme",
    "ansprechpartner",
    "assessment",
    "aufgaben",
    "auftrag",
    "background",
    "beurteilung",
    "bewertung",
    "bitte",
    "contacts",
    "contingency",
    "criteria",
    "eingaben",
    "einschätzung",
    "eventualfall",
    "hintergrund",
    "identifikation",
    "identity",
    "identität",
    "inputs",
    "kennung",
    "kontakte",
    "kriterien",
    "lage",
    "maßnahmen",
    "notfallplan",
    "offene aufgaben",
    "request",
    "situation",
    "unterlagen",
    "vorgeschichte",
    "vorsorge",
    "übernahme",
];

pub(super) fn check(case: &Case, report: &mut Report) {
    let mut users: BTreeMap<TemplateId, Vec<&Crossing>> = BTreeMap::new();
    for crossing in &case.crossings {
        if let Some(template) = crossing.handoff.template {
            users.entry(template).or_default().push(crossing);
        }
    }
    for (id, users) in &users {
        let Some(template) = case.document.template(*id) else { continue };
        let about = || users.iter().map(|it| it.handoff.id.into()).chain([RecordId::from(*id)]);
        unexplained(case, template, about(), report);
        many(case, template, about(), report);
    }
    for crossing in &case.crossings {
        inputs(case, crossing, report);
    }
    entered_again(case, &users, report);
}

fn called(case: &Case, template: &Template) -> String {
    let name = template.name.trim();
    say!(case, "The template “{name}”", "Die Vorlage „{name}“")
}

/// Fields by their labels, three at most.
pub(super) fn labels<'a>(case: &Case, fields: impl Iterator<Item = &'a str>) -> String {
    let all: Vec<String> = fields.map(|label| names::quoted(label.trim(), case.language)).collect();
    match all.get(..3) {
        Some(three) if all.len() > 3 => format!("{}{}", three.join(", "), others(case)),
        _ => case.list(&all),
    }
}

/// INF-002: somebody has to fill it and is not told how. A type other than text is a format.
fn unexplained(
    case: &Case,
    template: &Template,
    about: impl Iterator<Item = RecordId>,
    report: &mut Report,
) {
    let silent = |field: &&TemplateField| {
        let said = [&field.help, &field.source, &field.validation, &field.example];
        let typed = !matches!(field.field_type, FieldType::Text | FieldType::LongText);
        field.required && !typed && said.iter().all(|text| text.trim().is_empty())
    };
    let found: Vec<&str> =
        template.fields.iter().filter(silent).map(|field| field.label.as_str()).collect();
    if !found.is_empty() {
        let one = found.len() == 1;
        let (form, fields) = (called(case, template), labels(case, found.into_iter()));
        report.add(
            INF_002,
            about,
            if one {
                say!(
                    case,
                    "{form}: {fields} is required and does not say how to be filled.",
                    "{form}: {fields} ist Pflicht und sagt nicht, wie es auszufüllen ist."
                )
            } else {
                say!(
                    case,
                    "{form}: {fields} are required and do not say how to be filled.",
                    "{form}: {fields} sind Pflicht und sagen nicht, wie sie auszufüllen sind."
                )
            },
            case.language.pick(
                "Add a help text, a format, or the system it comes from.",
                "Ergänzen Sie einen Hilfetext, ein Format oder das System, aus dem es kommt.",
            ),
        );
    }
}

fn many(
    case: &Case,
    template: &Template,
    about: impl Iterator<Item = RecordId>,
    report: &mut Report,
) {
    let required = template.fields.iter().filter(|field| field.required).count();
    if required as f64 > case.limit(INF_010) {
        report.add(
            INF_010,
            about,
            say!(
                case,
                "{form} has {required} required fields.",
                "{form} hat {required} Pflichtfelder.",
                form = called(case, template)
            ),
            case.language.pick(
                "Ask the receiver which of them have ever stopped the work.",
                "Fragen Sie den Empfänger, welche davon je die Arbeit aufgehalten haben.",
            ),
        );
    }
}

/// INF-003: asked for once a step says what it needs and a handoff to it has a template. What the
/// step before it in the same team leaves behind is there already.
fn inputs(case: &Case, crossing: &Crossing, report: &mut Report) {
    let step = crossing.to;
    let Some(template) = crossing.handoff.template.and_then(|id| case.document.template(id)) else {
        return;
    };
    if step.inputs.is_empty() {
        return;
    }
    let mut provided: Vec<BTreeSet<String>> = Vec::new();
    for connector in case.document.connectors_at(step.id).filter(|it| it.to == step.id) {
        let handoff = case.document.handoff_at(connector);
        if let Some(other) = handoff.and_then(|it| it.template) {
            let fields = case.document.template(other).map(|it| it.fields.as_slice());
            provided.extend(fields.unwrap_or_default().iter().map(field_words));
        }
        if handoff.is_none()
            && let Some(before) = case.document.step(connector.from)
        {
            provided.extend(before.outputs.iter().map(|it| tokens(it)));
        }
    }
    let missing = step.inputs.iter().filter(|input| {
        let wanted = tokens(input);
        let covers = |has: &BTreeSet<String>| wanted.is_subset(has);
        !wanted.is_empty() && !provided.iter().any(covers)
    });
    let missing: Vec<&str> = missing.map(String::as_str).collect();
    if !missing.is_empty() {
        report.add(
            INF_003,
            [RecordId::from(crossing.handoff.id), template.id.into()],
            say!(
                case,
                "{step} needs {inputs}, and the template of {name} does not ask for it.",
                "{step} braucht {inputs}, und die Vorlage von {name} fragt nicht danach.",
                step = case.step_name(step),
                inputs = labels(case, missing.into_iter()),
                name = crossing.name
            ),
            case.language.pick(
                "Add a field to the template, or take the input away.",
                "Ergänzen Sie ein Feld in der Vorlage, oder nehmen Sie die Angabe weg.",
            ),
        );
    }
}

fn field_words(field: &TemplateField) -> BTreeSet<String> {
    let texts = [&field.label, &field.key, &field.help];
    texts.into_iter().chain(&field.choices).flat_map(|text| tokens(text)).collect()
}

/// A field that somebody fills by hand and that is not about the handoff itself.
fn is_captured(field: &TemplateField) -> bool {
    field.source.trim().is_empty()
        && !field.label.trim().is_empty()
        && OF_THE_HANDOFF.binary_search(&plain(&field.group).as_str()).is_err()
}

/// INF-004: a later handoff asks again by hand for what an earlier template has. Told once for each
/// field of the later one, with the first handoff that had it.
fn entered_again(case: &Case, users: &BTreeMap<TemplateId, Vec<&Crossing>>, report: &mut Report) {
    let mut asked: BTreeMap<String, Vec<(TemplateId, &str)>> = BTreeMap::new();
    for template in users.keys().filter_map(|id| case.document.template(*id)) {
        for field in template.fields.iter().filter(|field| is_captured(field)) {
            asked.entry(plain(&field.label)).or_default().push((template.id, field.label.trim()));
        }
    }
    let mut later = Later::of(&case.graph);
    let mut again: BTreeMap<(HandoffId, HandoffId), (&Crossing, &Crossing, Vec<&str>)> =
        BTreeMap::new();
    for uses in asked.into_values().filter(|uses| uses.len() > 1) {
        let mut all: Vec<(TemplateId, &str, &Crossing)> = Vec::new();
        for (id, label) in &uses {
            let crossings = users.get(id).map(Vec::as_slice).unwrap_or_default();
            all.extend(crossings.iter().map(|crossing| (*id, *label, *crossing)));
        }
        all.sort_by_key(|(.., crossing)| (crossing.handoff.number, crossing.handoff.id));
        for (id, _, second) in &all {
            let had = all
                .iter()
                .filter(|(other, ..)| other != id)
                .find(|(.., first)| later.comes(first.to.id, second.from.id));
            if let Some((_, label, first)) = had {
                let key = (first.handoff.id, second.handoff.id);
                again.entry(key).or_insert((*first, *second, Vec::new())).2.push(label);
            }
        }
    }
    for (first, second, mut fields) in again.into_values() {
        fields.sort_unstable();
        fields.dedup();
        report.add(
            INF_004,
            [second.handoff.id, first.handoff.id],
            say!(
                case,
                "{second} asks again for {fields}, which {first} had.",
                "{second} fragt noch einmal nach {fields}, was {first} schon hatte.",
                second = second.name,
                fields = labels(case, fields.into_iter()),
                first = first.name
            ),
            case.language.pick(
                "Take it over from the earlier form, and name that as its source.",
                "Übernehmen Sie es aus der früheren Vorlage, und nennen Sie diese als Quelle.",
            ),
        );
    }
}

/// Which steps come after which, found once for each that is asked about.
struct Later<'c> {
    graph: &'c Graph<'c>,
    nodes: BTreeMap<StepId, NodeIndex>,
    after: BTreeMap<StepId, Per<bool>>,
}

impl<'c> Later<'c> {
    fn of(graph: &'c Graph<'c>) -> Later<'c> {
        let nodes = graph.net.node_indices().map(|node| (graph.step(node).id, node)).collect();
        Later { graph, nodes, after: BTreeMap::new() }
    }

    /// Whether forward connectors lead from one step to another, or it is the same.
    fn comes(&mut self, from: StepId, to: StepId) -> bool {
        let (Some(start), Some(end)) = (self.nodes.get(&from), self.nodes.get(&to)) else {
            return false;
        };
        let reached = self.after.entry(from).or_insert_with(|| reached(self.graph, *start));
        reached[*end]
    }
}

/// The steps that forward connectors lead to from one.
fn reached(graph: &Graph, from: NodeIndex) -> Per<bool> {
    let mut reached = graph.per_node(false);
    let mut waiting = vec![from];
    while let Some(node) = waiting.pop() {
        if !reached[node] {
            reached[node] = true;
            waiting.extend(graph.onward(node).map(|link| link.target()));
        }
    }
    reached
}
