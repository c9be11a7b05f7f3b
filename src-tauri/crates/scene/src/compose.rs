//! The composer: document to scene. It remembers what it drew, and draws again only what depends
//! on something that changed; the scene is the same as from a fresh composer, always.

use crate::bent;
use crate::connectors::{self, Look};
use crate::held::{self, Calm, Held};
use crate::jumps;
use crate::lanes;
use crate::measure::*;
use crate::route::{EndStep, Led, Point, Question, Router, Wanted, Ways};
use crate::scene::{Group, LaneBand, Part, Scene};
use crate::shape::Rect;
use crate::stages;
use crate::standing::{Standing, standing};
use crate::steps::{self, Body};
use crate::tags::{self, Labels, Lines, Pills, Taken};
use crate::text::Typesetter;
use crate::words::{Language, Words};
use analysis::{Figures, PathElement};
use model::{
    Clock, Connector, ConnectorId, Document, LaneId, RecordId, StateId, Step, StepId, StepKind,
};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// Draws states. Keeps the typesetter and what was drawn before.
pub struct Composer {
    pub(crate) type_: Typesetter,
    pub(crate) words: Words,
    steps: BTreeMap<StepId, (Step, Clock, Arc<Group>, Body)>,
    router: Router,
    network: Option<Network>,
    lines: BTreeMap<ConnectorId, DrawnLine>,
    pub(crate) pills: Pills,
    labels: Labels,
}

/// Ground round a line at the edge of a map.
const LINE_ROOM: f32 = 8.0;

/// The way of a line, where it hops, how it looks, and the line.
type DrawnLine = (Vec<Point>, Vec<Point>, Look, Arc<Group>);

/// All ways on their ground, with what is found out about them together.
struct Network {
    ground: Rect,
    ways: Arc<Ways>,
    jumps: Ways,
    pieces: Lines,
}

impl Network {
    fn of(ground: Rect, ways: Arc<Ways>, with_jumps: bool) -> Network {
        let jumps = if with_jumps { jumps::jumps(&ground, &ways) } else { Ways::new() };
        let pieces = Lines::of(&ground, ways.values());
        Network { ground, ways, jumps, pieces }
    }
}

/// Everything placed, before it is drawn.
struct Plan<'a> {
    document: &'a Document,
    clock: Clock,
    bands: Vec<LaneBand>,
    bodies: BTreeMap<StepId, Body>,
    /// Outlines by their left edge.
    hulls: Vec<(StepId, Rect)>,
    connectors: Vec<&'a Connector>,
    critical: BTreeSet<ConnectorId>,
    /// A gesture has hold of the map.
    held: bool,
    /// The lines that it leaves as they are.
    calm: Calm<'a>,
}

impl Default for Composer {
    fn default() -> Composer {
        Composer {
            type_: Typesetter::brief(),
            words: Words::default(),
            steps: BTreeMap::new(),
            router: Router::default(),
            network: None,
            lines: BTreeMap::new(),
            pills: Pills::default(),
            labels: Labels::default(),
        }
    }
}

impl Composer {
    /// A composer that has drawn nothing yet.
    pub fn new() -> Composer {
        Composer::default()
    }

    /// A composer that draws in a language.
    pub fn speaking(language: Language) -> Composer {
        Composer { words: Words::of(language), ..Composer::default() }
    }

    /// Draws a state.
    pub fn compose(&mut self, document: &Document, state: StateId, figures: &Figures) -> Scene {
        self.compose_as(None, document, state, figures)
    }

    /// Draws what a gesture would make of the map that it has hold of, and leaves the rest of it as it
    /// is: see [`Held`].
    pub fn compose_held<'a>(
        &mut self,
        held: Held<'a>,
        document: &'a Document,
        state: StateId,
        figures: &Figures,
    ) -> Scene {
        self.compose_as(Some(held), document, state, figures)
    }

    fn compose_as<'a>(
        &mut self,
        held: Option<Held<'a>>,
        document: &'a Document,
        state: StateId,
        figures: &Figures,
    ) -> Scene {
        let plan = self.plan(held, document, state, figures);
        let ways = self.ways(&plan);
        let bounds = bounds(&plan, state, &ways);
        let network = match self.network.take() {
            Some(it) if it.ground == bounds && Arc::ptr_eq(&it.ways, &ways) => it,
            _ => Network::of(bounds, ways, !plan.calm.many),
        };
        let mut groups = self.lane_groups(&plan, bounds.right());
        groups.extend(self.step_groups(&plan));
        groups.extend(self.stage_groups(&plan, state));
        groups.extend(self.line_groups(&plan, &network));
        groups.extend(self.tag_groups(&plan, state, &network));
        // The keys lie far apart in memory.
        groups.sort_by_cached_key(|group| group.key);
        self.forget(&plan);
        self.network = Some(network);
        Scene { state, bounds, head_width: HEAD_WIDTH, lanes: plan.bands, groups }
    }

    fn plan<'a>(
        &mut self,
        held: Option<Held<'a>>,
        document: &'a Document,
        state: StateId,
        figures: &Figures,
    ) -> Plan<'a> {
        let clock = document.process_of(state).map(|process| process.clock).unwrap_or_default();
        let mut depths: BTreeMap<LaneId, f32> = BTreeMap::new();
        let mut centred = BTreeMap::new();
        for step in document.steps_of(state) {
            let body = match self.steps.get(&step.id) {
                Some((known, _, _, body))
                    if known.name == step.name && known.shape == step.shape =>
                {
                    let (dx, dy) = (body.rect.centre_x(), body.rect.centre_y());
                    body.clone().at(-dx, -dy)
                }
                _ => steps::body(step, &mut self.type_),
            };
            let depth = step.place.y as f32 + body.hull.bottom();
            let deepest = depths.entry(step.lane).or_default();
            *deepest = deepest.max(depth);
            centred.insert(step.id, (step, body));
        }
        let bands = lanes::bands(document, state, &depths, Held::lanes(held));
        let tops: BTreeMap<LaneId, f32> = bands.iter().map(|band| (band.lane, band.top)).collect();
        let bodies: BTreeMap<StepId, Body> = centred
            .into_iter()
            .map(|(id, (step, body))| {
                let top = tops.get(&step.lane).copied().unwrap_or_default();
                (id, body.at(step.place.x as f32, top + step.place.y as f32))
            })
            .collect();
        let mut hulls: Vec<(StepId, Rect)> =
            bodies.iter().map(|(id, body)| (*id, body.hull)).collect();
        hulls.sort_by(|a, b| a.1.x.total_cmp(&b.1.x).then(a.0.cmp(&b.0)));
        Plan {
            document,
            clock,
            calm: Calm::of(held, document, state, &bodies),
            held: held.is_some(),
            bands,
            bodies,
            hulls,
            connectors: document.connectors_of(state).collect(),
            critical: critical(figures),
        }
    }

    /// The way of every connector: as it was led by hand, or as the router finds it. While a gesture
    /// lasts only of those that do not stay as they are, and of what lies near them.
    fn ways(&mut self, plan: &Plan<'_>) -> Arc<Ways> {
        if plan.held {
            return meanwhile(plan);
        }
        let led: Vec<Led> = plan.connectors.iter().filter_map(|it| led(plan, it)).collect();
        let by_hand: BTreeSet<ConnectorId> = led.iter().map(|it| it.id).collect();
        let free = plan.connectors.iter().filter(|it| !by_hand.contains(&it.id));
        let wanted = free.filter_map(|connector| wanted(plan, connector)).collect();
        self.router.ways(&plan.hulls, wanted, led)
    }

    fn lane_groups(&mut self, plan: &Plan<'_>, width: f32) -> Vec<Arc<Group>> {
        let mut groups = Vec::new();
        for band in &plan.bands {
            let Some(team) = plan.document.team(band.team) else { continue };
            groups.push(Arc::new(lanes::band_group(band, team, width)));
            let head = lanes::head_group(band, team, plan.document, &mut self.type_, &self.words);
            groups.push(Arc::new(head));
        }
        groups
    }

    fn stage_groups(&mut self, plan: &Plan<'_>, state: StateId) -> Vec<Arc<Group>> {
        let bottom = lanes::bottom(&plan.bands);
        let groups = stages::groups(plan.document, state, bottom, &mut self.type_);
        groups.into_iter().map(Arc::new).collect()
    }

    fn step_groups(&mut self, plan: &Plan<'_>) -> Vec<Arc<Group>> {
        let mut groups = Vec::new();
        for (id, body) in &plan.bodies {
            let Some(step) = plan.document.step(*id) else { continue };
            let group = match self.steps.get(id) {
                Some((known, clock, group, drawn))
                    if known == step && *clock == plan.clock && drawn == body =>
                {
                    Arc::clone(group)
                }
                _ => {
                    let group = Arc::new(steps::group(
                        step,
                        body,
                        plan.clock,
                        &mut self.type_,
                        &self.words,
                    ));
                    let known = (step.clone(), plan.clock, Arc::clone(&group), body.clone());
                    self.steps.insert(*id, known);
                    group
                }
            };
            groups.push(group);
        }
        groups
    }

    fn line_groups(&mut self, plan: &Plan<'_>, network: &Network) -> Vec<Arc<Group>> {
        let mut groups = Vec::new();
        for connector in &plan.connectors {
            if let Some(group) = plan.calm.line(connector.id) {
                groups.push(Arc::clone(group));
                continue;
            }
            let Some(way) = network.ways.get(&connector.id) else { continue };
            let look = Look {
                crossing: plan.document.crosses(connector),
                critical: plan.critical.contains(&connector.id),
                troubled: is_troubled(plan.document, connector),
                rework: connectors::is_rework(connector),
            };
            let hops = network.jumps.get(&connector.id).map_or(&[][..], Vec::as_slice);
            let group = match self.lines.get(&connector.id) {
                Some((known, hopped, drawn, group))
                    if known == way && hopped == hops && *drawn == look =>
                {
                    Arc::clone(group)
                }
                _ => {
                    let group = Arc::new(connectors::group(connector, way, hops, look));
                    let known = (way.clone(), hops.to_vec(), look, Arc::clone(&group));
                    self.lines.insert(connector.id, known);
                    group
                }
            };
            groups.push(group);
        }
        groups
    }

    /// Pills first, on the lane lines; then bursts on the corners; then labels beside the lines.
    fn tag_groups(
        &mut self,
        plan: &Plan<'_>,
        state: StateId,
        network: &Network,
    ) -> Vec<Arc<Group>> {
        let Network { ground, ways, pieces: lines, .. } = network;
        let mut taken = Taken::over(ground);
        plan.bodies.values().for_each(|body| taken.take(body.hull));
        let mut groups = Vec::new();
        let mut corners: BTreeMap<RecordId, Rect> =
            plan.bodies.iter().map(|(id, body)| ((*id).into(), body.rect)).collect();
        for tag in plan.calm.tags() {
            taken.take(tag.bounds);
            if tag.key.part == Part::Handoff {
                corners.insert(tag.key.id, tag.bounds);
            }
            groups.push(Arc::clone(tag));
        }
        let handoffs: Vec<_> = plan
            .document
            .handoffs_of(state)
            .into_iter()
            .filter(|(_, connector)| !plan.calm.keeps(connector.id))
            .filter_map(|(handoff, connector)| Some((handoff, connector, ways.get(&connector.id)?)))
            .collect();
        let with = (&mut self.type_, &self.words, plan.clock);
        let room = (ground, &mut taken);
        for pill in self.pills.draw(plan.document, &handoffs, &plan.bands, with, room) {
            corners.insert(pill.key.id, pill.bounds);
            groups.push(pill);
        }
        for (id, line) in plan.calm.lines() {
            let way = line.line.iter().map(|(x, y)| Point { x: *x, y: *y });
            corners.entry(id.into()).or_insert_with(|| connectors::middle(way));
        }
        for (id, way) in ways.iter() {
            let way = way.iter().copied();
            corners.entry((*id).into()).or_insert_with(|| connectors::middle(way));
        }
        for mark in tags::marks(plan.document, &corners, &mut self.type_) {
            taken.take(mark.bounds);
            groups.push(mark);
        }
        for connector in plan.connectors.iter().filter(|it| !plan.calm.keeps(it.id)) {
            let Some(way) = ways.get(&connector.id) else { continue };
            let handoff = plan.document.handoff_at(connector).map(|it| it.id.into());
            let pill = handoff.and_then(|id| corners.get(&id).copied());
            let with = (&mut self.type_, &self.words, plan.clock);
            let ground = (lines, &mut taken);
            groups.extend(self.labels.draw(connector, pill, way, with, ground));
        }
        groups
    }

    /// Lets go of what is no longer on the map.
    fn forget(&mut self, plan: &Plan<'_>) {
        let document = plan.document;
        self.steps.retain(|id, _| document.step(*id).is_some());
        self.lines.retain(|id, _| document.connector(*id).is_some());
        self.pills.forget(document);
        self.labels.forget(document);
    }
}

fn is_troubled(document: &Document, connector: &Connector) -> bool {
    document
        .handoff_at(connector)
        .is_some_and(|handoff| standing(document, handoff, connector) == Standing::Trouble)
}

fn critical(figures: &Figures) -> BTreeSet<ConnectorId> {
    let path = figures.timeline.iter().flat_map(|timeline| &timeline.path);
    path.filter_map(|element| match element {
        PathElement::Wait { connector, .. } => Some(*connector),
        PathElement::Step { .. } => None,
    })
    .collect()
}

/// A connector as the router wants it.
fn wanted(plan: &Plan<'_>, connector: &Connector) -> Option<Wanted> {
    Some(Wanted {
        id: connector.id,
        from: end(plan, connector.from)?,
        to: end(plan, connector.to)?,
        same_lane: !plan.document.crosses(connector),
        back: connectors::is_rework(connector),
    })
}

fn end(plan: &Plan<'_>, id: StepId) -> Option<EndStep> {
    let body = plan.bodies.get(&id)?;
    let pointed = plan.document.step(id)?.shape != StepKind::Step;
    Some(EndStep { id, rect: body.rect, hull: body.hull, pointed })
}

/// The ways while a gesture lasts: found afresh, among the lines near them that stay.
fn meanwhile(plan: &Plan<'_>) -> Arc<Ways> {
    let restless = plan.connectors.iter().filter(|it| !plan.calm.keeps(it.id));
    let (mut led, mut wanted_ways) = (Vec::new(), Vec::new());
    for connector in restless {
        match self::led(plan, connector) {
            Some(it) => led.push(it),
            None => wanted_ways.extend(wanted(plan, connector)),
        }
    }
    let by_hand = led.iter().map(|it| connectors::around(&it.traced.0));
    let found = wanted_ways.iter().map(|it| it.from.hull.union(&it.to.hull));
    let grounds: Vec<Rect> = by_hand.chain(found).map(|it| Question::region(&it, &it)).collect();
    for connector in &plan.connectors {
        let Some(line) = plan.calm.line(connector.id) else { continue };
        if !grounds.iter().any(|it| it.overlaps(&line.bounds)) {
            continue;
        }
        let ends = end(plan, connector.from).zip(end(plan, connector.to));
        let Some(((from, to), traced)) = ends.zip(held::traced(line)) else { continue };
        let free = connector.bends.is_empty();
        led.push(Led { id: connector.id, from, to, traced, free });
    }
    let mut ways = Router::default().ways(&plan.hulls, wanted_ways, led);
    // A way round something may lead to where others lie.
    let found: Vec<Rect> = ways.values().map(|it| connectors::around(it)).collect();
    let mut near: Vec<(ConnectorId, Vec<Point>)> = Vec::new();
    for (id, line) in plan.calm.lines().filter(|(id, _)| !ways.contains_key(id)) {
        if found.iter().any(|it| it.grown(connectors::ROOM).overlaps(&line.bounds)) {
            near.extend(held::traced(line).map(|it| (id, it.0)));
        }
    }
    Arc::make_mut(&mut ways).extend(near);
    ways
}

/// A connector that a person led by hand, with its way.
fn led(plan: &Plan<'_>, connector: &Connector) -> Option<Led> {
    let line = wanted(plan, connector)?;
    let traced = bent::way(&plan.hulls, &line, &through(plan, connector))?;
    Some(Led { id: line.id, from: line.from, to: line.to, traced, free: false })
}

/// The points that a person put on a line, as far as their lanes are on this map.
fn through(plan: &Plan<'_>, connector: &Connector) -> Vec<Point> {
    connector
        .bends
        .iter()
        .filter_map(|bend| {
            let band = plan.bands.iter().find(|band| band.lane == bend.lane)?;
            Some(Point::new(bend.place.x as f32, band.top + bend.place.y as f32))
        })
        .collect()
}

fn bounds(plan: &Plan<'_>, state: StateId, ways: &Ways) -> Rect {
    let bottom = lanes::bottom(&plan.bands);
    let mut around = Rect::new(-HEAD_WIDTH, 0.0, HEAD_WIDTH + LEAST_WIDTH, bottom);
    let drawn = plan.document.stages().filter(|stage| stage.state == state);
    if let Some(until) = drawn.filter_map(|stage| stage.until).max() {
        let right = (until as f32).max(around.right());
        around = around.union(&Rect::new(0.0, -STAGE_HEAD, right, STAGE_HEAD));
    }
    for body in plan.bodies.values() {
        let mut hull = body.hull;
        hull.w += RIGHT_ROOM;
        around = around.union(&hull);
    }
    for way in ways.values() {
        around = around.union(&connectors::around(way).grown(LINE_ROOM));
    }
    for (_, line) in plan.calm.lines() {
        around = around.union(&line.bounds.grown(LINE_ROOM - connectors::ROOM));
    }
    Rect::new(round(around.x), round(around.y), round(around.w), round(around.h))
}
