//! The map as a picture: the SVG drawn by resvg, which finds no text to set and no font to look for.

use crate::Error;
use analysis::Language;
use resvg::tiny_skia::{Color, Pixmap, Transform};
use resvg::usvg::{Options, Tree};
use scene::Scene;

/// More pixels than this are refused: 400 million take 1.6 GB.
const MOST_PIXELS: u64 = 400_000_000;

/// resvg counts in CSS pixels, 96 to the inch.
const POINTS_PER_PIXEL: f32 = 72.0 / 96.0;

/// The map as a PNG file, `scale` pixels to the point.
pub fn png(scene: &Scene, scale: f32) -> Result<Vec<u8>, Error> {
    drawn(&super::svg(scene, Language::English), scale)
}

/// An SVG of ours as a PNG file, `scale` pixels to the point.
pub fn drawn(svg: &str, scale: f32) -> Result<Vec<u8>, Error> {
    let tree =
        Tree::from_str(svg, &Options::default()).map_err(|why| Error::Picture(why.to_string()))?;
    let size = tree.size();
    let scale = scale * POINTS_PER_PIXEL;
    let pixels = |length: f32| (f64::from(length) * f64::from(scale)).ceil().max(1.0) as u64;
    let (width, height) = (pixels(size.width()), pixels(size.height()));
    if !scale.is_finite() || scale <= 0.0 || width.saturating_mul(height) > MOST_PIXELS {
        return Err(Error::TooLarge { width, height });
    }
    let too_large = || Error::TooLarge { width, height };
    let (across, down) = (u32::try_from(width).ok(), u32::try_from(height).ok());
    let mut picture = across
        .zip(down)
        .and_then(|(across, down)| Pixmap::new(across, down))
        .ok_or_else(too_large)?;
    picture.fill(Color::WHITE);
    resvg::render(&tree, Transform::from_scale(scale, scale), &mut picture.as_mut());
    picture.encode_png().map_err(|why| Error::Picture(why.to_string()))
}
