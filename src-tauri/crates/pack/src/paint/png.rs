//! The map as a picture: the SVG drawn by resvg, which finds no text to set and no font to look for.

use super::svg::{frame, layers, shapes};
use crate::Error;
use resvg::tiny_skia::{Color, Pixmap, Transform};
use resvg::usvg::{Options, Tree};
use scene::Scene;

/// More pixels than this are refused: 400 million take 1.6 GB.
const MOST_PIXELS: u64 = 400_000_000;

/// resvg counts in CSS pixels, 96 to the inch.
const POINTS_PER_PIXEL: f32 = 72.0 / 96.0;

/// The map as a PNG file, `scale` pixels to the point.
pub fn png(scene: &Scene, scale: f32) -> Result<Vec<u8>, Error> {
    drawn(layers(frame(scene), shapes(scene)), scale)
}

/// SVG files of ours as one PNG file, one over the other, `scale` pixels to the point.
pub fn drawn(layers: impl Iterator<Item = String>, scale: f32) -> Result<Vec<u8>, Error> {
    let scale = scale * POINTS_PER_PIXEL;
    let mut picture: Option<Pixmap> = None;
    for layer in layers {
        let tree = Tree::from_str(&layer, &Options::default())
            .map_err(|why| Error::Picture(why.to_string()))?;
        let mut under = match picture.take() {
            Some(under) => under,
            None => ground(&tree, scale)?,
        };
        resvg::render(&tree, Transform::from_scale(scale, scale), &mut under.as_mut());
        picture = Some(under);
    }
    let picture = picture.ok_or_else(|| Error::Picture("there is nothing to draw".to_owned()))?;
    picture.encode_png().map_err(|why| Error::Picture(why.to_string()))
}

/// White, as large as a drawing.
fn ground(tree: &Tree, scale: f32) -> Result<Pixmap, Error> {
    let size = tree.size();
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
    Ok(picture)
}
