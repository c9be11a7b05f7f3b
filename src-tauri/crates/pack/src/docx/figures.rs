//! Maps, ladders and small figures as pictures, each with what it shows in words.

use super::body::Body;
use super::text::{run_of, run_plain};
use crate::Error;
use crate::paint::{escaped, picture};
use crate::script::{Drawing, MapFigure, NOTE};
use scene::{Rect, Shape, Token};

/// Pixels to the point.
const SCALE: f32 = 2.0;
/// What Word counts in: 914,400 to the inch.
const UNITS: f32 = 12_700.0;

impl Body<'_> {
    /// Shapes as a picture in a run, so much larger than they are drawn.
    pub(super) fn picture(
        &mut self,
        shapes: &[Shape],
        extent: Rect,
        scale: f32,
        description: &str,
    ) -> Result<String, Error> {
        let file = match shapes {
            [Shape::Image { png, .. }] => crate::logo::file(png)?,
            shapes => picture(shapes, extent, SCALE)?,
        };
        self.pictures.push(file);
        let at = self.pictures.len();
        let [width, height] =
            [extent.w, extent.h].map(|it| (it * scale * UNITS).round().max(1.0) as i64);
        let says = escaped(description);
        Ok(format!(
            "<w:r><w:drawing><wp:inline distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\">\
             <wp:extent cx=\"{width}\" cy=\"{height}\"/><wp:docPr id=\"{at}\" name=\"Picture {at}\" \
             descr=\"{says}\"/><wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect=\"1\"/>\
             </wp:cNvGraphicFramePr><a:graphic><a:graphicData \
             uri=\"http://schemas.openxmlformats.org/drawingml/2006/picture\"><pic:pic>\
             <pic:nvPicPr><pic:cNvPr id=\"{at}\" name=\"image{at}.png\" descr=\"{says}\"/>\
             <pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed=\"picture{at}\"/>\
             <a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm>\
             <a:off x=\"0\" y=\"0\"/><a:ext cx=\"{width}\" cy=\"{height}\"/></a:xfrm>\
             <a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData>\
             </a:graphic></wp:inline></w:drawing></w:r>"
        ))
    }

    fn drawn(&mut self, it: &Drawing, scale: f32, description: &str) -> Result<(), Error> {
        let scale = scale.min(self.measure / it.extent.w.max(1.0));
        let runs = self.picture(&it.shapes, it.extent, scale, description)?;
        self.put("Normal", "", &runs);
        Ok(())
    }

    /// Writes a map with its ladder, and what on it leads somewhere as a line of links.
    pub(super) fn map(&mut self, place: (usize, usize), map: &MapFigure) -> Result<(), Error> {
        self.titles(place, None);
        self.finding(&map.finding, Token::Secondary);
        self.drawn(&map.drawing, self.scale, &map.description)?;
        let links: Vec<String> = map
            .spots
            .iter()
            .filter_map(|spot| {
                let target = self.outline.target(spot.to)?;
                let text = run_of(&spot.says, NOTE, Token::Accent);
                Some(super::text::leading(&text, target))
            })
            .collect();
        if let Some(ladder) = &map.ladder {
            let totals = ladder.totals.join(" · ");
            self.put("Normal", "<w:keepNext/>", &run_of(&totals, NOTE, Token::Ink));
            self.drawn(&ladder.drawing, self.scale, &ladder.description)?;
        }
        self.put("Normal", "", &run_of(&map.clock, NOTE, Token::Secondary));
        if !links.is_empty() {
            self.put("Normal", "", &links.join(&run_plain("   ")));
        }
        Ok(())
    }

    /// Writes a small figure, as wide as the text at most.
    pub(super) fn figure(&mut self, it: &Drawing, description: &str) -> Result<(), Error> {
        self.drawn(it, 1.0, description)
    }
}
