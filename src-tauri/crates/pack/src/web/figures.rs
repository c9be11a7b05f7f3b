//! Maps, ladders and small figures: drawn as shapes in the page, with links over what leads
//! somewhere.

use super::{Page, lines};
use crate::outline::sheet_for;
use crate::paint::{escaped, inline};
use crate::script::{Drawing, LONGEST_SHEET, LadderFigure, MARGIN, MapFigure, Spot};
use scene::Token;
use std::fmt::Write;

/// White space around a map, so that no line at its edge is cut.
const AROUND: f32 = 2.0;
/// Points to CSS pixels.
const PIXELS: f32 = 4.0 / 3.0;
/// A map is shown no smaller than this, of its own size; what is beyond is scrolled to.
const SHOWN: f32 = 0.8;

fn rounded(length: f32) -> f32 {
    (length * 10.0).round() / 10.0
}

fn view_box(drawing: &Drawing) -> String {
    let it = drawing.extent.grown(AROUND);
    let [x, y, w, h] = [it.x, it.y, it.w, it.h].map(rounded);
    format!("viewBox=\"{x} {y} {w} {h}\"")
}

impl Page<'_> {
    /// The sheet that a map is printed on; the class of its section.
    pub fn paper_of(&mut self, at: usize, map: &MapFigure) -> String {
        let (paper, _) = sheet_for(map, self.size, LONGEST_SHEET);
        let _ = writeln!(
            self.papers,
            "@page map{at}{{size:{}pt {}pt;margin:48pt {MARGIN}pt 54pt}}\n\
             @media print{{.map{at}{{page:map{at}}}}}",
            rounded(paper.width),
            rounded(paper.height)
        );
        format!("map{at}")
    }

    /// Writes a map with its ladder.
    pub fn map(&mut self, place: (usize, usize), map: &MapFigure) {
        let (_, scale) = sheet_for(map, self.size, LONGEST_SHEET);
        self.titles(place);
        self.finding(&map.finding, Token::Secondary);
        self.open(&map.title, &map.drawing, scale);
        let _ = writeln!(
            self.out,
            "role=\"group\" aria-label=\"{}\"><g role=\"img\" aria-label=\"{}\">",
            escaped(&map.title),
            escaped(&map.description)
        );
        inline(&mut self.out, &map.drawing.shapes);
        self.out.push_str("</g>\n");
        for spot in &map.spots {
            self.spot(spot);
        }
        self.out.push_str("</svg></figure>\n");
        if let Some(ladder) = &map.ladder {
            self.ladder(ladder, scale);
        }
        if !map.clock.is_empty() {
            let _ = writeln!(self.out, "<p class=\"clock\">{}</p>", lines(&map.clock));
        }
    }

    fn ladder(&mut self, ladder: &LadderFigure, scale: f32) {
        if !ladder.totals.is_empty() {
            self.out.push_str("<ul class=\"totals\">");
            for total in &ladder.totals {
                let _ = write!(self.out, "<li>{}</li>", lines(total));
            }
            self.out.push_str("</ul>\n");
        }
        self.open(&ladder.title, &ladder.drawing, scale);
        let _ = writeln!(self.out, "role=\"img\" aria-label=\"{}\">", escaped(&ladder.description));
        inline(&mut self.out, &ladder.drawing.shapes);
        self.out.push_str("</svg></figure>\n");
    }

    /// A figure that scrolls sideways where it would be too small to be read.
    fn open(&mut self, name: &str, drawing: &Drawing, scale: f32) {
        let name = self.name(name);
        let (width, least) = (drawing.extent.w * PIXELS, drawing.extent.w * PIXELS * SHOWN);
        let _ = write!(
            self.out,
            "<figure class=\"map\" tabindex=\"0\" role=\"region\" aria-label=\"{name}\">\
             <svg xmlns=\"http://www.w3.org/2000/svg\" {} \
             style=\"width:100%;max-width:{}px;min-width:{}px;--printed:{}pt\" ",
            view_box(drawing),
            rounded(width * 1.25),
            rounded(least),
            rounded(drawing.extent.w * scale)
        );
    }

    /// Something on a map that leads somewhere.
    fn spot(&mut self, spot: &Spot) {
        let Some(target) = self.outline.target(spot.to) else { return };
        let [x, y, w, h] = [spot.rect.x, spot.rect.y, spot.rect.w, spot.rect.h].map(rounded);
        let says = escaped(&spot.says);
        let round = rounded(spot.rect.h.min(spot.rect.w) / 2.0);
        let _ = writeln!(
            self.out,
            "<a class=\"spot\" href=\"#{target}\" aria-label=\"{says}\"><title>{says}</title>\
             <rect x=\"{x}\" y=\"{y}\" width=\"{w}\" height=\"{h}\" rx=\"{round}\"/></a>"
        );
    }

    /// Writes a small figure, as wide as the text at most.
    pub fn figure(&mut self, drawing: &Drawing, description: &str) {
        let width = rounded(drawing.extent.w * PIXELS);
        let _ = writeln!(
            self.out,
            "<figure class=\"small-figure\"><svg xmlns=\"http://www.w3.org/2000/svg\" {} \
             width=\"{width}\" role=\"img\" aria-label=\"{}\">",
            view_box(drawing),
            escaped(description)
        );
        inline(&mut self.out, &drawing.shapes);
        self.out.push_str("</svg></figure>\n");
    }
}
