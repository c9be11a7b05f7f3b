//! The bounds of the numbers in records.

use crate::text::is_name;
use crate::value::*;

pub(super) fn in_range(m: Minutes) -> bool {
    (Minutes(0)..=Minutes::MAX).contains(&m)
}

pub(super) fn place(place: Place) -> bool {
    (-10_000..=2_000_000).contains(&place.x) && (-1_000..=10_000).contains(&place.y)
}

fn ordered<T: PartialOrd + Copy>(estimate: &Estimate<T>) -> bool {
    estimate.best.is_none_or(|best| best <= estimate.usual)
        && estimate.worst.is_none_or(|worst| worst >= estimate.usual)
        && is_name(&estimate.said_by)
}

pub(super) fn minutes(estimate: &Option<Estimate<Minutes>>) -> bool {
    estimate.as_ref().is_none_or(|e| {
        ordered(e)
            && in_range(e.usual)
            && e.best.is_none_or(in_range)
            && e.worst.is_none_or(in_range)
    })
}

pub(super) fn money(estimate: &Option<Estimate<Money>>) -> bool {
    let fits = |it: Money| it <= Money::MAX;
    estimate.as_ref().is_none_or(|e| ordered(e) && e.worst.map_or(fits(e.usual), fits))
}

pub(super) fn share(estimate: &Option<Estimate<Share>>) -> bool {
    estimate.as_ref().is_none_or(|e| {
        ordered(e)
            && e.usual <= Share::ALL
            && e.best.is_none_or(|s| s <= Share::ALL)
            && e.worst.is_none_or(|s| s <= Share::ALL)
    })
}
