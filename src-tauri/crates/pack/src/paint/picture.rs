//! A drawing as a picture, for files that hold no shapes: its shapes as SVG, drawn as the map is.

use super::svg::layers;
use crate::Error;
use scene::{Rect, Shape};

/// Larger pictures are drawn at a smaller scale; more than this helps nobody on paper.
const MOST_PIXELS: f32 = 24_000_000.0;

/// Shapes as a PNG file, `scale` pixels to the point, fewer where it would be too large.
///
/// # Errors
/// As for the map.
pub fn picture(shapes: &[Shape], extent: Rect, scale: f32) -> Result<Vec<u8>, Error> {
    let most = (MOST_PIXELS / (extent.w * extent.h).max(1.0)).sqrt();
    super::png::drawn(layers(extent, shapes.iter()), scale.min(most))
}
