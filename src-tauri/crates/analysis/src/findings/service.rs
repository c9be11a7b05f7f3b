//! What service levels promise: SLA-003, 004, 005, 008, 013. SLA-001 and 002 are checks of the
//! handoff itself. A level without a target promises nothing yet, and a retired one nothing more.

use super::case::{Case, Crossing};
use super::report::Report;
use super::rules::*;
use super::say::say;
use crate::figures::PathElement;
use crate::language::Language;
use model::*;
use std::collections::BTreeMap;

/// A service level of the map, once, with what stands under it.
pub(super) struct Service<'a> {
    pub sla: &'a Sla,
    /// `The service level of H-03 Sales → Onboarding`.
    pub name: String,
    /// What stands under it, and the level itself.
    pub about: Vec<RecordId>,
    /// The handoffs, each with the step that receives.
    pub handoffs: Vec<(&'a Handoff, &'a Step)>,
    pub stages: Vec<&'a Stage>,
}

/// The service levels that something of the map stands under.
pub(super) fn services<'a>(
    document: &'a Document,
    state: StateId,
    crossings: &[Crossing<'a>],
    language: Language,
) -> Vec<Service<'a>> {
    let mut by_level: BTreeMap<SlaId, Vec<&Crossing<'a>>> = BTreeMap::new();
    for crossing in crossings {
        if let Some(sla) = crossing.handoff.sla {
            by_level.entry(sla).or_default().push(crossing);
        }
    }
    let mut stages: BTreeMap<SlaId, Vec<&'a Stage>> = BTreeMap::new();
    for stage in document.stages().filter(|it| it.state == state) {
        if let Some(sla) = stage.sla {
            stages.entry(sla).or_default().push(stage);
        }
    }
    let here = |step: StepId| document.step(step).map(|it| it.state) == Some(state);
    let promises = |sla: &&Sla| {
        let targets = [&sla.acknowledge, &sla.response, &sla.completion];
        sla.status != AgreementStatus::Retired && targets.iter().any(|it| it.is_some())
    };
    document
        .slas()
        .filter(promises)
        .filter_map(|sla| {
            let crossings = by_level.remove(&sla.id).unwrap_or_default();
            let stages = stages.remove(&sla.id).unwrap_or_default();
            let way = sla.end_to_end.filter(|way| here(way.from));
            service(sla, &crossings, stages, way, language)
        })
        .collect()
}

fn service<'a>(
    sla: &'a Sla,
    crossings: &[&Crossing<'a>],
    stages: Vec<&'a Stage>,
    way: Option<EndToEnd>,
    language: Language,
) -> Option<Service<'a>> {
    let of_handoffs = crossings.iter().map(|it| it.handoff.id.into());
    let mut about: Vec<RecordId> =
        of_handoffs.chain(stages.iter().map(|it| it.id.into())).collect();
    let name = match (crossings, stages.as_slice(), way) {
        ([], [], None) => return None,
        ([], [], Some(_)) => {
            let name = sla.name.trim();
            language.pick(format!("The promise “{name}”"), format!("Das Versprechen „{name}“"))
        }
        ([only], [], _) => {
            format!(
                "{} {}",
                language.pick("The service level of", "Die Vereinbarung von"),
                only.name
            )
        }
        ([], [only], _) => {
            let name = only.name.trim();
            language.pick(
                format!("The service level of the stage “{name}”"),
                format!("Die Vereinbarung der Phase „{name}“"),
            )
        }
        _ => {
            let name = sla.name.trim();
            language
                .pick(format!("The service level “{name}”"), format!("Die Vereinbarung „{name}“"))
        }
    };
    about.push(sla.id.into());
    let handoffs = crossings.iter().map(|it| (it.handoff, it.to)).collect();
    Some(Service { sla, name, about, handoffs, stages })
}

impl Service<'_> {
    /// A finding about it and all that stands under it.
    pub(super) fn find(&self, rule: Rule, what: &str, hint: &str, report: &mut Report) {
        self.find_fixable(rule, what, hint, None, report);
    }

    pub(super) fn find_fixable(
        &self,
        rule: Rule,
        what: &str,
        hint: &str,
        edit: Option<SlaEdit>,
        report: &mut Report,
    ) {
        let fix = edit.map(|edit| Command::EditSla { sla: self.sla.id, edit });
        let message = format!("{} {what}.", self.name);
        report.add_fixable(rule, self.about.iter().copied(), message, hint, fix);
    }
}

pub(super) fn check(case: &Case, report: &mut Report) {
    for service in &case.services {
        calendar(case, service, report);
        objective(case, service, report);
        too_slow_to_answer(case, service, report);
        shorter_than_the_work(case, service, report);
        events(case, service, report);
    }
}

/// SLA-003: working minutes are those of a calendar; minutes on the wall need none.
fn calendar(case: &Case, service: &Service, report: &mut Report) {
    let sla = service.sla;
    let targets = [&sla.acknowledge, &sla.response, &sla.completion];
    let working = targets.into_iter().flatten().any(|target| target.clock == ClockKind::Business);
    if working && sla.calendar.is_none() {
        let process = case.document.process_of(case.graph.state);
        let edit = process.and_then(|it| it.calendar).map(|it| SlaEdit::Calendar(Some(it)));
        service.find_fixable(
            SLA_003,
            case.language.pick(
                "counts working time, and no calendar says which",
                "zählt Arbeitszeit, und kein Kalender sagt, welche",
            ),
            case.language.pick(
                "Choose the calendar of those who have to keep it.",
                "Wählen Sie den Kalender derer, die sie einhalten müssen.",
            ),
            edit,
            report,
        );
    }
}

fn objective(case: &Case, service: &Service, report: &mut Report) {
    let sla = service.sla;
    let missing = match (sla.objective, sla.objective_window) {
        (Some(_), Some(_)) => return,
        (None, Some(_)) => case.language.pick(
            "does not say for how many of the items it holds",
            "sagt nicht, für wie viele der Vorgänge sie gilt",
        ),
        (Some(_), None) => case.language.pick(
            "does not say over which time its percentage is counted",
            "sagt nicht, über welchen Zeitraum der Anteil gezählt wird",
        ),
        (None, None) => case.language.pick(
            "says neither for how many of the items it holds, nor counted over which time",
            "sagt weder, für wie viele der Vorgänge sie gilt, noch über welchen Zeitraum \
                 gezählt",
        ),
    };
    let hint = case.language.pick(
        "Agree a percentage and its window, such as 95 % in a month.",
        "Vereinbaren Sie einen Anteil und seinen Zeitraum, etwa 95 % im Monat.",
    );
    service.find(SLA_004, missing, hint, report);
}

/// SLA-005: both count from release, so the answer may not take longer than the whole.
fn too_slow_to_answer(case: &Case, service: &Service, report: &mut Report) {
    let sla = service.sla;
    let (Some(response), Some(completion)) = (sla.response, sla.completion) else { return };
    if sla.completion_from == CompletionFrom::Release
        && response.clock == completion.clock
        && response.minutes > completion.minutes
    {
        service.find(
            SLA_005,
            case.language.pick(
                "allows more time for the answer than for the work with it",
                "lässt für die Antwort mehr Zeit als für die Arbeit samt ihr",
            ),
            case.language.pick(
                "Shorten the response, or count completion from acceptance.",
                "Verkürzen Sie die Antwort, oder zählen Sie den Abschluss ab der Annahme.",
            ),
            report,
        );
    }
}

/// SLA-008: hands are on the item for longer than the target. For a handoff it is the work of the
/// step that receives; what follows it may belong to other agreements.
fn shorter_than_the_work(case: &Case, service: &Service, report: &mut Report) {
    let Some(target) = service.sla.completion else { return };
    if target.clock != case.figures.clock.kind {
        return;
    }
    let of_handoffs = service.handoffs.iter().map(|(_, to)| to.process_minutes());
    let of_stages = service.stages.iter().map(|stage| work_on_path(case, stage.id));
    let work = of_handoffs.chain(of_stages).max().unwrap_or_default();
    if i64::from(target.minutes.0) < work {
        let time = |minutes| case.time(minutes);
        let what = say!(
            case,
            "is complete within {target}, and the work alone takes {work}",
            "verspricht den Abschluss in {target}, und die Arbeit allein dauert {work}",
            target = time(i64::from(target.minutes.0)),
            work = time(work)
        );
        service.find(
            SLA_008,
            &what,
            case.language.pick(
                "Give it the time it takes, or make the work smaller.",
                "Geben Sie ihr die Zeit, die sie braucht, oder machen Sie die Arbeit kleiner.",
            ),
            report,
        );
    }
}

fn work_on_path(case: &Case, stage: StageId) -> i64 {
    let path = case.timeline().map(|it| it.path.as_slice()).unwrap_or_default();
    let steps = path.iter().filter_map(|element| match element {
        PathElement::Step { step, process_time, .. } => Some((*step, *process_time)),
        PathElement::Wait { .. } => None,
    });
    let of_stage =
        |step: StepId| case.document.step(step).is_some_and(|it| it.stage == Some(stage));
    steps.filter(|(step, _)| of_stage(*step)).map(|(_, minutes)| minutes).sum()
}

/// SLA-013, and the one edit that puts the clock as in domain.md 3.2, where one is enough.
fn events(case: &Case, service: &Service, report: &mut Report) {
    let sla = service.sla;
    if !stopped_clocks(sla) {
        return;
    }
    let usual = [
        SlaEdit::ResponseStart(Some(ClockEvent::Released)),
        SlaEdit::ResponseStop(Some(ClockEvent::Accepted)),
        SlaEdit::CompletionStop(Some(ClockEvent::Completed)),
    ];
    let mends = |edit: &SlaEdit| {
        let mut after = sla.clone();
        match edit {
            SlaEdit::ResponseStart(event) => after.response_start = *event,
            SlaEdit::ResponseStop(event) => after.response_stop = *event,
            SlaEdit::CompletionStop(event) => after.completion_stop = *event,
            _ => {}
        }
        !stopped_clocks(&after)
    };
    service.find_fixable(
        SLA_013,
        case.language.pick(
            "has a clock that starts and stops at the same event, or at none",
            "hat eine Uhr, die beim selben Ereignis beginnt und endet, oder bei keinem",
        ),
        case.language.pick(
            "Response runs from released to accepted, completion from there to \
                 completed.",
            "Die Antwort läuft von der Freigabe bis zur Annahme, der Abschluss von dort \
                 bis zum Ende.",
        ),
        usual.into_iter().find(mends),
        report,
    );
}

/// Whether a clock of a target starts and stops at the same event, or at none.
fn stopped_clocks(sla: &Sla) -> bool {
    let stands = |start: Option<ClockEvent>, stop: Option<ClockEvent>| {
        start.is_none() || stop.is_none() || start == stop
    };
    let completion_start = match sla.completion_from {
        CompletionFrom::Acceptance => ClockEvent::Accepted,
        CompletionFrom::Release => ClockEvent::Released,
    };
    let response = sla.response.is_some() && stands(sla.response_start, sla.response_stop);
    let completion =
        sla.completion.is_some() && stands(Some(completion_start), sla.completion_stop);
    response || completion
}
