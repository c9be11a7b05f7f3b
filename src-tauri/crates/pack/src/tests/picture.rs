//! SVG and PNG of a map.

use super::sample::*;
use crate::{Error, png, svg};
use resvg::usvg::{Options, Tree};

#[test]
fn text_is_drawn_and_said_and_never_markup() {
    let name = "<img src=x onerror=alert(1)>";
    let drawn = svg(&many(1, name).scene);
    assert!(Tree::from_str(&drawn, &Options::default()).is_ok());
    assert!(drawn.contains("<title>") && drawn.contains("&lt;img"));
    assert!(!drawn.contains("<img") && !drawn.contains("<script"));
    // Nothing is fetched from anywhere but the file itself.
    assert!(!drawn.contains("href=\"http") && !drawn.contains("url("));
}

#[test]
fn every_glyph_that_is_used_is_there() {
    let drawn = svg(&northwind().scene);
    let uses: Vec<&str> =
        drawn.split("href=\"#").skip(1).filter_map(|it| it.split('"').next()).collect();
    assert!(uses.len() > 300, "{}", uses.len());
    for glyph in uses {
        assert!(drawn.contains(&format!("<path id=\"{glyph}\"")), "{glyph}");
    }
}

#[test]
fn the_same_map_is_the_same_file() {
    let sample = northwind();
    assert_eq!(svg(&sample.scene), svg(&sample.scene));
    assert_eq!(png(&sample.scene, 0.5).unwrap(), png(&sample.scene, 0.5).unwrap());
}

#[test]
fn a_picture_is_as_large_as_asked_and_has_ink() {
    let sample = northwind();
    let picture = resvg::tiny_skia::Pixmap::decode_png(&png(&sample.scene, 1.0).unwrap()).unwrap();
    let width = sample.scene.bounds.w + 24.0;
    assert!((picture.width() as f32 - width).abs() < 40.0, "{} {width}", picture.width());
    let dark = picture.pixels().iter().filter(|it| it.red() < 60 && it.alpha() == 255).count();
    assert!(dark > 500, "{dark}");
}

#[test]
fn a_picture_too_large_is_refused() {
    let sample = northwind();
    assert!(matches!(png(&sample.scene, 5_000.0), Err(Error::TooLarge { .. })));
    assert!(matches!(png(&sample.scene, f32::NAN), Err(Error::TooLarge { .. })));
    assert!(matches!(png(&sample.scene, -1.0), Err(Error::TooLarge { .. })));
    assert!(png(&empty().scene, 0.5).is_ok());
}
