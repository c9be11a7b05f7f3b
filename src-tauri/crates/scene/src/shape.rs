//! Shapes: what every painter (canvas, SVG, PNG, PDF) draws. Points, origin top left, y downward.
//! Colours are tokens, so that one scene serves the light and the dark theme and paper.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A rectangle in points.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize, TS, Default)]
#[ts(export_to = "contract.ts")]
pub struct Rect {
    /// Left edge.
    pub x: f32,
    /// Top edge.
    pub y: f32,
    /// Width.
    pub w: f32,
    /// Height.
    pub h: f32,
}

impl Rect {
    /// A rectangle from its edges.
    pub fn new(x: f32, y: f32, w: f32, h: f32) -> Rect {
        Rect { x, y, w, h }
    }

    /// Right edge.
    pub fn right(&self) -> f32 {
        self.x + self.w
    }

    /// Bottom edge.
    pub fn bottom(&self) -> f32 {
        self.y + self.h
    }

    /// Middle, left to right.
    pub fn centre_x(&self) -> f32 {
        self.x + self.w / 2.0
    }

    /// Middle, top to bottom.
    pub fn centre_y(&self) -> f32 {
        self.y + self.h / 2.0
    }

    /// Grown by a margin on every side.
    pub fn grown(&self, by: f32) -> Rect {
        Rect::new(self.x - by, self.y - by, self.w + 2.0 * by, self.h + 2.0 * by)
    }

    /// Whether two rectangles share more than an edge.
    pub fn overlaps(&self, other: &Rect) -> bool {
        self.x < other.right()
            && other.x < self.right()
            && self.y < other.bottom()
            && other.y < self.bottom()
    }

    /// The smallest rectangle around both.
    pub fn union(&self, other: &Rect) -> Rect {
        let (x, y) = (self.x.min(other.x), self.y.min(other.y));
        let (right, bottom) = (self.right().max(other.right()), self.bottom().max(other.bottom()));
        Rect::new(x, y, right - x, bottom - y)
    }
}

/// A colour by its meaning.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
#[allow(missing_docs)]
pub enum Token {
    Paper,
    Surface,
    Hairline,
    Ink,
    Secondary,
    Muted,
    Accent,
    Trouble,
    TroubleSoft,
    Watch,
    WatchSoft,
    Good,
    GoodSoft,
    /// A connector inside a team.
    Flow,
    Note,
    NoteInk,
    Team0,
    Team1,
    Team2,
    Team3,
    Team4,
    Team5,
    Team6,
    Team7,
    Team8,
    Team9,
    Team10,
    Team11,
}

impl Token {
    /// The team colour with this number; numbers above 11 begin again.
    pub fn team(colour: u8) -> Token {
        match colour % 12 {
            0 => Token::Team0,
            1 => Token::Team1,
            2 => Token::Team2,
            3 => Token::Team3,
            4 => Token::Team4,
            5 => Token::Team5,
            6 => Token::Team6,
            7 => Token::Team7,
            8 => Token::Team8,
            9 => Token::Team9,
            10 => Token::Team10,
            _ => Token::Team11,
        }
    }

    /// The colour on white paper, as `(red, green, blue)`.
    pub fn on_paper(self) -> (u8, u8, u8) {
        match self {
            Token::Paper => (0xFA, 0xF9, 0xF6),
            Token::Surface => (0xFF, 0xFF, 0xFF),
            Token::Hairline => (0xE6, 0xE3, 0xDC),
            Token::Ink => (0x1C, 0x1F, 0x24),
            Token::Secondary => (0x5F, 0x66, 0x72),
            Token::Muted => (0x6E, 0x74, 0x7E),
            Token::Accent => (0x3D, 0x52, 0xD5),
            Token::Trouble => (0xC2, 0x41, 0x0C),
            Token::TroubleSoft => (0xFF, 0xF1, 0xEA),
            Token::Watch => (0xB4, 0x53, 0x09),
            Token::WatchSoft => (0xFF, 0xF7, 0xE6),
            Token::Good => (0x15, 0x80, 0x3D),
            Token::GoodSoft => (0xEF, 0xFA, 0xF1),
            Token::Flow => (0x8B, 0x90, 0x99),
            Token::Note => (0xFD, 0xF0, 0xB0),
            Token::NoteInk => (0x5C, 0x4A, 0x10),
            Token::Team0 => (0x7C, 0x5C, 0xD6),
            Token::Team1 => (0x0F, 0x94, 0x88),
            Token::Team2 => (0x2F, 0x6F, 0xD6),
            Token::Team3 => (0xC0, 0x7A, 0x1B),
            Token::Team4 => (0x3A, 0x93, 0x45),
            Token::Team5 => (0xC0, 0x3D, 0x7C),
            Token::Team6 => (0x4B, 0x5B, 0x75),
            Token::Team7 => (0x9B, 0x5A, 0x2B),
            Token::Team8 => (0x14, 0x8F, 0xB5),
            Token::Team9 => (0x8A, 0x3F, 0xB0),
            Token::Team10 => (0x6B, 0x8E, 0x23),
            Token::Team11 => (0xB0, 0x45, 0x45),
        }
    }
}

/// A colour and how much of it.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize, TS)]
#[ts(export_to = "contract.ts")]
pub struct Paint {
    /// Which colour.
    pub token: Token,
    /// 0 is nothing, 1 is opaque.
    pub alpha: f32,
}

impl From<Token> for Paint {
    fn from(token: Token) -> Paint {
        Paint { token, alpha: 1.0 }
    }
}

/// A line: colour, width in points, and dashes as lengths on and off; empty is solid.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[ts(export_to = "contract.ts")]
pub struct Stroke {
    /// Colour.
    pub paint: Paint,
    /// Width in points.
    pub width: f32,
    /// On, off, on, off …
    pub dash: Vec<f32>,
}

/// One piece of a path.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize, TS)]
#[ts(export_to = "contract.ts")]
pub enum Segment {
    /// Go there.
    M(f32, f32),
    /// A line to there.
    L(f32, f32),
    /// A cubic curve: first control, second control, end.
    C(f32, f32, f32, f32, f32, f32),
    /// Back to the last `M`.
    Z,
}

/// The weights of the bundled font.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub enum Weight {
    /// 400.
    Regular,
    /// 500.
    Medium,
    /// 600.
    SemiBold,
    /// 700.
    Bold,
}

impl Weight {
    /// As CSS and OpenType count.
    pub fn number(self) -> u16 {
        match self {
            Weight::Regular => 400,
            Weight::Medium => 500,
            Weight::SemiBold => 600,
            Weight::Bold => 700,
        }
    }
}

/// Size in points and weight of a text.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize, TS)]
#[ts(export_to = "contract.ts")]
pub struct TextStyle {
    /// Size in points.
    pub size: f32,
    /// Weight.
    pub weight: Weight,
}

impl TextStyle {
    /// A style.
    pub const fn new(size: f32, weight: Weight) -> TextStyle {
        TextStyle { size, weight }
    }
}

/// Something to paint.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(tag = "as", rename_all = "camelCase")]
#[ts(export_to = "contract.ts")]
pub enum Shape {
    /// A rectangle with rounded corners.
    Rect {
        /// Where.
        rect: Rect,
        /// Corner radius.
        radius: f32,
        /// Inside.
        fill: Option<Paint>,
        /// Edge.
        stroke: Option<Stroke>,
    },
    /// A circle.
    Circle {
        /// Centre, left to right.
        cx: f32,
        /// Centre, top to bottom.
        cy: f32,
        /// Radius.
        r: f32,
        /// Inside.
        fill: Option<Paint>,
        /// Edge.
        stroke: Option<Stroke>,
    },
    /// Lines and curves.
    Path {
        /// The pieces.
        segments: Vec<Segment>,
        /// Inside.
        fill: Option<Paint>,
        /// Edge.
        stroke: Option<Stroke>,
    },
    /// A picture, as large as its rectangle; the one that made it keeps the proportions.
    Image {
        /// Where.
        rect: Rect,
        /// A PNG file in base64.
        png: String,
    },
    /// One line of text, already broken; shaped by the same font everywhere.
    Text {
        /// Left end.
        x: f32,
        /// Baseline.
        y: f32,
        /// How wide it is as measured.
        width: f32,
        /// What it says.
        text: String,
        /// How big and how bold.
        style: TextStyle,
        /// Colour.
        paint: Paint,
    },
}
