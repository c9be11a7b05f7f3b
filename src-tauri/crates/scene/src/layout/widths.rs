//! How far apart the columns stand: as far as their steps are wide, with room between them for the
//! lines that turn there and for what is written on those that run straight over.

use super::blocks::Blocks;
use super::columns::Columns;
use super::graph::Graph;
use super::order::Order;
use super::rows::Rows;
use crate::measure::{CLEARANCE, TRACK};

/// Between two columns with lines that need no more.
pub(super) const NARROW: f32 = 34.0;
/// Between two columns with words on a line from one to the other.
const SAID: f32 = 76.0;
/// Lines that turn within so much of each other's height do not share a track.
const PORTS: f32 = 12.0;

/// What is to be spread from left to right.
pub(super) struct Widths<'a> {
    pub graph: &'a Graph,
    pub columns: &'a Columns,
    pub blocks: &'a Blocks,
    /// The centre of the first column.
    pub first: f32,
    /// The steps of each column, by number.
    steps: Vec<Vec<usize>>,
}

impl<'a> Widths<'a> {
    /// The first column stands at 0.
    pub(super) fn of(graph: &'a Graph, columns: &'a Columns, blocks: &'a Blocks) -> Widths<'a> {
        let mut steps: Vec<Vec<usize>> = vec![Vec::new(); columns.count];
        for at in 0..graph.len() {
            if let Some(column) = steps.get_mut(columns.of.at(at)) {
                column.push(at);
            }
        }
        Widths { graph, columns, blocks, first: 0.0, steps }
    }

    /// The centre of each column while nobody knows yet how far down things lie: every line that
    /// leads from one to the next may turn.
    pub(super) fn by_order(&self, order: &Order) -> Vec<f32> {
        let place = |block: usize| order.place.at(block) as f32;
        self.spread(place, 0.0, |left, right| self.half(left) + self.half(right))
    }

    /// The centre of each column once that is known: only lines that are not level turn, and where
    /// none does a narrow step need not keep to the edge of its column.
    pub(super) fn by_rows(&self, rows: &Rows) -> Vec<f32> {
        let place = |block: usize| rows.y.at(block);
        self.spread(place, PORTS, |left, right| self.beside(rows, left, right))
    }

    fn spread(
        &self,
        place: impl Fn(usize) -> f32,
        reach: f32,
        narrow: impl Fn(usize, usize) -> f32,
    ) -> Vec<f32> {
        let mut turning: Vec<Vec<(f32, f32)>> = vec![Vec::new(); self.columns.count];
        for (left, right) in &self.blocks.links {
            let (a, b) = (place(*left), place(*right));
            if let Some(gap) = turning.get_mut(self.blocks.at(*left).last)
                && (a - b).abs() >= 0.6
            {
                gap.push((a.min(b) - reach, a.max(b) + reach));
            }
        }
        let mut x = self.first;
        let mut xs = Vec::with_capacity(self.columns.count);
        for (column, gap) in turning.iter().enumerate() {
            xs.push(x);
            let tracks = gap.iter().map(|a| gap.iter().filter(|b| b.0 <= a.0 && a.0 < b.1).count());
            let tracks = tracks.max().unwrap_or(0).saturating_sub(1);
            let wide = NARROW + TRACK * tracks as f32;
            let said = if self.blocks.said.contains(&column) { SAID } else { 0.0 };
            let halves = if gap.is_empty() {
                narrow(column, column + 1)
            } else {
                self.half(column) + self.half(column + 1)
            };
            x += halves + wide.max(said);
        }
        xs
    }

    /// Half the width of the widest step of a column.
    fn half(&self, column: usize) -> f32 {
        self.within(column).map(|(_, half)| half).fold(0.0, f32::max)
    }

    fn within(&self, column: usize) -> impl Iterator<Item = (usize, f32)> + '_ {
        let steps = self.steps.get(column).into_iter().flatten();
        steps.filter_map(|at| self.graph.nodes.get(*at).map(|it| (*at, it.half)))
    }

    /// How much of two columns lies between their centres, where steps that do not lie beside each
    /// other need no room between them.
    fn beside(&self, rows: &Rows, left: usize, right: usize) -> f32 {
        let least = self.half(left) + self.half(right) - NARROW + 2.0 * CLEARANCE;
        let meet = |a: usize, b: usize| match (self.graph.nodes.get(a), self.graph.nodes.get(b)) {
            (Some(upper), Some(lower)) => {
                let (p, q) = (rows.y.at(a), rows.y.at(b));
                p - upper.above < q + lower.below && q - lower.above < p + upper.below
            }
            _ => false,
        };
        let pairs = self.within(left).flat_map(|a| self.within(right).map(move |b| (a, b)));
        let met = pairs.filter(|(a, b)| meet(a.0, b.0)).map(|(a, b)| a.1 + b.1);
        met.fold(least, f32::max)
    }
}
