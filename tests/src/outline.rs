//! A scene as text, one line a group: what a golden file holds, and what a failing test shows.

use model::{Document, Kind, RecordId};
use scene::{Group, Part, Scene, Shape};
use std::fmt::Write;

/// The scene as text. Records go by name, so that a golden file reads as a map.
pub fn outline(document: &Document, scene: &Scene) -> String {
    let mut text = String::new();
    let b = scene.bounds;
    let _ = writeln!(text, "scene {} {} {} {}", b.x, b.y, b.w, b.h);
    for group in &scene.groups {
        let _ = writeln!(text, "{}", line(document, group));
    }
    text
}

fn line(document: &Document, group: &Group) -> String {
    let part = format!("{:?}", group.key.part).to_lowercase();
    let b = group.bounds;
    let mut line = format!("{part} {}", name(document, group.key.id));
    if group.line.is_empty() {
        let _ = write!(line, " at {} {} size {} {}", b.x, b.y, b.w, b.h);
    }
    for (x, y) in &group.line {
        let _ = write!(line, " {x},{y}");
    }
    let words: Vec<&str> = group
        .shapes
        .iter()
        .filter_map(|shape| match shape {
            Shape::Text { text, .. } => Some(text.as_str()),
            _ => None,
        })
        .collect();
    if !words.is_empty() && group.key.part != Part::Lane {
        let _ = write!(line, " | {}", words.join(" / "));
    }
    line
}

fn name(document: &Document, id: RecordId) -> String {
    let code =
        |code: &str, name: &str| if code.is_empty() { name.to_owned() } else { code.to_owned() };
    match document.kind(id) {
        Some(Kind::Step) => document.step(id.into()).map(|it| code(&it.code, &it.name)),
        Some(Kind::Connector) => document.connector(id.into()).map(|it| code(&it.code, "")),
        Some(Kind::Handoff) => document.handoff(id.into()).map(|it| it.name()),
        Some(Kind::Lane) => document
            .lane(id.into())
            .and_then(|it| document.team(it.team))
            .map(|it| code(&it.code, &it.name)),
        _ => None,
    }
    .unwrap_or_else(|| id.to_string())
}
