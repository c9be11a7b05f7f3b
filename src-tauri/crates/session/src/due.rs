//! When the targets of a handoff are due for an item, and when two calendars work at the same time,
//! in the words of the view.

use crate::Failure;
use crate::api::{DueDate, DueShown, OverlapShown};
use crate::session::Session;
use crate::today::today;
use analysis::Language;
use analysis::calendar::{self, CalendarOf, CountedIn, Day, Due, Item, When, WorkCalendar};
use model::{CalendarId, HandoffId, Minutes, Refusal};

impl Session {
    /// When each target of a handoff is due. A target of which that cannot be said has a note.
    ///
    /// # Errors
    /// A time cannot be read, or the handoff has no agreement.
    pub fn due(
        &self,
        handoff: HandoffId,
        from: &str,
        accepted: Option<&str>,
        paused: Minutes,
    ) -> Result<DueShown, Failure> {
        let document = self.document();
        let item = Item {
            released: moment(from)?,
            accepted: accepted.map(moment).transpose()?,
            paused_minutes: i64::from(paused.0),
        };
        let targets = calendar::targets_of(&document, handoff)
            .map_err(|why| not_said(why.sentence(self.language()), handoff))?;
        let mut shown = DueShown { dates: Vec::new(), notes: Vec::new() };
        for target in targets {
            match calendar::due_of(&document, handoff, target, &item) {
                Ok(due) => shown.dates.push(self.date(&due)),
                Err(why) => shown.notes.push(why.sentence(self.language())),
            }
        }
        shown.notes.dedup();
        Ok(shown)
    }

    fn date(&self, due: &Due) -> DueDate {
        let local = due.due.local.as_ref();
        DueDate {
            target: due.target,
            local: local.map_or_else(|| due.due.utc.to_string(), |it| it.time.to_string()),
            zone: local.map_or_else(|| "UTC".to_owned(), |it| it.zone.clone()),
            utc: due.due.utc.to_string(),
            calendar: due.calendar.map(|it| self.counted_in(it)).unwrap_or_default(),
        }
    }

    /// `Office, the calendar of the receiving team`.
    fn counted_in(&self, it: CountedIn) -> String {
        let document = self.document();
        let name = document.calendar(it.id).map(|it| it.name.as_str()).unwrap_or_default();
        let (english, german) = match it.of {
            CalendarOf::Agreement => ("the calendar of the agreement", "Kalender der Vereinbarung"),
            CalendarOf::Receiver => {
                ("the calendar of the receiving team", "Kalender des empfangenden Teams")
            }
            CalendarOf::Process => ("the calendar of the process", "Kalender des Prozesses"),
        };
        let of = match self.language() {
            Language::English => english,
            Language::German => german,
        };
        if name.trim().is_empty() { of.to_owned() } else { format!("{}, {of}", name.trim()) }
    }

    /// The minutes of each day of this week in which two calendars work together, and the day of
    /// the coming year on which they do so least.
    ///
    /// # Errors
    /// A calendar is gone, or cannot be counted in.
    pub fn overlap(&self, a: CalendarId, b: CalendarId) -> Result<OverlapShown, Failure> {
        let document = self.document();
        let work = |id: CalendarId| {
            let calendar = document.calendar(id).ok_or_else(|| Refusal::no_such("calendar", id))?;
            WorkCalendar::of(calendar).map_err(|why| not_said(why.sentence(self.language()), id))
        };
        let today: Day = today().parse().map_err(|_| not_said(String::new(), a))?;
        let (one, other) = (work(a)?, work(b)?);
        let overlap = calendar::overlap(&one, &other, today, 1);
        let short = |minutes: i64| u16::try_from(minutes).unwrap_or_default();
        let week = overlap.weeks.first().map(|week| week.minutes).unwrap_or_default();
        Ok(OverlapShown {
            per_weekday: week.into_iter().map(short).collect(),
            least: overlap.least.map_or(0, |(_, minutes)| short(minutes)),
            least_on: overlap.least.map(|(day, _)| day.to_string()).unwrap_or_default(),
        })
    }
}

fn moment(text: &str) -> Result<When, Failure> {
    text.parse().map_err(|why: calendar::NotATime| Failure {
        code: "notATime".to_owned(),
        message: why.to_string(),
        hint: String::new(),
        ids: Vec::new(),
        unread: None,
    })
}

/// Why a question about time has no answer.
fn not_said(message: String, about: impl Into<model::RecordId>) -> Failure {
    Failure {
        code: "notDue".to_owned(),
        message,
        hint: String::new(),
        ids: vec![about.into()],
        unread: None,
    }
}
