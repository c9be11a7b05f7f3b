//! Where on a side each connector attaches: spread along it in the order of where they lead, so
//! that they do not cross in front of the step.

use super::{Point, Side};
use crate::shape::Rect;
use model::{ConnectorId, StepId};
use std::collections::BTreeMap;

/// Room kept at the corners of a step.
const CORNER: f32 = 16.0;
/// The widest gap between two ports.
const GAP: f32 = 40.0;

/// One end of a connector, and what decides its place.
#[derive(Clone, Copy, Debug)]
pub(crate) struct End {
    pub step: StepId,
    pub side: Side,
    pub rect: Rect,
    /// A corner or a circle: there is one port a side.
    pub pointed: bool,
    /// The centre of the step at the other end.
    pub other: Point,
}

/// The two ports of each connector.
pub(crate) type Ports = BTreeMap<ConnectorId, (Point, Point)>;

/// Where its other end lies along the side, which connector, and whether it leaves here.
type Attached = (f32, ConnectorId, bool);

/// Places the ports of all connectors.
pub(crate) fn ports(ends: &BTreeMap<ConnectorId, (End, End)>) -> Ports {
    let mut sides: BTreeMap<(StepId, Side), Vec<Attached>> = BTreeMap::new();
    for (id, (from, to)) in ends {
        for (end, source) in [(from, true), (to, false)] {
            let along = if end.side.is_vertical() { end.other.x } else { end.other.y };
            sides.entry((end.step, end.side)).or_default().push((along, *id, source));
        }
    }
    let mut shifts: BTreeMap<(ConnectorId, bool), (f32, bool)> = BTreeMap::new();
    for ((_, side), mut list) in sides {
        list.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)).then(a.2.cmp(&b.2)));
        let alone = list.len() == 1;
        for (index, (_, id, source)) in list.iter().enumerate() {
            let Some((from, to)) = ends.get(id) else { continue };
            let end = if *source { from } else { to };
            let shift = if end.pointed { 0.0 } else { spread(&end.rect, side, index, list.len()) };
            shifts.insert((*id, *source), (shift, alone && !end.pointed));
        }
    }
    ends.iter().map(|(id, (from, to))| (*id, aligned(*id, from, to, &shifts))).collect()
}

fn spread(rect: &Rect, side: Side, index: usize, count: usize) -> f32 {
    let length = if side.is_vertical() { rect.w } else { rect.h };
    let gaps = count.saturating_sub(1).max(1) as f32;
    let gap = GAP.min((length - 2.0 * CORNER).max(0.0) / gaps);
    (index as f32 - count.saturating_sub(1) as f32 / 2.0) * gap
}

/// A port that has its side to itself slides to where the other end is, so that a connector that
/// can be straight is.
fn aligned(
    id: ConnectorId,
    from: &End,
    to: &End,
    shifts: &BTreeMap<(ConnectorId, bool), (f32, bool)>,
) -> (Point, Point) {
    let (out, out_free) = shifts.get(&(id, true)).copied().unwrap_or_default();
    let (into, into_free) = shifts.get(&(id, false)).copied().unwrap_or_default();
    let p = from.side.port(&from.rect, out);
    let q = to.side.port(&to.rect, into);
    if from.side.is_vertical() != to.side.is_vertical() {
        return (p, q);
    }
    let vertical = from.side.is_vertical();
    let slid = |port: Point, rect: &Rect, towards: Point| {
        if vertical {
            let reach = rect.w / 2.0 - CORNER;
            let near = (towards.x - rect.centre_x()).abs() <= reach;
            near.then(|| Point::new(towards.x, port.y))
        } else {
            let reach = rect.h / 2.0 - CORNER;
            let near = (towards.y - rect.centre_y()).abs() <= reach;
            near.then(|| Point::new(port.x, towards.y))
        }
    };
    if into_free && let Some(q) = slid(q, &to.rect, p) {
        return (p, q);
    }
    if out_free && let Some(p) = slid(p, &from.rect, q) {
        return (p, q);
    }
    (p, q)
}
