//! The order of the blocks from top to bottom, lane by lane, with as few crossings as sifting
//! finds: each block in turn is tried at every place it may have and stays at the best one.

use super::blocks::{Block, Blocks};
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
    /// What sifting asks of the blocks at every turn, in their sequence.
    spans: Table<Span>,
}

/// Where a block lies, and what may pass it. Asked of very many blocks, with answers as good as never
/// foreseen: plain numbers, compared without a branch.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
struct Span {
    first: u32,
    last: u32,
    /// The lanes it lies in, or between. Steps lie in the order of their lanes.
    top: u32,
    bottom: u32,
    /// The same of a step. Lines pass lines anywhere.
    line_top: u32,
    line_bottom: u32,
    is_step: bool,
    stays: bool,
}

impl Span {
    fn of(block: Block) -> Span {
        let (top, bottom) = (block.top as u32, block.bottom as u32);
        let is_step = block.node.is_some();
        let (line_top, line_bottom) = if is_step { (top, bottom) } else { (0, u32::MAX) };
        Span {
            first: block.first as u32,
            last: block.last as u32,
            top,
            bottom,
            line_top,
            line_bottom,
            is_step,
            stays: block.stays.is_some(),
        }
    }

    /// Whether the order of the two can make a difference to what joins them to others.
    fn is_near(&self, other: &Span) -> bool {
        (self.first <= other.last + 1) & (other.first <= self.last + 1)
    }

    /// Whether a block that lies below this one may come to lie above it: a step within its lane, a
    /// line within the lanes of its two steps.
    fn may_be_over(&self, above: &Span) -> bool {
        let bottom = if self.is_step { above.bottom } else { above.line_bottom };
        (bottom >= self.top) & !(self.stays & above.stays)
    }

    /// The same the other way round.
    fn may_be_under(&self, below: &Span) -> bool {
        let top = if self.is_step { below.top } else { below.line_top };
        (top <= self.bottom) & !(self.stays & below.stays)
    }
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
        let mut order = Order { place: Table::of(sequence.len(), 0), ..Order::default() };
        for (place, block) in sequence.into_iter().enumerate() {
            order.sequence.push(block);
            order.spans.push(Span::of(blocks.at(block)));
            order.place.put(block, place);
        }
        order
    }

    /// Takes a block out and puts it in at another place.
    fn shift(&mut self, from: usize, to: usize) {
        self.sequence.turn(from, to);
        self.spans.turn(from, to);
        for place in from.min(to)..=from.max(to) {
            self.place.put(self.sequence.at(place), place);
        }
    }

    /// Sifts every block, several times over, until nothing gets better. Answers how much did.
    pub(super) fn sift(&mut self, blocks: &Blocks, rounds: usize) -> i32 {
        let mut gained = 0;
        let mut near = Table::of(blocks.all.len(), 0);
        for round in 0..rounds {
            let mut better = 0;
            for turn in 0..blocks.all.len() {
                let block = if round % 2 == 0 { turn } else { blocks.all.len() - 1 - turn };
                better += self.sift_one(blocks, block, &mut near);
            }
            gained += better;
            if better == 0 && round > 0 {
                break;
            }
        }
        gained
    }

    fn sift_one(&mut self, blocks: &Blocks, block: usize, near: &mut Table<usize>) -> i32 {
        let start = self.place.at(block);
        let wanted = self.wanted(blocks, block).unwrap_or(start as f32);
        let mut best = Best { cost: 0, at: start, wanted };
        let own = self.spans.at(start);
        let (mut count, mut end) = (0, start);
        for at in (0..start).rev() {
            let span = self.spans.at(at);
            if !own.may_be_over(&span) {
                break;
            }
            near.put(count, at);
            count += usize::from(span.is_near(&own));
            end = at;
        }
        self.weigh(blocks, (start, end), near.iter().take(count), &mut best);
        (count, end) = (0, start);
        for at in start + 1..blocks.all.len() {
            let span = self.spans.at(at);
            if !own.may_be_under(&span) {
                break;
            }
            near.put(count, at);
            count += usize::from(span.is_near(&own));
            end = at;
        }
        self.weigh(blocks, (start, end), near.iter().take(count), &mut best);
        if best.at != start {
            self.shift(start, best.at);
        }
        -best.cost
    }

    /// Weighs every place from the one beside `start` to `end` for the block at `start`. `near` are the
    /// places of those between that make a difference, one after the other.
    fn weigh(
        &self,
        blocks: &Blocks,
        (start, end): (usize, usize),
        near: impl Iterator<Item = usize>,
        best: &mut Best,
    ) {
        if start == end {
            return;
        }
        let block = self.sequence.at(start);
        let up = end < start;
        // Between two blocks that make a difference every place costs the same.
        let (mut cost, mut first) = (0, if up { start - 1 } else { start + 1 });
        for at in near {
            let other = self.sequence.at(at);
            let pair = if up { (other, block) } else { (block, other) };
            let change = self.change(blocks, pair, other);
            if change != 0 {
                if first != at {
                    best.consider(cost, (first, if up { at + 1 } else { at - 1 }));
                }
                first = at;
                cost += change;
            }
        }
        best.consider(cost, (first, end));
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

    /// How many crossings more there are when the upper of two near neighbours goes under the lower.
    /// `still` is the one of the two that is at its place in the sequence; the other only tries.
    fn change(&self, blocks: &Blocks, (upper, lower): (usize, usize), still: usize) -> i32 {
        let (a, b) = (blocks.at(upper), blocks.at(lower));
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

/// The best place of a block so far.
struct Best {
    /// How many crossings more than where it began.
    cost: i32,
    at: usize,
    /// Of two that cost the same the one nearer to this is better.
    wanted: f32,
}

impl Best {
    /// Places of one cost, from the first that was tried to the last.
    fn consider(&mut self, cost: i32, (first, last): (usize, usize)) {
        if cost > self.cost {
            return;
        }
        let off = |at: usize| (at as f32 - self.wanted).abs();
        let (low, high) = (first.min(last) as f32, first.max(last) as f32);
        let place = |wanted: f32| wanted.clamp(low, high) as usize;
        let (below, above) = (place(self.wanted.floor()), place(self.wanted.ceil()));
        let (sooner, later) = if first <= last { (below, above) } else { (above, below) };
        let at = if off(later) + 0.01 < off(sooner) { later } else { sooner };
        if cost < self.cost || off(at) + 0.01 < off(self.at) {
            (self.cost, self.at) = (cost, at);
        }
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
