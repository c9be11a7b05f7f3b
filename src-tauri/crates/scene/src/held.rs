//! A map that a gesture has hold of stays calm: lanes keep their height, and of the lines only those
//! are led anew that the gesture is about or, unless it is about many, that it stands in the way of.
//! All of it finds its place when the gesture ends.

use crate::measure::CLEARANCE;
use crate::route::{Point, Side, hits};
use crate::scene::{Group, LaneBand, Part, Scene};
use crate::shape::Rect;
use crate::steps::Body;
use model::{ConnectorId, Document, RecordId, StateId, Step, StepId};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// Where more steps than this are on their way, the lines of others make way when they are there, and
/// lines hop over one another then: on a large map it is most of what would have to be said and painted.
const FEW: usize = 12;

/// The map as it was when it was taken hold of, and the document it is of.
#[derive(Clone, Copy)]
pub struct Held<'a> {
    /// How it is drawn.
    pub scene: &'a Scene,
    /// What it is drawn of.
    pub document: &'a Document,
}

impl Held<'_> {
    /// The height that a lane keeps.
    pub(crate) fn lanes(held: Option<Held<'_>>) -> &[LaneBand] {
        held.map_or(&[], |it| it.scene.lanes.as_slice())
    }
}

/// Lines that stay as they were drawn, each with its pill and its label.
#[derive(Default)]
pub(crate) struct Calm<'a> {
    lines: BTreeMap<ConnectorId, &'a Arc<Group>>,
    tags: Vec<&'a Arc<Group>>,
    /// The gesture moves many steps.
    pub(crate) many: bool,
}

impl<'a> Calm<'a> {
    /// What of a held map this document leaves as it is.
    pub(crate) fn of(
        held: Option<Held<'a>>,
        document: &Document,
        state: StateId,
        bodies: &BTreeMap<StepId, Body>,
    ) -> Calm<'a> {
        let Some(held) = held else { return Calm::default() };
        let moved: BTreeSet<StepId> = document
            .steps_of(state)
            .filter(|step| {
                held.document.step(step.id).is_none_or(|old| stands_otherwise(old, step))
            })
            .map(|step| step.id)
            .collect();
        let many = moved.len() > FEW;
        let in_the_way = moved.iter().filter(|_| !many);
        let outlines: Vec<Rect> =
            in_the_way.filter_map(|id| Some(bodies.get(id)?.hull.grown(CLEARANCE - 1.0))).collect();
        let mut drawn = [Part::Connector, Part::Crossing].map(|part| Drawn::of(held.scene, part));
        let mut calm = Calm { many, ..Calm::default() };
        for it in document.connectors_of(state) {
            let line = drawn.iter_mut().find_map(|drawn| drawn.find(it.id.into()));
            let ends = moved.contains(&it.from) || moved.contains(&it.to);
            let Some(line) = line.filter(|_| !ends) else { continue };
            // An agreement that is another now says something else at its pill.
            let agreed = line.key.part != Part::Crossing
                || is_same(held.document.handoff_record(it.id), document.handoff_record(it.id));
            let as_it_was = agreed && is_same(held.document.connector(it.id), Some(it));
            if as_it_was && is_free(line, &outlines) {
                calm.lines.insert(it.id, line);
            }
        }
        let pills = part_of(held.scene, Part::Handoff).iter().filter(|pill| {
            let handoff = document.handoff(pill.key.id.into());
            handoff.is_some_and(|it| calm.lines.contains_key(&it.connector))
        });
        let labels = part_of(held.scene, Part::Label).iter();
        let labels = labels.filter(|it| calm.lines.contains_key(&it.key.id.into()));
        calm.tags = pills.chain(labels).collect();
        calm
    }

    /// Whether a line stays as it was drawn.
    pub(crate) fn keeps(&self, id: ConnectorId) -> bool {
        self.lines.contains_key(&id)
    }

    /// The line as it was drawn, if it stays so.
    pub(crate) fn line(&self, id: ConnectorId) -> Option<&'a Arc<Group>> {
        self.lines.get(&id).copied()
    }

    /// The lines that stay.
    pub(crate) fn lines(&self) -> impl Iterator<Item = (ConnectorId, &'a Arc<Group>)> {
        self.lines.iter().map(|(id, line)| (*id, *line))
    }

    /// The pills and labels of the lines that stay.
    pub(crate) fn tags(&self) -> impl Iterator<Item = &'a Arc<Group>> {
        self.tags.iter().copied()
    }
}

/// The way of a line that was drawn, and the sides it leaves from and arrives at.
pub(crate) fn traced(line: &Group) -> Option<(Vec<Point>, (Side, Side))> {
    let way: Vec<Point> = line.line.iter().map(|(x, y)| Point { x: *x, y: *y }).collect();
    let [first, second, ..] = way.as_slice() else { return None };
    let [.., before, last] = way.as_slice() else { return None };
    let sides = (Side::towards(*first, *second), Side::towards(*last, *before));
    Some((way, sides))
}

/// Records that two documents share are told apart by where they are: there are thousands, and each
/// has many texts.
fn is_same<T: PartialEq>(a: Option<&T>, b: Option<&T>) -> bool {
    match (a, b) {
        (Some(a), Some(b)) => std::ptr::eq(a, b) || a == b,
        (None, None) => true,
        _ => false,
    }
}

/// Whether a step is elsewhere, or has another outline.
fn stands_otherwise(old: &Step, step: &Step) -> bool {
    let seen = |it: &Step| (it.lane, it.place, it.shape);
    !std::ptr::eq(old, step) && (seen(old) != seen(step) || old.name != step.name)
}

/// Whether a line keeps clear of these outlines.
fn is_free(line: &Group, outlines: &[Rect]) -> bool {
    let point = |(x, y): &(f32, f32)| Point { x: *x, y: *y };
    let clear = |outline: &&Rect| {
        let mut pieces = line.line.iter().zip(line.line.iter().skip(1));
        pieces.all(|(a, b)| !hits(point(a), point(b), outline))
    };
    outlines.iter().filter(|it| it.overlaps(&line.bounds)).all(|it| clear(&it))
}

/// The groups of one part, by the ids of what they draw.
fn part_of(scene: &Scene, part: Part) -> &[Arc<Group>] {
    let from = scene.groups.partition_point(|group| group.key.part < part);
    let to = scene.groups.partition_point(|group| group.key.part <= part);
    scene.groups.get(from..to).unwrap_or_default()
}

/// The groups of one part, looked through once, in the order of their ids.
struct Drawn<'a>(&'a [Arc<Group>]);

impl<'a> Drawn<'a> {
    fn of(scene: &'a Scene, part: Part) -> Drawn<'a> {
        Drawn(part_of(scene, part))
    }

    fn find(&mut self, id: RecordId) -> Option<&'a Arc<Group>> {
        while let Some((first, rest)) = self.0.split_first() {
            if first.key.id >= id {
                return (first.key.id == id).then_some(first);
            }
            self.0 = rest;
        }
        None
    }
}
