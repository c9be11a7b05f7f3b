//! Times: TIM-001 to 008.

use super::case::Case;
use super::report::Report;
use super::rules::*;
use super::say::say;
use crate::figures::Severity;
use crate::network::load::loads;
use model::{
    Command, Confidence, Connector, ConnectorEdit, ConnectorKind, DelayCause, Estimate, FollowUp,
    Minutes, RecordId, Step,
};

/// Of a team's capacity: here queues never end.
const OVERLOADED_PERCENT: f64 = 100.0;

pub(super) fn check(case: &Case, report: &mut Report) {
    impossible(case, report);
    unknown(case, report);
    long_waits(case, report);
    for connector in case.connectors() {
        without_cause(case, connector, report);
        batch(case, connector, report);
    }
    activity(case, report);
    follow_up(case, report);
    utilisation(case, report);
}

fn impossible(case: &Case, report: &mut Report) {
    let time = |step: &Step| case.time(step.process_minutes());
    for step in case.steps() {
        if step.process_minutes() > step.span_minutes() {
            report.add(
                TIM_001,
                [step.id],
                say!(
                    case,
                    "{it} takes {work} of work, more than the {span} from its start to its \
                 finish.",
                    "{it} braucht {work} Arbeit, mehr als die {span} vom Beginn bis zum Ende.",
                    it = case.step_name(step),
                    work = time(step),
                    span = case.time(step.span_minutes())
                ),
                case.language.pick(
                    "Correct one of the two; if several people work at once, say how many.",
                    "Berichtigen Sie eines von beiden; arbeiten mehrere zugleich, sagen Sie, wie \
                 viele.",
                ),
            );
        }
    }
}

fn unknown(case: &Case, report: &mut Report) {
    let document = case.document;
    let unknown = case.timeline().map(|it| it.unknown.as_slice()).unwrap_or_default();
    let guess =
        case.language.pick("Ask the room for a guess.", "Bitten Sie den Raum um eine Schätzung.");
    for id in unknown {
        let (message, hint) = if let Some(connector) = document.connector((*id).into()) {
            let name = case.connector_name(connector);
            match connector.wait {
                None => (
                    say!(
                        case,
                        "How long {name} waits is not known.",
                        "Wie lange {name} wartet, ist nicht bekannt."
                    ),
                    guess,
                ),
                Some(_) => (
                    say!(
                        case,
                        "Why {name} waits on the critical path is not known.",
                        "Warum {name} auf dem kritischen Pfad wartet, ist nicht bekannt."
                    ),
                    case.language
                        .pick("Choose the cause of the wait.", "Wählen Sie den Grund des Wartens."),
                ),
            }
        } else if let Some(step) = document.step((*id).into()) {
            let name = case.step_name(step);
            let message = say!(
                case,
                "How long {name} takes is not known.",
                "Wie lange {name} dauert, ist nicht bekannt."
            );
            (message, guess)
        } else {
            continue;
        };
        report.add(TIM_002, [*id], message, hint);
    }
}

fn long_waits(case: &Case, report: &mut Report) {
    let lead_time = case.timeline().map_or(0, |timeline| timeline.lead_time);
    let long = case.limit(TIM_003);
    for connector in case.waits_on_path() {
        let Some(handoff) = case.document.handoff_at(connector) else { continue };
        let share = connector.wait_minutes() as f64 / lead_time.max(1) as f64;
        if 100.0 * connector.wait_minutes() as f64 >= long * lead_time.max(1) as f64 {
            report.add(
                TIM_003,
                [handoff.id],
                say!(
                    case,
                    "{it} waits {time}, {share} of the lead time.",
                    "{it} wartet {time}, {share} der Durchlaufzeit.",
                    it = case.connector_name(connector),
                    time = case.time(connector.wait_minutes()),
                    share = case.percent(100.0 * share)
                ),
                case.language.pick(
                    "Begin here: no other wait between teams is worth as much.",
                    "Beginnen Sie hier: kein anderes Warten zwischen Teams ist so viel wert.",
                ),
            );
        }
    }
}

fn without_cause(case: &Case, connector: &Connector, report: &mut Report) {
    if connector.wait_minutes() > 0 && connector.cause.is_none() {
        report.add(
            TIM_004,
            [connector.id],
            say!(
                case,
                "{it} waits {time} without a cause.",
                "{it} wartet {time} ohne einen Grund.",
                it = case.connector_name(connector),
                time = case.time(connector.wait_minutes())
            ),
            case.language.pick(
                "Choose why it waits, so that waits can be summed by cause.",
                "Wählen Sie, warum es wartet, damit Wartezeiten nach Gründen zusammenkommen.",
            ),
        );
    }
}

fn batch(case: &Case, connector: &Connector, report: &mut Report) {
    if connector.cause != Some(DelayCause::Batch) || connector.flow == ConnectorKind::Rework {
        return;
    }
    let name = case.connector_name(connector);
    let Some(interval) = connector.batch_interval.map(|it| i64::from(it.0)).filter(|it| *it > 0)
    else {
        let message = say!(
            case,
            "{name} waits for a batch, and how often one runs is not said.",
            "{name} wartet auf einen Stapel, und wie oft einer läuft, ist nicht gesagt."
        );
        let hint = case
            .language
            .pick("Say how often the batch runs.", "Sagen Sie, wie oft der Stapel läuft.");
        report.add(TIM_005, [connector.id], message, hint);
        return;
    };
    let half = interval as f64 / 2.0;
    let wait = connector.wait_minutes();
    let tolerance = case.limit(TIM_005) / 100.0 * half;
    if connector.wait.is_some() && (wait as f64 - half).abs() > tolerance {
        report.add_fixable(
            TIM_005,
            [connector.id],
            say!(
                case,
                "{name} waits {wait}; a batch every {interval} makes items wait about half \
                 of that.",
                "{name} wartet {wait}; ein Stapel alle {interval} lässt Vorgänge etwa die \
                 Hälfte davon warten.",
                wait = case.time(wait),
                interval = case.time(interval)
            ),
            case.language.pick(
                "Check the wait, the interval and the cause.",
                "Prüfen Sie die Wartezeit, den Abstand und den Grund.",
            ),
            half_of(connector, interval, tolerance),
        );
    }
}

/// Waits half the interval from now on. What was measured is not written over.
fn half_of(connector: &Connector, interval: i64, tolerance: f64) -> Option<Command> {
    let measured = |it: &Estimate<Minutes>| it.confidence == Confidence::Measured;
    let half = Minutes(i32::try_from(interval / 2).ok()?);
    let near = (f64::from(half.0) - interval as f64 / 2.0).abs() <= tolerance;
    if !near || connector.wait.as_ref().is_some_and(measured) {
        return None;
    }
    let edit = ConnectorEdit::Wait(Some(Estimate::of(half)));
    Some(Command::EditConnector { connector: connector.id, edit })
}

fn activity(case: &Case, report: &mut Report) {
    let ratio = case.timeline().and_then(|timeline| timeline.activity_ratio);
    if let Some(ratio) = ratio.filter(|ratio| *ratio < case.limit(TIM_006)) {
        report.add_for_map(
            TIM_006,
            say!(
                case,
                "Hands are on the item {share} of the time; otherwise it waits.",
                "In {share} der Zeit wird am Vorgang gearbeitet; sonst wartet er.",
                share = case.percent(ratio)
            ),
            case.language.pick(
                "Look for the longest waits first; working faster changes little.",
                "Suchen Sie zuerst die längsten Wartezeiten; schneller zu arbeiten ändert \
                 wenig.",
            ),
        );
    }
}

fn follow_up(case: &Case, report: &mut Report) {
    for crossing in &case.crossings {
        if crossing.handoff.follow_up == Some(FollowUp::Manual) {
            report.add(
                TIM_007,
                [crossing.handoff.id],
                say!(
                    case,
                    "Somebody has to chase {it}.",
                    "Bei {it} muss jemand nachfassen.",
                    it = crossing.name
                ),
                case.language.pick(
                    "Let the system tell the sender what became of it.",
                    "Lassen Sie das System dem Absender sagen, was daraus wurde.",
                ),
            );
        }
    }
}

/// Work that arrives in a day over what a team can do in a day (domain.md 2.5).
fn utilisation(case: &Case, report: &mut Report) {
    for (team, load) in loads(&case.graph, &case.expected) {
        let Some(percent) = load.percent() else { continue };
        if percent >= case.limit(TIM_008) {
            let overloaded = percent >= OVERLOADED_PERCENT;
            report.add_as(
                if overloaded { Severity::Error } else { Severity::Warning },
                TIM_008,
                case.lane_of(team).map(RecordId::from),
                say!(
                    case,
                    "{team} is busy {share} of its time.",
                    "{team} ist {share} der Zeit ausgelastet.",
                    team = case.team(team),
                    share = case.percent(percent)
                ),
                case.language.pick(
                    "Queues grow fast from here on: take work away, or add people.",
                    "Ab hier wachsen Schlangen schnell: nehmen Sie Arbeit weg, oder Leute dazu.",
                ),
            );
        }
    }
}
