//! The order of the blocks from top to bottom, lane by lane, with as few crossings as sifting
//! finds: each block in turn is tried at every place it may have and stays at the best one.

use super::blocks::Blocks;
use super::table::Table;

/// What a step on an upright piece counts, in crossings.
const ON_STEP: i32 = 40;

/// Blocks from top to bottom.
#[derive(Clone, Debug, Default)]
pub(super) struct Order {
    /// The blocks, topmost first.
    pub sequence: Table<usize>,
    /// Where each block comes in it.
    pub place: Table<usize>,
}

impl Order {
    /// An order to begin with: lane by lane as the steps are numbered; each line beside the step
    /// it comes from.
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
        let mut order = Order {
            sequence: Table::of(0, 0),
            place: Table::of(keys.len(), 0),
        };
        for (place, (.., block)) in keys.into_iter().enumerate() {
            order.sequence.push(block);
            order.place.put(block, place);
        }
        order
    }

    fn swap(&mut self, at: usize) {
        let (a, b) = (self.sequence.at(at), self.sequence.at(at + 1));
        self.sequence.swap(at, at + 1);
        self.place.put(a, at + 1);
        self.place.put(b, at);
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
        let mut at = start;
        let (mut cost, mut best) = (0, (0, start));
        let consider = |cost: i32, at: usize, best: &mut (i32, usize)| {
            let far = |at: usize| (at as f32 - wanted).abs();
            if cost < best.0 || (cost == best.0 && far(at) + 0.01 < far(best.1)) {
                *best = (cost, at);
            }
        };
        while at > 0 && may_pass(blocks, self.sequence.at(at - 1), block) {
            cost += self.change(blocks, self.sequence.at(at - 1), block);
            self.swap(at - 1);
            at -= 1;
            consider(cost, at, &mut best);
        }
        let last = blocks.all.len().saturating_sub(1);
        while at < last && may_pass(blocks, block, self.sequence.at(at + 1)) {
            cost += self.change(blocks, block, self.sequence.at(at + 1));
            self.swap(at);
            at += 1;
            consider(cost, at, &mut best);
        }
        while at > best.1 {
            self.swap(at - 1);
            at -= 1;
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
    fn change(&self, blocks: &Blocks, upper: usize, lower: usize) -> i32 {
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
        change + self.passed(blocks, upper, lower) - self.passed(blocks, lower, upper)
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
    fn passed(&self, blocks: &Blocks, with: usize, other: usize) -> i32 {
        let block = blocks.at(other);
        let mut change = 0;
        for piece in blocks.upright.at(with) {
            if piece.other == other || piece.column < block.first || piece.column > block.last {
                continue;
            }
            let price = if block.node.is_some() { ON_STEP } else { 1 };
            let below = self.place.at(piece.other) > self.place.at(other).max(self.place.at(with));
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

    fn between(&self, blocks: &Blocks, ends: (usize, usize), column: usize) -> i32 {
        let (a, b) = (self.place.at(ends.0), self.place.at(ends.1));
        (a.min(b) + 1..a.max(b))
            .map(|place| blocks.at(self.sequence.at(place)))
            .filter(|block| block.first <= column && column <= block.last)
            .map(|block| if block.node.is_some() { ON_STEP } else { 1 })
            .sum()
    }
}

/// Whether the lower of two blocks may come to lie above the upper one.
fn may_pass(blocks: &Blocks, upper: usize, lower: usize) -> bool {
    let (a, b) = (blocks.at(upper), blocks.at(lower));
    match (a.node.is_some(), b.node.is_some()) {
        (true, true) => a.top == b.top,
        // A line stays within the lanes of its two steps.
        (true, false) => a.top >= b.top,
        (false, true) => b.bottom <= a.bottom,
        (false, false) => true,
    }
}
