//! The frame of a file: engagement, calendar, process, state, teams and roles.

use super::Making;
use super::format::{self, File, Role as FileRole};
use super::values::{no_such, out_of_range, short, word};
use crate::error::Error;
use model::*;

impl Making {
    pub(super) fn frame(&mut self, file: &File) -> Result<(), Error> {
        let (name, role) = named(file);
        let it = &file.engagement;
        let title = if it.title.is_empty() { name.to_owned() } else { it.title.clone() };
        let id = self.fresh("engagement");
        self.put(Engagement {
            id,
            title,
            client: it.client.clone(),
            sponsor: it.sponsor.clone(),
            dates: it.dates.clone(),
            plan_from: it.plan_from.clone(),
            facilitators: it.facilitators.0.clone(),
            participants: it.participants.0.clone(),
            ..Engagement::default()
        });
        if let Some(calendar) = &file.calendar {
            self.calendar(calendar)?;
        }
        self.process(file, name, role)
    }

    fn process(&mut self, file: &File, name: &str, role: StateRole) -> Result<(), Error> {
        let kinds = [ClockKind::Business, ClockKind::Elapsed];
        let kind = word(&file.clock.kind, "clock.kind", &kinds, |kind| match kind {
            ClockKind::Business => "business",
            ClockKind::Elapsed => "elapsed",
        })?;
        self.clock = Clock { kind, minutes_per_day: file.clock.minutes_per_day };
        let process = self.fresh("clock");
        let charter = &file.charter;
        self.put(Process {
            id: process,
            name: name.to_owned(),
            scope: charter.scope.clone(),
            trigger: charter.trigger.clone(),
            end_condition: charter.end_condition.clone(),
            work_item: charter.work_item.clone(),
            customer: charter.customer.clone(),
            clock: self.clock,
            calendar: self.calendar,
            volume_per_thousand_days: file.volume_per_day.map(volume).transpose()?,
            counted_wip: file.counted_wip,
            ..Process::default()
        });
        self.state = self.fresh("name");
        let name = match role {
            StateRole::Current => "Current state",
            StateRole::Future => "Future state",
            StateRole::Variant => "Variant",
        };
        let (id, name) = (self.state, name.to_owned());
        self.states.push(id);
        self.put(State { id, process, role, name, ..State::default() });
        Ok(())
    }

    fn calendar(&mut self, it: &format::Calendar) -> Result<(), Error> {
        let mut windows = Vec::new();
        for (at, window) in it.windows.0.iter().enumerate() {
            let path = format!("calendar.windows[{at}]");
            let from = clock_time(&window.from, &path)?;
            let to = clock_time(&window.to, &path)?;
            for day in &window.days.0 {
                let days = [0u8, 1, 2, 3, 4, 5, 6];
                let names = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
                let spelled = |day: u8| names.get(usize::from(day)).copied().unwrap_or_default();
                let weekday = word(day, &format!("{path}.days"), &days, spelled)?;
                windows.push(Window { weekday, from, to });
            }
        }
        let holidays = it.holidays.0.iter().map(|day| SpecialDay {
            date: day.date.clone(),
            name: day.name.clone(),
            windows: Vec::new(),
        });
        let special_days = holidays.collect();
        let id = self.fresh("calendar");
        self.calendar = Some(id);
        self.put(Calendar {
            id,
            name: it.name.clone(),
            time_zone: it.time_zone.clone(),
            always: it.always,
            windows,
            special_days,
        });
        Ok(())
    }

    pub(super) fn teams(&mut self, file: &File) -> Result<(), Error> {
        for (at, capacity) in file.capacity.0.iter().enumerate() {
            if !file.lanes.0.iter().any(|lane| lane.id == capacity.0) {
                return Err(no_such(&format!("capacity[{at}]"), "lane", &capacity.0));
            }
        }
        for (order, it) in (0u16..).zip(&file.lanes.0) {
            let path = format!("lanes[{order}]");
            let (id, lane): (TeamId, LaneId) = (self.fresh(&path), self.fresh(&path));
            if self.teams.insert(it.id.clone(), (id, lane)).is_some() {
                return Err(Error::Twice { path, what: "lane", name: short(&it.id) });
            }
            let capacity = file.capacity.0.iter().find(|(code, _)| *code == it.id);
            let capacity = capacity.map(|(_, capacity)| capacity);
            self.put(Team {
                id,
                name: it.name.clone(),
                code: it.id.clone(),
                external: it.external,
                headcount: capacity.and_then(|it| it.people),
                headcount_known: Knowledge::default(),
                productive_known: Knowledge::default(),
                productive_minutes_per_day: capacity.and_then(|it| it.productive_minutes_per_day),
                calendar: None,
                colour: u8::try_from(order % 12).unwrap_or_default(),
            });
            let state = self.state;
            self.put(Lane { id: lane, state, team: id, order, height: 0, origin: None });
        }
        Ok(())
    }

    pub(super) fn roles(&mut self, file: &File) -> Result<(), Error> {
        for (code, it) in &file.roles.0 {
            let path = format!("roles.{}", short(code));
            let (lane, name, person) = match it {
                FileRole::Lane(lane) => (Some(lane), None, ""),
                FileRole::Described(it) => (it.lane.as_ref(), it.name.as_ref(), it.person.as_str()),
            };
            let team = match lane {
                Some(lane) => {
                    let found = self.teams.get(lane).map(|(team, _)| *team);
                    Some(found.ok_or_else(|| no_such(&path, "lane", lane))?)
                }
                None => None,
            };
            let id = self.fresh(&path);
            self.roles.insert(code.clone(), id);
            let name = name.unwrap_or(code).clone();
            self.put(Role { id, name, team, person: person.to_owned(), ..Role::default() });
        }
        Ok(())
    }
}

/// The name of the process without its state, and which state it is: `process` ends in `-current`
/// or `-future`, and the name in the same word after a dash.
fn named(file: &File) -> (&str, StateRole) {
    let role = match file.process.rsplit_once('-') {
        Some((_, "future")) => StateRole::Future,
        Some((_, "variant")) => StateRole::Variant,
        _ => StateRole::Current,
    };
    let name = match file.name.rsplit_once(" — ") {
        Some((name, state)) if state == format!("{} state", role.word()) => name,
        _ => file.name.as_str(),
    };
    (name, role)
}

fn volume(a_day: f64) -> Result<u32, Error> {
    let thousand_days = (a_day * 1000.0).round();
    let fits = (0.0..=f64::from(u32::MAX)).contains(&thousand_days);
    let expected = "items a day, 0 to 4,294,967";
    if fits { Ok(thousand_days as u32) } else { Err(out_of_range("volume_per_day", expected)) }
}

/// Minutes after midnight in `09:00`.
fn clock_time(text: &str, path: &str) -> Result<u16, Error> {
    let time = text.split_once(':').and_then(|(hours, minutes)| {
        let (hours, minutes) = (hours.parse::<u16>().ok()?, minutes.parse::<u16>().ok()?);
        (hours <= 24 && minutes < 60).then_some(hours * 60 + minutes)
    });
    time.ok_or_else(|| out_of_range(path, "times of day such as 09:00"))
}
