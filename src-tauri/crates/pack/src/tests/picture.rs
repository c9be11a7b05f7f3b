//! SVG and PNG of a map.

use super::sample::*;
use crate::Error;
use crate::paint::{png, svg};
use analysis::Language;
use resvg::tiny_skia::Pixmap;
use resvg::usvg::{Options, Tree};

#[test]
fn text_is_drawn_and_said_and_never_markup() {
    let name = "<img src=x onerror=alert(1)>";
    let drawn = svg(&many(1, name).scene, Language::English);
    assert!(Tree::from_str(&drawn, &Options::default()).is_ok());
    assert!(drawn.contains("<title>") && drawn.contains("&lt;img"));
    assert!(!drawn.contains("<img") && !drawn.contains("<script"));
    // Nothing is fetched from anywhere but the file itself.
    assert!(!drawn.contains("href=\"http") && !drawn.contains("url("));
}

#[test]
fn every_glyph_that_is_used_is_there() {
    let drawn = svg(&northwind().scene, Language::German);
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
    let drawn = || svg(&sample.scene, Language::English);
    assert_eq!(drawn(), drawn());
    assert_eq!(png(&sample.scene, 0.5).unwrap(), png(&sample.scene, 0.5).unwrap());
}

#[test]
fn a_picture_is_as_large_as_asked_and_has_ink() {
    let sample = northwind();
    let picture = Pixmap::decode_png(&png(&sample.scene, 1.0).unwrap()).unwrap();
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

#[test]
fn the_map_of_each_state_is_a_file_as_fine_as_asked_and_in_the_language_of_the_pack() {
    use crate::{MapForm, PackChoice, PackForm, PackLanguage, Settings, maps, pack};
    let document = exchange::sample().unwrap();
    let mut choice = PackChoice { resolution: 36, ..PackChoice::default() };
    let wide = |choice: &PackChoice| -> Vec<(String, u32)> {
        let made = maps(&document, choice, MapForm::Png).unwrap().into_iter();
        let width = |bytes: Vec<u8>| Pixmap::decode_png(&bytes).unwrap().width();
        made.map(|(name, bytes)| (name, width(bytes))).collect()
    };
    let coarse = wide(&choice);
    let names: Vec<&str> = coarse.iter().map(|it| it.0.as_str()).collect();
    assert_eq!(names, ["current-state", "future-state"]);
    choice.resolution = 72;
    for ((_, small), (_, large)) in coarse.iter().zip(wide(&choice)) {
        assert!(large.abs_diff(2 * small) <= 2, "{small} and {large}");
    }
    choice.language = PackLanguage::German;
    let made = maps(&document, &choice, MapForm::Svg).unwrap();
    assert!(made.iter().all(|it| String::from_utf8_lossy(&it.1).contains("lang=\"de\"")));
    let settings = Settings { choice, ..settings() };
    let archive = pack(&document, &settings, PackForm::MapsAsShapes).unwrap().bytes;
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(archive)).unwrap();
    let mut read = String::new();
    for (name, drawn) in made {
        read.clear();
        let mut file = archive.by_name(&format!("{name}.svg")).unwrap();
        std::io::Read::read_to_string(&mut file, &mut read).unwrap();
        assert_eq!(read.as_bytes(), drawn);
    }
}
