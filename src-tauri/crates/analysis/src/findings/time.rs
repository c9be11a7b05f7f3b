//! Times: TIM-001 to 008.

use super::case::Case;
use super::names;
use super::report::Report;
use super::rules::*;
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
    let time = |step: &Step| names::duration(step.process_minutes(), case.figures.clock);
    for step in case.steps() {
        if step.process_minutes() > step.span_minutes() {
            report.add(
                TIM_001,
                [step.id],
                format!(
                    "{} takes {} of work, more than the {} from its start to its finish.",
                    names::step(case.document, step),
                    time(step),
                    names::duration(step.span_minutes(), case.figures.clock)
                ),
                "Correct one of the two; if several people work at once, say how many.",
            );
        }
    }
}

fn unknown(case: &Case, report: &mut Report) {
    let document = case.document;
    let unknown = case.timeline().map(|it| it.unknown.as_slice()).unwrap_or_default();
    for id in unknown {
        let (message, hint) = if let Some(connector) = document.connector((*id).into()) {
            let name = names::connector(document, connector);
            match connector.wait {
                None => {
                    (format!("How long {name} waits is not known."), "Ask the room for a guess.")
                }
                Some(_) => (
                    format!("Why {name} waits on the critical path is not known."),
                    "Choose the cause of the wait.",
                ),
            }
        } else if let Some(step) = document.step((*id).into()) {
            let name = names::step(document, step);
            (format!("How long {name} takes is not known."), "Ask the room for a guess.")
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
                format!(
                    "{} waits {}, {} of the lead time.",
                    names::handoff(case.document, handoff),
                    names::duration(connector.wait_minutes(), case.figures.clock),
                    names::percent(100.0 * share)
                ),
                "Begin here: no other wait between teams is worth as much.",
            );
        }
    }
}

fn without_cause(case: &Case, connector: &Connector, report: &mut Report) {
    if connector.wait_minutes() > 0 && connector.cause.is_none() {
        report.add(
            TIM_004,
            [connector.id],
            format!(
                "{} waits {} without a cause.",
                names::connector(case.document, connector),
                names::duration(connector.wait_minutes(), case.figures.clock)
            ),
            "Choose why it waits, so that waits can be summed by cause.",
        );
    }
}

fn batch(case: &Case, connector: &Connector, report: &mut Report) {
    if connector.cause != Some(DelayCause::Batch) || connector.flow == ConnectorKind::Rework {
        return;
    }
    let name = names::connector(case.document, connector);
    let duration = |minutes| names::duration(minutes, case.figures.clock);
    let Some(interval) = connector.batch_interval.map(|it| i64::from(it.0)).filter(|it| *it > 0)
    else {
        let message = format!("{name} waits for a batch, but not how often one runs.");
        report.add(TIM_005, [connector.id], message, "Say how often the batch runs.");
        return;
    };
    let half = interval as f64 / 2.0;
    let wait = connector.wait_minutes();
    let tolerance = case.limit(TIM_005) / 100.0 * half;
    if connector.wait.is_some() && (wait as f64 - half).abs() > tolerance {
        report.add_fixable(
            TIM_005,
            [connector.id],
            format!(
                "{name} waits {}; a batch every {} makes items wait about half of that.",
                duration(wait),
                duration(interval)
            ),
            "Check the wait, the interval and the cause.",
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
            format!(
                "Hands are on the item {} of the time; otherwise it waits.",
                names::percent(ratio)
            ),
            "Look for the longest waits first; working faster changes little.",
        );
    }
}

fn follow_up(case: &Case, report: &mut Report) {
    for crossing in &case.crossings {
        if crossing.handoff.follow_up == Some(FollowUp::Manual) {
            report.add(
                TIM_007,
                [crossing.handoff.id],
                format!("Somebody has to chase {}.", crossing.name),
                "Let the system tell the sender what became of it.",
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
                format!("{} is busy {} of its time.", case.team(team), names::percent(percent)),
                "Queues grow fast from here on: take work away, or add people.",
            );
        }
    }
}
