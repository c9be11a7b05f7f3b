//! Whether what is promised fits together and fits today: CRT-003, SLA-006, 007, 009, 010.

use super::case::{Case, Crossing};
use super::names;
use super::report::Report;
use super::rules::*;
use super::say::say;
use super::templates::labels;
use crate::agreement::{
    CoverShown, Form, Meanings, Passing, PromiseShown, Standing, TargetKind, covers,
    has_improvement, promises,
};
use crate::chain;
use crate::language::Language;
use model::*;
use std::collections::BTreeMap;

pub(super) fn check(case: &Case, report: &mut Report) {
    let mut meanings = Meanings::default();
    let mut forms: BTreeMap<TemplateId, Form> = BTreeMap::new();
    for crossing in &case.crossings {
        if let Some(template) = template(case, crossing) {
            let form =
                forms.entry(template.id).or_insert_with(|| Form::of(Some(template), &mut meanings));
            let criteria = case.criteria_of(Target::Handoff(crossing.handoff.id));
            if criteria.iter().any(|it| it.side == CriterionSide::Exit) {
                let (covers, _) = covers(criteria, form, &mut meanings);
                uncovered(case, crossing, template, criteria, &covers, report);
            }
        }
        against_today(case, crossing, report);
    }
    end_to_end(case, report);
}

/// The template of a handoff, once it asks for something.
fn template<'a>(case: &Case<'a>, crossing: &Crossing<'a>) -> Option<&'a Template> {
    let template = case.document.template(crossing.handoff.template?)?;
    (!template.fields.is_empty()).then_some(template)
}

/// CRT-003. Silent until both sides have said theirs, criteria and template: before that CRT-002 and
/// INF-001 ask for what is missing, and everything would be uncovered.
fn uncovered(
    case: &Case,
    crossing: &Crossing,
    template: &Template,
    criteria: &[&Criterion],
    covers: &[CoverShown],
    report: &mut Report,
) {
    for cover in covers.iter().filter(|it| it.by.is_empty() && it.fields.is_empty()) {
        let Some(entry) = criteria.iter().find(|it| it.id == cover.entry) else { continue };
        let may_be_empty = |it: &&TemplateField| cover.optional.contains(&it.key);
        let found: Vec<&str> =
            template.fields.iter().filter(may_be_empty).map(|it| it.label.as_str()).collect();
        let (what, hint) = if found.is_empty() {
            (
                say!(
                    case,
                    "nothing the sender finishes or fills in brings it",
                    "nichts, was der Absender fertigstellt oder ausfüllt, bringt es"
                ),
                case.language.pick(
                    "Add an exit criterion or a required field for it, or let the receiver check \
                     it itself.",
                    "Ergänzen Sie dafür ein Ausgangskriterium oder ein Pflichtfeld, oder lassen \
                     Sie es den Empfänger selbst prüfen.",
                ),
            )
        } else {
            (
                say!(
                    case,
                    "the form may be sent without {fields}",
                    "die Vorlage darf ohne {fields} abgeschickt werden",
                    fields = labels(case, found.into_iter())
                ),
                case.language.pick(
                    "Require it in the form, or let the receiver check it itself.",
                    "Machen Sie es in der Vorlage zur Pflicht, oder lassen Sie es den Empfänger \
                     selbst prüfen.",
                ),
            )
        };
        let entry_text = entry.text.trim();
        report.add_fixable(
            CRT_003,
            [RecordId::from(crossing.handoff.id), entry.id.into()],
            say!(
                case,
                "{name}: the receiver requires “{entry_text}”, and {what}.",
                "{name}: der Empfänger verlangt „{entry_text}“, und {what}.",
                name = crossing.name
            ),
            hint,
            requiring(template, &cover.optional),
        );
    }
}

/// Requires these fields.
fn requiring(template: &Template, keys: &[String]) -> Option<Command> {
    let mut fields = template.fields.clone();
    for field in fields.iter_mut().filter(|it| keys.contains(&it.key)) {
        field.required = true;
    }
    let edit = TemplateEdit::Fields(fields);
    (!keys.is_empty()).then_some(Command::EditTemplate { template: template.id, edit })
}

/// SLA-009 and 010: a target beside what is observed today.
fn against_today(case: &Case, crossing: &Crossing, report: &mut Report) {
    let Some(passing) = Passing::of(case.document, crossing.handoff) else { return };
    let Some(sla) = passing.sla.filter(|it| it.status != AgreementStatus::Retired) else { return };
    let promises = promises(&passing, sla);
    let of = |standing: Standing| promises.iter().filter(move |it| it.standing == standing);
    let say = |it: &PromiseShown, observed: Option<Minutes>| {
        let (what, does) = match (it.target, case.language) {
            (TargetKind::Acknowledge, Language::English) => ("acknowledgement", "it"),
            (TargetKind::Response, Language::English) => ("response", "the wait"),
            (TargetKind::Completion, Language::English) => ("completion", "the work"),
            (TargetKind::Acknowledge, Language::German) => ("die Eingangsbestätigung", "sie"),
            (TargetKind::Response, Language::German) => ("eine Antwort", "das Warten"),
            (TargetKind::Completion, Language::German) => ("den Abschluss", "die Arbeit"),
        };
        let clock = clock(case, it.clock);
        let time = |it: Minutes| names::duration(i64::from(it.0), clock);
        let observed = time(observed.unwrap_or_default());
        say!(
            case,
            "{what} within {target}, and {does} takes {observed} today",
            "{what} in {target}, und {does} dauert heute {observed}",
            target = time(it.minutes)
        )
    };
    let broken: Vec<String> = of(Standing::Broken).map(|it| say(it, it.usual)).collect();
    if !broken.is_empty() && !has_improvement(&passing) {
        report.add(
            SLA_009,
            [crossing.handoff.id],
            say!(
                case,
                "{name} promises {targets}.",
                "{name} verspricht {targets}.",
                name = crossing.name,
                targets = case.list(&broken)
            ),
            case.language.pick(
                "Link the idea or the action that makes it faster, or promise what can be \
                 kept.",
                "Verknüpfen Sie die Idee oder Maßnahme, die es schneller macht, oder \
                 versprechen Sie, was zu halten ist.",
            ),
        );
    }
    let loose: Vec<String> = of(Standing::Loose).map(|it| say(it, it.worst.or(it.usual))).collect();
    if !loose.is_empty() {
        report.add(
            SLA_010,
            [crossing.handoff.id],
            say!(
                case,
                "{name} promises {targets}.",
                "{name} verspricht {targets}.",
                name = crossing.name,
                targets = case.list(&loose)
            ),
            case.language.pick(
                "Promise what is kept anyway, or ask what the room is for.",
                "Versprechen Sie, was ohnehin gehalten wird, oder fragen Sie, wozu der \
                 Spielraum dient.",
            ),
        );
    }
}

/// The clock of a target: its day is the process's where it counts the same minutes.
fn clock(case: &Case, kind: ClockKind) -> Clock {
    if kind == case.figures.clock.kind {
        return case.figures.clock;
    }
    let minutes_per_day = if kind == ClockKind::Elapsed { 1440 } else { 480 };
    Clock { kind, minutes_per_day }
}

/// SLA-006 and 007: what the stages promise against what the whole way promises.
fn end_to_end(case: &Case, report: &mut Report) {
    for promise in chain::in_state(&case.graph, case.language) {
        let clock = clock(case, promise.clock);
        let time = |it: Minutes| names::duration(i64::from(it.0), clock);
        let percent = |share: f64| case.percent(100.0 * share);
        let name = match promise.name.trim() {
            "" => case
                .language
                .pick("An end-to-end promise without a name", "Ein Versprechen ohne Namen"),
            name => name,
        };
        if promise.headroom < 0 {
            report.add(
                SLA_006,
                [promise.sla],
                say!(
                    case,
                    "{name} promises {target}, and the targets on the way add up to {sum}.",
                    "{name} verspricht {target}, und die Ziele unterwegs ergeben zusammen {sum}.",
                    target = time(promise.target),
                    sum = time(promise.sum)
                ),
                case.language.pick(
                    "Tighten a target on the way, or promise more time.",
                    "Ziehen Sie ein Ziel unterwegs an, oder versprechen Sie mehr Zeit.",
                ),
            );
        }
        let Some(objective) = promise.objective else { continue };
        let promised = promise.stages.iter().any(|line| line.objective.is_some());
        if promised && promise.union < objective.fraction() - 1e-9 {
            let likely = promise.likely.map_or_else(String::new, |it| {
                say!(
                    case,
                    " By the ranges that people gave, {share} make it.",
                    " Nach den Spannen, die genannt wurden, schaffen es {share}.",
                    share = percent(it)
                )
            });
            report.add(
                SLA_007,
                [promise.sla],
                say!(
                    case,
                    "{name} promises {all} of items; the targets on the way assure {union} of \
                     them, {product} if nothing depends on anything.{likely}",
                    "{name} verspricht {all} der Vorgänge; die Ziele unterwegs sichern {union} \
                     davon, {product}, wenn nichts voneinander abhängt.{likely}",
                    all = percent(objective.fraction()),
                    union = percent(promise.union),
                    product = percent(promise.product)
                ),
                case.language.pick(
                    "Ask each stage for more, or let the time left over carry it, and say so.",
                    "Verlangen Sie von jedem Abschnitt mehr, oder lassen Sie die übrige Zeit es \
                 tragen, und sagen Sie das.",
                ),
            );
        }
    }
}
