//! Maps and ladders as vector drawings, never cropped and never with text too small to read: whole on
//! the smallest paper that holds them, as a poster of one sheet or of many, or part by part.

mod ladder;
mod parts;
mod poster;
mod tiles;
mod whole;

use super::galley::{Galley, TOP};
use crate::page::Role;
use crate::script::{Drawing, MARGIN, MapFigure, NOTE, Spot};
use crate::words::Say;
use model::MapPaper;
use scene::{Rect, Token};

/// Between a map and what stands under it.
const GAP: f32 = 16.0;

/// Where a drawing lies: its scale, and where its origin is on the page.
#[derive(Clone, Copy)]
struct Placed {
    scale: f32,
    dx: f32,
    dy: f32,
}

impl Placed {
    /// With the upper left corner of its extent there.
    fn at(drawing: &Drawing, scale: f32, x: f32, y: f32) -> Placed {
        Placed { scale, dx: x - drawing.extent.x * scale, dy: y - drawing.extent.y * scale }
    }

    fn point(self, (x, y): (f32, f32)) -> (f32, f32) {
        (x * self.scale + self.dx, y * self.scale + self.dy)
    }

    fn rect(self, rect: Rect) -> Rect {
        let (x, y) = self.point((rect.x, rect.y));
        Rect::new(x, y, rect.w * self.scale, rect.h * self.scale)
    }

    fn put(self, galley: &mut Galley, shapes: &[scene::Shape]) {
        for shape in shapes {
            galley.put(shape.moved(self.scale, self.dx, self.dy));
        }
    }
}

/// Sets a map and its ladder as they shall be laid on paper; with what the reader will miss, one
/// sentence each.
pub fn set(galley: &mut Galley, figure: &MapFigure) -> Vec<String> {
    let laid = match figure.paper {
        MapPaper::Fitted => false,
        MapPaper::PosterA1 => poster::set(galley, figure, 4),
        MapPaper::PosterA0 => poster::set(galley, figure, 5),
        MapPaper::TiledA4 => tiles::set(galley, figure, 1),
        MapPaper::TiledA3 => tiles::set(galley, figure, 2),
        MapPaper::ByStage | MapPaper::ByLane => parts::set(galley, figure),
    };
    if laid {
        return Vec::new();
    }
    let instead = instead(Say { language: galley.book.language }, figure);
    instead.into_iter().chain(whole::set(galley, figure)).collect()
}

/// Why a map is not laid as it should be, but as it is where nothing is asked for.
fn instead(say: Say, figure: &MapFigure) -> Option<String> {
    let name = &figure.title;
    let why = match figure.paper {
        MapPaper::Fitted => return None,
        MapPaper::PosterA1 | MapPaper::PosterA0 => say.pick(
            format!("A poster of that size is too small for the map of {name} to be read"),
            format!(
                "Für die Karte {name} ist ein Plakat dieser Größe zu klein, um gelesen zu werden"
            ),
        ),
        MapPaper::TiledA4 | MapPaper::TiledA3 => say.pick(
            format!("The map of {name} needs more sheets than a poster is made of here"),
            format!("Die Karte {name} braucht mehr Blätter, als hier zu einem Plakat werden"),
        ),
        MapPaper::ByStage => say.pick(
            format!("The map of {name} has no stages to be cut into"),
            format!("Die Karte {name} hat keine Phasen, nach denen sie geteilt werden kann"),
        ),
        MapPaper::ByLane => say.pick(
            format!("The map of {name} has no lanes to be cut into"),
            format!("Die Karte {name} hat keine Bahnen, nach denen sie geteilt werden kann"),
        ),
    };
    let so = say.pick(
        "so it is whole, on the sheet it needs",
        "also steht sie ganz auf dem Blatt, das sie braucht",
    );
    Some(format!("{why}, {so}."))
}

/// Sets a drawing among text, as wide as the text at most.
pub fn set_small(galley: &mut Galley, drawing: &Drawing, description: &str) {
    let page = galley.floor() - TOP;
    let scale = drawing.fitting(galley.measure(), page).min(1.0);
    let height = drawing.extent.h * scale;
    galley.need(height);
    let (x, y) = (MARGIN, galley.y);
    galley.open(Role::Figure);
    describe(galley, description, Rect::new(x, y, drawing.extent.w * scale, height));
    Placed::at(drawing, scale, x, y).put(galley, &drawing.shapes);
    galley.close();
    galley.y += height + GAP;
}

/// Says what the figure that has just been opened shows, and where it lies.
pub(super) fn describe(galley: &mut Galley, description: &str, bounds: Rect) {
    if let Some(node) = galley.book.nodes.last_mut() {
        node.description = description.to_owned();
        node.bounds = Some(bounds);
    }
}

/// Makes what leads somewhere on a drawing do so, as far as it is seen in a window.
fn lead(galley: &mut Galley, spots: &[Spot], placed: Placed, window: Rect) {
    for spot in spots {
        let Some(rect) = common(placed.rect(spot.rect), window) else { continue };
        galley.open(Role::Link);
        galley.link(rect, spot.to, &spot.says);
        galley.close();
    }
}

/// What two rectangles have in common; nothing where they only touch.
fn common(one: Rect, other: Rect) -> Option<Rect> {
    let (x, y) = (one.x.max(other.x), one.y.max(other.y));
    let (w, h) = (one.right().min(other.right()) - x, one.bottom().min(other.bottom()) - y);
    (w > 0.0 && h > 0.0).then(|| Rect::new(x, y, w, h))
}

/// What the minutes of a map and its ladder are.
fn clock(galley: &mut Galley, figure: &MapFigure, x: f32) {
    galley.open(Role::Paragraph);
    galley.text(x, galley.y + 14.0, &figure.clock, NOTE, Token::Secondary);
    galley.close();
}
