//! Pills on handoffs, labels on connectors, bursts of pain points: the small things that must
//! cover neither a step nor each other. Each takes the first free place along its own line.

mod bursts;
mod labels;
mod pills;

pub(crate) use bursts::marks;
pub(crate) use labels::Labels;
pub(crate) use pills::Pills;

use crate::grid::Grid;
use crate::route::{Point, hits};
use crate::shape::Rect;
use crate::words::Words;
use model::{Clock, Connector};

/// Places that are taken.
pub(crate) struct Taken(Grid<Rect>);

impl Taken {
    pub(crate) fn over(ground: &Rect) -> Taken {
        Taken(Grid::over(ground))
    }

    pub(crate) fn take(&mut self, rect: Rect) {
        self.0.put(&rect, rect);
    }

    /// The area of what is taken under a rectangle, counted once for each thing that takes it.
    fn under(&self, rect: &Rect) -> f32 {
        let mut area = 0.0;
        self.0.near(rect, |other, cell| {
            // Only the part inside this cell, so that a thing in several cells counts once.
            let left = rect.x.max(other.x).max(cell.left);
            let top = rect.y.max(other.y).max(cell.top);
            let w = rect.right().min(other.right()).min(cell.right) - left;
            let h = rect.bottom().min(other.bottom()).min(cell.bottom) - top;
            if w > 0.0 && h > 0.0 {
                area += w * h;
            }
        });
        area
    }
}

/// The first of these places where nothing is taken, else the one that covers least.
fn first_free(
    taken: &Taken,
    places: impl IntoIterator<Item = Rect>,
    margin: f32,
) -> Option<(f32, Rect)> {
    let mut least: Option<(f32, Rect)> = None;
    for place in places {
        let covered = taken.under(&place.grown(margin));
        if covered == 0.0 {
            return Some((covered, place));
        }
        if least.as_ref().is_none_or(|(area, _)| covered < *area) {
            least = Some((covered, place));
        }
    }
    least
}

/// The straight pieces of all connectors, so that a label can keep off them.
pub(crate) struct Lines(Grid<(Point, Point)>);

impl Lines {
    pub(crate) fn of<'a>(ground: &Rect, ways: impl IntoIterator<Item = &'a Vec<Point>>) -> Lines {
        let mut lines = Grid::over(ground);
        for way in ways {
            for (a, b) in way.iter().zip(way.iter().skip(1)) {
                let (w, h) = ((a.x - b.x).abs(), (a.y - b.y).abs());
                lines.put(&Rect::new(a.x.min(b.x), a.y.min(b.y), w, h), (*a, *b));
            }
        }
        Lines(lines)
    }

    fn through(&self, rect: &Rect) -> usize {
        let mut count = 0;
        self.0.near(rect, |(a, b), _| count += usize::from(hits(a, b, rect)));
        count
    }
}

/// "1.5 d queue", or "1.5 d wait" when nobody said why.
fn waiting(connector: &Connector, words: &Words, clock: Clock) -> Option<String> {
    let wait = connector.wait.as_ref()?;
    let why = connector.cause.map_or(words.wait.as_str(), |cause| words.cause(cause));
    Some(format!("{} {why}", glued(&words.estimate(wait, clock))))
}

/// Without places where a line may break: a number stays with its unit.
fn glued(text: &str) -> String {
    text.replace(' ', "\u{a0}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_taken_counts_once_wherever_it_lies() {
        let mut taken = Taken::over(&Rect::new(-136.0, 0.0, 2000.0, 900.0));
        for (x, y) in [(-120.0, 4.0), (150.0, 150.0), (1850.0, 880.0), (5.0, 300.0)] {
            let place = Rect::new(x, y, 30.0, 20.0);
            taken.take(place);
            assert!((taken.under(&place) - 600.0).abs() < 0.5, "{place:?}");
            assert_eq!(taken.under(&Rect::new(x + 40.0, y, 30.0, 20.0)), 0.0);
        }
    }
}
