//! One field of a form, with what it looks like while it is empty. Field and widget are one
//! dictionary: no field has two places.

use super::finish::{points, string};
use super::form_font;
use crate::page::{Input, Widget};
use lopdf::{Dictionary, Document, Object, ObjectId, Stream, dictionary};
use scene::{Rect, Token};

/// Size of what is filled in, in points, where a field says nothing else.
pub const SIZE: f32 = 10.0;
/// Flags of a field (PDF 1.7, tables 221, 228 and 230).
const REQUIRED: i64 = 1 << 1;
const MULTILINE: i64 = 1 << 12;
const COMBO: i64 = 1 << 17;
/// The name of a tick that is there.
const ON: &str = "Yes";
const OFF: &str = "Off";

/// Ticks that are drawn already; boxes of the same size share theirs.
pub struct Looks {
    font: ObjectId,
    made: Vec<(Rect, State, ObjectId)>,
}

/// What is drawn.
#[derive(Clone, Copy, PartialEq)]
enum State {
    /// A box without its tick.
    Off,
    /// A box with its tick.
    On,
}

impl Looks {
    /// None yet.
    pub fn new(font: ObjectId) -> Looks {
        Looks { font, made: Vec::new() }
    }
}

/// How what is filled in is set: font, size, colour.
pub fn appearance(size: f32) -> Object {
    let colour = colour(Token::Ink).map(|it| format!("{it} ")).concat();
    string(&format!("/{} {size} Tf {colour}rg", form_font::NAME))
}

fn colour(token: Token) -> [f32; 3] {
    let (red, green, blue) = token.on_paper();
    [red, green, blue].map(|part| (f32::from(part) / 255.0 * 1000.0).round() / 1000.0)
}

fn colours(token: Token) -> Object {
    Object::Array(colour(token).map(Object::Real).to_vec())
}

/// A field as a dictionary; what it looks like goes into the file.
pub fn field(
    file: &mut Document,
    it: &Widget,
    height: f32,
    page: ObjectId,
    looks: &mut Looks,
) -> Dictionary {
    let rect = it.rect;
    let corners = [rect.x, height - rect.bottom(), rect.right(), height - rect.y];
    let mut field = dictionary! {
        "Type" => "Annot",
        "Subtype" => "Widget",
        "T" => string(&it.name),
        "TU" => string(&it.says),
        "P" => page,
        "Rect" => corners.map(points).to_vec(),
        // Printed with its page.
        "F" => 4,
    };
    let required = if it.required { REQUIRED } else { 0 };
    match &it.input {
        Input::Tick => tick(file, &mut field, rect, looks),
        Input::Line(most) => {
            written(file, &mut field, "Tx", required, it, looks);
            if let Some(most) = most {
                field.set("MaxLen", i64::from(*most));
            }
        }
        Input::Area => written(file, &mut field, "Tx", required | MULTILINE, it, looks),
        Input::Choice(options) => {
            written(file, &mut field, "Ch", required | COMBO, it, looks);
            field.set("Opt", options.iter().map(|it| string(it)).collect::<Vec<_>>());
        }
    }
    if it.required && it.input == Input::Tick {
        field.set("Ff", REQUIRED);
    }
    field
}

/// What is written into a field. Border and background are said to be none: the page draws the box,
/// with its round corners, and a reader that draws the field anew must not paint over it.
fn written(
    file: &mut Document,
    field: &mut Dictionary,
    kind: &str,
    flags: i64,
    it: &Widget,
    looks: &mut Looks,
) {
    field.set("FT", kind);
    field.set("Ff", flags);
    for key in ["V", "DV"] {
        field.set(key, string(""));
    }
    field.set("DA", appearance(it.size));
    field.set("MK", dictionary! { "BC" => Vec::<Object>::new(), "BG" => Vec::<Object>::new() });
    field.set("BS", dictionary! { "W" => 0, "S" => "S" });
    // A reader writes what was filled in into this very object, so that each field has its own.
    let empty = drawing(file, looks.font, it.rect, "/Tx BMC EMC".to_owned());
    field.set("AP", dictionary! { "N" => empty });
}

fn tick(file: &mut Document, field: &mut Dictionary, rect: Rect, looks: &mut Looks) {
    field.set("FT", "Btn");
    for key in ["V", "DV", "AS"] {
        field.set(key, OFF);
    }
    field.set(
        "MK",
        // The character is the check mark of ZapfDingbats; only a reader that draws boxes of its
        // own looks at it.
        dictionary! {
            "BC" => colours(Token::Flow),
            "BG" => colours(Token::Surface),
            "CA" => string("4"),
        },
    );
    field.set("BS", dictionary! { "W" => Object::Real(0.8), "S" => "S" });
    let off = look(file, looks, rect, State::Off, |it| square(it, Token::Surface, Token::Flow));
    let on = look(file, looks, rect, State::On, |it| {
        square(it, Token::Accent, Token::Accent) + &mark(it)
    });
    field.set("AP", dictionary! { "N" => dictionary! { ON => on, OFF => off } });
}

/// A tick of this size; drawn once.
fn look(
    file: &mut Document,
    looks: &mut Looks,
    rect: Rect,
    state: State,
    draw: impl FnOnce(Rect) -> String,
) -> ObjectId {
    let size = Rect::new(0.0, 0.0, rect.w, rect.h);
    let known = looks.made.iter().find(|(of, drawn, _)| *of == size && *drawn == state);
    if let Some((_, _, id)) = known {
        return *id;
    }
    let id = drawing(file, looks.font, rect, draw(size));
    looks.made.push((size, state, id));
    id
}

fn drawing(file: &mut Document, font: ObjectId, rect: Rect, operators: String) -> ObjectId {
    let header = dictionary! {
        "Type" => "XObject",
        "Subtype" => "Form",
        "BBox" => [0.0, 0.0, rect.w, rect.h].map(points).to_vec(),
        "Resources" => dictionary! { "Font" => dictionary! { form_font::NAME => font } },
    };
    file.add_object(Stream::new(header, operators.into_bytes()))
}

/// The box of a tick, its corners round.
fn square(size: Rect, fill: Token, edge: Token) -> String {
    let rect = Rect::new(0.4, 0.4, size.w - 0.8, size.h - 0.8);
    let rgb = |token| colour(token).map(|it| it.to_string()).join(" ");
    let mut said = format!("{} rg {} RG 0.8 w\n", rgb(fill), rgb(edge));
    for segment in super::rounded(rect, size.w / 5.0) {
        said += &operator(segment);
    }
    said + "B\n"
}

/// The tick, as a path: no reader needs a font for it.
fn mark(size: Rect) -> String {
    let place = |x: f32, y: f32| format!("{:.2} {:.2}", x * size.w / 12.0, y * size.h / 12.0);
    let white = colour(Token::Surface).map(|it| it.to_string()).join(" ");
    let (from, by, to) = (place(3.0, 5.8), place(5.2, 3.6), place(9.2, 8.2));
    let width = size.w / 8.0;
    format!("{white} RG {width:.2} w 1 J 1 j {from} m {by} l {to} l S\n")
}

fn operator(segment: scene::Segment) -> String {
    use scene::Segment::{C, L, M, Z};
    match segment {
        M(x, y) => format!("{x:.2} {y:.2} m\n"),
        L(x, y) => format!("{x:.2} {y:.2} l\n"),
        C(ax, ay, bx, by, x, y) => {
            format!("{ax:.2} {ay:.2} {bx:.2} {by:.2} {x:.2} {y:.2} c\n")
        }
        Z => "h\n".to_owned(),
    }
}
