//! The ladder with its totals: under its map, or on a page of its own, in as many rows as it needs.

use super::super::galley::Galley;
use super::whole::NOTE_ROOM;
use super::{GAP, Placed, clock, describe};
use crate::page::Role;
use crate::script::{Format, LEGIBLE, LadderFigure, MARGIN, MapFigure, NOTE, Paper, Rung, Sizes};
use model::MapPaper;
use scene::{Rect, Segment, Shape, Stroke, TextStyle, Token, Weight};
use std::ops::Range;

/// The totals at the left of the ladder.
const TOTALS_WIDTH: f32 = 150.0;
/// And how high they stand.
pub const TOTALS_HEIGHT: f32 = 44.0;
const TOTAL: TextStyle = TextStyle::new(10.5, Weight::SemiBold);
/// At the ends of a row, for what says that the ladder goes on.
const STUB: f32 = 14.0;
/// A ladder in rows is made so much smaller at a time until a page holds it.
const STEP: f32 = 0.05;

/// Sets the ladder under a map that begins there and is so wide; on a page of its own where it
/// would be smaller than is legible.
pub fn under(
    galley: &mut Galley,
    figure: &LadderFigure,
    (x, width): (f32, f32),
    of_map: f32,
    legible: f32,
) {
    let ladder = &figure.drawing;
    // As large as the map, so that the two read as one; but legible, and no wider than the page.
    let width = width.max(galley.paper().width * 0.6).min(galley.measure());
    let x = x.min((galley.paper().width - width) / 2.0).max(MARGIN);
    let alike = of_map.min(1.0).max(legible / ladder.smallest);
    let scale = ladder.fitting(width - TOTALS_WIDTH, f32::INFINITY).min(alike);
    let below =
        galley.y + (ladder.extent.h * scale).max(TOTALS_HEIGHT) <= galley.floor() - NOTE_ROOM + 1.0;
    if ladder.smallest * scale < legible || !below {
        let paper = galley.size.paper(Format::Across);
        own_page(galley, figure, paper);
    } else {
        set(galley, figure, x, scale);
    }
}

/// Sets what belongs under a map that is on several pages: the ladder on a page of its own, and
/// the clock. The page is of the paper that is at hand for the others.
pub fn alone(galley: &mut Galley, figure: &MapFigure) {
    if let Some(ladder) = &figure.ladder {
        let small = galley.size.paper(Format::Across);
        let paper = match (figure.paper, galley.size.sides()) {
            (MapPaper::TiledA3, [_, height, width, ..]) => Paper { width: *width, height: *height },
            _ => small,
        };
        own_page(galley, ladder, paper);
        clock(galley, figure, MARGIN);
    }
}

fn set(galley: &mut Galley, figure: &LadderFigure, left: f32, scale: f32) {
    let ladder = &figure.drawing;
    let (top, height) = (galley.y, (ladder.extent.h * scale).max(TOTALS_HEIGHT));
    totals(galley, figure, left, top + (height - TOTALS_HEIGHT) / 2.0);
    galley.open(Role::Figure);
    let bounds = Rect::new(left + TOTALS_WIDTH, top, ladder.extent.w * scale, height);
    describe(galley, &figure.description, bounds);
    Placed::at(ladder, scale, left + TOTALS_WIDTH, top).put(galley, &ladder.shapes);
    galley.close();
    galley.y = top + height;
}

/// A page for the ladder alone, in rows under each other: as large as one page holds it, and where
/// none does as small as is legible, on several.
fn own_page(galley: &mut Galley, figure: &LadderFigure, paper: Paper) {
    galley.page_of(paper);
    galley.title(&figure.title, &figure.finding, Token::Secondary, 0);
    let least = (LEGIBLE / figure.drawing.smallest).min(1.0);
    let room = galley.floor() - NOTE_ROOM - galley.y;
    let (mut scale, mut rows) = (1.0, rows(&figure.rungs, 1.0, galley.measure()));
    while scale > least && rows.len() as f32 * (height(figure, scale) + GAP) > room {
        scale = (scale - STEP).max(least);
        rows = self::rows(&figure.rungs, scale, galley.measure());
    }
    let mut rows = rows.into_iter().peekable();
    let mut first = true;
    while rows.peek().is_some() {
        let top = galley.y;
        let fitting = ((galley.floor() - NOTE_ROOM - top) / (height(figure, scale) + GAP)) as usize;
        let here: Vec<Range<usize>> = rows.by_ref().take(fitting.max(1)).collect();
        if first {
            totals(galley, figure, MARGIN, top + (height(figure, scale) - TOTALS_HEIGHT) / 2.0);
        }
        galley.open(Role::Figure);
        let high = here.len() as f32 * (height(figure, scale) + GAP) - GAP;
        describe(galley, &figure.description, Rect::new(MARGIN, top, galley.measure(), high));
        for row in here {
            let left = MARGIN + STUB + if first { TOTALS_WIDTH } else { 0.0 };
            set_row(galley, figure, row, scale, left);
            first = false;
            galley.y += height(figure, scale) + GAP;
        }
        galley.close();
        if rows.peek().is_some() {
            galley.next_page();
        }
    }
    galley.y -= GAP;
}

/// How high a row is.
fn height(figure: &LadderFigure, scale: f32) -> f32 {
    (figure.drawing.extent.h * scale).max(TOTALS_HEIGHT)
}

/// Which rungs stand in each row; the first has the totals beside it.
fn rows(rungs: &[Rung], scale: f32, measure: f32) -> Vec<Range<usize>> {
    let mut rows: Vec<Range<usize>> = Vec::new();
    let mut left = measure - TOTALS_WIDTH - 2.0 * STUB;
    let mut begin = 0;
    for (at, rung) in rungs.iter().enumerate() {
        let width = rung.width * scale;
        if width > left && at > begin {
            rows.push(begin..at);
            (begin, left) = (at, measure - 2.0 * STUB);
        }
        left -= width;
    }
    if begin < rungs.len() {
        rows.push(begin..rungs.len());
    }
    rows
}

/// Sets some rungs beside each other, whole, from there on.
fn set_row(galley: &mut Galley, figure: &LadderFigure, row: Range<usize>, scale: f32, left: f32) {
    let ladder = &figure.drawing;
    let room = galley.paper().width - MARGIN - STUB - left;
    let down = galley.y - ladder.extent.y * scale;
    let mut x = left;
    let goes_on = (row.start > 0, row.end < figure.rungs.len());
    let mut ground = None;
    for rung in figure.rungs.get(row).unwrap_or_default() {
        // A wait that is longer than a row takes all of it: lengths are no measure of minutes here,
        // and its time is written above it.
        let width = (rung.width * scale).min(room);
        let shapes = ladder.shapes.get(rung.shapes.clone()).unwrap_or_default();
        for shape in shapes {
            let narrowed = narrowed(shape, rung, width / scale);
            ground = ground.or(foot(&narrowed));
            let placed = Placed { scale, dx: x - rung.left * scale, dy: down };
            placed.put(galley, &[narrowed]);
        }
        x += width;
    }
    if let Some(ground) = ground.map(|it| it * scale + down) {
        if goes_on.0 {
            stub(galley, (left - STUB, left), ground);
        }
        if goes_on.1 {
            stub(galley, (x, x + STUB), ground);
        }
    }
}

/// A shape of a rung where that has another width: lines end where it ends, and its time stays in
/// its middle.
fn narrowed(shape: &Shape, rung: &Rung, width: f32) -> Shape {
    let across = |x: f32| rung.left + (x - rung.left) * width / rung.width;
    let mut shape = shape.clone();
    match &mut shape {
        Shape::Path { segments, .. } => {
            for segment in segments {
                if let Segment::M(x, _) | Segment::L(x, _) = segment {
                    *x = across(*x);
                }
            }
        }
        Shape::Text { x, width: wide, .. } => *x = across(*x + *wide / 2.0) - *wide / 2.0,
        _ => {}
    }
    shape
}

/// Where a rung stands: the lowest place of its line.
fn foot(shape: &Shape) -> Option<f32> {
    let Shape::Path { segments, .. } = shape else { return None };
    let downs = segments.iter().filter_map(|it| match it {
        Segment::M(_, y) | Segment::L(_, y) => Some(*y),
        _ => None,
    });
    downs.reduce(f32::max)
}

/// Says that the ladder goes on before a row or behind it.
fn stub(galley: &mut Galley, (from, to): (f32, f32), y: f32) {
    galley.put(Shape::Path {
        segments: vec![Segment::M(from, y), Segment::L(to, y)],
        fill: None,
        stroke: Some(Stroke { paint: Token::Flow.into(), width: 1.0, dash: vec![2.0, 2.5] }),
    });
}

fn totals(galley: &mut Galley, figure: &LadderFigure, x: f32, y: f32) {
    galley.open(Role::Paragraph);
    let lines = [(11.0, TOTAL, Token::Ink), (26.0, NOTE, Token::Muted), (40.0, NOTE, Token::Muted)];
    for (said, (down, style, token)) in figure.totals.iter().zip(lines) {
        galley.text(x, y + down, &format!("{said} "), style, token);
    }
    galley.close();
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rungs(widths: &[f32]) -> Vec<Rung> {
        let mut left = 0.0;
        let rung = |width: &f32| {
            let rung = Rung { left, width: *width, shapes: 0..0 };
            left += width;
            rung
        };
        widths.iter().map(rung).collect()
    }

    #[test]
    fn a_ladder_is_cut_between_rungs_and_a_rung_wider_than_a_row_has_one() {
        let measure = TOTALS_WIDTH + 2.0 * STUB + 100.0;
        let cut = |widths: &[f32]| rows(&rungs(widths), 1.0, measure);
        assert_eq!(cut(&[]), Vec::<Range<usize>>::new());
        assert_eq!(cut(&[60.0, 40.0, 90.0]), [0..2, 2..3]);
        assert_eq!(cut(&[60.0, 41.0, 200.0, 20.0]), [0..1, 1..3, 3..4]);
        assert_eq!(cut(&[9_000.0, 20.0]), [0..1, 1..2]);
    }

    #[test]
    fn a_rung_that_is_narrowed_keeps_its_time_in_its_middle() {
        let rung = Rung { left: 100.0, width: 1_000.0, shapes: 0..0 };
        let time = Shape::Text {
            x: 580.0,
            y: 0.0,
            width: 40.0,
            text: "3 d".into(),
            style: NOTE,
            paint: Token::Ink.into(),
        };
        let Shape::Text { x, width, .. } = narrowed(&time, &rung, 500.0) else { panic!() };
        assert_eq!((x, width), (330.0, 40.0));
    }
}
