//! What no map may show: a connector through a step, a slanted piece, steps on each other, a step
//! outside its lane.

use model::{Document, Kind};
use scene::{Group, Part, Rect, Scene};

/// Every fault of a scene, in words.
pub fn faults(document: &Document, scene: &Scene) -> Vec<String> {
    let steps: Vec<&Group> =
        scene.groups.iter().map(|it| &**it).filter(|it| it.key.part == Part::Step).collect();
    let mut faults = Vec::new();
    for (index, step) in steps.iter().enumerate() {
        for other in steps.iter().skip(index + 1) {
            if step.bounds.overlaps(&other.bounds) {
                faults.push(format!("steps {} and {} overlap", step.key.id, other.key.id));
            }
        }
        if !inside_lane(document, scene, step) {
            faults.push(format!("step {} is outside its lane", step.key.id));
        }
    }
    for group in scene.groups.iter().filter(|it| !it.line.is_empty()) {
        faults.extend(line_faults(document, group, &steps));
    }
    faults
}

fn inside_lane(document: &Document, scene: &Scene, step: &Group) -> bool {
    let Some(record) = document.step(step.key.id.into()) else { return false };
    let band = scene.lanes.iter().find(|band| band.lane == record.lane);
    band.is_some_and(|band| {
        step.bounds.y >= band.top && step.bounds.bottom() <= band.top + band.height
    })
}

fn line_faults(document: &Document, group: &Group, steps: &[&Group]) -> Vec<String> {
    let mut faults = Vec::new();
    if document.kind(group.key.id) != Some(Kind::Connector) {
        return faults;
    }
    let Some(connector) = document.connector(group.key.id.into()) else { return faults };
    for ((ax, ay), (bx, by)) in group.line.iter().zip(group.line.iter().skip(1)) {
        if ax != bx && ay != by {
            faults.push(format!("connector {} is slanted", connector.id.0));
        }
        let piece = Rect::new(ax.min(*bx), ay.min(*by), (ax - bx).abs(), (ay - by).abs());
        for step in steps {
            let own = step.key.id == connector.from.into() || step.key.id == connector.to.into();
            if !own && touches(&piece, &step.bounds.grown(-1.0)) {
                faults.push(format!(
                    "connector {} runs through step {}",
                    connector.id.0, step.key.id
                ));
            }
        }
    }
    faults
}

/// A piece has no area, so that overlapping is asked edge by edge.
fn touches(piece: &Rect, rect: &Rect) -> bool {
    piece.x < rect.right()
        && piece.right() > rect.x
        && piece.y < rect.bottom()
        && piece.bottom() > rect.y
}
