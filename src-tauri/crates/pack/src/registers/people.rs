//! The registers of who works when: teams, roles, calendars and their special days.

use super::Register;
use super::case::{Case, Spec};
use super::value::{Kind, Value};
use model::{Calendar, CalendarId, Lane, Role, SpecialDay, Team};

/// What an optional calendar is called.
pub(super) fn calendar(case: &Case, id: Option<CalendarId>) -> Value {
    let calendar = id.and_then(|id| case.document.calendar(id));
    calendar.map_or(Value::Empty, |it| Value::text(&it.name))
}

/// The teams: those of this map from the top, then the others.
pub(super) fn teams(case: &Case) -> Register {
    let lanes: Vec<&Lane> = case.document.lanes_of(case.state.id);
    let place = |team: &Team| lanes.iter().position(|lane| lane.team == team.id);
    let mut rows: Vec<(Option<usize>, &Team)> =
        case.document.teams().map(|team| (place(team), team)).collect();
    rows.sort_by_key(|(at, team)| (at.is_none(), *at, team.id));
    case.table(
        "teams",
        &rows,
        &[
            ("name", Kind::Text, |case, (_, it)| Value::text(case.team_name(it))),
            ("code", Kind::Text, |_, (_, it)| Value::text(&it.code)),
            ("inState", Kind::YesNo, |_, (at, _)| Value::YesNo(at.is_some())),
            ("external", Kind::YesNo, |_, (_, it)| Value::YesNo(it.external)),
            ("headcount", Kind::Number, |_, (_, it)| {
                it.headcount.map_or(Value::Empty, Value::number)
            }),
            ("peopleConfidence", Kind::Text, |case, (_, it)| {
                case.known(&it.headcount, &it.headcount_known)
            }),
            ("peopleSaidBy", Kind::Text, |_, (_, it)| {
                Value::known_by(&it.headcount, &it.headcount_known)
            }),
            ("productive", Kind::Time, |_, (_, it)| {
                it.productive_minutes_per_day
                    .map_or(Value::Empty, |minutes| Value::Minutes(minutes.into()))
            }),
            ("productiveConfidence", Kind::Text, |case, (_, it)| {
                case.known(&it.productive_minutes_per_day, &it.productive_known)
            }),
            ("productiveSaidBy", Kind::Text, |_, (_, it)| {
                Value::known_by(&it.productive_minutes_per_day, &it.productive_known)
            }),
            ("calendar", Kind::Text, |case, (_, it)| calendar(case, it.calendar)),
        ],
    )
}

/// The roles.
pub(super) fn roles(case: &Case) -> Register {
    let rows: Vec<&Role> = case.document.roles().filter(|it| case.tells_of_role(it.id)).collect();
    case.table(
        "roles",
        &rows,
        &[
            ("name", Kind::Text, |case, it| Value::text(case.role_name(it.id))),
            ("team", Kind::Text, |case, it| {
                let team = it.team.and_then(|id| case.document.team(id));
                team.map_or(Value::Empty, |team| Value::text(case.team_name(team)))
            }),
            ("person", Kind::Text, |_, it| Value::text(&it.person)),
            ("costPerHour", Kind::Number, |_, it| {
                it.cost_per_hour.as_ref().map_or(Value::Empty, |it| Value::Number(it.usual.units()))
            }),
            ("currency", Kind::Text, |case, it| {
                let currency = case.document.the_engagement().map_or("", |it| &it.currency);
                it.cost_per_hour.as_ref().map_or(Value::Empty, |_| Value::text(currency))
            }),
            ("answersFor", Kind::Text, |case, it| {
                let all = case.handoffs().map(|(handoff, _)| handoff);
                let his = all.filter(|handoff| handoff.accountable == Some(it.id));
                Value::list(his.map(model::Handoff::name))
            }),
        ],
    )
}

/// The calendars, one column a weekday.
pub(super) fn calendars(case: &Case) -> Register {
    let rows: Vec<&Calendar> = case.document.calendars().collect();
    let specs: [Spec<&Calendar>; 10] = [
        ("name", Kind::Text, |_, it| Value::text(&it.name)),
        ("timeZone", Kind::Text, |_, it| Value::text(&it.time_zone)),
        ("always", Kind::YesNo, |_, it| Value::YesNo(it.always)),
        ("monday", Kind::Text, |_, it| weekday(it, 0)),
        ("tuesday", Kind::Text, |_, it| weekday(it, 1)),
        ("wednesday", Kind::Text, |_, it| weekday(it, 2)),
        ("thursday", Kind::Text, |_, it| weekday(it, 3)),
        ("friday", Kind::Text, |_, it| weekday(it, 4)),
        ("saturday", Kind::Text, |_, it| weekday(it, 5)),
        ("sunday", Kind::Text, |_, it| weekday(it, 6)),
    ];
    case.table("calendars", &rows, &specs)
}

fn weekday(calendar: &Calendar, weekday: u8) -> Value {
    if calendar.always {
        return Value::Empty;
    }
    let mut windows: Vec<(u16, u16)> = calendar
        .windows
        .iter()
        .filter(|it| it.weekday == weekday)
        .map(|it| (it.from, it.to))
        .collect();
    windows.sort_unstable();
    Value::list(windows.into_iter().map(hours))
}

/// `09:00–17:30`.
fn hours((from, to): (u16, u16)) -> String {
    let time = |minutes: u16| format!("{:02}:{:02}", minutes / 60, minutes % 60);
    format!("{}–{}", time(from), time(to))
}

/// The days that are not as their weekday is. A day of every year has no year, so it is a text.
pub(super) fn special_days(case: &Case) -> Register {
    let mut rows: Vec<(&Calendar, &SpecialDay)> = Vec::new();
    for calendar in case.document.calendars() {
        rows.extend(calendar.special_days.iter().map(|day| (calendar, day)));
    }
    case.table(
        "calendarDays",
        &rows,
        &[
            ("calendar", Kind::Text, |_, (it, _)| Value::text(&it.name)),
            ("date", Kind::Date, |_, (_, it)| Value::date(&it.date)),
            ("name", Kind::Text, |_, (_, it)| Value::text(&it.name)),
            ("hours", Kind::Text, |_, (_, it)| Value::list(it.windows.iter().copied().map(hours))),
        ],
    )
}
