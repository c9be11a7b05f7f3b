//! The way of a case: where it goes on, where it waits for its other branches, where it is over.

use super::{Case, Event, Run, Token, Watch, note_service};
use crate::simulation::chance::Purpose;
use crate::simulation::clocks::Passing;
use crate::simulation::distribution::ticks;
use crate::simulation::net::{Link, LinkWay, Station};

impl<W: Watch> Run<'_, W> {
    /// A token on its way to a station.
    pub(super) fn put(
        &mut self,
        case: u32,
        station: usize,
        link: Option<usize>,
        released: i64,
    ) -> u32 {
        let token = self.tokens.take();
        *self.tokens.get_mut(token) = Token { case, station, link, released, ..Token::default() };
        self.cases.get_mut(case).tokens.push(token);
        token
    }

    pub(super) fn reaches(&mut self, token: u32) {
        self.tokens.get_mut(token).came = self.now;
        let Token { case, station, .. } = *self.tokens.get(token);
        if self.reach.meets(station) && self.cases.get(case).tokens.len() > 1 {
            self.tokens.get_mut(token).held = true;
            self.cases.get_mut(case).held += 1;
            self.release(case);
        } else {
            self.begins(token);
        }
    }

    /// Lets go on what waited for branches that can no longer come.
    pub(super) fn release(&mut self, case: u32) {
        if self.cases.get(case).held == 0 {
            return;
        }
        let places: Vec<(u32, usize, bool)> = {
            let place = |token: &u32| {
                let it = self.tokens.get(*token);
                (*token, it.station, it.held)
            };
            self.cases.get(case).tokens.iter().map(place).collect()
        };
        let moving = places.iter().any(|(_, _, held)| !held);
        for (token, station, held) in &places {
            let waits = |(_, from, is_held): &(u32, usize, bool)| {
                let elsewhere = !is_held || from != station;
                elsewhere && (from == station || self.reach.leads(*from, *station))
            };
            // Where all wait for each other, the first goes on.
            if *held && (!moving || !places.iter().any(waits)) {
                let together = places.iter().filter(|(_, at, held)| *held && at == station);
                for (other, _, _) in together {
                    self.cases.get_mut(case).held -= 1;
                    if other == token {
                        self.tokens.get_mut(*other).held = false;
                    } else {
                        let Token { link, released, came, .. } = *self.tokens.get(*other);
                        let passing = link.map(|link| Passing { link, released, reached: came });
                        let joined = &mut self.cases.get_mut(case).joined;
                        joined.extend(passing.map(|it| (*token, it)));
                        self.drop_token(*other);
                    }
                }
                self.begins(*token);
                return self.release(case);
            }
        }
    }

    pub(super) fn drop_token(&mut self, token: u32) {
        let case = self.tokens.get(token).case;
        let tokens = &mut self.cases.get_mut(case).tokens;
        if let Some(at) = tokens.iter().position(|it| *it == token) {
            tokens.remove(at);
        }
        self.tokens.give_back(token);
    }

    pub(super) fn leaves(&mut self, token: u32) {
        let Token { case, station, visit, began, .. } = *self.tokens.get(token);
        let Some(it) = self.station(station) else { return };
        let number = self.cases.get(case).number;
        let counts = number >= self.plan.warm_up;
        let mut ways = std::mem::take(&mut self.ways);
        let back = self.ways_on(it, number, visit, &mut ways);
        let Case { clocks, over, .. } = self.cases.get_mut(case);
        if !it.dead_end {
            // What ends last, wherever it ends.
            *over = self.now;
        }
        let outcome = |it| note_service(&mut self.tally, it, counts);
        self.clocks.leaves(clocks, station, (&ways, back), (began, self.now), outcome);
        self.drop_token(token);
        for link in &ways {
            self.sends(case, *link);
        }
        self.ways = ways;
        if self.cases.get(case).tokens.is_empty() {
            self.ends(case);
        } else {
            self.release(case);
        }
    }

    /// Finds the links a case takes out of a station. Says whether they lead back.
    fn ways_on(&self, it: &Station, case: u32, visit: u16, ways: &mut Vec<usize>) -> bool {
        ways.clear();
        let chances = it.back.len() + it.one_of.len();
        if chances > usize::from(it.back.is_empty()) {
            let mut drawn = self.chance.share(Purpose::Route, it.key, case, visit);
            let mut back = 0.0;
            for (link, share) in &it.back {
                if drawn < *share {
                    ways.push(*link);
                    return true;
                }
                drawn -= share;
                back += share;
            }
            let mut drawn = drawn / (1.0 - back);
            for (number, (link, share)) in it.one_of.iter().enumerate() {
                // The last takes what rounding leaves.
                if drawn < *share || number + 1 == it.one_of.len() {
                    ways.push(*link);
                    break;
                }
                drawn -= share;
            }
        } else {
            ways.extend(it.one_of.iter().map(|(link, _)| *link));
        }
        ways.extend_from_slice(&it.all);
        false
    }

    pub(super) fn sends(&mut self, case: u32, number: usize) {
        let Some(Link { key, to, way, hours, .. }) = self.net.links.get(number) else { return };
        let hours = self.hours(*hours);
        let case_number = self.cases.get(case).number;
        let token = self.put(case, *to, Some(number), self.now);
        let chance = self.chance;
        // The how-manieth time it is passed is the how-manieth visit that follows.
        let visit = self.visits[case as usize * self.net.stations.len() + to];
        let until = match way {
            LinkWay::Wait(wait) => {
                let draw = || chance.draw(Purpose::Wait, *key, case_number, visit);
                hours.add(self.now, wait.ticks(draw))
            }
            LinkWay::Batch(every) => {
                let every = ticks(*every).max(1);
                let worked = hours.worked(self.now);
                hours.add(self.now, every - worked.rem_euclid(every))
            }
        };
        let passing = Passing { link: number, released: self.now, reached: until };
        self.clocks.travels(&mut self.cases.get_mut(case).clocks, passing);
        self.watch.travels(case_number, number, self.now, until);
        self.at(until, Event::Reached(token));
    }

    pub(super) fn ends(&mut self, case: u32) {
        let Case { number, since, over, .. } = *self.cases.get(case);
        if number >= self.plan.warm_up {
            let took = self.hours(self.net.clock).between(since, over);
            self.tally.cases += 1;
            self.tally.lead_time += i128::from(took);
            self.tally.lead_times.note(took);
        }
        self.watch.ends(number, over);
        let it = self.cases.get_mut(case);
        it.clocks.clear();
        it.joined.clear();
        self.cases.give_back(case);
    }
}
