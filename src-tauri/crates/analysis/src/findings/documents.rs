//! Whether what is agreed is written down, the same for all: VAR-001 to 004. A kind of document is
//! asked for once the engagement has one of it.

use super::case::{Case, Crossing};
use super::report::Report;
use super::rules::*;
use super::say::say;
use super::words::plain;
use model::*;
use std::collections::{BTreeMap, BTreeSet};

pub(super) fn check(case: &Case, report: &mut Report) {
    for crossing in case.crossings.iter().filter(|it| it.handoff.varies) {
        report.add(
            VAR_001,
            [crossing.handoff.id],
            say!(
                case,
                "How {it} is done depends on who does it.",
                "Wie {it} gemacht wird, hängt davon ab, wer es tut.",
                it = crossing.name
            ),
            case.language.pick(
                "Agree one way, write it down, and take the mark away.",
                "Vereinbaren Sie einen Weg, schreiben Sie ihn auf, und nehmen Sie das \
                 Kennzeichen weg.",
            ),
        );
    }
    procedures(case, report);
    upkeep(case, report);
    types(case, report);
}

fn has(text: &str) -> bool {
    !text.trim().is_empty()
}

/// VAR-002: of handoffs once a handoff has a procedure, of steps once a step has one.
fn procedures(case: &Case, report: &mut Report) {
    let hint = case.language.pick(
        "Write in a few lines how it is done, or link to where it is written.",
        "Schreiben Sie in wenigen Zeilen, wie es gemacht wird, oder verweisen Sie \
                 darauf, wo es steht.",
    );
    if case.document.handoffs().any(|it| has(&it.procedure)) {
        for crossing in case.crossings.iter().filter(|it| !has(&it.handoff.procedure)) {
            let message = say!(
                case,
                "{it} has no procedure.",
                "{it} hat keine Anleitung.",
                it = crossing.name
            );
            report.add(VAR_002, [crossing.handoff.id], message, hint);
        }
    }
    if case.document.steps().any(|it| has(&it.procedure)) {
        let ours = |step: &&Step| {
            let external = case.document.team_of(step).is_some_and(|team| team.external);
            step.shape == StepKind::Step && !external
        };
        for step in case.steps().filter(ours).filter(|it| !has(&it.procedure)) {
            let message = say!(
                case,
                "{it} has no procedure.",
                "{it} hat keine Anleitung.",
                it = case.step_name(step)
            );
            report.add(VAR_002, [step.id], message, hint);
        }
    }
}

/// What a document that somebody keeps up to date has.
struct Kept<'a> {
    about: Vec<RecordId>,
    name: String,
    owner: bool,
    version: &'a str,
    review: &'a str,
}

/// VAR-003: asked for once a template or a procedure of the engagement has one of the three.
fn upkeep(case: &Case, report: &mut Report) {
    let document = case.document;
    let of_handoffs = document.handoffs().filter(|it| has(&it.procedure)).any(|it| {
        it.procedure_owner.is_some() || has(&it.procedure_version) || has(&it.procedure_review)
    });
    let of_templates = document
        .templates()
        .any(|it| it.owner.is_some() || has(&it.version) || has(&it.review_date));
    if !of_handoffs && !of_templates {
        return;
    }
    for kept in documents(case) {
        let missing = [
            (!kept.owner).then_some(case.language.pick("no owner", "keinen Eigner")),
            (!has(kept.version)).then_some(case.language.pick("no version", "keine Version")),
            (!has(kept.review))
                .then_some(case.language.pick("no date of review", "keinen Prüftermin")),
        ];
        let missing: Vec<String> = missing.into_iter().flatten().map(str::to_owned).collect();
        if !missing.is_empty() {
            report.add(
                VAR_003,
                kept.about,
                say!(
                    case,
                    "{it} has {missing}.",
                    "{it} hat {missing}.",
                    it = kept.name,
                    missing = case.list(&missing)
                ),
                case.language.pick(
                    "Say who keeps it up to date, which version counts, and when it is looked at \
                 again.",
                    "Sagen Sie, wer es pflegt, welche Version gilt, und wann wieder darauf \
                 geschaut wird.",
                ),
            );
        }
    }
}

/// The procedures of the handoffs of the map, and the templates they use, each once.
fn documents<'c>(case: &'c Case) -> Vec<Kept<'c>> {
    let procedures = case.crossings.iter().filter(|it| has(&it.handoff.procedure)).map(|it| Kept {
        about: vec![it.handoff.id.into()],
        name: say!(
            case,
            "The procedure of {handoff}",
            "Die Anleitung von {handoff}",
            handoff = it.name
        ),
        owner: it.handoff.procedure_owner.is_some(),
        version: &it.handoff.procedure_version,
        review: &it.handoff.procedure_review,
    });
    let used: BTreeSet<TemplateId> =
        case.crossings.iter().filter_map(|it| it.handoff.template).collect();
    let templates =
        used.into_iter().filter_map(|id| case.document.template(id)).map(|template| Kept {
            about: vec![template.id.into()],
            name: say!(
                case,
                "The template “{form}”",
                "Die Vorlage „{form}“",
                form = template.name.trim()
            ),
            owner: template.owner.is_some(),
            version: &template.version,
            review: &template.review_date,
        });
    procedures.chain(templates).collect()
}

/// VAR-004: handoffs of one type are agreed differently. Templates and channels are INF-009's.
fn types(case: &Case, report: &mut Report) {
    let mut types: BTreeMap<String, Vec<&Crossing>> = BTreeMap::new();
    for crossing in case.crossings.iter().filter(|it| has(&it.handoff.handoff_type)) {
        types.entry(plain(&crossing.handoff.handoff_type)).or_default().push(crossing);
    }
    for crossings in types.into_values().filter(|of| of.len() > 1) {
        let differ = differences(case, &crossings);
        let Some(first) = crossings.first().filter(|_| !differ.is_empty()) else { continue };
        report.add(
            VAR_004,
            crossings.iter().map(|it| it.handoff.id),
            say!(
                case,
                "Handoffs of the type “{name}” differ in {parts}.",
                "Übergaben der Art „{name}“ unterscheiden sich: {parts}.",
                name = first.handoff.handoff_type.trim(),
                parts = case.list(&differ)
            ),
            case.language.pick(
                "Design them alike, or give them different types.",
                "Gestalten Sie sie gleich, oder geben Sie ihnen verschiedene Arten.",
            ),
        );
    }
}

/// In what the handoffs differ, among those that say something.
fn differences(case: &Case, crossings: &[&Crossing]) -> Vec<String> {
    let sla = |it: &Crossing| it.handoff.sla.and_then(|sla| case.document.sla(sla));
    let target = |it: Option<TimeTarget>| it.map(|it| format!("{:?} {}", it.clock, it.minutes.0));
    let reasons = |it: &Crossing| {
        let all: BTreeSet<String> = it.handoff.return_reasons.iter().map(|it| plain(it)).collect();
        (!all.is_empty()).then(|| all.into_iter().collect::<Vec<_>>().join(", "))
    };
    let differs = |said: &dyn Fn(&Crossing) -> Option<String>| {
        crossings.iter().filter_map(|it| said(it)).collect::<BTreeSet<_>>().len() > 1
    };
    let word = |it: Option<&'static str>| it.map(str::to_owned);
    let parts = [
        (
            ("acceptance", "Annahme"),
            differs(&|it| word(it.handoff.acceptance.map(Acceptance::word))),
        ),
        (
            ("follow-up", "Nachfassen"),
            differs(&|it| word(it.handoff.follow_up.map(FollowUp::word))),
        ),
        (("response", "Antwort"), differs(&|it| target(sla(it)?.response))),
        (("completion", "Abschluss"), differs(&|it| target(sla(it)?.completion))),
        (("reasons to return", "Rückgabegründe"), differs(&|it| reasons(it))),
    ];
    parts
        .into_iter()
        .filter(|(_, differ)| *differ)
        .map(|((english, german), _)| case.language.pick(english, german).to_owned())
        .collect()
}
