//! Blocks: what has a place from top to bottom. A step is one, in one column; so is a connector that
//! passes columns, as one straight line through all of them (Bachmaier, Brandenburg, Brunner and
//! Hübner, "Global k-level crossing reduction", 2011).

use super::columns::Columns;
use super::graph::Graph;
use super::table::Lists;
use std::collections::BTreeSet;

/// A step, or the straight part of a connector that passes columns.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Block {
    /// The step, by number; nothing for a connector.
    pub node: Option<usize>,
    /// The columns it lies in.
    pub first: usize,
    pub last: usize,
    /// The lanes it may lie in, or between.
    pub top: usize,
    pub bottom: usize,
    /// How far down in its lane a step lies that stays there.
    pub stays: Option<i32>,
}

/// An upright piece inside a column, seen from one of its ends.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Upright {
    pub other: usize,
    pub column: usize,
}

/// All blocks, and what joins them.
#[derive(Clone, Debug, Default)]
pub(super) struct Blocks {
    /// The steps first, under their own numbers.
    pub all: Vec<Block>,
    /// Blocks in the column before the first one that lead here.
    pub left: Lists<usize>,
    /// Blocks in the column after the last one that this leads to.
    pub right: Lists<usize>,
    /// Upright pieces to others in the same column.
    pub upright: Lists<Upright>,
    /// From the left block to the right one, over one gap each.
    pub links: Vec<(usize, usize)>,
    /// Gaps with words on a line that runs straight over them.
    pub said: BTreeSet<usize>,
}

impl Blocks {
    pub(super) fn of(graph: &Graph, columns: &Columns) -> Blocks {
        let steps = graph.nodes.iter().enumerate().map(|(at, node)| {
            let column = columns.of.at(at);
            let (top, bottom) = (node.lane, node.lane);
            let stays = node.fixed.then_some(node.place.y);
            Block { node: Some(at), first: column, last: column, top, bottom, stays }
        });
        let mut blocks = Blocks { all: steps.collect(), ..Blocks::default() };
        let mut uprights = Vec::new();
        for (number, edge) in graph.edges.iter().enumerate() {
            let (from, to) = (columns.of.at(edge.from), columns.of.at(edge.to));
            if columns.upright.contains(&number) {
                uprights.push((edge.from, edge.to, from));
            } else if to == from + 1 {
                if edge.said && graph.lane(edge.from) == graph.lane(edge.to) {
                    blocks.said.insert(from);
                }
                blocks.links.push((edge.from, edge.to));
            } else {
                let line = blocks.line(graph, (edge.from, edge.to), (from + 1, to - 1));
                blocks.links.extend([(edge.from, line), (line, edge.to)]);
            }
        }
        for edge in &graph.back {
            let (from, to) = (columns.of.at(edge.from), columns.of.at(edge.to));
            if from != to {
                let ends = (from.min(to), from.max(to));
                let line = blocks.line(graph, (edge.from, edge.to), ends);
                uprights.extend([(edge.from, line, from), (edge.to, line, to)]);
            }
        }
        let count = blocks.all.len();
        (blocks.left, blocks.right) = (Lists::of(count), Lists::of(count));
        for (left, right) in &blocks.links {
            blocks.right.push(*left, *right);
            blocks.left.push(*right, *left);
        }
        blocks.upright = Lists::of(count);
        for (a, b, column) in uprights {
            blocks.upright.push(a, Upright { other: b, column });
            blocks.upright.push(b, Upright { other: a, column });
        }
        blocks
    }

    fn line(&mut self, graph: &Graph, ends: (usize, usize), columns: (usize, usize)) -> usize {
        let (a, b) = (graph.lane(ends.0), graph.lane(ends.1));
        let (first, last) = columns;
        let (top, bottom) = (a.min(b), a.max(b));
        self.all.push(Block { node: None, first, last, top, bottom, stays: None });
        self.all.len() - 1
    }

    pub(super) fn at(&self, block: usize) -> Block {
        self.all.get(block).copied().unwrap_or_default()
    }
}
