//! Business calendars (domain.md 3.2 and 3.5): working time between instants, due instants, what
//! two calendars share. Windows are local times, so clocks that are set forward or back count.

mod days;
mod due;
mod overlap;
mod problem;
mod rules;
mod table;
mod time;
mod walk;
mod work;
mod zone;

pub use days::Week;
pub use due::{
    CalendarOf, CountedFrom, CountedIn, Due, Item, LocalMoment, Moment, NotDue, due_of, targets_of,
    took,
};
pub use overlap::{Overlap, OverlapWeek, overlap, overlap_on};
pub use problem::{DayName, Problem, ProblemKind};
pub use time::{Day, LocalTime, NotATime, UtcMinute, When};
pub use walk::Span;
pub use work::{WorkCalendar, chain};
