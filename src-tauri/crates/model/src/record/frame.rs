//! What surrounds a map: the engagement, its processes and their states, teams, roles, calendars.

use super::VolumeBounds;
use super::bounds::money;
use super::{Entity, Kind, PackChoice, Release, Signature, first_bad, refers};
use crate::id::*;
use crate::text::{LIST, is_day, is_name, is_note};
use crate::value::*;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// One client's discovery workshop. A document has exactly one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, Default)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
#[ts(export_to = "contract.ts")]
pub struct Engagement {
    /// Its id.
    pub id: EngagementId,
    /// What it is called.
    pub title: String,
    /// Whose processes these are.
    pub client: String,
    /// Who asked for it.
    pub sponsor: String,
    /// When, as written on the cover.
    pub dates: String,
    /// The day that the 30, 60 and 90 days of the plan count from, `YYYY-MM-DD`; empty is not said.
    pub plan_from: String,
    /// Who leads the room.
    pub facilitators: Vec<String>,
    /// Who is in it.
    pub participants: Vec<String>,
    /// Which letters the responsibility matrix uses.
    pub scheme: RaciScheme,
    /// Checks that count otherwise here than elsewhere.
    pub rules: Vec<RuleSetting>,
    /// What money is counted in, as it stands behind a number: "EUR", "€".
    pub currency: String,
    /// How packs are made: the one without a name is what was used last.
    pub packs: Vec<PackChoice>,
}

/// How much the findings of one rule matter in this engagement, and from where on it fires.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, Default)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
#[ts(export_to = "contract.ts")]
pub struct RuleSetting {
    /// The rule, as in domain.md 7.3: `TIM-003`.
    pub rule: String,
    /// How much it matters; as the rule says where nothing is set.
    pub level: Option<RuleLevel>,
    /// The threshold in thousandths of the rule's unit; as the rule says where nothing is set.
    pub threshold: Option<i32>,
}

impl Entity for Engagement {
    fn references(&self, _: &mut dyn FnMut(Kind, RecordId)) {}
    fn release(&mut self, _: RecordId) -> Release {
        Release::Untouched
    }
    /// A pack passes over a state or a team that is gone, and has to find the one it means.
    fn renumber(&mut self, to: &dyn Fn(RecordId) -> RecordId) {
        for pack in &mut self.packs {
            for state in &mut pack.states {
                *state = to((*state).into()).into();
            }
            pack.team = pack.team.map(|id| to(id.into()).into());
        }
    }
    fn out_of_bounds(&self) -> Option<&'static str> {
        first_bad(&[
            ("title", is_name(&self.title)),
            ("client", is_name(&self.client)),
            ("sponsor", is_name(&self.sponsor)),
            ("dates", is_name(&self.dates)),
            ("currency", is_name(&self.currency) && self.currency.chars().count() <= 8),
            ("planFrom", is_day(&self.plan_from)),
            ("facilitators", names(&self.facilitators)),
            ("participants", names(&self.participants)),
            ("packs", self.packs.len() <= LIST && self.packs.iter().all(PackChoice::in_order)),
            (
                "rules",
                self.rules.len() <= LIST
                    && self.rules.iter().all(|it| it.rule.len() <= 12 && is_name(&it.rule)),
            ),
        ])
    }
}

/// One bounded flow of one kind of work item.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, Default)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
#[ts(export_to = "contract.ts")]
pub struct Process {
    /// Its id.
    pub id: ProcessId,
    /// What it is called.
    pub name: String,
    /// What is in and what is out.
    pub scope: String,
    /// What starts it.
    pub trigger: String,
    /// What is true when it ends.
    pub end_condition: String,
    /// What moves: a lead, a patient, a claim.
    pub work_item: String,
    /// Who it is for.
    pub customer: String,
    /// Which minutes its maps count.
    pub clock: Clock,
    /// The calendar that targets use unless they say otherwise.
    pub calendar: Option<CalendarId>,
    /// Items in a thousand days of its clock: 1,000 is one a day.
    pub volume_per_thousand_days: Option<u32>,
    /// Items counted on their way, from the first step to the last.
    pub counted_wip: Option<u32>,
    /// The fewest and the most that the volume can be, and how well it is known.
    pub volume_bounds: VolumeBounds,
    /// What one item costs for each day of the clock that it takes longer.
    pub cost_of_delay: Option<Estimate<Money>>,
    /// Days of the clock in a year; 220 on a business clock and 365 on an elapsed one unless said.
    pub days_per_year: Option<u16>,
}

impl Entity for Process {
    refers!(self, visit, gone; owned {} loose { calendar: Calendar } lists {});
    fn out_of_bounds(&self) -> Option<&'static str> {
        first_bad(&[
            ("name", is_name(&self.name)),
            ("scope", is_note(&self.scope)),
            ("trigger", is_name(&self.trigger)),
            ("endCondition", is_name(&self.end_condition)),
            ("workItem", is_name(&self.work_item)),
            ("customer", is_name(&self.customer)),
            ("clock", (1..=1440).contains(&self.clock.minutes_per_day)),
            ("volumeBounds", self.volume_in_order()),
            ("costOfDelay", money(&self.cost_of_delay)),
            ("daysPerYear", self.days_per_year.is_none_or(|it| (1..=366).contains(&it))),
        ])
    }
}

/// One version of a process. Steps, connectors and lanes belong to a state.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
#[ts(export_to = "contract.ts")]
pub struct State {
    /// Its id.
    pub id: StateId,
    /// Whose state it is.
    pub process: ProcessId,
    /// What it is for.
    pub role: StateRole,
    /// What it is called.
    pub name: String,
    /// What it tries out, and for whom.
    pub description: String,
    /// Who signed that it shall be so, and when.
    pub signatures: Vec<Signature>,
    /// The state it was made from.
    pub origin: Option<StateId>,
}

impl Default for State {
    fn default() -> Self {
        State {
            id: StateId::default(),
            process: ProcessId::default(),
            role: StateRole::Current,
            name: String::new(),
            description: String::new(),
            signatures: Vec::new(),
            origin: None,
        }
    }
}

impl Entity for State {
    refers!(self, visit, gone; owned { process: Process } loose { origin: State } lists {});
    fn out_of_bounds(&self) -> Option<&'static str> {
        first_bad(&[
            ("name", is_name(&self.name)),
            ("description", is_note(&self.description)),
            (
                "signatures",
                self.signatures.len() <= LIST
                    && self.signatures.iter().all(|it| is_name(&it.name) && is_day(&it.date)),
            ),
        ])
    }
}

/// A team or an external party. Its band in a state is a [`super::Lane`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, Default)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
#[ts(export_to = "contract.ts")]
pub struct Team {
    /// Its id.
    pub id: TeamId,
    /// What it is called.
    pub name: String,
    /// The short name used in the notation and in tables.
    pub code: String,
    /// Customer, supplier: not ours to change.
    pub external: bool,
    /// How many people.
    pub headcount: Option<u16>,
    /// How well that is known.
    pub headcount_known: Knowledge,
    /// Minutes a person can work on items in a day.
    pub productive_minutes_per_day: Option<u16>,
    /// How well that is known.
    pub productive_known: Knowledge,
    /// When it works.
    pub calendar: Option<CalendarId>,
    /// Which of the team colours, 0 to 11.
    pub colour: u8,
}

impl Entity for Team {
    refers!(self, visit, gone; owned {} loose { calendar: Calendar } lists {});
    fn out_of_bounds(&self) -> Option<&'static str> {
        first_bad(&[
            ("name", is_name(&self.name)),
            ("code", is_name(&self.code) && !self.code.contains(char::is_whitespace)),
            ("saidBy", is_name(&self.headcount_known.said_by)),
            ("saidBy", is_name(&self.productive_known.said_by)),
            ("productiveMinutesPerDay", self.productive_minutes_per_day.is_none_or(|m| m <= 1440)),
            ("colour", self.colour < 12),
        ])
    }
}

/// A role; in a team, or standing beside them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, Default)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
#[ts(export_to = "contract.ts")]
pub struct Role {
    /// Its id.
    pub id: RoleId,
    /// What it is called.
    pub name: String,
    /// The team it belongs to.
    pub team: Option<TeamId>,
    /// Who holds it now; never required.
    pub person: String,
    /// What an hour of it costs.
    pub cost_per_hour: Option<Estimate<Money>>,
}

impl Entity for Role {
    refers!(self, visit, gone; owned {} loose { team: Team } lists {});
    fn out_of_bounds(&self) -> Option<&'static str> {
        first_bad(&[
            ("name", is_name(&self.name)),
            ("person", is_name(&self.person)),
            ("costPerHour", money(&self.cost_per_hour)),
        ])
    }
}

/// Working windows of one weekday, half-open, in minutes after midnight; 1,440 is allowed as end.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS, Default)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export_to = "contract.ts")]
pub struct Window {
    /// 0 is Monday.
    pub weekday: u8,
    /// First minute.
    pub from: u16,
    /// First minute after.
    pub to: u16,
}

/// A day that is not as its weekday is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, Default)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
#[ts(export_to = "contract.ts")]
pub struct SpecialDay {
    /// `YYYY-MM-DD`, or `MM-DD` for every year.
    pub date: String,
    /// Why.
    pub name: String,
    /// Minutes after midnight, from and to; empty is a holiday.
    pub windows: Vec<(u16, u16)>,
}

/// A business calendar (domain.md 3.5).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS, Default)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
#[ts(export_to = "contract.ts")]
pub struct Calendar {
    /// Its id.
    pub id: CalendarId,
    /// What it is called.
    pub name: String,
    /// IANA time zone.
    pub time_zone: String,
    /// Always open; the windows do not count.
    pub always: bool,
    /// The week.
    pub windows: Vec<Window>,
    /// Holidays, half days, extra days.
    pub special_days: Vec<SpecialDay>,
}

impl Entity for Calendar {
    refers!(self, visit, gone; owned {} loose {} lists {});
    fn out_of_bounds(&self) -> Option<&'static str> {
        let span = |from: u16, to: u16| from < to && to <= 1440;
        first_bad(&[
            ("name", is_name(&self.name)),
            ("timeZone", is_name(&self.time_zone)),
            (
                "windows",
                self.windows.len() <= LIST
                    && self.windows.iter().all(|w| w.weekday < 7 && span(w.from, w.to)),
            ),
            (
                "specialDays",
                self.special_days.len() <= 20 * LIST
                    && self.special_days.iter().all(|day| {
                        is_name(&day.name)
                            && day.date.len() <= 10
                            && day.windows.len() <= 24
                            && day.windows.iter().all(|(from, to)| span(*from, *to))
                    }),
            ),
        ])
    }
}

/// Whether a list of names is within bounds.
pub(super) fn names(list: &[String]) -> bool {
    list.len() <= LIST && list.iter().all(|name| is_name(name))
}
