//! What a field is answered with: a box to write in, or boxes to tick.

use super::ask::{Ask, Entry};
use super::density::Density;
use crate::flow::{Galley, leading};
use crate::page::Input;
use scene::Line;

/// Between columns.
pub const GUTTER: f32 = 16.0;
/// Between columns of ticks.
const BETWEEN: f32 = 10.0;
/// Columns of ticks at most; more are hard to follow.
const COLUMNS: usize = 4;
/// Lines of a text that is ticked at most.
const LINES: usize = 3;
/// From a box to the text of its tick.
pub const TO_TEXT: f32 = 6.0;

/// What a field is answered with.
pub enum Control {
    /// A box to write in.
    Box {
        /// How high.
        height: f32,
        /// What goes in.
        input: Input,
    },
    /// Boxes to tick, row by row.
    Ticks(Vec<Ticks>),
}

/// Boxes to tick side by side.
pub struct Ticks {
    /// The boxes.
    pub ticks: Vec<Tick>,
    /// How high the row is.
    pub height: f32,
}

/// A box to tick.
pub struct Tick {
    /// From the left end of the row.
    pub x: f32,
    /// The text behind it; empty where it is still to be written.
    pub lines: Vec<Line>,
    /// All of the text, or nothing.
    pub text: String,
    /// How wide the line to write on is, where there is one.
    pub line: Option<f32>,
    /// Which one it is, from 1.
    pub number: usize,
}

/// The side of a box to tick.
pub fn side(density: &Density) -> f32 {
    (density.tick - 4.0).min(12.0)
}

impl Control {
    /// The control of a field, set so wide.
    pub fn of(galley: &mut Galley, density: &Density, entry: &Entry, width: f32) -> Control {
        let boxed = |height, input| Control::Box { height, input };
        match &entry.ask {
            Ask::Line { most, .. } => boxed(density.line, Input::Line(*most)),
            Ask::Area => boxed(density.area, Input::Area),
            Ask::Pick(options) => boxed(density.line, Input::Choice(options.clone())),
            Ask::Ticks(options) => Control::Ticks(columns(galley, density, options, width)),
            Ask::Lines(count) => {
                // Where room is short, one line less.
                let count = if density.columns == 1 { *count } else { count.saturating_sub(1) };
                Control::Ticks(lines(density, count, width))
            }
            Ask::YesNo(options) => Control::Ticks(vec![one_line(galley, density, options)]),
        }
    }

    /// How high it is.
    pub fn height(&self) -> f32 {
        match self {
            Control::Box { height, .. } => *height,
            Control::Ticks(rows) => rows.iter().map(|it| it.height).sum(),
        }
    }
}

/// Options in as many columns as have room, row by row.
fn columns(galley: &mut Galley, density: &Density, options: &[String], width: f32) -> Vec<Ticks> {
    let before = side(density) + TO_TEXT;
    let set = &mut galley.typesetter;
    let wide: Vec<f32> =
        options.iter().map(|it| set.width(it, text(density)) + before + 0.5).collect();
    let fitting =
        (2..=COLUMNS.min(options.len())).rev().find_map(|count| places(&wide, count, width));
    let rows: Vec<Vec<(f32, f32)>> = match fitting {
        Some(places) => options.chunks(places.len()).map(|_| places.clone()).collect(),
        None if density.packed => packed(&wide, width),
        None => options.iter().map(|_| vec![(0.0, width)]).collect(),
    };
    let mut rest = options.iter().zip(1..);
    rows.iter()
        .map(|places| {
            let mut ticks = Vec::new();
            for ((x, room), (option, number)) in places.iter().zip(rest.by_ref()) {
                let lines = set.lines_at_most(option, text(density), room - before, LINES);
                ticks.push(Tick { x: *x, lines, text: option.clone(), line: None, number });
            }
            let most = ticks.iter().map(|it| it.lines.len()).max().unwrap_or(1).max(1);
            let height = density.tick + (most - 1) as f32 * leading(text(density));
            Ticks { ticks, height }
        })
        .collect()
}

/// One behind the other, as many in a row as fit; the place of each.
fn packed(wide: &[f32], width: f32) -> Vec<Vec<(f32, f32)>> {
    let mut rows: Vec<Vec<(f32, f32)>> = Vec::new();
    let mut x = 0.0;
    for it in wide {
        let room = it.min(width);
        match rows.last_mut() {
            Some(row) if x + room <= width => row.push((x, room)),
            _ => {
                x = 0.0;
                rows.push(vec![(0.0, room)]);
            }
        }
        x += room + BETWEEN;
    }
    rows
}

/// Where so many columns begin and how wide they are, each as wide as what stands in it; nothing if
/// they do not fit. What is left over is shared, so that the columns fill the width.
fn places(wide: &[f32], count: usize, width: f32) -> Option<Vec<(f32, f32)>> {
    let of = |column: usize| wide.iter().skip(column).step_by(count).copied().fold(0.0, f32::max);
    let widths: Vec<f32> = (0..count).map(of).collect();
    let used = widths.iter().sum::<f32>() + BETWEEN * (count - 1) as f32;
    let even = (width + BETWEEN) / count as f32 - BETWEEN;
    if widths.iter().all(|it| *it <= even) {
        return Some((0..count).map(|at| ((even + BETWEEN) * at as f32, even)).collect());
    }
    let spare = (width - used) / count as f32;
    let mut x = 0.0;
    let place = |wide: &f32| {
        let at = x;
        x += wide + spare + BETWEEN;
        (at, wide + spare)
    };
    (spare >= 0.0).then(|| widths.iter().map(place).collect())
}

/// Boxes with a line to write on behind each.
fn lines(density: &Density, count: usize, width: f32) -> Vec<Ticks> {
    let line = Some(width - side(density) - TO_TEXT);
    let height = density.line + 3.0;
    (1..=count)
        .map(|number| Tick { x: 0.0, lines: Vec::new(), text: String::new(), line, number })
        .map(|tick| Ticks { ticks: vec![tick], height })
        .collect()
}

/// Few short options, one behind the other.
fn one_line(galley: &mut Galley, density: &Density, options: &[String]) -> Ticks {
    let mut x = 0.0;
    let mut ticks = Vec::new();
    for (at, option) in options.iter().enumerate() {
        let lines = galley.typesetter.lines(option, text(density), f32::INFINITY).to_vec();
        let width = lines.first().map_or(0.0, |it| it.width);
        ticks.push(Tick { x, lines, text: option.clone(), line: None, number: at + 1 });
        x += side(density) + TO_TEXT + width + GUTTER;
    }
    Ticks { ticks, height: density.line }
}

/// The style of what is ticked.
pub fn text(density: &Density) -> scene::TextStyle {
    scene::TextStyle::new(density.label.size, scene::Weight::Regular)
}
