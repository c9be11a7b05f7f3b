//! The Simulated view (domain.md 0, decision 5): the map played out, case by case. Cases arrive,
//! take their branches, wait for people and for what they wait for today, come back and leave; what
//! comes of it is counted. Everything is drawn from a seed: the same seed gives the same figures,
//! on every machine and on any number of cores.

mod chance;
mod clocks;
mod distribution;
mod estimate;
mod hours;
mod improvements;
mod net;
mod play;
mod played;
mod pool;
mod reach;
mod replay;
mod run;
mod services;
mod shown;
mod tally;
mod team;
mod timing;

pub use distribution::Distribution;
pub use estimate::{Interval, interval};
pub use hours::Hours;
pub use improvements::{Effect, Improvement, ImprovementKind, effect, improvements, rank};
pub use net::{
    Arrivals, Link, LinkWay, Net, Service, ServiceClock, Station, TICKS_PER_MINUTE, Team,
};
pub use play::{NotPlayed, Settings, Simulation};
pub use played::Played;
pub use replay::{Move, Replay};
pub use run::{Aborted, Plan, run};
pub use shown::*;
pub use tally::{BUCKETS, LeadTimes, Tally, TeamTally};
