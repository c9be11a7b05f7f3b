//! Handovers as a log of cases has them (domain.md 7.1; van der Aalst, Reijers and Song 2005). A case
//! is the sequence of those who worked on it. Pure functions over any kind of name.

use std::collections::{BTreeMap, BTreeSet};

/// From whom to whom, and the share of it.
pub type Handovers<T> = BTreeMap<(T, T), f64>;

/// Of all direct handovers of a log, the share of each; the shares add up to 1. Empty where no case
/// has two entries.
pub fn direct<T: Ord + Clone>(log: &[Vec<T>]) -> Handovers<T> {
    indirect(log, 0.0)
}

/// The same, with those `n` places apart counted `beta` to the power of n − 1 (`beta` from 0 to 1).
pub fn indirect<T: Ord + Clone>(log: &[Vec<T>], beta: f64) -> Handovers<T> {
    let mut sums: Handovers<T> = BTreeMap::new();
    let mut all = 0.0;
    for case in log {
        let mut weight = 1.0;
        for apart in 1..case.len() {
            if weight <= 0.0 {
                break;
            }
            for (from, to) in case.iter().zip(case.iter().skip(apart)) {
                *sums.entry((from.clone(), to.clone())).or_default() += weight;
                all += weight;
            }
            weight *= beta;
        }
    }
    sums.values_mut().for_each(|sum| *sum /= all);
    sums
}

/// Of all cases, the share in which each direct handover happens at least once.
pub fn once_per_case<T: Ord + Clone>(log: &[Vec<T>]) -> Handovers<T> {
    let mut sums: Handovers<T> = BTreeMap::new();
    for case in log {
        let pairs: BTreeSet<(&T, &T)> = case.iter().zip(case.iter().skip(1)).collect();
        for (from, to) in pairs {
            *sums.entry((from.clone(), to.clone())).or_default() += 1.0;
        }
    }
    sums.values_mut().for_each(|sum| *sum /= log.len() as f64);
    sums
}

/// How often a case goes from one to another and straight back (domain.md 7.2). Entries of the same
/// in a row are one.
pub fn ping_pong<T: PartialEq>(case: &[T]) -> u32 {
    let mut turns: Vec<&T> = Vec::new();
    for entry in case {
        if turns.last() != Some(&entry) {
            turns.push(entry);
        }
    }
    let returns = turns.windows(3).filter(|three| matches!(three, [a, _, b] if a == b));
    crate::timeline::count(returns.count())
}
