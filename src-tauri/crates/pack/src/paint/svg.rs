//! A scene as one standalone SVG file. Glyphs are outlines, drawn once each and used where they
//! stand; over them lies the text itself, unseen, to be selected, searched and read aloud.

use super::font::Font;
use super::text::{EM, Shaped};
use super::{extent, outline};
use analysis::Language;
use scene::{FAMILY, Face, Group, Paint, Part, Rect, Scene, Segment, Shape, Stroke, TextStyle};
use std::fmt::Write;

/// White space around the drawing.
const AROUND: f32 = 12.0;

/// Text with what XML would take for markup escaped, and without what XML cannot hold.
pub fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\'' => safe.push_str("&#39;"),
            '\t' | '\n' | '\r' => safe.push(' '),
            '\u{0}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => safe.push('\u{fffd}'),
            other => safe.push(other),
        }
    }
    safe
}

/// The scene as one standalone SVG file that speaks a language. Glyphs are outlines, so it looks the
/// same everywhere; every text is there as text too, to be selected, searched and read aloud.
pub fn svg(scene: &Scene, language: Language) -> String {
    let shaped = Shaped::of(shapes(scene));
    let mut out = opening(frame(scene), language);
    glyph_outlines(&mut out, &shaped);
    for group in &scene.groups {
        set_group(&mut out, group, &shaped);
    }
    out.push_str("</svg>\n");
    out
}

/// The shapes of a scene, in the order of painting.
pub(super) fn shapes(scene: &Scene) -> impl Iterator<Item = &Shape> + Clone {
    scene.groups.iter().flat_map(|group| &group.shapes)
}

/// Around all that a scene shows, with some white space.
pub(super) fn frame(scene: &Scene) -> Rect {
    let mut frame = scene.bounds;
    for shape in shapes(scene) {
        if let Some(seen) = extent(std::slice::from_ref(shape)) {
            frame = frame.union(&seen);
        }
    }
    frame.grown(AROUND)
}

/// Shapes as SVG files of one frame, each drawn over those before it. A painter of SVG takes a million
/// elements and no more, and a letter is three of them.
pub(super) fn layers<'a>(
    frame: Rect,
    shapes: impl Iterator<Item = &'a Shape> + 'a,
) -> impl Iterator<Item = String> + 'a {
    const ENOUGH: usize = 150_000;
    let mut shapes = shapes.fuse();
    let mut first = true;
    std::iter::from_fn(move || {
        let mut layer = Vec::new();
        let mut letters = 0;
        while letters < ENOUGH
            && let Some(shape) = shapes.next()
        {
            letters += match shape {
                Shape::Text { text, .. } => 1 + text.chars().count(),
                _ => 1,
            };
            layer.push(shape);
        }
        // Nothing at all is a drawing too.
        if layer.is_empty() && !std::mem::take(&mut first) {
            return None;
        }
        first = false;
        let shaped = Shaped::of(layer.iter().copied());
        let mut out = begun(frame, Language::English);
        glyph_outlines(&mut out, &shaped);
        layer.into_iter().for_each(|shape| set_shape(&mut out, shape, &shaped));
        out.push_str("</svg>\n");
        Some(out)
    })
}

fn opening(frame: Rect, language: Language) -> String {
    let mut out = begun(frame, language);
    let (x, y, w, h) = neat_frame(frame);
    let _ =
        writeln!(out, "<rect x=\"{x}\" y=\"{y}\" width=\"{w}\" height=\"{h}\" fill=\"#ffffff\"/>");
    out
}

fn neat_frame(frame: Rect) -> (f32, f32, f32, f32) {
    (neat(frame.x), neat(frame.y), neat(frame.w.max(1.0)), neat(frame.h.max(1.0)))
}

fn begun(frame: Rect, language: Language) -> String {
    let lang = match language {
        Language::English => "en",
        Language::German => "de",
    };
    let (x, y, w, h) = neat_frame(frame);
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{w}pt\" height=\"{h}pt\" \
         viewBox=\"{x} {y} {w} {h}\" lang=\"{lang}\" role=\"group\">\n"
    )
}

fn glyph_id(face: Face, glyph: u16) -> String {
    format!("{}-{glyph}", face.name())
}

fn glyph_outlines(out: &mut String, shaped: &Shaped) {
    out.push_str("<defs>\n");
    for (face, used) in shaped.used() {
        let Ok(font) = Font::read(face) else { continue };
        for glyph in used {
            let path = path(&scaled(&font.outline(glyph), EM / font.units), 0);
            if !path.is_empty() {
                let id = glyph_id(face, glyph);
                let _ = writeln!(out, "<path id=\"{id}\" d=\"{path}\"/>");
            }
        }
        let _ = writeln!(out, "<!-- {}, SIL Open Font License 1.1 -->", face.name());
    }
    out.push_str("</defs>\n");
}

fn scaled(segments: &[Segment], by: f32) -> Vec<Segment> {
    let times = |value: f32| value * by;
    segments.iter().map(|segment| segment.mapped(&times, &times)).collect()
}

fn part(part: Part) -> &'static str {
    match part {
        Part::Lane => "lane",
        Part::Connector => "connector",
        Part::Crossing => "crossing",
        Part::Step => "step",
        Part::Label => "label",
        Part::Handoff => "handoff",
        Part::Stage => "stage",
        Part::Idea => "idea",
        Part::Note => "note",
        Part::PainPoint => "pain-point",
        Part::LaneHead => "lane-head",
        Part::Rung => "rung",
    }
}

fn set_group(out: &mut String, group: &Group, shaped: &Shaped) {
    let words: Vec<&str> = group
        .shapes
        .iter()
        .filter_map(|shape| match shape {
            Shape::Text { text, .. } => Some(text.as_str()),
            _ => None,
        })
        .collect();
    let says = escaped(&words.join(" "));
    let kind = part(group.key.part);
    let _ = write!(out, "<g id=\"{kind}-{}\" class=\"{kind}\"", group.key.id);
    if says.is_empty() {
        out.push_str(" aria-hidden=\"true\">\n");
    } else {
        let _ = writeln!(out, " role=\"img\" aria-label=\"{says}\"><title>{says}</title>");
    }
    for shape in &group.shapes {
        set_shape(out, shape, shaped);
    }
    out.push_str("</g>\n");
}

fn set_shape(out: &mut String, shape: &Shape, shaped: &Shaped) {
    if let Shape::Text { x, y, width, text, style, paint } = shape {
        set_text(out, (*x, *y, *width), text, *style, *paint, shaped);
        return;
    }
    if let Shape::Image { rect, png } = shape {
        set_image(out, *rect, png);
        return;
    }
    let Some((segments, fill, stroke)) = outline(shape) else { return };
    let _ = write!(out, "<path d=\"{}\"", path(&segments, 2));
    colour(out, "fill", fill);
    if let Some(stroke) = stroke {
        set_stroke(out, stroke);
    }
    out.push_str("/>\n");
}

/// A picture inside the file. What it says is said where it stands.
pub(super) fn set_image(out: &mut String, rect: Rect, png: &str) {
    let _ = writeln!(
        out,
        "<image x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" \
         href=\"data:image/png;base64,{}\"/>",
        neat(rect.x),
        neat(rect.y),
        neat(rect.w),
        neat(rect.h),
        escaped(png)
    );
}

fn colour(out: &mut String, what: &str, paint: Option<Paint>) {
    let Some(paint) = paint else {
        let _ = write!(out, " {what}=\"none\"");
        return;
    };
    let (red, green, blue) = paint.token.on_paper();
    let _ = write!(out, " {what}=\"#{red:02x}{green:02x}{blue:02x}\"");
    if paint.alpha < 1.0 {
        let _ = write!(out, " {what}-opacity=\"{}\"", neat(paint.alpha));
    }
}

fn set_stroke(out: &mut String, stroke: &Stroke) {
    colour(out, "stroke", Some(stroke.paint));
    let _ = write!(out, " stroke-width=\"{}\" stroke-linejoin=\"round\"", neat(stroke.width));
    if !stroke.dash.is_empty() {
        let dash: Vec<String> = stroke.dash.iter().map(|it| neat(*it).to_string()).collect();
        let _ = write!(out, " stroke-dasharray=\"{}\"", dash.join(" "));
    }
}

fn set_text(
    out: &mut String,
    (x, y, width): (f32, f32, f32),
    text: &str,
    style: TextStyle,
    paint: Paint,
    shaped: &Shaped,
) {
    let scale = style.size / EM;
    let _ = write!(out, "<g aria-hidden=\"true\"");
    colour(out, "fill", Some(paint));
    let _ = writeln!(
        out,
        " transform=\"translate({} {}) scale({})\">",
        neat(x),
        neat(y),
        (f64::from(scale) * 1e6).round() / 1e6
    );
    for glyph in shaped.glyphs(text, style.weight) {
        if glyph.text.trim().is_empty() && !glyph.text.is_empty() {
            continue;
        }
        let id = glyph_id(glyph.face, glyph.id);
        let _ = write!(out, "<use href=\"#{id}\" x=\"{}\"", neat(glyph.x));
        if glyph.y != 0.0 {
            let _ = write!(out, " y=\"{}\"", neat(glyph.y));
        }
        out.push_str("/>");
    }
    out.push_str("</g>\n");
    unseen_text(out, (x, y, width), text, style);
}

/// The text itself, over its outlines, for selecting and searching.
fn unseen_text(out: &mut String, (x, y, width): (f32, f32, f32), text: &str, style: TextStyle) {
    // The end of a line that is read to the left is at its left.
    let way =
        if scene::right_to_left(text) { " direction=\"rtl\" text-anchor=\"end\"" } else { "" };
    let _ = writeln!(
        out,
        "<text x=\"{}\" y=\"{}\"{way} font-family=\"{FAMILY}, sans-serif\" font-size=\"{}\" \
         font-weight=\"{}\" textLength=\"{}\" lengthAdjust=\"spacingAndGlyphs\" \
         fill-opacity=\"0\" xml:space=\"preserve\">{}</text>",
        neat(x),
        neat(y),
        neat(style.size),
        style.weight.number(),
        neat(width.max(0.1)),
        escaped(text)
    );
}

/// A length without needless digits.
pub(super) fn neat(length: f32) -> f32 {
    (length * 100.0).round() / 100.0
}

/// A path as SVG writes it, with so many decimals.
pub(super) fn path(segments: &[Segment], decimals: u32) -> String {
    let tens = 10_f32.powi(decimals as i32);
    let at = |value: f32| {
        let rounded = (value * tens).round() / tens;
        // Minus nothing is nothing.
        (rounded + 0.0).to_string()
    };
    let mut out = String::new();
    for segment in segments {
        let _ = match *segment {
            Segment::M(x, y) => write!(out, "M{} {}", at(x), at(y)),
            Segment::L(x, y) => write!(out, "L{} {}", at(x), at(y)),
            Segment::C(ax, ay, bx, by, x, y) => {
                write!(out, "C{} {} {} {} {} {}", at(ax), at(ay), at(bx), at(by), at(x), at(y))
            }
            Segment::Z => write!(out, "Z"),
        };
    }
    out
}
