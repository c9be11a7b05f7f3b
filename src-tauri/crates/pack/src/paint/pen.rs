//! The pen that paints one page: it keeps in mind what colour and width are set, and says only what
//! changes.

use super::pdf::{Cut, Fonts, alpha_id, font_id, image_id};
use super::text::{EM, Shaped};
use super::{finish, outline};
use crate::page::{Edge, Mark, Page};
use printpdf::{
    Codepoint, Color, DictItem, Line, LineDashPattern, LineJoinStyle, LinePoint, Op, PaintMode,
    PdfFontHandle, Point, Polygon, PolygonRing, Pt, Rgb, TextItem, TextMatrix, WindingOrder,
    XObjectTransform,
};
use scene::{Glyph, Paint, Rect, Segment, Shape, Stroke, TextStyle, Token};
use std::collections::{BTreeMap, BTreeSet};

/// Glyphs that stand this far from where their widths put them, in thousandths of an em, are
/// moved; printpdf writes widths without fractions.
const NOTICEABLE: f32 = 2.0;

/// A length without needless digits.
fn neat(length: f32) -> f32 {
    (length * 1000.0).round() / 1000.0
}

/// What the graphics state holds at this moment.
#[derive(Clone, Default)]
struct Now {
    fill: Option<(u8, u8, u8)>,
    line: Option<(u8, u8, u8)>,
    width: Option<f32>,
    dash: Vec<f32>,
    alpha: Option<u16>,
    alphas: BTreeSet<u16>,
}

struct Painter<'a> {
    page: &'a Page,
    shaped: &'a Shaped,
    fonts: &'a Fonts,
    images: &'a [String],
    accent: Option<[u8; 3]>,
    ops: Vec<Op>,
    now: Now,
}

/// The operators that paint a page, and the opacities they ask for, in thousandths.
pub fn paint(
    page: &Page,
    shaped: &Shaped,
    fonts: &Fonts,
    images: &[String],
    accent: Option<[u8; 3]>,
) -> (Vec<Op>, BTreeSet<u16>) {
    let now = Now::default();
    let mut painter = Painter { page, shaped, fonts, images, accent, ops: Vec::new(), now };
    painter.paint();
    (painter.ops, painter.now.alphas)
}

impl Painter<'_> {
    fn paint(&mut self) {
        let page = self.page;
        self.ops.push(Op::SetLineJoinStyle { join: LineJoinStyle::Round });
        for (number, mark) in page.marks.iter().enumerate() {
            self.begin(number, mark);
            let before = mark.window.map(|window| self.clip(window));
            for shape in page.shapes.get(mark.shapes.clone()).unwrap_or_default() {
                self.shape(shape);
            }
            if let Some(before) = before {
                self.ops.push(Op::RestoreGraphicsState);
                let alphas = std::mem::take(&mut self.now.alphas);
                self.now = Now { alphas, ..before };
            }
            self.ops.push(Op::EndMarkedContent);
        }
    }

    /// Paints only inside a window from here on; gives what the graphics state holds at this
    /// moment, to which it will be restored.
    fn clip(&mut self, window: Rect) -> Now {
        self.ops.push(Op::SaveGraphicsState);
        let corners = [
            (window.x, window.y),
            (window.right(), window.y),
            (window.right(), window.bottom()),
            (window.x, window.bottom()),
        ];
        let point = |(x, y)| LinePoint { p: self.point(x, y), bezier: false };
        let rings = vec![PolygonRing { points: corners.map(point).to_vec() }];
        let polygon =
            Polygon { rings, mode: PaintMode::Clip, winding_order: WindingOrder::NonZero };
        self.ops.push(Op::DrawPolygon { polygon });
        self.now.clone()
    }

    /// Marked content: its number on the page, or nothing to be read aloud.
    fn begin(&mut self, number: usize, mark: &Mark) {
        if mark.node.is_none() {
            self.ops.push(decoration(mark.edge));
            return;
        }
        let id = DictItem::Int(i64::try_from(number).unwrap_or(i64::MAX));
        let map = BTreeMap::from([("MCID".to_owned(), id)]);
        self.ops.push(Op::BeginMarkedContentWithProperties {
            tag: "Span".into(),
            properties: DictItem::Dict { map },
        });
    }

    fn shape(&mut self, shape: &Shape) {
        if let Shape::Text { x, y, text, style, paint, .. } = shape {
            self.text(*x, *y, text, *style, *paint);
            return;
        }
        if let Shape::Image { rect, png } = shape {
            self.image(*rect, png);
            return;
        }
        let Some((segments, fill, stroke)) = outline(shape) else { return };
        if let Some(paint) = fill {
            self.fill(paint);
            let rings = self.rings(&segments);
            let rings = rings.into_iter().map(|(points, _)| PolygonRing { points }).collect();
            let polygon =
                Polygon { rings, mode: PaintMode::Fill, winding_order: WindingOrder::NonZero };
            self.ops.push(Op::DrawPolygon { polygon });
        }
        if let Some(stroke) = stroke {
            self.stroke(stroke);
            for (points, is_closed) in self.rings(&segments) {
                self.ops.push(Op::DrawLine { line: Line { points, is_closed } });
            }
        }
    }

    /// A picture that the file carries; one that it could not read is left out.
    fn image(&mut self, rect: Rect, png: &str) {
        let Some(number) = self.images.iter().position(|it| *it == png) else { return };
        self.alpha(1.0);
        let corner = self.point(rect.x, rect.bottom());
        self.ops.push(Op::UseXobject {
            id: image_id(number),
            transform: XObjectTransform {
                no_auto_scale: true,
                scale_x: Some(neat(rect.w)),
                scale_y: Some(neat(rect.h)),
                translate_x: Some(corner.x),
                translate_y: Some(corner.y),
                ..XObjectTransform::default()
            },
        });
    }

    fn point(&self, x: f32, y: f32) -> Point {
        Point { x: Pt(neat(x)), y: Pt(neat(self.page.height - y)) }
    }

    /// The pieces of a path, each with whether it is closed.
    fn rings(&self, segments: &[Segment]) -> Vec<(Vec<LinePoint>, bool)> {
        let mut rings: Vec<(Vec<LinePoint>, bool)> = Vec::new();
        for segment in segments {
            if let Segment::M(x, y) = *segment {
                let start = LinePoint { p: self.point(x, y), bezier: false };
                rings.push((vec![start], false));
                continue;
            }
            let Some((points, closed)) = rings.last_mut() else { continue };
            let mut add = |x, y, bezier| points.push(LinePoint { p: self.point(x, y), bezier });
            match *segment {
                Segment::L(x, y) => add(x, y, false),
                Segment::C(ax, ay, bx, by, x, y) => {
                    add(ax, ay, true);
                    add(bx, by, true);
                    add(x, y, false);
                }
                Segment::Z => *closed = true,
                Segment::M(..) => {}
            }
        }
        rings.retain(|(points, _)| points.len() > 1);
        rings
    }

    fn alpha(&mut self, alpha: f32) {
        let alpha = (alpha.clamp(0.0, 1.0) * 1000.0).round() as u16;
        // A page begins opaque, so nothing has to be said until something is not.
        if self.now.alpha.unwrap_or(1000) != alpha {
            self.now.alpha = Some(alpha);
            self.now.alphas.insert(alpha);
            self.ops.push(Op::LoadGraphicsState { gs: alpha_id(alpha) });
        }
    }

    /// The colour of a token on paper; the accent is the client's where there is one.
    fn colour(&self, token: Token) -> (u8, u8, u8) {
        match self.accent {
            Some([red, green, blue]) if token == Token::Accent => (red, green, blue),
            _ => token.on_paper(),
        }
    }

    fn fill(&mut self, paint: Paint) {
        self.alpha(paint.alpha);
        let colour = self.colour(paint.token);
        if self.now.fill != Some(colour) {
            self.now.fill = Some(colour);
            self.ops.push(Op::SetFillColor { col: rgb(colour) });
        }
    }

    fn stroke(&mut self, stroke: &Stroke) {
        self.alpha(stroke.paint.alpha);
        let colour = self.colour(stroke.paint.token);
        if self.now.line != Some(colour) {
            self.now.line = Some(colour);
            self.ops.push(Op::SetOutlineColor { col: rgb(colour) });
        }
        let width = neat(stroke.width);
        if self.now.width != Some(width) {
            self.now.width = Some(width);
            self.ops.push(Op::SetOutlineThickness { pt: Pt(width) });
        }
        let dash: Vec<f32> = stroke.dash.iter().map(|length| neat(*length)).collect();
        if self.now.dash != dash {
            self.ops.push(Op::SetLineDashPattern { dash: LineDashPattern::new(0.0, &dash) });
            self.now.dash = dash;
        }
    }

    fn text(&mut self, x: f32, y: f32, text: &str, style: TextStyle, paint: Paint) {
        let (shaped, fonts) = (self.shaped, self.fonts);
        let glyphs = shaped.glyphs(text, style.weight);
        if glyphs.is_empty() {
            return;
        }
        self.fill(paint);
        self.ops.push(Op::StartTextSection);
        let mut set = None;
        for (stretch, says) in shaped.stretches(glyphs) {
            if let Some(says) = says {
                self.ops.push(Op::BeginMarkedContentWithProperties {
                    tag: "Span".into(),
                    properties: DictItem::Dict {
                        map: BTreeMap::from([("ActualText".to_owned(), utf16(says))]),
                    },
                });
            }
            for level in levels(stretch) {
                let Some(first) = level.first() else { continue };
                let face = first.face;
                let Some((_, cuts)) = fonts.get(&face) else { continue };
                if set.replace(face) != Some(face) {
                    self.ops.push(Op::SetFont {
                        font: PdfFontHandle::External(font_id(face)),
                        size: Pt(neat(style.size)),
                    });
                }
                let scale = style.size / EM;
                let at = self.point(x + first.x * scale, y + first.y * scale);
                self.ops.push(Op::SetTextMatrix {
                    matrix: TextMatrix::Raw([1.0, 0.0, 0.0, 1.0, at.x.0, at.y.0]),
                });
                let run = run(level, cuts);
                self.ops.push(Op::ShowText { items: vec![TextItem::GlyphIds(run)] });
            }
            if says.is_some() {
                self.ops.push(Op::EndMarkedContent);
            }
        }
        self.ops.push(Op::EndTextSection);
    }
}

/// The beginning of what is not read aloud; PDF/UA wants to be told of what stands at an edge.
fn decoration(edge: Option<Edge>) -> Op {
    let tag = "Artifact".into();
    let subtype: &[u8] = match edge {
        None => return Op::BeginMarkedContent { tag },
        Some(Edge::Header) => b"Header",
        Some(Edge::Footer) => b"Footer",
    };
    let entries = [("Type", &b"Pagination"[..]), ("Subtype", subtype)];
    let map = entries.map(|(key, name)| (key.to_owned(), DictItem::Name(name.to_vec()))).into();
    Op::BeginMarkedContentWithProperties { tag, properties: DictItem::Dict { map } }
}

/// Runs of glyphs of the same font on the same height.
fn levels(glyphs: &[Glyph]) -> impl Iterator<Item = &[Glyph]> {
    glyphs.chunk_by(|a, b| a.y == b.y && a.face == b.face)
}

/// Glyphs with the moves between them that their widths do not make.
fn run(glyphs: &[Glyph], cuts: &BTreeMap<u16, Cut>) -> Vec<Codepoint> {
    let origin = glyphs.first().map_or(0.0, |glyph| glyph.x);
    let mut pen = 0.0;
    let mut run = Vec::with_capacity(glyphs.len());
    for (index, glyph) in glyphs.iter().enumerate() {
        let Some(cut) = cuts.get(&glyph.id) else { continue };
        pen += cut.advance;
        let mut kern = 0.0;
        if let Some(next) = glyphs.get(index + 1) {
            let off = pen - (next.x - origin);
            if off.abs() >= NOTICEABLE {
                kern = off.round();
                pen -= kern;
            }
        }
        // What it stands for is said once for the whole file, with all glyphs.
        run.push(Codepoint { gid: cut.number, offset: kern, cid: Some(String::new()) });
    }
    run
}

fn rgb((red, green, blue): (u8, u8, u8)) -> Color {
    let part = |value: u8| neat(f32::from(value) / 255.0);
    Color::Rgb(Rgb { r: part(red), g: part(green), b: part(blue), icc_profile: None })
}

fn utf16(text: &str) -> DictItem {
    let data = finish::utf16(text);
    DictItem::String { data, literal: false }
}
