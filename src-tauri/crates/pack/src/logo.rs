//! The client's logo: a picture from anywhere, made into a small PNG once, so that nothing that came
//! from outside is read again when a pack is made.

use crate::Error;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use image::imageops::FilterType;
use image::{DynamicImage, ImageDecoder, ImageFormat, ImageReader, Limits, RgbaImage};
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::roxmltree::{self, ParsingOptions};
use resvg::usvg::{Options, Tree};
use scene::Rect;
use std::io::Cursor;

/// A file larger than this is no logo.
const MOST_BYTES: usize = 8_000_000;
const MOST_SVG: usize = 1_000_000;
/// A part inside a part inside a part.
const DEEPEST: usize = 24;
/// What draws other parts of an SVG again and again, takes any time or memory, or would be left out:
/// a picture with one of these is refused.
const REFUSED: [&str; 8] =
    ["use", "filter", "pattern", "mask", "marker", "image", "text", "foreignObject"];
/// A clip may be clipped by another.
const MOST_CLIPS: usize = 16;
/// More pixels a side than this are not read.
const MOST_SIDE: u32 = 12_000;
/// Memory for reading one.
const MOST_MEMORY: u64 = 600_000_000;
/// What is kept: on a cover that is 400 dots to the inch.
const WIDTH: u32 = 1000;
const HEIGHT: u32 = 400;

/// A PNG, JPEG or SVG file in base64 as what an engagement keeps: a PNG of 1000 by 400 pixels at most,
/// in base64.
///
/// # Errors
/// [`Error::Logo`] when it is none of these, damaged or too large.
pub fn logo(said: &str) -> Result<String, Error> {
    let refused = |why: &str| Error::Logo(why.to_owned());
    if said.len() > MOST_BYTES / 3 * 4 + 4 {
        return Err(refused("it is larger than 8 MB; save it smaller"));
    }
    let file = file(said)?;
    let file = file.as_slice();
    let picture = match image::guess_format(file) {
        Ok(format @ (ImageFormat::Png | ImageFormat::Jpeg)) => read(file, format)?,
        _ => drawn(file)?,
    };
    let picture = if picture.width() > WIDTH || picture.height() > HEIGHT {
        picture.resize(WIDTH, HEIGHT, FilterType::Lanczos3)
    } else {
        picture
    };
    let mut png = Cursor::new(Vec::new());
    picture
        .to_rgba8()
        .write_to(&mut png, ImageFormat::Png)
        .map_err(|why| Error::Logo(why.to_string()))?;
    let said = STANDARD.encode(png.into_inner());
    if said.len() > 1_200_000 {
        return Err(refused("there is too much detail in it; use a simpler picture"));
    }
    Ok(said)
}

fn read(file: &[u8], format: ImageFormat) -> Result<DynamicImage, Error> {
    let mut reader = ImageReader::with_format(Cursor::new(file), format);
    let mut limits = Limits::default();
    limits.max_image_width = Some(MOST_SIDE);
    limits.max_image_height = Some(MOST_SIDE);
    limits.max_alloc = Some(MOST_MEMORY);
    reader.limits(limits);
    let said = |why: image::ImageError| Error::Logo(why.to_string());
    let mut decoder = reader.into_decoder().map_err(said)?;
    // A camera may have been held upright.
    let turned = decoder.orientation().map_err(said)?;
    let mut picture = DynamicImage::from_decoder(decoder).map_err(said)?;
    picture.apply_orientation(turned);
    Ok(picture)
}

/// An SVG, drawn. It fetches nothing, and what cannot be drawn in little time is refused before.
fn drawn(file: &[u8]) -> Result<DynamicImage, Error> {
    let neither = || Error::Logo("it is neither a PNG, a JPEG nor an SVG picture".to_owned());
    let refused = || Error::Logo("the SVG is too complicated; save it as PNG".to_owned());
    let text = std::str::from_utf8(file).map_err(|_| neither())?;
    if !text.contains("<svg") {
        return Err(neither());
    }
    if file.len() > MOST_SVG || text.contains("<!ENTITY") {
        return Err(refused());
    }
    let reading = ParsingOptions { allow_dtd: true, ..ParsingOptions::default() };
    let parsed = roxmltree::Document::parse_with_options(text, reading)
        .map_err(|why| Error::Logo(why.to_string()))?;
    let mut clips = 0;
    for node in parsed.descendants().filter(|it| it.is_element()) {
        let name = node.tag_name().name();
        clips += usize::from(name == "clipPath");
        let deep = node.ancestors().take(DEEPEST + 2).count() > DEEPEST + 1;
        if REFUSED.contains(&name) || deep || clips > MOST_CLIPS {
            return Err(refused());
        }
    }
    let mut options = Options::default();
    options.image_href_resolver.resolve_string = Box::new(|_, _| None);
    options.image_href_resolver.resolve_data = Box::new(|_, _, _| None);
    let tree = Tree::from_xmltree(&parsed, &options).map_err(|why| Error::Logo(why.to_string()))?;
    let size = tree.size();
    let scale = (WIDTH as f32 / size.width()).min(HEIGHT as f32 / size.height());
    let (width, height) = ((size.width() * scale).round(), (size.height() * scale).round());
    let mut picture =
        Pixmap::new(width.max(1.0) as u32, height.max(1.0) as u32).ok_or_else(neither)?;
    // The painter has panicked at numbers that no picture has; then there is no picture.
    let paint = || resvg::render(&tree, Transform::from_scale(scale, scale), &mut picture.as_mut());
    std::panic::catch_unwind(std::panic::AssertUnwindSafe(paint)).map_err(|_| refused())?;
    let (width, height) = (picture.width(), picture.height());
    RgbaImage::from_raw(width, height, picture.take_demultiplied())
        .map(DynamicImage::ImageRgba8)
        .ok_or_else(neither)
}

/// The pixels of a picture that is kept: four bytes each, and how many across.
pub fn pixels(png: &str) -> Result<RgbaImage, Error> {
    let file = file(png)?;
    // A file from elsewhere may say that it was made small.
    let size = ImageReader::with_format(Cursor::new(&file), ImageFormat::Png).into_dimensions();
    match size {
        Ok((width, height)) if width <= WIDTH && height <= HEIGHT => {
            Ok(read(&file, ImageFormat::Png)?.to_rgba8())
        }
        _ => Err(Error::Logo("it is larger than a logo is kept".to_owned())),
    }
}

/// The file of a picture that is kept.
pub fn file(png: &str) -> Result<Vec<u8>, Error> {
    STANDARD.decode(png).map_err(|why| Error::Logo(why.to_string()))
}

/// A logo in the upper left corner of a room, as large as fits, its proportions kept; nothing where it
/// cannot be read.
pub fn placed(png: &str, room: Rect) -> Option<Rect> {
    let picture = pixels(png).ok()?;
    let (width, height) = (picture.width().max(1) as f32, picture.height().max(1) as f32);
    let scale = (room.w / width).min(room.h / height);
    Some(Rect::new(room.x, room.y, width * scale, height * scale))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kept(file: &[u8]) -> RgbaImage {
        pixels(&logo(&STANDARD.encode(file)).unwrap()).unwrap()
    }

    fn encoded(width: u32, height: u32, format: ImageFormat) -> Vec<u8> {
        let mut file = Cursor::new(Vec::new());
        let picture = image::RgbImage::from_pixel(width, height, image::Rgb([200, 30, 60]));
        picture.write_to(&mut file, format).unwrap();
        file.into_inner()
    }

    #[test]
    fn each_kind_of_picture_becomes_a_small_png() {
        for format in [ImageFormat::Png, ImageFormat::Jpeg] {
            let small = kept(&encoded(300, 100, format));
            assert_eq!(small.dimensions(), (300, 100));
            let close = |a: u8, b: u8| a.abs_diff(b) < 6;
            let at = small.get_pixel(150, 50).0;
            assert!(close(at[0], 200) && close(at[1], 30) && close(at[2], 60), "{at:?}");
            assert_eq!(kept(&encoded(4000, 4000, format)).dimensions(), (400, 400));
        }
        let svg = b"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 20 10'>\
                    <rect width='10' height='10' fill='#00f'/></svg>";
        let drawn = kept(svg);
        assert_eq!(drawn.dimensions(), (800, 400));
        assert_eq!(drawn.get_pixel(100, 200).0, [0, 0, 255, 255]);
        assert_eq!(drawn.get_pixel(700, 200).0[3], 0);
    }

    #[test]
    fn what_is_no_logo_is_refused_in_a_sentence() {
        let mut nested = "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'>".to_owned();
        for level in 0..40 {
            nested += &format!(
                "<g id='a{}'><use href='#a{level}'/><use href='#a{level}'/></g>",
                level + 1
            );
        }
        let bomb = format!("{nested}</svg>");
        let half = encoded(900, 900, ImageFormat::Png);
        let cases: [(&[u8], &str); 6] = [
            (b"", "neither"),
            (b"GIF89a..", "neither"),
            (b"<html></html>", "neither"),
            (bomb.as_bytes(), "too complicated"),
            (&half[..half.len() / 2], "the logo cannot be used"),
            (&vec![0; MOST_BYTES + 9], "larger than 8 MB"),
        ];
        for (file, why) in cases {
            let refused = logo(&STANDARD.encode(file)).unwrap_err().to_string();
            assert!(refused.contains(why), "{refused}");
        }
        // More pixels than are read, though they are few bytes.
        let wide = logo(&STANDARD.encode(encoded(MOST_SIDE + 1, 1, ImageFormat::Png)));
        assert!(wide.unwrap_err().to_string().contains("the logo cannot be used"));
    }

    #[test]
    fn an_svg_with_what_cannot_be_drawn_safely_is_refused() {
        let cases = ["<use href='#a'/>", "<filter/>", "<pattern/>", "<text>N</text>", "<image/>"];
        for inside in cases {
            let svg = format!(
                "<svg xmlns='http://www.w3.org/2000/svg' width='20' height='10'>{inside}</svg>"
            );
            let refused = logo(&STANDARD.encode(svg)).unwrap_err().to_string();
            assert!(refused.contains("save it as PNG"), "{inside}: {refused}");
        }
        let prefixed =
            "<s:svg xmlns:s='http://www.w3.org/2000/svg' width='2' height='1'><s:use/></s:svg>";
        assert!(logo(&STANDARD.encode(format!("{prefixed}<!-- <svg -->"))).is_err());
        let nested = format!(
            "<svg xmlns='http://www.w3.org/2000/svg' width='2' height='1'>{}{}</svg>",
            "<g opacity='.9'>".repeat(40),
            "</g>".repeat(40)
        );
        assert!(logo(&STANDARD.encode(nested)).is_err());
    }

    #[test]
    fn a_kept_picture_that_is_too_large_is_not_read() {
        let large = encoded(4000, 4000, ImageFormat::Png);
        assert!(pixels(&STANDARD.encode(large)).is_err());
    }
}
