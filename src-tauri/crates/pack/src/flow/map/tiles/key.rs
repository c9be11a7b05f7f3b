//! The key plan of a poster of many sheets: the whole map small, which sheet shows what of it, and how
//! the sheets become one.

use super::grid::{Grid, OVERLAP};
use super::{name, say};
use crate::flow::Galley;
use crate::flow::map::whole::NOTE_ROOM;
use crate::flow::map::{Placed, clock, describe};
use crate::page::{Anchor, Role};
use crate::script::{Drawing, Format, LEGIBLE, MARGIN, MapFigure, NOTE, Sizes};
use scene::{Paint, Rect, Shape, Stroke, TextStyle, Token, Weight};

/// The name of a sheet.
const NAME: TextStyle = TextStyle::new(10.0, Weight::SemiBold);
/// Behind it.
const BADGE: (f32, f32) = (24.0, 16.0);

/// Sets the key plan on a page of its own.
pub fn plan(galley: &mut Galley, figure: &MapFigure, wall: &Drawing, grid: &Grid) {
    galley.page_of(galley.size.paper(Format::Across));
    galley.title(&figure.title, &figure.finding, Token::Secondary, 0);
    let first = galley.page() + 1;
    galley.paragraph(&explained(galley, grid), NOTE, Token::Secondary);
    galley.y += 12.0;
    let Rect { w: wide, h: high, .. } = grid.whole();
    let below = if figure.ladder.is_none() { NOTE_ROOM } else { 0.0 };
    let room = (galley.measure(), galley.floor() - below - galley.y);
    let small = (room.0 / wide).min(room.1 / high);
    let (x, y) = (MARGIN + (room.0 - wide * small) / 2.0, galley.y);
    let Placed { scale, dx, dy } = grid.placed;
    let placed = Placed { scale: scale * small, dx: dx * small + x, dy: dy * small + y };
    galley.open(Role::Figure);
    let description = described(galley, figure, grid);
    describe(galley, &description, Rect::new(x, y, wide * small, high * small));
    for shape in &wall.shapes {
        galley.put(hinted(shape.moved(placed.scale, placed.dx, placed.dy)));
    }
    for at in 0..grid.sheets() {
        let shown = grid.window(grid.place(at));
        let (left, top) = (shown.x * small + x, shown.y * small + y);
        let cell = Rect::new(left, top, shown.w * small, shown.h * small);
        sheet(galley, cell, &name(grid.place(at)), first + at);
    }
    galley.close();
    // With a ladder it stands under that.
    if figure.ladder.is_none() {
        galley.y = (y + high * small).min(galley.floor() - NOTE_ROOM);
        clock(galley, figure, MARGIN);
    }
}

/// A text too small to be read as a bar where its words are.
fn hinted(shape: Shape) -> Shape {
    match shape {
        Shape::Text { x, y, width, style, paint, .. } if style.size < LEGIBLE => Shape::Rect {
            rect: Rect::new(x, y - style.size * 0.6, width, style.size * 0.5),
            radius: style.size * 0.1,
            fill: Some(Paint { token: paint.token, alpha: 0.35 }),
            stroke: None,
        },
        shape => shape,
    }
}

/// What a sheet shows, its name, and the way to it.
fn sheet(galley: &mut Galley, cell: Rect, name: &str, page: usize) {
    let edge = Stroke { paint: Token::Accent.into(), width: 0.9, dash: Vec::new() };
    galley.put(Shape::Rect { rect: cell, radius: 0.0, fill: None, stroke: Some(edge) });
    let badge = Rect::new(cell.x + 5.0, cell.y + 5.0, BADGE.0, BADGE.1);
    galley.open(Role::Link);
    let fill = Some(Token::Accent.into());
    galley.put(Shape::Rect { rect: badge, radius: 4.0, fill, stroke: None });
    let wide = galley.typesetter.width(name, NAME);
    galley.text(badge.centre_x() - wide / 2.0, badge.y + 11.6, name, NAME, Token::Surface);
    let says = say(galley).pick(
        format!("Sheet {name}, page {}", page + 1),
        format!("Blatt {name}, Seite {}", page + 1),
    );
    galley.link(cell, Anchor::Page(page), &says);
    galley.close();
}

/// How many sheets, and how they become one.
fn explained(galley: &Galley, grid: &Grid) -> String {
    let (sheets, overlap) = (grid.sheets(), (OVERLAP / 72.0 * 25.4).round());
    let all = grid.counted();
    say(galley).pick(
        format!(
            "Key plan of a poster of {sheets} sheets, {all} (rows × columns). Print them at their \
             full size. Cut each along the solid marks at its left and upper edge, and lay it over \
             the one before it up to the dashed marks; neighbours overlap by {overlap} mm at least, and by more \
             where a step would be cut."
        ),
        format!(
            "Übersicht eines Plakats aus {sheets} Blättern, {all} (Reihen × Spalten). In voller \
             Größe drucken. Jedes Blatt links und oben an den durchgezogenen Marken schneiden und \
             bis zu den gestrichelten Marken über das vorige legen; Nachbarn überlappen sich um \
             mindestens {overlap} mm, und weiter, wo ein Schritt zerschnitten würde."
        ),
    )
}

fn described(galley: &Galley, figure: &MapFigure, grid: &Grid) -> String {
    let (all, title, what) = (grid.counted(), &figure.title, &figure.description);
    say(galley).pick(
        format!("Key plan: which of {all} sheets shows which part of the map of {title}. {what}"),
        format!(
            "Übersicht: welches von {all} Blättern welchen Teil der Karte {title} zeigt. {what}"
        ),
    )
}
