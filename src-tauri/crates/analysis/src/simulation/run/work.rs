//! Work on a case: who does it, who waits for them, what is counted of it.

use super::{Case, Event, Run, Token, Watch, note_service};
use crate::simulation::chance::Purpose;
use crate::simulation::clocks::Passing;
use crate::simulation::tally::BUCKETS;

impl<W: Watch> Run<'_, W> {
    /// The station can begin as soon as it has somebody.
    pub(super) fn begins(&mut self, token: u32) {
        let Token { case, station, link, .. } = *self.tokens.get(token);
        let Some(it) = self.station(station) else { return };
        let visits = &mut self.visits[case as usize * self.net.stations.len() + station];
        let visit = *visits;
        *visits = visits.saturating_add(1);
        let number = self.cases.get(case).number;
        let chance = self.chance;
        let token_of = self.tokens.get_mut(token);
        token_of.visit = visit;
        token_of.reached = self.now;
        token_of.work = it.work.ticks(|| chance.draw(Purpose::Work, it.key, number, visit));
        let needs_people = token_of.work > 0;
        let limited = self.net.teams.get(it.team).is_some_and(|team| team.people.is_some());
        if !limited || !needs_people {
            return self.works(token);
        }
        self.note(it.team);
        let low = link.and_then(|it| self.net.links.get(it)).is_some_and(|it| it.low_priority);
        self.crews[it.team].put(token, low);
        self.serve(it.team);
    }

    /// Gives work to those who are free.
    pub(super) fn serve(&mut self, team: usize) {
        let people = self.net.teams.get(team).and_then(|it| it.people).unwrap_or_default();
        while let Some(token) = self.crews[team].next() {
            let station = self.station(self.tokens.get(token).station);
            let needed = station.map_or(1, |it| it.people).min(people);
            if needed > self.crews[team].free {
                return;
            }
            self.note(team);
            let crew = &mut self.crews[team];
            crew.free -= needed;
            crew.take();
            self.works(token);
        }
    }

    /// Counts those who waited for a team up to now; called before any comes or goes.
    pub(super) fn note(&mut self, team: usize) {
        let Some(tally) = self.tally.teams.get_mut(team) else { return };
        let now = if self.arrived < self.plan.cases { self.now } else { self.now.min(self.opened) };
        let counted = self.counted_from.map(|from| (from, self.bucket));
        self.crews[team].note(now, counted, tally);
    }

    pub(super) fn works(&mut self, token: u32) {
        let Token { case, station, link, released, came, reached, work, .. } =
            *self.tokens.get(token);
        let Some(it) = self.station(station) else { return };
        let number = self.cases.get(case).number;
        let counts = number >= self.plan.warm_up;
        if counts {
            self.tally.visits.get_mut(station).into_iter().for_each(|it| *it += 1);
        }
        if let Some(link) = link {
            self.accepts(case, Passing { link, released, reached: came });
        }
        while let Some(at) = self.cases.get(case).joined.iter().position(|it| it.0 == token) {
            let (_, passing) = self.cases.get_mut(case).joined.swap_remove(at);
            self.accepts(case, passing);
        }
        self.tokens.get_mut(token).began = self.now;
        self.watch.begins(number, station, self.now);
        let Some(team) = self.net.teams.get(it.team) else { return };
        let hours = self.hours(team.hours);
        let done = hours.add(self.now, work);
        if let (Some(people), true) = (team.people, work > 0)
            && let Some(tally) = self.tally.teams.get_mut(it.team)
        {
            let busy = (work as f64 * team.load).round() as i128;
            let busy = busy * i128::from(it.people.min(people));
            tally.begun += 1;
            tally.waited += i128::from(hours.between(reached, self.now));
            // Work begun before the last case came counts whole, as that begun before the first
            // counted one does not at all.
            if let Some(from) = self.counted_from
                && self.arrived < self.plan.cases
            {
                tally.busy += busy;
                let part = ((self.now - from) / self.bucket).min(BUCKETS as i64 - 1);
                tally.busy_over_time.get_mut(part as usize).into_iter().for_each(|it| *it += busy);
            }
        }
        self.at(done, Event::Worked(token));
    }

    /// Work on what was handed over begins.
    pub(super) fn accepts(&mut self, case: u32, passing: Passing) {
        let Case { clocks, number, .. } = self.cases.get_mut(case);
        let counts = *number >= self.plan.warm_up;
        let outcome = |it| note_service(&mut self.tally, it, counts);
        self.clocks.accepts(clocks, passing, self.now, outcome);
        if counts {
            let waited = self.hours(self.net.clock).between(passing.released, self.now);
            if let Some(cell) = self.tally.waits.get_mut(passing.link) {
                cell.0 += 1;
                cell.1 += i128::from(waited);
            }
        }
    }

    pub(super) fn worked(&mut self, token: u32) {
        let Token { case, station, visit, work, .. } = *self.tokens.get(token);
        let Some(it) = self.station(station) else { return };
        let Some(team) = self.net.teams.get(it.team) else { return };
        let hours = self.hours(team.hours);
        let number = self.cases.get(case).number;
        let chance = self.chance;
        let rest = it.rest.ticks(|| chance.draw(Purpose::Rest, it.key, number, visit));
        let rested = hours.add(self.now, rest);
        if let (Some(people), true) = (team.people, work > 0) {
            let held = it.people.min(people);
            let other = (work as f64 * (team.load - 1.0)).round() as i64;
            if other > 0 {
                self.at(hours.add(self.now, other), Event::Free(it.team as u32, held));
            } else {
                self.free(it.team, held);
            }
        }
        if rest > 0 {
            self.at(rested, Event::Rested(token));
        } else {
            self.leaves(token);
        }
    }

    pub(super) fn free(&mut self, team: usize, people: u32) {
        self.crews[team].free += people;
        self.serve(team);
    }
}
