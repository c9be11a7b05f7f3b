//! The work of two states by who does it, and the time of two states: gathered from the families of
//! their steps and connectors.

use super::Year;
use super::freed::{Added, Change, Part, added};
use super::known::Known;
use super::shown::{BusinessCase, CaseAssumption, CaseInput, CaseRow, Covered};
use crate::compare::kin::Kin;
use crate::expected::{Expected, Passed};
use crate::graph::Graph;
use model::*;
use std::collections::{BTreeMap, BTreeSet};

type Who = (TeamId, Option<RoleId>);

/// Person-minutes at one item.
pub(super) struct Work {
    whole: Change,
    by: BTreeMap<Who, Change>,
    untimed: BTreeSet<StepId>,
}

impl Work {
    pub(super) fn of(
        document: &Document,
        kin: &Kin,
        expected: [&Expected; 2],
        doubt: Confidence,
    ) -> Work {
        let part = |side: usize, id: RecordId| {
            let step = document.step(id.into())?;
            let visits = expected.get(side)?.visits.get(&step.id).copied().unwrap_or_default();
            Some(Part {
                by: Some((document.team_of(step)?.id, step.accountable)),
                time: step.process_time.clone(),
                unknown: step.shape == StepKind::Step && step.process_time.is_none(),
                often: visits * f64::from(step.people),
            })
        };
        let mut work = Work { whole: Change::NONE, by: BTreeMap::new(), untimed: BTreeSet::new() };
        for family in &kin.steps {
            match added(family, part) {
                Added::Unknown(ids) => work.untimed.extend(ids.into_iter().map(StepId::from)),
                Added::Sum(whole, rows) => {
                    work.whole = work.whole.plus(whole);
                    for (who, change) in rows {
                        let row = work.by.entry(who).or_insert(Change::NONE);
                        *row = row.plus(change);
                    }
                }
            }
        }
        // What is left out may be anything.
        let doubt = if work.untimed.is_empty() { doubt } else { Confidence::Guessed };
        for change in work.by.values_mut().chain([&mut work.whole]) {
            let moves = change.freed != Known::NOTHING;
            change.freed = if moves { change.freed.at_best(doubt) } else { change.freed };
        }
        work
    }

    pub(super) fn tell(
        self,
        case: &mut BusinessCase,
        document: &Document,
        volume: Option<Known>,
        year: Year,
    ) {
        let timed = self.by.values().any(|it| it.before.usual + it.after.usual > 0.0);
        let day = |minutes: Known| volume.map(|it| minutes.by(1.0 / 60.0).times(it));
        if timed {
            case.freed_per_item = Some(self.whole.freed.amount());
            case.freed_per_day = day(self.whole.freed).map(Known::amount);
            case.freed_per_year = day(self.whole.freed).map(|it| year.over(it).amount());
        }
        let mut gaps = Gaps::default();
        let (mut people, mut money) = (Total::default(), Total::default());
        for ((team, role), change) in self.by {
            let Some(team) = document.team(team) else { continue };
            let changed = change.freed != Known::NOTHING;
            let cost = cost(document, team.id, role);
            let per_day = day(change.freed);
            let in_people = productive(team).zip(per_day).filter(|_| !team.external);
            let in_people = in_people.map(|(hours, freed)| freed.times(hours));
            let priced = cost.as_ref().map(|(cost, _)| change.freed.by(1.0 / 60.0).times(*cost));
            // For each day and item first: the volume is one and the same for all of them.
            let in_money = |it: Known| volume.map(|volume| year.over(it.times(volume)));
            if changed && (!team.external || cost.is_some()) {
                money.add(change.freed, priced);
                gaps.cost(team.id, role, cost.as_ref().map(|(_, from)| *from));
            }
            if changed && !team.external {
                let hours = productive(team).map(|it| change.freed.by(1.0 / 60.0).times(it));
                people.add(change.freed, hours);
                gaps.productive.extend(hours.is_none().then_some(team.id));
            }
            if change.before != Known::NOTHING || change.after != Known::NOTHING {
                case.rows.push(CaseRow {
                    team: team.id,
                    role,
                    external: team.external,
                    before: change.before.amount(),
                    after: change.after.amount(),
                    freed_per_day: per_day.map(Known::amount),
                    people: in_people.map(Known::amount),
                    cost_per_hour: cost.as_ref().map(|(cost, _)| cost.amount()),
                    money_per_year: priced.and_then(in_money).map(Known::amount),
                });
            }
        }
        case.people = people.of(|it| volume.map(|volume| it.times(volume)));
        case.money_per_year = money.of(|it| volume.map(|volume| year.over(it.times(volume))));
        if !self.untimed.is_empty() {
            case.missing.push(CaseInput::ProcessTime { steps: self.untimed.into_iter().collect() });
        }
        gaps.tell(case);
    }
}

/// Over what a person of the team can do in a day, in hours. The time is a plain number of the room:
/// an estimate.
fn productive(team: &Team) -> Option<Known> {
    let minutes = team.productive_minutes_per_day.filter(|it| *it > 0)?;
    Some(Known::of(&Estimate::of(minutes), |it| 60.0 / f64::from(it)))
}

/// Where the cost of an hour is from.
#[derive(Clone, Copy, PartialEq)]
enum From {
    Role,
    Team,
}

fn cost(document: &Document, team: TeamId, role: Option<RoleId>) -> Option<(Known, From)> {
    let hour = |it: &Role| it.cost_per_hour.as_ref().map(|it| Known::of(it, Money::units));
    if let Some(role) = role.and_then(|it| document.role(it)) {
        return Some((hour(role)?, From::Role));
    }
    let all: Vec<Known> =
        document.roles().filter(|it| it.team == Some(team)).filter_map(hour).collect();
    let sum = all.iter().fold(Known::NOTHING, |sum, it| sum.plus(*it));
    // Who of them does the work is not said: at best an estimate.
    let mean = sum.by(1.0 / all.len().max(1) as f64).at_best(Confidence::Estimated);
    (!all.is_empty()).then_some((mean, From::Team))
}

/// A sum of parts of which some are not known.
struct Total {
    sum: Known,
    known: f64,
    all: f64,
}

impl Default for Total {
    fn default() -> Self {
        Total { sum: Known::NOTHING, known: 0.0, all: 0.0 }
    }
}

impl Total {
    fn add(&mut self, freed: Known, worth: Option<Known>) {
        self.all += freed.usual.abs();
        if let Some(worth) = worth {
            self.known += freed.usual.abs();
            self.sum = self.sum.plus(worth);
        }
    }

    fn of(&self, year: impl Fn(Known) -> Option<Known>) -> Option<Covered> {
        let amount = (self.known > 0.0).then(|| year(self.sum)).flatten()?.amount();
        Some(Covered { amount, covers: 100.0 * self.known / self.all })
    }
}

/// What rows lack.
#[derive(Default)]
struct Gaps {
    roles: BTreeSet<RoleId>,
    teams: BTreeSet<TeamId>,
    means: BTreeSet<TeamId>,
    productive: BTreeSet<TeamId>,
}

impl Gaps {
    fn cost(&mut self, team: TeamId, role: Option<RoleId>, from: Option<From>) {
        match (from, role) {
            (Some(From::Role), _) => {}
            (Some(From::Team), _) => drop(self.means.insert(team)),
            (None, Some(role)) => drop(self.roles.insert(role)),
            (None, None) => drop(self.teams.insert(team)),
        }
    }

    fn tell(self, case: &mut BusinessCase) {
        let list = |ids: BTreeSet<TeamId>| ids.into_iter().collect::<Vec<_>>();
        if !self.means.is_empty() {
            case.assumed.push(CaseAssumption::MeanOfTeam { teams: list(self.means) });
        }
        if !self.roles.is_empty() {
            let roles = self.roles.into_iter().collect();
            case.missing.push(CaseInput::RoleCost { roles });
        }
        if !self.teams.is_empty() {
            case.missing.push(CaseInput::TeamCost { teams: list(self.teams) });
        }
        if !self.productive.is_empty() {
            let teams = list(self.productive);
            case.missing.push(CaseInput::ProductiveMinutes { teams });
        }
    }
}

/// Minutes that the expected lead time is shorter, and handoffs whose wait is said in one state alone.
pub(super) fn sooner(
    kin: &Kin,
    graphs: [&Graph; 2],
    passed: [&Passed; 2],
) -> (Known, Vec<ConnectorId>) {
    let step = |side: usize, id: RecordId| {
        let step = graphs.get(side)?.document.step(id.into())?;
        let time = step.span.clone().or_else(|| step.process_time.clone());
        Some(Part {
            by: None,
            // Unknown process times are told with the work.
            unknown: step.shape == StepKind::Step && time.is_none(),
            time,
            often: passed.get(side)?.steps.get(&step.id).copied().unwrap_or_default(),
        })
    };
    let wait = |side: usize, id: RecordId| {
        let connector = graphs.get(side)?.document.connector(id.into())?;
        Some(Part {
            by: None,
            unknown: connector.wait.is_none()
                && graphs.get(side)?.document.handoff_at(connector).is_some(),
            time: connector.wait.clone(),
            often: passed.get(side)?.connectors.get(&connector.id).copied().unwrap_or_default(),
        })
    };
    let mut sum = Known::NOTHING;
    let mut unknown = Vec::new();
    let mut left_out = false;
    let steps = kin.steps.iter().map(|family| (added(family, step), false));
    let waits = kin.connectors.iter().map(|family| (added(family, wait), true));
    for (added, is_wait) in steps.chain(waits) {
        match added {
            Added::Sum(change, _) => sum = sum.plus(change.freed),
            Added::Unknown(ids) => {
                left_out |= !ids.is_empty();
                let waits = ids.into_iter().filter(|_| is_wait);
                unknown.extend(waits.map(ConnectorId::from));
            }
        }
    }
    unknown.sort();
    let doubt = if left_out { Confidence::Guessed } else { Confidence::Measured };
    (sum.at_best(doubt), unknown)
}
