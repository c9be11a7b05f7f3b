//! The order of the blocks from top to bottom, lane by lane, with as few crossings as sifting
//! finds: each block in turn is tried at every place it may have and stays at the best one.

use super::blocks::Blocks;
use super::table::Table;

/// What a step on an upright connector counts, in crossings: it has no other way.
const ON_STEP: i32 = 40;
/// What one on the way of a connector that goes back counts: that goes round it.
const ROUND_STEP: i32 = 4;

/// Blocks from top to bottom.
#[derive(Clone, Debug, Default)]
pub(super) struct Order {
    /// The blocks, topmost first.
    pub sequence: Table<usize>,
    /// Where each block comes in it.
    pub place: Table<usize>,
}

impl Order {
    /// An order to begin with: lane by lane as the steps are numbered, those that stay as they lie;
    /// each line beside the step it comes from.
    pub(super) fn first(blocks: &Blocks, turned: bool) -> Order {
        let mut keys: Vec<(usize, f32, usize)> = Vec::with_capacity(blocks.all.len());
        for (at, block) in blocks.all.iter().enumerate() {
            let lane = if turned { block.bottom } else { block.top };
            let number = match block.node {
                Some(node) => node,
                None => blocks.left.at(at).first().copied().unwrap_or(at),
            };
            let number = if turned { -(number as f32) } else { number as f32 };
            keys.push((lane, number + if block.node.is_none() { 0.5 } else { 0.0 }, at));
        }
        keys.sort_by(|a, b| a.0.cmp(&b.0).then(a.1.total_cmp(&b.1)).then(a.2.cmp(&b.2)));
        let mut sequence: Vec<usize> = keys.into_iter().map(|(.., block)| block).collect();
        let stays = |block: &usize| blocks.at(*block).stays.map(|y| (blocks.at(*block).top, y));
        let mut still: Vec<usize> =
            sequence.iter().copied().filter(|it| stays(it).is_some()).collect();
        still.sort_by_key(stays);
        let places = sequence.iter_mut().filter(|it| stays(it).is_some());
        places.zip(still).for_each(|(place, block)| *place = block);
        let mut order = Order { sequence: Table::of(0, 0), place: Table::of(sequence.len(), 0) };
        for (place, block) in sequence.into_iter().enumerate() {
            order.sequence.push(block);
            order.place.put(block, place);
        }
        order
    }

    /// Takes a block out and puts it in at another place.
    fn shift(&mut self, from: usize, to: usize) {
        self.sequence.turn(from, to);
        for place in from.min(to)..=from.max(to) {
            self.place.put(self.sequence.at(place), place);
        }
    }

    /// Sifts every block, several times over, until nothing gets better. Answers how much did.
    pub(super) fn sift(&mut self, blocks: &Blocks, rounds: usize) -> i32 {
        let mut gained = 0;
        for round in 0..rounds {
            let mut better = 0;
            for turn in 0..blocks.all.len() {
                let block = if round % 2 == 0 { turn } else { blocks.all.len() - 1 - turn };
                better += self.sift_one(blocks, block);
            }
            gained += better;
            if better == 0 && round > 0 {
                break;
            }
        }
        gained
    }

    fn sift_one(&mut self, blocks: &Blocks, block: usize) -> i32 {
        let start = self.place.at(block);
        let wanted = self.wanted(blocks, block).unwrap_or(start as f32);
        let (mut cost, mut best) = (0, (0, start));
        let consider = |cost: i32, at: usize, best: &mut (i32, usize)| {
            let far = |at: usize| (at as f32 - wanted).abs();
            if cost < best.0 || (cost == best.0 && far(at) + 0.01 < far(best.1)) {
                *best = (cost, at);
            }
        };
        for at in (0..start).rev() {
            let other = self.sequence.at(at);
            if !may_pass(blocks, other, block) {
                break;
            }
            cost += self.change(blocks, (other, block), other);
            consider(cost, at, &mut best);
        }
        cost = 0;
        for at in start + 1..blocks.all.len() {
            let other = self.sequence.at(at);
            if !may_pass(blocks, block, other) {
                break;
            }
            cost += self.change(blocks, (block, other), other);
            consider(cost, at, &mut best);
        }
        if best.1 != start {
            self.shift(start, best.1);
        }
        -best.0
    }

    /// The middle of the blocks this one is joined to.
    fn wanted(&self, blocks: &Blocks, block: usize) -> Option<f32> {
        let joined = blocks.left.at(block).iter().chain(blocks.right.at(block)).copied();
        let upright = blocks.upright.at(block).iter().map(|it| it.other);
        let (mut sum, mut count) = (0.0, 0.0);
        for other in joined.chain(upright) {
            sum += self.place.at(other) as f32;
            count += 1.0;
        }
        (count > 0.0).then(|| sum / count)
    }

    /// How many crossings more there are when the upper of two neighbours goes under the lower.
    /// `still` is the one of the two that is at its place in the sequence; the other only tries.
    fn change(&self, blocks: &Blocks, (upper, lower): (usize, usize), still: usize) -> i32 {
        let (a, b) = (blocks.at(upper), blocks.at(lower));
        if a.first > b.last + 1 || b.first > a.last + 1 {
            return 0;
        }
        let mut change = 0;
        if a.last == b.last {
            change += self.turned(blocks.right.at(upper), blocks.right.at(lower));
        } else {
            if b.first <= a.last && a.last < b.last {
                change += self.turned(blocks.right.at(upper), &[lower]);
            }
            if a.first <= b.last && b.last < a.last {
                change += self.turned(&[upper], blocks.right.at(lower));
            }
        }
        if a.first == b.first {
            change += self.turned(blocks.left.at(upper), blocks.left.at(lower));
        } else {
            if b.first < a.first && a.first <= b.last {
                change += self.turned(blocks.left.at(upper), &[lower]);
            }
            if a.first < b.first && b.first <= a.last {
                change += self.turned(&[upper], blocks.left.at(lower));
            }
        }
        change + self.passed(blocks, upper, lower, still) - self.passed(blocks, lower, upper, still)
    }

    /// Pairs that cross once these change sides, less those that cross now.
    fn turned(&self, upper: &[usize], lower: &[usize]) -> i32 {
        let mut change = 0;
        for a in upper {
            for b in lower {
                let (a, b) = (self.place.at(*a), self.place.at(*b));
                change += i32::from(a < b) - i32::from(a > b);
            }
        }
        change
    }

    /// What a block counts on the upright pieces of its neighbour once they have changed sides,
    /// `upper` being the one with the pieces, less what it counts now.
    fn passed(&self, blocks: &Blocks, with: usize, other: usize, still: usize) -> i32 {
        let block = blocks.at(other);
        let mut change = 0;
        for piece in blocks.upright.at(with) {
            if piece.other == other || piece.column < block.first || piece.column > block.last {
                continue;
            }
            let price = price(blocks, (with, piece.other), other);
            let below = self.place.at(piece.other) > self.place.at(still);
            change += if below { -price } else { price };
        }
        // Seen from the upper one; from the lower one the signs are the other way round, which the
        // caller's minus turns back.
        change
    }

    /// All crossings, and what steps on upright pieces count.
    pub(super) fn cost(&self, blocks: &Blocks) -> i32 {
        let mut count = 0;
        let mut gaps: Vec<Vec<(usize, usize)>> = Vec::new();
        let last = blocks.all.iter().map(|block| block.last).max().unwrap_or(0);
        gaps.resize(last + 1, Vec::new());
        let put = |gaps: &mut Vec<Vec<(usize, usize)>>, gap: usize, pair| {
            if let Some(list) = gaps.get_mut(gap) {
                list.push(pair);
            }
        };
        for (left, right) in &blocks.links {
            let gap = blocks.at(*left).last;
            put(&mut gaps, gap, (self.place.at(*left), self.place.at(*right)));
        }
        for (at, block) in blocks.all.iter().enumerate() {
            for gap in block.first..block.last {
                put(&mut gaps, gap, (self.place.at(at), self.place.at(at)));
            }
            for piece in blocks.upright.at(at).iter().filter(|piece| piece.other > at) {
                count += self.between(blocks, (at, piece.other), piece.column);
            }
        }
        for gap in &mut gaps {
            gap.sort_unstable();
            for (at, a) in gap.iter().enumerate() {
                let after = gap.iter().skip(at + 1);
                count += after.filter(|b| b.0 > a.0 && b.1 < a.1).count() as i32;
            }
        }
        count
    }

    /// Whether a step stands on the upright piece between two steps of a column.
    pub(super) fn is_stepped_on(&self, blocks: &Blocks, ends: (usize, usize)) -> bool {
        self.between(blocks, ends, blocks.at(ends.0).first) >= ON_STEP
    }

    fn between(&self, blocks: &Blocks, ends: (usize, usize), column: usize) -> i32 {
        let (a, b) = (self.place.at(ends.0), self.place.at(ends.1));
        (a.min(b) + 1..a.max(b))
            .map(|place| self.sequence.at(place))
            .filter(|at| (blocks.at(*at).first..=blocks.at(*at).last).contains(&column))
            .map(|at| price(blocks, ends, at))
            .sum()
    }
}

/// What a block on the upright piece between two others counts.
fn price(blocks: &Blocks, ends: (usize, usize), on: usize) -> i32 {
    let is_step = |block: usize| blocks.at(block).node.is_some();
    match (is_step(on), is_step(ends.0) && is_step(ends.1)) {
        (false, _) => 1,
        (true, true) => ON_STEP,
        (true, false) => ROUND_STEP,
    }
}

/// Whether the lower of two blocks may come to lie above the upper one.
fn may_pass(blocks: &Blocks, upper: usize, lower: usize) -> bool {
    let (a, b) = (blocks.at(upper), blocks.at(lower));
    match (a.node.is_some(), b.node.is_some()) {
        (true, true) => a.top == b.top && (a.stays.is_none() || b.stays.is_none()),
        // A line stays within the lanes of its two steps.
        (true, false) => a.top >= b.top,
        (false, true) => b.bottom <= a.bottom,
        (false, false) => true,
    }
}
