//! Ground for steps that a pattern makes or moves. What lies further on gives way for them, so that
//! nothing lies on anything else; where the ground is free, nothing moves.

use super::site::Site;
use model::*;

/// Between the centres of neighbouring columns, as steps are drawn.
const COLUMN: i32 = 204;
/// Nearer than this, two steps stand beside each other with no room for a line between them.
const WIDE: i32 = 152;
/// A step with up to two lines of name, each line more, and the letters that fit on one.
const HIGH: i32 = 68;
const LINE: i32 = 17;
const LETTERS: usize = 14;
const ROOM: i32 = 20;
const TRIES: i32 = 24;

/// A step, roughly as high as it is drawn.
fn height(name: &str) -> i32 {
    let mut lines = 1;
    let mut filled = 0;
    for word in name.split_whitespace().map(|it| it.chars().count()) {
        if filled > 0 && filled + 1 + word > LETTERS {
            lines += 1;
            filled = word;
        } else {
            filled += word + usize::from(filled > 0);
        }
    }
    HIGH + LINE * (lines - 2).clamp(0, 4)
}

/// Whether nothing but `gone` stands at a place.
fn is_clear(site: &Site, lane: LaneId, at: Place, high: i32, gone: &[StepId]) -> bool {
    let mut there = site.document().steps_of(site.graph.state);
    !there.any(|it| {
        it.lane == lane
            && !gone.contains(&it.id)
            && (it.place.x - at.x).abs() < WIDE
            && (it.place.y - at.y).abs() < (height(&it.name) + high) / 2 + ROOM
    })
}

/// A place in its own lane for a step that shall stand over or under another one.
pub(super) fn beside(site: &Site, step: &Step, x: i32) -> Place {
    let high = height(&step.name);
    let rows = (0..TRIES).map(|row| Place { x, y: step.place.y.saturating_add(row * LINE) });
    let clear = |at: &Place| is_clear(site, step.lane, *at, high, &[step.id]);
    rows.into_iter().find(clear).unwrap_or(step.place)
}

/// A step, and where others shall stand along the flow.
#[derive(Clone, Copy)]
pub(super) enum Beside<'a> {
    Before(&'a Step),
    Behind(&'a Step),
}

/// Steps into a lane, in the row of one there: where they are along the flow if that is free, else
/// next to it, and everything further on gives way.
pub(super) fn into_row(site: &Site, steps: &[&Step], lane: LaneId, beside: Beside) -> Command {
    let (Beside::Before(next_to) | Beside::Behind(next_to)) = beside;
    let ids: Vec<StepId> = steps.iter().map(|it| it.id).collect();
    let row = |it: &Step| Place { x: it.place.x, y: next_to.place.y };
    let clear = |it: &&Step| is_clear(site, lane, row(it), height(&it.name), &ids);
    let stay = |it: &&Step| StepMove { step: it.id, lane, place: row(it) };
    if steps.iter().all(clear) {
        return Command::MoveSteps { moves: steps.iter().map(stay).collect() };
    }
    // Before what follows them, they stand where that was.
    let behind = matches!(beside, Beside::Behind(_));
    let from = next_to.place.x.saturating_add(if behind { 1 } else { 0 });
    let begin = next_to.place.x.saturating_add(if behind { COLUMN } else { 0 });
    let wide = COLUMN.saturating_mul(i32::try_from(steps.len()).unwrap_or(1));
    let moves = (0..).zip(steps).map(|(at, it)| {
        let x = begin.saturating_add(COLUMN * at);
        StepMove { step: it.id, lane, place: Place { x, y: next_to.place.y } }
    });
    let (others, stages) = giving_way(site, from, wide, &ids);
    Command::TidyUp { moves: moves.chain(others).collect(), stages }
}

/// A place between a step and the one that follows it, and what gives way for it: the one that follows
/// is not left behind.
pub(super) fn between(site: &Site, step: &Step, next: &Step) -> (Place, Option<Command>) {
    let place = Place { x: step.place.x.saturating_add(COLUMN), y: step.place.y };
    let left_behind = (step.place.x..place.x).contains(&next.place.x);
    if !left_behind && is_clear(site, step.lane, place, HIGH, &[]) {
        return (place, None);
    }
    let from = step.place.x.saturating_add(i32::from(next.place.x != step.place.x));
    let (moves, stages) = giving_way(site, from, COLUMN, &[step.id]);
    (place, (!moves.is_empty()).then_some(Command::TidyUp { moves, stages }))
}

/// Everything from a place on, further on by so much, with the borders of stages.
fn giving_way(
    site: &Site,
    from: i32,
    by: i32,
    except: &[StepId],
) -> (Vec<StepMove>, Vec<StageEdge>) {
    let state = site.graph.state;
    let others = site
        .document()
        .steps_of(state)
        .filter(|it| it.place.x >= from && !it.pinned && !except.contains(&it.id));
    let moves = others.map(|it| StepMove {
        step: it.id,
        lane: it.lane,
        place: Place { x: it.place.x.saturating_add(by), ..it.place },
    });
    let stages = site.document().stages().filter(|it| it.state == state);
    let stages = stages.filter_map(|it| {
        let until = it.until.filter(|until| *until >= from)?;
        Some(StageEdge { stage: it.id, until: until.saturating_add(by) })
    });
    (moves.collect(), stages.collect())
}
