//! The map as a poster of many sheets: a key plan first, then sheet by sheet what each shows, with
//! marks to cut by and what its neighbours are.

use super::super::blocks::{leading, rise};
use super::super::galley::Galley;
use super::{Placed, common, describe, ladder, lead};
use crate::page::{Anchor, Role};
use crate::paint::extent;
use crate::script::{Drawing, LEGIBLE, MapFigure, Paper, Sizes};
use crate::words::Say;
use scene::{Rect, Segment, Shape, Stroke, TextStyle, Token, Weight};

mod key;

/// White space around what a sheet shows: no printer prints up to the edge, and the marks stand there.
const EDGE: f32 = 34.0;
/// Neighbours both show so much: 10 mm.
const OVERLAP: f32 = 28.346;
/// The smallest text on a wall, where the sheets allow it.
const ON_A_WALL: f32 = 14.0;
/// Sheets in a row, and rows.
const MOST: usize = 6;
/// What stands above the map on the wall.
const HEAD: TextStyle = TextStyle::new(30.0, Weight::SemiBold);
const UNDER_HEAD: TextStyle = TextStyle::new(15.0, Weight::Regular);
/// What stands at the edges of a sheet.
const LABEL: TextStyle = TextStyle::new(8.0, Weight::Medium);
/// Marks begin so far from the corner, and end so far.
const MARK: (f32, f32) = (4.0, 14.0);

/// How a drawing is spread over sheets.
struct Grid {
    paper: Paper,
    columns: usize,
    rows: usize,
    /// Where the drawing lies on all of them together, glued.
    placed: Placed,
}

/// Sets the map on sheets whose long side has this place in the series; not where it needs too
/// many of them.
pub fn set(galley: &mut Galley, figure: &MapFigure, side: usize) -> bool {
    let sides = galley.size.sides();
    let (Some(width), Some(height)) = (sides.get(side), sides.get(side - 1)) else { return false };
    let paper = Paper { width: *width, height: *height };
    let wall = headed(galley, figure);
    let Some(grid) = Grid::of(&wall, paper) else { return false };
    let first = galley.book.pages.len() + 1;
    key::plan(galley, figure, &wall, &grid);
    for at in 0..grid.columns * grid.rows {
        tile(galley, figure, &wall, &grid, (at, first));
    }
    ladder::alone(galley, figure);
    true
}

/// The map under its title, as it hangs on the wall.
fn headed(galley: &mut Galley, figure: &MapFigure) -> Drawing {
    let map = &figure.drawing;
    let lines =
        [(&figure.title, HEAD, Token::Ink), (&figure.finding, UNDER_HEAD, Token::Secondary)];
    let mut head = Vec::new();
    let mut y = 0.0;
    for (text, style, token) in lines {
        for line in galley.broken(text, style, map.extent.w) {
            head.push((y + rise(style), line, style, token));
            y += leading(style);
        }
    }
    let top = map.extent.y - y - 24.0;
    let mut shapes = map.shapes.clone();
    shapes.extend(head.into_iter().map(|(down, line, style, token)| Shape::Text {
        x: map.extent.x,
        y: top + down,
        width: line.width,
        text: line.text.replace('\u{a0}', " "),
        style,
        paint: token.into(),
    }));
    let above = Rect::new(map.extent.x, top, map.extent.w, 1.0);
    Drawing { shapes, extent: map.extent.union(&above), smallest: map.smallest }
}

impl Grid {
    /// As few sheets as hold the drawing with text for a wall, and the drawing as large as those
    /// sheets hold; with smaller text where that would be too many, but not with less than is
    /// legible.
    fn of(drawing: &Drawing, paper: Paper) -> Option<Grid> {
        let (w, h) = (paper.width - 2.0 * EDGE, paper.height - 2.0 * EDGE);
        let (wide, high) = (drawing.extent.w, drawing.extent.h);
        let most = (glued(MOST, w) / wide).min(glued(MOST, h) / high);
        let scale = (ON_A_WALL / drawing.smallest).min(most);
        if drawing.smallest * scale < LEGIBLE {
            return None;
        }
        let (columns, rows) = (sheets(wide * scale, w), sheets(high * scale, h));
        let (all_w, all_h) = (glued(columns, w), glued(rows, h));
        let scale = (all_w / wide).min(all_h / high);
        let (x, y) = ((all_w - wide * scale) / 2.0, (all_h - high * scale) / 2.0);
        Some(Grid { paper, columns, rows, placed: Placed::at(drawing, scale, x, y) })
    }

    /// What a sheet shows, on all of them together.
    fn window(&self, row: usize, column: usize) -> Rect {
        let (w, h) = (self.paper.width - 2.0 * EDGE, self.paper.height - 2.0 * EDGE);
        Rect::new(column as f32 * (w - OVERLAP), row as f32 * (h - OVERLAP), w, h)
    }

    /// How large all of them together are.
    fn size(&self) -> (f32, f32) {
        let (w, h) = (self.paper.width - 2.0 * EDGE, self.paper.height - 2.0 * EDGE);
        (glued(self.columns, w), glued(self.rows, h))
    }

    /// `2 × 3`.
    fn counted(&self) -> String {
        format!("{} × {}", self.rows, self.columns)
    }

    /// The neighbours of a sheet: row, column, and which way they lie.
    fn beside(&self, row: usize, column: usize) -> Vec<(usize, usize, (f32, f32))> {
        let mut beside = Vec::new();
        if column > 0 {
            beside.push((row, column - 1, (-1.0, 0.0)));
        }
        if column + 1 < self.columns {
            beside.push((row, column + 1, (1.0, 0.0)));
        }
        if row > 0 {
            beside.push((row - 1, column, (0.0, -1.0)));
        }
        if row + 1 < self.rows {
            beside.push((row + 1, column, (0.0, 1.0)));
        }
        beside
    }
}

/// How long so many sheets are, glued.
fn glued(sheets: usize, window: f32) -> f32 {
    sheets as f32 * (window - OVERLAP) + OVERLAP
}

/// How many sheets a length needs; a hair over is a matter of rounding.
fn sheets(length: f32, window: f32) -> usize {
    ((length - OVERLAP) / (window - OVERLAP) - 0.001).ceil().max(1.0) as usize
}

/// `B2`: rows are letters, columns are numbers.
fn name(row: usize, column: usize) -> String {
    let letter = u8::try_from(row).ok().and_then(|it| b'A'.checked_add(it)).map_or('?', char::from);
    format!("{letter}{}", column + 1)
}

/// Sets one sheet. `first` is the page of the first of them.
fn tile(
    galley: &mut Galley,
    figure: &MapFigure,
    wall: &Drawing,
    grid: &Grid,
    (at, first): (usize, usize),
) {
    let (row, column) = (at / grid.columns, at % grid.columns);
    let shown = grid.window(row, column);
    galley.bare_page(grid.paper);
    galley.anchor(Anchor::Page(galley.page()), 0.0);
    let window = Rect::new(EDGE, EDGE, shown.w, shown.h);
    let Placed { scale, dx, dy } = grid.placed;
    let placed = Placed { scale, dx: dx - shown.x + EDGE, dy: dy - shown.y + EDGE };
    galley.open(Role::Figure);
    describe(galley, &description(galley, figure, grid, (row, column)), window);
    galley.window = Some(window);
    let seen = wall.shapes.iter().filter(|shape| {
        let around = extent(std::slice::from_ref(*shape));
        around.is_some_and(|it| common(placed.rect(it), window).is_some())
    });
    for shape in seen {
        placed.put(galley, std::slice::from_ref(shape));
    }
    galley.window = None;
    lead(galley, &figure.spots, placed, window);
    galley.close();
    marks(galley, window, column + 1 < grid.columns, row + 1 < grid.rows);
    for (row, column, way) in grid.beside(row, column) {
        let page = first + row * grid.columns + column;
        neighbour(galley, window, (&name(row, column), page), way);
    }
    foot(galley, figure, grid, &name(row, column));
}

fn description(
    galley: &Galley,
    figure: &MapFigure,
    grid: &Grid,
    (row, column): (usize, usize),
) -> String {
    let say = Say { language: galley.book.language };
    let (name, all, title) = (name(row, column), grid.counted(), &figure.title);
    say.pick(
        format!("Sheet {name} of {all} of the map of {title}: row {} from the top, column {} from the left.", row + 1, column + 1),
        format!("Blatt {name} von {all} der Karte {title}: Reihe {} von oben, Spalte {} von links.", row + 1, column + 1),
    )
}

/// Where a sheet is cut, and how far the one to the right and the one below come onto it.
fn marks(galley: &mut Galley, window: Rect, right: bool, below: bool) {
    let (near, far) = MARK;
    let upright = |galley: &mut Galley, x: f32, dash: &[f32]| {
        mark(galley, (x, window.y - far), (x, window.y - near), dash);
        mark(galley, (x, window.bottom() + near), (x, window.bottom() + far), dash);
    };
    let across = |galley: &mut Galley, y: f32, dash: &[f32]| {
        mark(galley, (window.x - far, y), (window.x - near, y), dash);
        mark(galley, (window.right() + near, y), (window.right() + far, y), dash);
    };
    for x in [window.x, window.right()] {
        upright(galley, x, &[]);
    }
    for y in [window.y, window.bottom()] {
        across(galley, y, &[]);
    }
    if right {
        upright(galley, window.right() - OVERLAP, &[2.0, 2.0]);
    }
    if below {
        across(galley, window.bottom() - OVERLAP, &[2.0, 2.0]);
    }
}

fn mark(galley: &mut Galley, from: (f32, f32), to: (f32, f32), dash: &[f32]) {
    galley.decorate(Shape::Path {
        segments: vec![Segment::M(from.0, from.1), Segment::L(to.0, to.1)],
        fill: None,
        stroke: Some(Stroke { paint: Token::Ink.into(), width: 0.6, dash: dash.to_vec() }),
    });
}

/// Which sheet goes on at an edge, with a tip that points to it.
fn neighbour(galley: &mut Galley, window: Rect, (name, page): (&str, usize), (dx, dy): (f32, f32)) {
    let wide = galley.typesetter.width(name, LABEL);
    let (cx, cy) = (
        window.centre_x() + dx * (window.w / 2.0 + EDGE / 2.0 - 1.0),
        window.centre_y() + dy * (window.h / 2.0 + EDGE / 2.0 - 1.0),
    );
    // Beside the name at the upper and lower edge, above it at the others.
    let tip = if dx == 0.0 { (cx + wide / 2.0 + 8.0, cy) } else { (cx, cy - 9.0) };
    galley.decorate(arrowhead(tip, (dx, dy)));
    galley.open(Role::Link);
    galley.text(cx - wide / 2.0, cy + 3.0, name, LABEL, Token::Secondary);
    let rect = Rect::new(cx - 12.0, cy - 14.0, 24.0, 22.0);
    let says = say(galley).pick(format!("Sheet {name}"), format!("Blatt {name}"));
    galley.link(rect, Anchor::Page(page), &says);
    galley.close();
}

fn say(galley: &Galley) -> Say {
    Say { language: galley.book.language }
}

fn arrowhead((x, y): (f32, f32), (dx, dy): (f32, f32)) -> Shape {
    let half = 3.0;
    let corner =
        |along: f32, aside: f32| (x + dx * along - dy * aside, y + dy * along + dx * aside);
    let (tip, one, other) = (corner(half, 0.0), corner(-half, half), corner(-half, -half));
    Shape::Path {
        segments: vec![
            Segment::M(tip.0, tip.1),
            Segment::L(one.0, one.1),
            Segment::L(other.0, other.1),
            Segment::Z,
        ],
        fill: Some(Token::Secondary.into()),
        stroke: None,
    }
}

/// Which sheet this is, and its page.
fn foot(galley: &mut Galley, figure: &MapFigure, grid: &Grid, name: &str) {
    let all = grid.counted();
    let sheet =
        say(galley).pick(format!("sheet {name} of {all}"), format!("Blatt {name} von {all}"));
    let number = (galley.page() + 1).to_string();
    let y = galley.paper().height - EDGE + 21.0;
    let room = galley.paper().width / 2.0 - EDGE - 60.0;
    let line = format!("{} · {sheet}", figure.title);
    galley.open(Role::Paragraph);
    for line in galley.typesetter.lines_at_most(&line, LABEL, room, 1) {
        galley.text(EDGE + 6.0, y, &line.text, LABEL, Token::Ink);
    }
    galley.close();
    let wide = galley.typesetter.width(&number, LABEL);
    let right = galley.paper().width - EDGE - 6.0;
    galley.as_decoration(|it| it.text(right - wide, y, &number, LABEL, Token::Muted));
}
