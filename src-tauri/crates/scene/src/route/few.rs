//! A way with few corners, kept in one place: hundreds of them are compared for every connector, and
//! all but one are thrown away.

use super::Point;
use std::ops::Deref;

/// The most points of such a way: a port and two corners from either end.
const MOST: usize = 6;

/// A way of at most six points.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Few {
    points: [Point; MOST],
    count: usize,
}

impl Deref for Few {
    type Target = [Point];

    fn deref(&self) -> &[Point] {
        self.points.get(..self.count).unwrap_or_default()
    }
}

/// Points one after the other.
pub(super) trait Points: Default + Deref<Target = [Point]> {
    fn add(&mut self, point: Point);
    fn drop_last(&mut self);
}

impl Points for Few {
    /// One that is too many is left out.
    fn add(&mut self, point: Point) {
        debug_assert!(self.count < MOST, "a way with more corners than are kept");
        if let Some(place) = self.points.get_mut(self.count) {
            *place = point;
            self.count += 1;
        }
    }

    fn drop_last(&mut self) {
        self.count = self.count.saturating_sub(1);
    }
}

impl Points for Vec<Point> {
    fn add(&mut self, point: Point) {
        self.push(point);
    }

    fn drop_last(&mut self) {
        self.pop();
    }
}
