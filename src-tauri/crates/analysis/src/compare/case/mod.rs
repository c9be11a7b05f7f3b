//! The business case of a change (domain.md 2.3, freed capacity; money and delay are Baton's): hours
//! freed, in people and in money, and what it is worth to be done sooner.
//!
//! Work is told by the Expected view, so that rework that no longer happens is freed too. It costs what
//! the accountable role of its step costs; where a step has none, the mean of the roles of its team
//! that have a cost. Ranges are those of the inputs, all unfavourable or all favourable at once.

mod freed;
mod known;
mod shown;
mod work;

pub use known::{Amount, ShownAmount, deserved, digits};
pub use shown::{BusinessCase, CaseAssumption, CaseInput, CaseRow, Covered};

use super::Side;
use super::kin::Kin;
use crate::expected::Expected;
use crate::graph::Graph;
use known::Known;
use model::*;
use std::collections::BTreeSet;
use work::Work;

/// What the second of two states of one process frees, against the first.
pub fn case(document: &Document, from: StateId, to: StateId) -> BusinessCase {
    let process = document.process_of(to);
    let one =
        process.is_some() && process.map(|it| it.id) == document.process_of(from).map(|it| it.id);
    let mut case = BusinessCase {
        from,
        to,
        process: process.filter(|_| one).map(|it| it.id),
        clock: process.map(|it| it.clock).unwrap_or_default(),
        currency: document.the_engagement().map(|it| it.currency.clone()).unwrap_or_default(),
        volume: None,
        freed_per_item: None,
        freed_per_day: None,
        freed_per_year: None,
        people: None,
        money_per_year: None,
        faster_days: None,
        delay_per_year: None,
        rows: Vec::new(),
        assumed: Vec::new(),
        missing: Vec::new(),
        confidence: None,
    };
    let Some(process) = process.filter(|_| one) else {
        case.missing.push(CaseInput::OneProcess);
        return case;
    };
    let volume = process.volume().map(|it| Known::of(&it, |it| f64::from(it) / 1000.0));
    let year = Year::of(process);
    case.volume = volume.map(Known::amount);
    case.assumed.extend(
        process
            .days_per_year
            .is_none()
            .then_some(CaseAssumption::DaysPerYear { days: process.year() }),
    );
    let graphs = [Graph::of(document, from), Graph::of(document, to)];
    let expected = [&graphs[0], &graphs[1]].map(|it| crate::expected::of_graph(it).ok());
    let side = |state| Side { document, state };
    let kin = Kin::of(&side(from), &side(to));
    if let [Some(before), Some(after)] = &expected {
        let both = [before, after];
        let shares: BTreeSet<ConnectorId> =
            both.iter().flat_map(|it| it.assumed.iter().copied()).collect();
        // A share that nobody said is a guess, whatever the times are.
        let doubt = if shares.is_empty() { Confidence::Measured } else { Confidence::Guessed };
        let work = Work::of(document, &kin, both, doubt);
        if !shares.is_empty() {
            case.missing.push(CaseInput::Probability { connectors: shares.into_iter().collect() });
        }
        if volume.is_none() {
            case.missing.push(CaseInput::Volume);
        }
        work.tell(&mut case, document, volume, year);
        sooner(&mut case, &kin, [&graphs[0], &graphs[1]], (process, volume, year), doubt);
    } else {
        let none = |(state, it): (StateId, &Option<Expected>)| it.is_none().then_some(state);
        let states = [from, to].into_iter().zip(&expected).filter_map(none).collect();
        case.missing.push(CaseInput::Visits { states });
        if volume.is_none() {
            case.missing.push(CaseInput::Volume);
        }
    }
    if case.currency.is_empty() && priced(document, process) {
        case.missing.push(CaseInput::Currency);
    }
    case.confidence = worst(&case);
    case
}

fn priced(document: &Document, process: &Process) -> bool {
    process.cost_of_delay.is_some() || document.roles().any(|it| it.cost_per_hour.is_some())
}

fn worst(case: &BusinessCase) -> Option<Confidence> {
    let covered = [case.people, case.money_per_year].map(|it| it.map(|it| it.amount));
    let all = [case.freed_per_item, case.freed_per_day, case.faster_days, case.delay_per_year];
    all.into_iter().chain(covered).flatten().map(|it| it.confidence).max()
}

/// The days of a year of the clock.
#[derive(Clone, Copy)]
struct Year {
    days: f64,
    confidence: Confidence,
}

impl Year {
    /// Days that somebody counted are as they are; those that are assumed are an estimate.
    fn of(process: &Process) -> Year {
        let said = process.days_per_year.is_some();
        let confidence = if said { Confidence::Measured } else { Confidence::Estimated };
        Year { days: f64::from(process.year()), confidence }
    }

    fn over(self, day: Known) -> Known {
        day.by(self.days).at_best(self.confidence)
    }
}

/// What it is worth that items are done sooner.
fn sooner(
    case: &mut BusinessCase,
    kin: &Kin,
    graphs: [&Graph; 2],
    (process, volume, year): (&Process, Option<Known>, Year),
    doubt: Confidence,
) {
    let cost = process.cost_of_delay.as_ref().map(|it| Known::of(it, Money::units));
    let times = graphs.map(crate::expected::counted);
    if let [Some(before), Some(after)] = &times {
        let (minutes, unknown) = work::sooner(kin, graphs, [before, after]);
        let day = f64::from(process.clock.minutes_per_day.max(1));
        let days = minutes.by(1.0 / day).at_best(doubt);
        case.faster_days = Some(days.amount());
        let a_day = cost.zip(volume).map(|(cost, volume)| days.times(cost).times(volume));
        case.delay_per_year = a_day.map(|it| year.over(it).amount());
        if !unknown.is_empty() {
            case.missing.push(CaseInput::Wait { connectors: unknown });
        }
    } else {
        let states = graphs.iter().zip(&times).filter(|(_, it)| it.is_none());
        case.missing.push(CaseInput::LeadTime { states: states.map(|(it, _)| it.state).collect() });
    }
    if cost.is_none() {
        case.missing.push(CaseInput::CostOfDelay);
    }
}
