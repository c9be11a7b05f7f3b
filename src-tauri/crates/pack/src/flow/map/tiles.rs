//! The map as a poster of many sheets: a key plan first, then sheet by sheet what each shows, with
//! marks to cut by and what its neighbours are.

use super::super::blocks::{leading, rise};
use super::super::galley::Galley;
use super::{Placed, common, describe, ladder, lead};
use crate::page::{Anchor, Role};
use crate::paint::around;
use crate::script::{Drawing, MapFigure, Paper, Sizes};
use crate::words::Say;
use scene::{Rect, Segment, Shape, Stroke, TextStyle, Token, Weight};

mod grid;
mod key;

use grid::{EDGE, Grid};

/// What stands above the map on the wall.
const HEAD: TextStyle = TextStyle::new(30.0, Weight::SemiBold);
const UNDER_HEAD: TextStyle = TextStyle::new(15.0, Weight::Regular);
/// What stands at the edges of a sheet.
const LABEL: TextStyle = TextStyle::new(8.0, Weight::Medium);
/// The name of a neighbour stands so far outside of the window.
const OUT: f32 = 10.0;
/// The line of a mark that is not cut by.
const GLUE: [f32; 2] = [2.0, 2.0];
/// Marks begin so far from the corner, and end so far.
const MARK: (f32, f32) = (4.0, 14.0);

/// Sets the map on sheets whose long side has this place in the series; not where it needs too
/// many of them.
pub fn set(galley: &mut Galley, figure: &MapFigure, side: usize) -> bool {
    let sides = galley.size.sides();
    let (Some(width), Some(height)) = (sides.get(side), sides.get(side - 1)) else { return false };
    let paper = Paper { width: *width, height: *height };
    let wall = headed(galley, figure, Grid::narrowest(&figure.drawing, paper));
    let Some(grid) = Grid::of(&wall, paper) else { return false };
    let first = galley.book.pages.len() + 1;
    key::plan(galley, figure, &wall, &grid);
    for at in 0..grid.sheets() {
        tile(galley, figure, &wall, &grid, (at, first));
    }
    ladder::alone(galley, figure);
    true
}

/// The map as it hangs on the wall, under its title, which is no wider than the first sheet.
fn headed(galley: &mut Galley, figure: &MapFigure, width: f32) -> Drawing {
    let map = &figure.drawing;
    let lines =
        [(&figure.title, HEAD, Token::Ink), (&figure.finding, UNDER_HEAD, Token::Secondary)];
    let mut head = Vec::new();
    let mut y = 0.0;
    for (text, style, token) in lines {
        for line in galley.broken(text, style, width) {
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

/// `B2`: rows are letters, columns are numbers.
fn name((row, column): (usize, usize)) -> String {
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
    let place = grid.place(at);
    let shown = grid.window(place);
    galley.bare_page(grid.paper);
    galley.anchor(Anchor::Page(galley.page()), 0.0);
    let window = Rect::new(EDGE, EDGE, shown.w, shown.h);
    let Placed { scale, dx, dy } = grid.placed;
    let placed = Placed { scale, dx: dx - shown.x + EDGE, dy: dy - shown.y + EDGE };
    galley.open(Role::Figure);
    describe(galley, &description(galley, figure, grid, place), window);
    galley.window = Some(window);
    let seen = wall.shapes.iter().filter(|shape| {
        around(shape).is_some_and(|it| common(placed.rect(it).grown(0.1), window).is_some())
    });
    for shape in seen {
        placed.put(galley, std::slice::from_ref(shape));
    }
    galley.window = None;
    lead(galley, &figure.spots, placed, window);
    galley.close();
    marks(galley, window);
    for (beside, way) in grid.beside(place) {
        let onto = grid.window(beside);
        if way.0 > 0.0 {
            upright(galley, window, window.x + onto.x - shown.x, &GLUE);
        }
        if way.1 > 0.0 {
            across(galley, window, window.y + onto.y - shown.y, &GLUE);
        }
        neighbour(galley, window, (&name(beside), first + grid.number(beside)), way);
    }
    foot(galley, figure, grid, &name(place));
}

fn description(
    galley: &Galley,
    figure: &MapFigure,
    grid: &Grid,
    (row, column): (usize, usize),
) -> String {
    let say = Say { language: galley.book.language };
    let (name, all, title) = (name((row, column)), grid.counted(), &figure.title);
    say.pick(
        format!("Sheet {name} of {all} of the map of {title}: row {} from the top, column {} from the left.", row + 1, column + 1),
        format!("Blatt {name} von {all} der Karte {title}: Reihe {} von oben, Spalte {} von links.", row + 1, column + 1),
    )
}

/// Where a sheet is cut.
fn marks(galley: &mut Galley, window: Rect) {
    for x in [window.x, window.right()] {
        upright(galley, window, x, &[]);
    }
    for y in [window.y, window.bottom()] {
        across(galley, window, y, &[]);
    }
}

/// A mark above and below a window.
fn upright(galley: &mut Galley, window: Rect, x: f32, dash: &[f32]) {
    let (near, far) = MARK;
    mark(galley, (x, window.y - far), (x, window.y - near), dash);
    mark(galley, (x, window.bottom() + near), (x, window.bottom() + far), dash);
}

/// A mark at the left and at the right of a window.
fn across(galley: &mut Galley, window: Rect, y: f32, dash: &[f32]) {
    let (near, far) = MARK;
    mark(galley, (window.x - far, y), (window.x - near, y), dash);
    mark(galley, (window.right() + near, y), (window.right() + far, y), dash);
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
        window.centre_x() + dx * (window.w / 2.0 + OUT),
        window.centre_y() + dy * (window.h / 2.0 + OUT),
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
    let y = galley.paper().height - EDGE + 18.0;
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
