//! A map cut into parts: by stage, each a column, or by lane. A part has its steps whole, with all
//! that is pinned to them; lines inside of it; and of the lines that lead out of it as much as there
//! is inside. Lines that only pass by are not on it.

use super::super::edition::{Edition, named};
use super::frame::{column, shifted, stretched};
use super::slots;
use crate::paint::{extent, smallest_text};
use crate::script::{Continuation, Drawing, Edge, LEGIBLE, MapPart, Spot};
use model::{ConnectorId, HandoffId, RecordId, StepId};
use scene::{Group, Part, Rect, Shape};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// Around what a part shows.
const PAD: f32 = 12.0;
/// A part is not cut narrower.
const NARROWEST: f32 = 480.0;

/// Which way a map is cut.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Cut {
    /// Into columns.
    Stages,
    /// Into rows.
    Lanes,
}

/// What lies between two cuts.
struct Span {
    name: String,
    from: f32,
    until: f32,
}

/// Whose part something is on.
enum Whose {
    /// On this part.
    Part(usize),
    /// The line of a connector from one part to another.
    Line(ConnectorId, usize, usize),
    /// Drawn anew on each part.
    Frame,
}

struct Splitter<'e, 'a> {
    edition: &'e Edition<'a>,
    cut: Cut,
    spans: Vec<Span>,
    steps: BTreeMap<StepId, usize>,
    /// Where the pills of handoffs are.
    pills: BTreeMap<RecordId, Rect>,
}

/// The parts of a map; none where there is nothing to cut it by.
pub fn parts(edition: &Edition, cut: Cut) -> Vec<MapPart> {
    let spans = match cut {
        Cut::Stages => stages(edition),
        Cut::Lanes => lanes(edition),
    };
    let groups = edition.source.scene.groups.iter();
    let pills = groups.filter(|it| it.key.part == Part::Handoff);
    let pills = pills.map(|it| (it.key.id, it.bounds)).collect();
    let mut splitter = Splitter { edition, cut, spans, steps: BTreeMap::new(), pills };
    splitter.sort_steps();
    splitter.join_empty();
    splitter.sort_steps();
    let visits = splitter.visits();
    splitter.spans.iter().enumerate().map(|it| splitter.part(it, &visits)).collect()
}

/// The columns of a state, and what lies after the last of them.
fn stages(edition: &Edition) -> Vec<Span> {
    let document = edition.document();
    let mut columns: Vec<_> = document
        .stages()
        .filter(|it| it.state == edition.state.id)
        .filter_map(|it| Some((it.until?, it)))
        .collect();
    columns.sort_by_key(|(until, it)| (*until, it.order, it.id));
    let unnamed = edition.pick("Unnamed stage", "Phase ohne Namen");
    let mut left = 0.0;
    let mut spans = Vec::new();
    for (until, stage) in columns {
        let until = until as f32;
        spans.push(Span { name: named(&stage.name, unnamed).to_owned(), from: left, until });
        left = until;
    }
    if let Some(last) = spans.last() {
        let name = edition.pick(format!("after {}", last.name), format!("nach {}", last.name));
        spans.push(Span { name, from: left, until: edition.source.scene.bounds.right().max(left) });
    }
    spans
}

fn lanes(edition: &Edition) -> Vec<Span> {
    let unnamed = super::super::said::unnamed_team(edition.say);
    let name = |id| edition.document().team(id).map_or(unnamed, |it| named(&it.name, unnamed));
    let span = |it: &scene::LaneBand| Span {
        name: name(it.team).to_owned(),
        from: it.top,
        until: it.top + it.height,
    };
    edition.source.scene.lanes.iter().map(span).collect()
}

/// What has a step on it.
fn named_step(edition: &Edition, id: StepId) -> String {
    let unnamed = edition.pick("Unnamed step", "Schritt ohne Namen");
    edition.document().step(id).map_or(unnamed, |it| named(&it.name, unnamed)).to_owned()
}

/// Where a line leaves what lies between two cuts for the last time, and whether there at its end.
fn exit(
    line: &[(f32, f32)],
    along: fn((f32, f32)) -> f32,
    span: (f32, f32),
) -> Option<((f32, f32), bool)> {
    let inside = |it: (f32, f32)| along(it) >= span.0 && along(it) <= span.1;
    let pieces = line.iter().zip(line.iter().skip(1));
    // A piece may begin before the one cut and end behind the other.
    let through = |p, q| (along(p) < span.0) != (along(q) < span.0);
    let mut leaves = pieces.filter(|(p, q)| !inside(**q) && (inside(**p) || through(**p, **q)));
    leaves.next_back().map(|(p, q)| {
        let after = along(*q) > span.1;
        let border = if after { span.1 } else { span.0 };
        let share = (border - along(*p)) / (along(*q) - along(*p));
        ((p.0 + (q.0 - p.0) * share, p.1 + (q.1 - p.1) * share), after)
    })
}

impl Splitter<'_, '_> {
    fn groups(&self) -> &[Arc<Group>] {
        &self.edition.source.scene.groups
    }

    fn along(&self) -> fn((f32, f32)) -> f32 {
        match self.cut {
            Cut::Stages => |it| it.0,
            Cut::Lanes => |it| it.1,
        }
    }

    /// The part that has this place; what lies outside of all is on the one beside it.
    fn at(&self, place: (f32, f32)) -> usize {
        let place = (self.along())(place);
        let last = self.spans.len().saturating_sub(1);
        self.spans.iter().position(|it| place < it.until).unwrap_or(last)
    }

    fn sort_steps(&mut self) {
        let (document, scene) = (self.edition.document(), self.edition.source.scene);
        let tops: BTreeMap<_, f32> = scene.lanes.iter().map(|it| (it.lane, it.top)).collect();
        let place = |step: &model::Step| {
            (step.place.x as f32, tops.get(&step.lane).copied().unwrap_or_default())
        };
        let steps = document.steps_of(self.edition.state.id);
        self.steps = steps.map(|it| (it.id, self.at(place(it)))).collect();
    }

    /// Joins what has no step to its neighbour: a page of it would say nothing.
    fn join_empty(&mut self) {
        let full: BTreeSet<usize> = self.steps.values().copied().collect();
        let last = self.spans.len().saturating_sub(1);
        let mut joined: Vec<(Span, bool)> = Vec::new();
        for (at, span) in std::mem::take(&mut self.spans).into_iter().enumerate() {
            let full = full.contains(&at);
            match joined.last_mut() {
                Some((before, was_full)) if !full || !*was_full => {
                    // What lies after the last stage has no name of its own where nothing is in it.
                    if full || self.cut == Cut::Lanes || at < last {
                        before.name = format!("{}, {}", before.name, span.name);
                    }
                    before.until = span.until;
                    *was_full |= full;
                }
                _ => joined.push((span, full)),
            }
        }
        self.spans = joined.into_iter().filter(|it| it.1).map(|it| it.0).collect();
    }

    /// The parts that the ends of a connector are on.
    fn ends(&self, id: ConnectorId) -> Option<(usize, usize)> {
        let connector = self.edition.document().connector(id)?;
        Some((*self.steps.get(&connector.from)?, *self.steps.get(&connector.to)?))
    }

    /// The connector that a record is, or is the handoff of.
    fn connector(&self, id: RecordId) -> Option<ConnectorId> {
        let document = self.edition.document();
        let of = document.handoff(HandoffId::from(id)).map(|it| it.connector);
        of.or_else(|| document.connector(ConnectorId::from(id)).map(|it| it.id))
    }

    fn whose(&self, group: &Group) -> Whose {
        let id = group.key.id;
        match group.key.part {
            Part::Lane | Part::Stage | Part::LaneHead | Part::Rung => return Whose::Frame,
            Part::Connector | Part::Crossing => {
                return match self.ends(ConnectorId::from(id)) {
                    Some((a, b)) if a == b => Whose::Part(a),
                    Some((a, b)) => Whose::Line(ConnectorId::from(id), a, b),
                    None => Whose::Frame,
                };
            }
            _ => {}
        }
        if let Some(part) = self.steps.get(&StepId::from(id)) {
            return Whose::Part(*part);
        }
        match self.connector(id).and_then(|it| self.ends(it)) {
            Some((a, b)) if a == b => Whose::Part(a),
            _ => {
                // What is pinned to a handoff goes with its pill.
                let on = self.pills.get(&id).copied().unwrap_or(group.bounds);
                Whose::Part(self.at((on.centre_x(), on.centre_y())))
            }
        }
    }

    /// The lines that have their pill or label on a part where neither of their ends is.
    fn visits(&self) -> BTreeSet<(ConnectorId, usize)> {
        let tags = self
            .groups()
            .iter()
            .filter(|it| !matches!(it.key.part, Part::Connector | Part::Crossing));
        let on = |group: &Arc<Group>| match self.whose(group) {
            Whose::Part(part) => Some((self.connector(group.key.id)?, part)),
            _ => None,
        };
        tags.filter_map(on).collect()
    }

    fn part(&self, (at, span): (usize, &Span), visits: &BTreeSet<(ConnectorId, usize)>) -> MapPart {
        let mut own: Vec<&Group> = Vec::new();
        let mut lines: Vec<(ConnectorId, &Group, usize, usize)> = Vec::new();
        for group in self.groups() {
            match self.whose(group) {
                Whose::Part(part) if part == at => own.push(group),
                Whose::Line(id, a, b) if a == at || b == at || visits.contains(&(id, at)) => {
                    lines.push((id, group, a, b));
                }
                _ => {}
            }
        }
        let window = self.window(span, &own, &lines);
        let marks = self.marks(at, window, &lines);
        let mut drawing = self.frame(span, window, &marks);
        let cut =
            drawing.len()..drawing.len() + lines.iter().map(|it| it.1.shapes.len()).sum::<usize>();
        drawing.extend(lines.iter().flat_map(|it| it.1.shapes.iter().cloned()));
        drawing.extend(own.iter().flat_map(|it| it.shapes.iter().cloned()));
        let whole = drawing.iter().enumerate().filter(|(at, _)| !cut.contains(at));
        let whole: Vec<Shape> = whole.map(|it| it.1.clone()).collect();
        let seen = marks.iter().fold(window, |all, it| all.union(&it.slot));
        let extent = extent(&whole).map_or(seen, |it| it.union(&seen));
        let smallest = smallest_text(&drawing).unwrap_or(LEGIBLE).min(11.0);
        MapPart {
            name: span.name.clone(),
            finding: self.finding(at, &marks),
            description: self.description((at, span)),
            drawing: Drawing { shapes: drawing, extent, smallest },
            window,
            cut,
            marks,
            spots: self.spots(&own),
        }
    }

    /// What of the map a part shows: what lies between its cuts, as much more as its steps and what
    /// is pinned to them need; the other way all of the map, or of a lane as much as is used.
    fn window(
        &self,
        span: &Span,
        own: &[&Group],
        lines: &[(ConnectorId, &Group, usize, usize)],
    ) -> Rect {
        let all = self.edition.source.scene.bounds;
        let around = own.iter().map(|it| it.bounds.grown(PAD)).reduce(|a, b| a.union(&b));
        let around = around.unwrap_or_default();
        if self.cut == Cut::Stages {
            let column = Rect::new(span.from, all.y, span.until - span.from, all.h);
            return column.union(&Rect::new(around.x, all.y, around.w, all.h));
        }
        let (top, bottom) = (span.from.min(around.y), span.until.max(around.bottom()));
        let inside = |it: &(f32, f32)| it.1 >= top && it.1 <= bottom;
        let mut row = Rect::new(around.x, top, around.w, bottom - top);
        for (_, group, ..) in lines {
            for (p, q) in group.line.iter().zip(group.line.iter().skip(1)) {
                if inside(p) || inside(q) || (p.1 < top) != (q.1 < top) {
                    let (left, right) = (p.0.min(q.0) - PAD, p.0.max(q.0) + PAD);
                    row = row.union(&Rect::new(left, top, right - left, row.h));
                }
            }
        }
        row.w = row.w.max(NARROWEST);
        row
    }

    fn marks(
        &self,
        at: usize,
        window: Rect,
        lines: &[(ConnectorId, &Group, usize, usize)],
    ) -> Vec<Continuation> {
        let mut marks = Vec::new();
        for (id, group, a, b) in lines {
            let Some(connector) = self.edition.document().connector(*id) else { continue };
            if *b != at {
                let step = named_step(self.edition, connector.to);
                marks.push(self.mark(*id, &group.line, (at, *b), window, (true, step)));
            }
            if *a != at {
                let back: Vec<(f32, f32)> = group.line.iter().rev().copied().collect();
                let step = named_step(self.edition, connector.from);
                marks.push(self.mark(*id, &back, (at, *a), window, (false, step)));
            }
        }
        slots::place(marks, window)
    }

    /// The mark where a line leaves the window towards a part; a line that never does is marked
    /// where it ends.
    fn mark(
        &self,
        connector: ConnectorId,
        line: &[(f32, f32)],
        (here, part): (usize, usize),
        window: Rect,
        (onward, step): (bool, String),
    ) -> Continuation {
        let span = match self.cut {
            Cut::Stages => (window.x, window.right()),
            Cut::Lanes => (window.y, window.bottom()),
        };
        let end = line.last().copied().unwrap_or_default();
        let (at, after) = exit(line, self.along(), span).unwrap_or((end, part > here));
        let edge = match (self.cut, after) {
            (Cut::Stages, true) => Edge::Right,
            (Cut::Stages, false) => Edge::Left,
            (Cut::Lanes, true) => Edge::Bottom,
            (Cut::Lanes, false) => Edge::Top,
        };
        Continuation { connector, at, edge, onward, step, part, slot: Rect::default() }
    }

    /// The bands and heads of the lanes, and the heads of the stages, round a window and its marks.
    fn frame(&self, span: &Span, window: Rect, marks: &[Continuation]) -> Vec<Shape> {
        let all = marks.iter().fold(window, |all, it| all.union(&it.slot.grown(2.0)));
        let within = |place: f32| place >= span.from && place < span.until;
        let mut shapes = Vec::new();
        for group in self.groups() {
            let bounds = group.bounds;
            match (group.key.part, self.cut) {
                (Part::Lane, Cut::Stages) => shapes.extend(stretched(group, all.x, all.right())),
                (Part::Lane, Cut::Lanes) if within(bounds.centre_y()) => {
                    shapes.extend(stretched(group, window.x, window.right()));
                }
                (Part::LaneHead, Cut::Stages) => shapes.extend(shifted(group, all.x, 0.0)),
                (Part::LaneHead, Cut::Lanes) if within(bounds.centre_y()) => {
                    shapes.extend(shifted(group, window.x, 0.0));
                }
                (Part::Stage, Cut::Stages) if within(bounds.centre_x()) => {
                    shapes.extend(group.shapes.iter().cloned());
                }
                (Part::Stage, Cut::Lanes) => shapes.extend(column(group, window, all)),
                _ => {}
            }
        }
        shapes
    }

    /// What leads to cards: the pills on this part.
    fn spots(&self, own: &[&Group]) -> Vec<Spot> {
        let pills = own.iter().filter(|it| it.key.part == Part::Handoff);
        pills.filter_map(|it| super::spot(self.edition, it)).collect()
    }

    fn on(&self, at: usize) -> Vec<StepId> {
        let document = self.edition.document();
        let steps = document.steps_of(self.edition.state.id).map(|it| it.id);
        steps.filter(|it| self.steps.get(it) == Some(&at)).collect()
    }

    fn finding(&self, at: usize, marks: &[Continuation]) -> String {
        let edition = self.edition;
        let (steps, all) = (self.on(at).len(), self.spans.len());
        let onward = marks.iter().filter(|it| it.onward).count();
        let of = |number, one, many| edition.say.of(number, one, many);
        let into = marks.len() - onward;
        edition.pick(
            format!(
                "Part {} of {all}: {}, {} and {}",
                at + 1,
                of(steps, "step", "steps"),
                of(into, "way in", "ways in"),
                of(onward, "way on", "ways on")
            ),
            format!(
                "Teil {} von {all}: {}, {} und {}",
                at + 1,
                of(steps, "Schritt", "Schritte"),
                of(into, "Weg hinein", "Wege hinein"),
                of(onward, "Weg hinaus", "Wege hinaus")
            ),
        )
    }

    fn description(&self, (at, span): (usize, &Span)) -> String {
        let edition = self.edition;
        let steps: Vec<String> =
            self.on(at).into_iter().map(|it| named_step(edition, it)).collect();
        let (name, state) = (&span.name, edition.state_name());
        let (number, all, steps) = (at + 1, self.spans.len(), edition.say.listed(&steps));
        let said = edition.pick(
            format!("Part {number} of {all} of the map of {state}, {name}. Steps: {steps}."),
            format!("Teil {number} von {all} der Karte {state}, {name}. Schritte: {steps}."),
        );
        said.replace('\u{a0}', " ")
    }
}
