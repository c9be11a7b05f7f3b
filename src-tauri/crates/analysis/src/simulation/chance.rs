//! Common random numbers (notes of the field: one stream per purpose). What is drawn depends on the
//! seed, the run, the case, the thing it is drawn for and the how-manieth time, and on nothing else:
//! two maps that differ in one number draw the same everywhere else, so that their difference shows
//! after few cases.

use rand_distr::{Distribution, Open01};
use rand_xoshiro::SplitMix64;
use rand_xoshiro::rand_core::SeedableRng;

/// What something is drawn for.
#[derive(Clone, Copy, Debug)]
pub(super) enum Purpose {
    /// The time until the next case.
    Arrival,
    /// Which way on from a step.
    Route,
    /// Hands-on time.
    Work,
    /// The rest of the span.
    Rest,
    /// The wait on a connector.
    Wait,
}

/// The source of all chance in one run.
#[derive(Clone, Copy, Debug)]
pub(super) struct Chance {
    base: u64,
}

impl Chance {
    pub(super) fn new(seed: u64, run: u32) -> Chance {
        Chance { base: mixed(mixed(seed).wrapping_add(u64::from(run) + 1)) }
    }

    /// The generator of one draw. `key` tells steps or connectors apart whatever their place is.
    pub(super) fn draw(self, purpose: Purpose, key: u64, case: u32, time: u16) -> SplitMix64 {
        let thing = mixed(self.base ^ key.wrapping_mul(5).wrapping_add(purpose as u64));
        let which = u64::from(case) << 16 | u64::from(time);
        SplitMix64::from_seed(mixed(thing ^ which).to_le_bytes())
    }

    /// A number above 0 and below 1.
    pub(super) fn share(self, purpose: Purpose, key: u64, case: u32, time: u16) -> f64 {
        Open01.sample(&mut self.draw(purpose, key, case, time))
    }
}

/// Stafford's finaliser: every bit of the answer depends on every bit of the question.
fn mixed(value: u64) -> u64 {
    let value = value.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let value = (value ^ (value >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let value = (value ^ (value >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    value ^ (value >> 31)
}
