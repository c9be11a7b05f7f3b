//! `baton due`: when the targets of a handoff are due, for an item that was released at some time.

use crate::ending::{Ending, Looked, Outcome, say, say_json};
use crate::language::Language;
use clap::{Args, ValueEnum};
use serde_json::{Map, Value, json};
use session::calendar::{self, CalendarOf, CountedFrom, Item, LocalTime, Moment, NotDue, When};
use session::{ClockKind, Document, HandoffId, TargetKind};

const WEEKDAYS: [(&str, &str); 7] = [
    ("Mon", "Mo"),
    ("Tue", "Di"),
    ("Wed", "Mi"),
    ("Thu", "Do"),
    ("Fri", "Fr"),
    ("Sat", "Sa"),
    ("Sun", "So"),
];

/// Which handoff, and what is known of the item.
#[derive(Args)]
pub struct Due {
    #[command(flatten)]
    looked: Looked,
    /// The handoff, such as H-03
    #[arg(long, value_parser = number)]
    handoff: u32,
    /// When it was released: 2026-05-22T15:30 on the clocks of the calendar that its response is
    /// counted in, or anywhere with Z or +02:00 behind it
    #[arg(long)]
    from: When,
    /// When it was accepted, written the same way; without it, as late as the response target allows
    #[arg(long)]
    accepted: Option<When>,
    /// Which target; without it, all that are agreed
    #[arg(long, value_enum)]
    target: Option<Target>,
    /// How many minutes the clock stood still
    #[arg(long, value_name = "MINUTES", default_value_t = 0)]
    #[arg(value_parser = clap::value_parser!(i64).range(0..=5_270_400))]
    paused: i64,
    /// The language of the sentences
    #[arg(long, value_enum, default_value_t)]
    language: Language,
    /// As JSON, for programs
    #[arg(long)]
    json: bool,
}

/// A target of a service level.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Target {
    /// Acknowledged
    Acknowledge,
    /// Accepted or returned
    Response,
    /// Completed
    Completion,
}

impl From<Target> for TargetKind {
    fn from(target: Target) -> TargetKind {
        match target {
            Target::Acknowledge => TargetKind::Acknowledge,
            Target::Response => TargetKind::Response,
            Target::Completion => TargetKind::Completion,
        }
    }
}

/// `H-03`, `h-3` or `3`.
fn number(text: &str) -> Result<u32, String> {
    let digits = text.strip_prefix(['H', 'h']).map_or(text, |it| it.trim_start_matches('-'));
    let number = digits.parse().ok().filter(|_| digits.bytes().all(|it| it.is_ascii_digit()));
    number.ok_or_else(|| "Handoffs are called H-01, H-02 and so on.".to_owned())
}

impl Due {
    /// Prints when each target is due. A target of which that cannot be said is told of beside
    /// those of which it can.
    ///
    /// # Errors
    /// The file cannot be opened, or no due date can be told.
    pub fn run(&self) -> Outcome {
        let session = self.looked.open()?;
        let document = session.document();
        let language = self.language.into();
        let told = |why: NotDue| why.sentence(language);
        let handoff = session
            .handoff_numbered(self.handoff)
            .ok_or_else(|| format!("There is no handoff H-{:02} in this file.", self.handoff))?;
        let targets = match self.target {
            Some(target) => vec![target.into()],
            None => calendar::targets_of(&document, handoff).map_err(told)?,
        };
        let item =
            Item { released: self.from, accepted: self.accepted, paused_minutes: self.paused };
        let (mut due, mut not_due) = (Vec::new(), Vec::new());
        for target in targets {
            match calendar::due_of(&document, handoff, target, &item) {
                Ok(it) => due.push(it),
                Err(why) => not_due.push(why.sentence(language)),
            }
        }
        not_due.dedup();
        if due.is_empty() {
            let nothing = || format!("The service level of H-{:02} has no targets.", self.handoff);
            return Err(not_due.into_iter().next().unwrap_or_else(nothing));
        }
        for why in &not_due {
            eprintln!("{why}");
        }
        let name = name(&document, handoff);
        match self.json {
            true => say_json(&json!({
                "handoff": name,
                "due": due,
                "names": names(&document, &due),
                "notDue": not_due,
            }))?,
            false => say(&self.text(&document, &name, &due))?,
        };
        Ok(if not_due.is_empty() { Ending::Done } else { Ending::Findings })
    }

    fn text(&self, document: &Document, name: &str, due: &[calendar::Due]) -> String {
        let mut text = format!("{name}\n");
        for it in due {
            let what = match it.target {
                TargetKind::Acknowledge => self.pick("Acknowledge", "Bestätigen"),
                TargetKind::Response => self.pick("Accept or return", "Antworten"),
                TargetKind::Completion => self.pick("Complete", "Abschließen"),
            };
            let how = self.how(document, it);
            text.push_str(&format!("\n{what:<16}  {}\n{:18}{how}\n", self.moment(&it.due), ""));
        }
        text
    }

    /// What a due date is counted from, and in which calendar.
    fn how(&self, document: &Document, due: &calendar::Due) -> String {
        let (minutes, by) = match due.clock {
            ClockKind::Business => (self.pick("min of work", "min Arbeitszeit"), "in"),
            ClockKind::Elapsed => (
                self.pick("min on the wall", "min auf der Wanduhr"),
                self.pick("on the clocks of", "auf den Uhren von"),
            ),
        };
        let paused = match self.paused {
            0 => String::new(),
            paused => match self.language {
                Language::En => format!(" and {paused} min of pause"),
                Language::De => format!(" und {paused} min Pause"),
            },
        };
        let from = match due.counted_from {
            CountedFrom::Release => self.pick("release", "der Freigabe"),
            CountedFrom::Acceptance => self.pick("acceptance", "der Annahme"),
            CountedFrom::LatestAcceptance => {
                self.pick("the latest acceptance", "der spätesten Annahme")
            }
            CountedFrom::LatestAcknowledgement => {
                self.pick("the latest acknowledgement", "der spätesten Bestätigung")
            }
        };
        let calendar = due.calendar.map(|it| {
            let name = document.calendar(it.id).map_or("", |it| it.name.as_str());
            let of = match it.of {
                CalendarOf::Agreement => self.pick("its service level", "der Vereinbarung"),
                CalendarOf::Receiver => self.pick("the receiving team", "des empfangenden Teams"),
                CalendarOf::Process => self.pick("the process", "des Prozesses"),
            };
            match self.language {
                Language::En => format!(", {by} “{name}”, the calendar of {of}"),
                Language::De => format!(", {by} „{name}“, dem Kalender {of}"),
            }
        });
        let start = &due.start;
        let start = start.local.as_ref().map_or(start.utc.to_string(), |it| self.shown(it.time));
        let calendar = calendar.unwrap_or_default();
        let long = due.minutes.0;
        match self.language {
            Language::En => format!("{long} {minutes}{paused} from {from} on {start}{calendar}"),
            Language::De => format!("{long} {minutes}{paused} ab {from} am {start}{calendar}"),
        }
    }

    /// `Tue 2026-05-26 15:30 Europe/Berlin (2026-05-26T13:30Z)`.
    fn moment(&self, moment: &Moment) -> String {
        match &moment.local {
            Some(local) => {
                format!("{} {} ({})", self.shown(local.time), local.zone, moment.utc)
            }
            None => moment.utc.to_string(),
        }
    }

    fn shown(&self, time: LocalTime) -> String {
        let named = WEEKDAYS.get(usize::from(time.day.weekday())).copied();
        let (english, german) = named.unwrap_or_default();
        format!("{} {}", self.pick(english, german), time.to_string().replace('T', " "))
    }

    fn pick<T>(&self, english: T, german: T) -> T {
        match self.language {
            Language::En => english,
            Language::De => german,
        }
    }
}

/// `H-03 Write offer → Check offer, Future state`.
fn name(document: &Document, handoff: HandoffId) -> String {
    let found = || {
        let handoff = document.handoff(handoff)?;
        let connector = document.connector(handoff.connector)?;
        let [from, to] = [connector.from, connector.to].map(|id| document.step(id));
        let state = &document.state(connector.state)?.name;
        Some(format!("{} {} → {}, {state}", handoff.name(), from?.name, to?.name))
    };
    found().unwrap_or_default()
}

/// What the ids of calendars stand for.
fn names(document: &Document, due: &[calendar::Due]) -> Map<String, Value> {
    let name = |it: &calendar::Due| {
        let calendar = document.calendar(it.calendar?.id)?;
        Some((calendar.id.0.to_string(), Value::String(calendar.name.clone())))
    };
    due.iter().filter_map(name).collect()
}
