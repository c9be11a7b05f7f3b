//! What is played out: stations, links and teams by number. A map becomes one; closed forms of
//! queueing theory and models of other tools are written as one in tests.

use super::distribution::Distribution;
use super::hours::Hours;

/// Time is counted in whole milliseconds, so that sums of it are exact.
pub const TICKS_PER_MINUTE: i64 = 60_000;

/// All of it. Numbers index the lists.
#[derive(Clone, Debug)]
pub struct Net {
    /// Calendars.
    pub hours: Vec<Hours>,
    /// Who works.
    pub teams: Vec<Team>,
    /// Where work is done, and events and decisions.
    pub stations: Vec<Station>,
    /// What leads from one to another.
    pub links: Vec<Link>,
    /// The station at which cases begin.
    pub start: usize,
    /// How they come.
    pub arrivals: Arrivals,
    /// In whose working time lead times are counted: an index into `hours`.
    pub clock: usize,
    /// What was promised.
    pub services: Vec<Service>,
}

/// How cases come.
#[derive(Clone, Copy, Debug)]
pub struct Arrivals {
    /// From one to the next, in working time.
    pub between: Distribution,
    /// Whose: an index into `hours`.
    pub hours: usize,
}

/// A team.
#[derive(Clone, Copy, Debug)]
pub struct Team {
    /// How many people; without it nobody waits for it.
    pub people: Option<u32>,
    /// When it works.
    pub hours: usize,
    /// What a minute on a case takes of a person, with its share of other work: 1 or more.
    pub load: f64,
}

/// A step, event or decision. A case that has no way out of it is over.
#[derive(Clone, Debug)]
pub struct Station {
    /// Tells it apart from others in draws, whatever its number is.
    pub key: u64,
    /// Who works there.
    pub team: usize,
    /// How many of them at once, at least 1.
    pub people: u32,
    /// Hands-on time, in which they are held.
    pub work: Distribution,
    /// What the span has beyond that: nobody is held.
    pub rest: Distribution,
    /// Work that gates nothing: it takes people, but the case does not wait for it.
    pub dead_end: bool,
    /// Ways out that are taken one instead of all others, each with its chance; together at most 1.
    pub back: Vec<(usize, f64)>,
    /// Alternatives, each with its chance; together 1 if there are any.
    pub one_of: Vec<(usize, f64)>,
    /// Ways out that are all taken.
    pub all: Vec<usize>,
}

/// What a link does beside leading on.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum LinkWay {
    /// Lets a case wait so long.
    Wait(Distribution),
    /// Lets it wait for the next run; one every so many minutes of working time.
    Batch(f64),
}

/// A connector.
#[derive(Clone, Copy, Debug)]
pub struct Link {
    /// Tells it apart from others in draws.
    pub key: u64,
    /// To which station.
    pub to: usize,
    /// How it waits.
    pub way: LinkWay,
    /// In whose working time: an index into `hours`.
    pub hours: usize,
    /// The receiver takes other cases first.
    pub low_priority: bool,
}

/// A target of a service level.
#[derive(Clone, Debug)]
pub struct Service {
    /// In whose working time it is counted: an index into `hours`.
    pub hours: usize,
    /// Minutes that are kept to.
    pub target: f64,
    /// What starts and stops its clock.
    pub clock: ServiceClock,
    /// For each pause, the links and stations at which it stands still, and for how many minutes at
    /// most.
    pub pauses: Vec<(Vec<usize>, Vec<usize>, f64)>,
}

/// What starts and stops a clock.
#[derive(Clone, Debug)]
pub enum ServiceClock {
    /// From the release on a link until work on it begins.
    Response(usize),
    /// From the release on a link, or from the beginning of work on it, until the case leaves the
    /// stations of the stage forward. If it leaves them backward, the clock is given up: it starts
    /// again when the case is handed over again.
    Completion {
        /// Which link.
        link: usize,
        /// Counted from its release.
        from_release: bool,
        /// The stations of the stage.
        stage: Vec<usize>,
    },
    /// From when one station is done until another is.
    Span {
        /// The first.
        from: usize,
        /// The last.
        to: usize,
    },
}
