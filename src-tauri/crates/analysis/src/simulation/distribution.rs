//! How long something takes, where it does not always take as long.

use super::net::TICKS_PER_MINUTE;
use model::{Estimate, Minutes};
use rand_distr::{Distribution as _, Exp1, Pert, StandardNormal};
use rand_xoshiro::SplitMix64;

/// A distribution of minutes, none below 0.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Distribution {
    /// Always so long.
    Fixed(f64),
    /// Without memory, with this mean.
    Exponential(f64),
    /// The logarithm is normal with this mean and deviation.
    Lognormal {
        /// Mean of the logarithm.
        mu: f64,
        /// Deviation of the logarithm.
        sigma: f64,
    },
    /// The three-point estimate of project planning: a beta distribution between the best and the
    /// worst that leans to the usual, with mean (best + 4·usual + worst) / 6.
    Pert {
        /// Never less.
        best: f64,
        /// Most often.
        usual: f64,
        /// Never more.
        worst: f64,
        /// The same, ready to be drawn from.
        ready: Pert<f64>,
    },
}

impl Distribution {
    /// Nothing.
    pub const ZERO: Distribution = Distribution::Fixed(0.0);

    /// Of three points. Points in another order, or all the same, are the usual one alone.
    pub fn pert(best: f64, usual: f64, worst: f64) -> Distribution {
        match Pert::new(best, worst).with_mode(usual) {
            Ok(ready) if best >= 0.0 => Distribution::Pert { best, usual, worst, ready },
            _ => Distribution::Fixed(usual.max(0.0)),
        }
    }

    /// The lognormal with this mean and coefficient of variation, both above 0.
    pub fn lognormal(mean: f64, cv: f64) -> Distribution {
        let variance = libm::log1p(cv * cv);
        Distribution::Lognormal {
            mu: libm::log(mean) - variance / 2.0,
            sigma: libm::sqrt(variance),
        }
    }

    /// What somebody said. A single number is taken at its word: a spread that nobody saw is not
    /// made up. Where only one side is known, the other is the usual value.
    pub(super) fn said(estimate: Option<&Estimate<Minutes>>) -> Distribution {
        let Some(said) = estimate else { return Distribution::ZERO };
        let minutes = |it: Minutes| f64::from(it.0);
        let usual = minutes(said.usual);
        let side = |it: Option<Minutes>| it.map_or(usual, minutes);
        Distribution::pert(side(said.best), usual, side(said.worst))
    }

    /// Its mean, in minutes.
    pub fn mean(&self) -> f64 {
        match *self {
            Distribution::Fixed(minutes) | Distribution::Exponential(minutes) => minutes,
            Distribution::Lognormal { mu, sigma } => libm::exp(mu + sigma * sigma / 2.0),
            Distribution::Pert { best, usual, worst, .. } => (best + 4.0 * usual + worst) / 6.0,
        }
    }

    /// Whether it is always nothing.
    pub fn is_zero(&self) -> bool {
        matches!(self, Distribution::Fixed(minutes) if *minutes <= 0.0)
    }

    /// Whether it is always the same.
    pub fn is_fixed(&self) -> bool {
        matches!(self, Distribution::Fixed(_))
    }

    /// All values times a number that is not negative.
    pub fn times(&self, factor: f64) -> Distribution {
        match *self {
            Distribution::Fixed(minutes) => Distribution::Fixed(minutes * factor),
            Distribution::Exponential(mean) => Distribution::Exponential(mean * factor),
            Distribution::Lognormal { mu, sigma } if factor > 0.0 => {
                Distribution::Lognormal { mu: mu + libm::log(factor), sigma }
            }
            Distribution::Lognormal { .. } => Distribution::ZERO,
            Distribution::Pert { best, usual, worst, .. } => {
                Distribution::pert(best * factor, usual * factor, worst * factor)
            }
        }
    }

    /// One value, in ticks. The generator is used up: equal generators give values that grow and
    /// shrink together, whatever the parameters.
    pub(super) fn ticks(&self, mut chance: impl FnMut() -> SplitMix64) -> i64 {
        let minutes = match self {
            Distribution::Fixed(minutes) => *minutes,
            Distribution::Exponential(mean) => {
                let unit: f64 = Exp1.sample(&mut chance());
                mean * unit
            }
            Distribution::Lognormal { mu, sigma } => {
                let normal: f64 = StandardNormal.sample(&mut chance());
                libm::exp(mu + sigma * normal)
            }
            Distribution::Pert { ready, .. } => ready.sample(&mut chance()),
        };
        ticks(minutes)
    }
}

/// Minutes as ticks; what is too long to be counted is the longest that can.
pub(super) fn ticks(minutes: f64) -> i64 {
    const LONGEST: f64 = 1e15;
    let ticks = (minutes * TICKS_PER_MINUTE as f64).clamp(0.0, LONGEST);
    // Rounded half up; `round` is a call where the processor may lack an instruction for it.
    let whole = ticks as i64;
    whole + i64::from(ticks - whole as f64 >= 0.5)
}
