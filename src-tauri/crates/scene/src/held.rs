//! A map that a gesture has hold of stays calm: lanes keep their height, and of the lines only those
//! are led anew that the gesture is about or that it stands in the way of. All of it finds its place
//! when the gesture ends.

use crate::measure::CLEARANCE;
use crate::route::{Point, Side, hits};
use crate::scene::{Group, GroupKey, LaneBand, Part, Scene};
use crate::shape::Rect;
use crate::steps::Body;
use model::{Connector, ConnectorId, Document, RecordId, StateId, StepId};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

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
pub(crate) struct Calm(BTreeMap<ConnectorId, Kept>);

struct Kept {
    line: Arc<Group>,
    way: Vec<Point>,
    tags: Vec<Arc<Group>>,
}

impl Calm {
    /// What of a held map this document leaves as it is.
    pub(crate) fn of(
        held: Option<Held<'_>>,
        document: &Document,
        state: StateId,
        bodies: &BTreeMap<StepId, Body>,
    ) -> Calm {
        let Some(held) = held else { return Calm::default() };
        let moved: BTreeSet<StepId> = document
            .steps_of(state)
            .filter(|step| held.document.step(step.id) != Some(step))
            .map(|step| step.id)
            .collect();
        let outlines: Vec<Rect> = moved
            .iter()
            .filter_map(|id| Some(bodies.get(id)?.hull.grown(CLEARANCE - 1.0)))
            .collect();
        let as_it_was = |it: &Connector| {
            let ends = moved.contains(&it.from) || moved.contains(&it.to);
            !ends && held.document.connector(it.id) == Some(it)
        };
        let kept = document.connectors_of(state).filter(|it| as_it_was(it)).filter_map(|it| {
            let kept = Kept::of(held, document, it)?;
            let free = kept.way.windows(2).all(|pair| match pair {
                [a, b] => !outlines.iter().any(|outline| hits(*a, *b, outline)),
                _ => true,
            });
            free.then_some((it.id, kept))
        });
        Calm(kept.collect())
    }

    /// Whether a line stays as it was drawn.
    pub(crate) fn keeps(&self, id: ConnectorId) -> bool {
        self.0.contains_key(&id)
    }

    /// The line as it was drawn, if it stays so.
    pub(crate) fn line(&self, id: ConnectorId) -> Option<&Arc<Group>> {
        self.0.get(&id).map(|it| &it.line)
    }

    /// The way of a line that stays, and the sides it leaves from and arrives at.
    pub(crate) fn traced(&self, id: ConnectorId) -> Option<(Vec<Point>, (Side, Side))> {
        let way = &self.0.get(&id)?.way;
        let [first, second, ..] = way.as_slice() else { return None };
        let [.., before, last] = way.as_slice() else { return None };
        Some((way.clone(), (towards(*first, *second), towards(*last, *before))))
    }

    /// The pills and labels of the lines that stay.
    pub(crate) fn tags(&self) -> impl Iterator<Item = &Arc<Group>> {
        self.0.values().flat_map(|it| &it.tags)
    }
}

impl Kept {
    fn of(held: Held<'_>, document: &Document, connector: &Connector) -> Option<Kept> {
        let (line, tag) = (
            |part| group(held.scene, part, connector.id.into()),
            |part, id| group(held.scene, part, id).map(Arc::clone),
        );
        let line = line(Part::Connector).or_else(|| line(Part::Crossing))?;
        let handoff = document.handoff_at(connector);
        // An agreement that is another now says something else at its pill.
        let agreed = held.document.handoff_at(connector) == handoff;
        let pill = handoff.and_then(|it| tag(Part::Handoff, it.id.into()));
        let label = tag(Part::Label, connector.id.into());
        let way = line.line.iter().map(|(x, y)| Point { x: *x, y: *y }).collect();
        let tags = pill.into_iter().chain(label).collect();
        agreed.then_some(Kept { line: Arc::clone(line), way, tags })
    }
}

fn group(scene: &Scene, part: Part, id: RecordId) -> Option<&Arc<Group>> {
    let key = GroupKey { part, id };
    let at = scene.groups.binary_search_by_key(&key, |group| group.key).ok()?;
    scene.groups.get(at)
}

/// The side on which one leaves a step from `at` to `next`.
fn towards(at: Point, next: Point) -> Side {
    match (next.x - at.x, next.y - at.y) {
        (dx, 0.0) if dx < 0.0 => Side::Left,
        (_, 0.0) => Side::Right,
        (_, dy) if dy < 0.0 => Side::Top,
        _ => Side::Bottom,
    }
}
