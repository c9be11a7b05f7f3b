//! Shapes inside a page of HTML: colours by their names, so that the page gives them for light, dark
//! and paper; text as text, made to fit the room that it was measured for.

use super::outline;
use super::svg::{escaped, neat, path, set_image};
use scene::{Paint, Shape, Stroke, Token};
use std::fmt::Write;

/// What a colour is called in the style sheet.
pub fn colour_name(token: Token) -> &'static str {
    match token {
        Token::Paper => "paper",
        Token::Surface => "surface",
        Token::Hairline => "hairline",
        Token::Ink => "ink",
        Token::Secondary => "secondary",
        Token::Muted => "muted",
        Token::Accent => "accent",
        Token::Trouble => "trouble",
        Token::TroubleSoft => "trouble-soft",
        Token::Watch => "watch",
        Token::WatchSoft => "watch-soft",
        Token::Good => "good",
        Token::GoodSoft => "good-soft",
        Token::Flow => "flow",
        Token::Note => "note",
        Token::NoteInk => "note-ink",
        Token::Team0 => "team-0",
        Token::Team1 => "team-1",
        Token::Team2 => "team-2",
        Token::Team3 => "team-3",
        Token::Team4 => "team-4",
        Token::Team5 => "team-5",
        Token::Team6 => "team-6",
        Token::Team7 => "team-7",
        Token::Team8 => "team-8",
        Token::Team9 => "team-9",
        Token::Team10 => "team-10",
        Token::Team11 => "team-11",
    }
}

/// Writes shapes as the content of an `svg` element.
pub fn inline(out: &mut String, shapes: &[Shape]) {
    for shape in shapes {
        if let Shape::Text { x, y, width, text, style, paint } = shape {
            let said = text.trim_end();
            if said.is_empty() {
                continue;
            }
            let _ = write!(
                out,
                "<text x=\"{}\" y=\"{}\" font-size=\"{}\" font-weight=\"{}\" class=\"f-{}\"",
                neat(*x),
                neat(*y),
                neat(style.size),
                style.weight.number(),
                colour_name(paint.token)
            );
            if scene::right_to_left(said) {
                // The end of such a line is at its left.
                out.push_str(" direction=\"rtl\" text-anchor=\"end\"");
            }
            opacity(out, "fill", *paint);
            // What ends in white space was measured with it.
            if said.len() == text.len() && said.chars().count() > 1 {
                let width = neat(width.max(0.1));
                let _ = write!(out, " textLength=\"{width}\" lengthAdjust=\"spacingAndGlyphs\"");
            }
            let _ = writeln!(out, ">{}</text>", escaped(said));
            continue;
        }
        if let Shape::Image { rect, png } = shape {
            set_image(out, *rect, png);
            continue;
        }
        let Some((segments, fill, stroke)) = outline(shape) else { continue };
        let _ = write!(out, "<path d=\"{}\"", path(&segments, 1));
        colours(out, fill, stroke);
        out.push_str("/>\n");
    }
}

fn colours(out: &mut String, fill: Option<Paint>, stroke: Option<&Stroke>) {
    let inside = fill.map(|it| format!("f-{}", colour_name(it.token)));
    let edge = stroke.map(|it| format!("s-{}", colour_name(it.paint.token)));
    let names: Vec<String> = inside.into_iter().chain(edge).collect();
    let _ = write!(out, " class=\"{}\"", names.join(" "));
    match fill {
        Some(paint) => opacity(out, "fill", paint),
        None => out.push_str(" fill=\"none\""),
    }
    let Some(stroke) = stroke else { return };
    opacity(out, "stroke", stroke.paint);
    let _ = write!(out, " stroke-width=\"{}\" stroke-linejoin=\"round\"", neat(stroke.width));
    if !stroke.dash.is_empty() {
        let dash: Vec<String> = stroke.dash.iter().map(|it| neat(*it).to_string()).collect();
        let _ = write!(out, " stroke-dasharray=\"{}\"", dash.join(" "));
    }
}

fn opacity(out: &mut String, what: &str, paint: Paint) {
    if paint.alpha < 1.0 {
        let _ = write!(out, " {what}-opacity=\"{}\"", neat(paint.alpha));
    }
}
