//! Maps on paper: posters, posters of many sheets, parts. Never cropped, never too small to read.

use super::large::{large, staged};
use super::sample::*;
use crate::page::{Anchor, Booklet, Page};
use crate::paint::{around, smallest_text};
use crate::script::{Block, Edge, MapFigure, Script};
use model::{MapPaper, PackLanguage, PageKind, PaperSize};
use scene::{Part, Rect, Shape};

const ALL: [MapPaper; 7] = [
    MapPaper::Fitted,
    MapPaper::PosterA1,
    MapPaper::PosterA0,
    MapPaper::TiledA4,
    MapPaper::TiledA3,
    MapPaper::ByStage,
    MapPaper::ByLane,
];

struct Laid {
    script: Script,
    booklet: Booklet,
    warnings: Vec<String>,
}

fn laid_on(sample: &Sample, maps: MapPaper, paper: PaperSize) -> Laid {
    let mut settings = settings();
    (settings.choice.maps, settings.choice.paper) = (maps, paper);
    settings.choice.pages = vec![PageKind::Contents, PageKind::CurrentMap, PageKind::Cards];
    let script = crate::pages::script(&[sample.source()], &settings).unwrap();
    let (booklet, warnings) = crate::flow::set(&script, paper);
    Laid { script, booklet, warnings }
}

fn laid(sample: &Sample, maps: MapPaper) -> Laid {
    laid_on(sample, maps, PaperSize::A4)
}

impl Laid {
    fn figure(&self) -> &MapFigure {
        let mut blocks = self.script.sheets.iter().flat_map(|it| &it.blocks);
        let figure = blocks.find_map(|it| match it {
            Block::Map(figure) => Some(figure),
            _ => None,
        });
        figure.unwrap()
    }

    fn pages(&self) -> Vec<&Page> {
        self.booklet.pages.iter().filter(|it| it.kind == PageKind::CurrentMap).collect()
    }

    fn sheets(&self) -> Vec<&Page> {
        self.pages()
            .into_iter()
            .filter(|it| it.marks.iter().any(|it| it.window.is_some()))
            .collect()
    }
}

/// The shapes of a page, each with what of it is seen.
fn seen(page: &Page) -> impl Iterator<Item = (&Shape, Option<Rect>)> {
    let of = |mark: &crate::page::Mark| {
        let window = mark.window;
        page.shapes[mark.shapes.clone()].iter().map(move |it| (it, window))
    };
    page.marks.iter().flat_map(of)
}

fn holds(outer: Rect, inner: Rect) -> bool {
    let outer = outer.grown(0.05);
    inner.x >= outer.x
        && inner.y >= outer.y
        && inner.right() <= outer.right()
        && inner.bottom() <= outer.bottom()
}

/// Whether every one of these texts is on a page, and whole.
fn whole(page: &Page, texts: &[&str]) -> bool {
    let sheet = Rect::new(0.0, 0.0, page.width, page.height);
    texts.iter().all(|wanted| {
        seen(page).any(|(shape, window)| {
            let Shape::Text { text, .. } = shape else { return false };
            text.trim() == wanted.trim() && holds(window.unwrap_or(sheet), around(shape).unwrap())
        })
    })
}

/// What each step says, line by line.
fn said_by_steps(sample: &Sample) -> Vec<Vec<&str>> {
    let steps = sample.scene.groups.iter().filter(|it| it.key.part == Part::Step);
    steps.map(|it| it.shapes.iter().filter_map(text).collect()).collect()
}

fn text(shape: &Shape) -> Option<&str> {
    match shape {
        Shape::Text { text, .. } => Some(text),
        _ => None,
    }
}

fn samples() -> [Sample; 2] {
    [staged(northwind(), 3), staged(large(), 5)]
}

#[test]
fn however_a_map_is_laid_its_text_is_legible_and_on_its_page() {
    for (sample, paper) in samples().iter().zip([PaperSize::Letter, PaperSize::A4]) {
        for maps in ALL {
            let laid = laid_on(sample, maps, paper);
            for (number, page) in laid.pages().into_iter().enumerate() {
                let smallest = smallest_text(&page.shapes).unwrap();
                assert!(smallest >= 6.99, "{maps:?}, page {number}: {smallest} pt");
                let sheet = Rect::new(20.0, 15.0, page.width - 40.0, page.height - 30.0);
                for (shape, window) in seen(page) {
                    let within = window.unwrap_or_else(|| around(shape).unwrap());
                    assert!(holds(sheet, within), "{maps:?}, page {number}: {shape:?}");
                }
            }
        }
    }
}

#[test]
fn every_step_is_whole_on_some_page() {
    for sample in samples() {
        for maps in ALL {
            let laid = laid(&sample, maps);
            let pages = laid.pages();
            for step in said_by_steps(&sample) {
                let on = pages.iter().filter(|page| whole(page, &step)).count();
                assert!(on > 0, "{maps:?}: {step:?}");
            }
        }
    }
}

#[test]
fn a_poster_is_exactly_its_sheet_and_enlarges_all_that_is_on_it() {
    let sample = northwind();
    let sheet = |maps, paper| {
        let laid = laid_on(&sample, maps, paper);
        assert_eq!(laid.warnings, Vec::<String>::new());
        let page = laid.pages()[0];
        (page.width, page.height, smallest_text(&page.shapes).unwrap())
    };
    let (width, height, a1) = sheet(MapPaper::PosterA1, PaperSize::A4);
    assert_eq!((width, height), (2383.937, 1683.78));
    let (width, height, a0) = sheet(MapPaper::PosterA0, PaperSize::A4);
    assert_eq!((width, height), (3370.394, 2383.937));
    assert!(a0 > a1 && a1 > 12.0, "{a1} {a0}");
    let (width, height, _) = sheet(MapPaper::PosterA1, PaperSize::Letter);
    assert_eq!((width, height), (2448.0, 1584.0));
    // Links lie on the poster where the pills are.
    let laid = laid(&sample, MapPaper::PosterA0);
    let links = &laid.pages()[0].links;
    assert!(!links.is_empty());
    assert!(links.iter().any(|it| it.rect.x > 1500.0), "{links:?}");
}

#[test]
fn a_poster_of_sheets_has_a_key_plan_that_leads_to_each_and_they_to_each_other() {
    for (sample, maps) in [(northwind(), MapPaper::TiledA4), (large(), MapPaper::TiledA3)] {
        let laid = laid(&sample, maps);
        assert_eq!(laid.warnings, Vec::<String>::new());
        let (pages, sheets) = (laid.pages(), laid.sheets());
        assert!(sheets.len() > 3, "{}", sheets.len());
        let leads = |page: &Page| {
            let to = page.links.iter().filter(|it| matches!(it.to, Anchor::Page(_)));
            to.filter(|it| laid.booklet.anchors.contains_key(&it.to)).count()
        };
        assert_eq!(leads(pages[0]), sheets.len());
        assert!(sheets.iter().all(|it| (1..=4).contains(&leads(it))));
        // Every pill is a link on some sheet.
        let cards: std::collections::BTreeSet<Anchor> = sheets
            .iter()
            .flat_map(|it| &it.links)
            .map(|it| it.to)
            .filter(|it| matches!(it, Anchor::Card(_)))
            .collect();
        assert_eq!(cards.len(), laid.figure().spots.len());
    }
}

#[test]
fn a_line_that_leaves_its_part_is_marked_on_both_pages() {
    for sample in samples() {
        for maps in [MapPaper::ByStage, MapPaper::ByLane] {
            let laid = laid(&sample, maps);
            assert_eq!(laid.warnings, Vec::<String>::new());
            let parts = &laid.figure().parts;
            assert!(parts.len() > 2);
            let mut marked = 0;
            for (here, part) in parts.iter().enumerate() {
                for mark in &part.marks {
                    assert_ne!(mark.part, here);
                    let (window, (x, y)) = (part.window, mark.at);
                    let off = match mark.edge {
                        Edge::Left => x - window.x,
                        Edge::Right => x - window.right(),
                        Edge::Top => y - window.y,
                        Edge::Bottom => y - window.bottom(),
                    };
                    // A step that reaches over the border ends its line before the edge.
                    let inside = holds(window, Rect::new(x, y, 0.0, 0.0));
                    assert!(
                        off.abs() < 0.1 || inside && maps == MapPaper::ByStage,
                        "{maps:?}: {mark:?}, {window:?}"
                    );
                    let other = parts[mark.part].marks.iter();
                    let mut other = other.filter(|it| it.connector == mark.connector);
                    assert!(other.any(|it| it.onward != mark.onward), "{maps:?}: {mark:?}");
                    marked += 1;
                }
            }
            assert!(marked > 0);
            let pages = laid.booklet.pages.iter().filter(|it| it.kind == PageKind::CurrentMap);
            let links: Vec<Anchor> = pages.flat_map(|it| &it.links).map(|it| it.to).collect();
            let on = links.iter().filter(|it| matches!(it, Anchor::Page(_)));
            assert_eq!(on.clone().count(), marked);
            assert!(on.into_iter().all(|it| laid.booklet.anchors.contains_key(it)));
        }
    }
}

#[test]
fn every_connector_between_two_parts_has_its_marks() {
    let sample = staged(large(), 5);
    let laid = laid(&sample, MapPaper::ByLane);
    let crossing = sample.document.connectors_of(sample.state);
    let crossing = crossing.filter(|it| sample.document.crosses(it));
    let marked = |id, onward| {
        let marks = laid.figure().parts.iter().flat_map(|it| &it.marks);
        marks.filter(|it| it.connector == id && it.onward == onward).count()
    };
    for connector in crossing {
        assert!(marked(connector.id, true) >= 1 && marked(connector.id, false) >= 1);
    }
}

#[test]
fn no_mark_lies_on_another() {
    for sample in samples() {
        for maps in [MapPaper::ByStage, MapPaper::ByLane] {
            for part in &laid(&sample, maps).figure().parts {
                for (at, mark) in part.marks.iter().enumerate() {
                    let others = part.marks.iter().skip(at + 1);
                    let under = others.filter(|it| it.slot.overlaps(&mark.slot)).count();
                    assert_eq!(under, 0, "{}: {mark:?}", part.name);
                }
            }
        }
    }
}

#[test]
fn a_map_without_stages_is_whole_and_that_is_said() {
    let sample = northwind();
    let (whole, cut) = (laid(&sample, MapPaper::Fitted), laid(&sample, MapPaper::ByStage));
    assert_eq!(cut.warnings.len(), 1);
    assert!(cut.warnings[0].contains("no stages"), "{:?}", cut.warnings);
    assert_eq!(whole.booklet.pages.len(), cut.booklet.pages.len());
    assert_eq!(whole.pages()[0].shapes, cut.pages()[0].shapes);
}

/// The pages behind the map's own.
fn ladder_pages(laid: &Laid) -> Vec<&Page> {
    let pages = laid.pages();
    let last = pages.iter().rposition(|it| it.marks.iter().any(|it| it.window.is_some()));
    pages.into_iter().skip(last.unwrap() + 1).collect()
}

#[test]
fn a_ladder_of_its_own_is_in_rows_on_the_paper_at_hand_with_every_rung_whole() {
    // The large one has no figures, and so no ladder.
    let [sample, _] = samples();
    for (maps, paper, width, height) in [
        (MapPaper::TiledA4, PaperSize::A4, 841.89, 595.276),
        (MapPaper::TiledA4, PaperSize::Letter, 792.0, 612.0),
        (MapPaper::TiledA3, PaperSize::A4, 1190.551, 841.89),
        (MapPaper::ByStage, PaperSize::A4, 841.89, 595.276),
        (MapPaper::ByLane, PaperSize::Letter, 792.0, 612.0),
    ] {
        let laid = laid_on(&sample, maps, paper);
        assert_eq!(laid.warnings, Vec::<String>::new());
        let pages = ladder_pages(&laid);
        assert!(!pages.is_empty(), "{maps:?}");
        let sizes: Vec<(f32, f32)> = pages.iter().map(|it| (it.width, it.height)).collect();
        assert!(sizes.iter().all(|it| *it == (width, height)), "{maps:?}: {sizes:?}");
        let ladder = laid.figure().ladder.as_ref().unwrap();
        let plain = |it: &str| it.replace('\u{a0}', " ").trim().to_owned();
        let texts = |shapes: &[Shape]| -> Vec<String> {
            shapes.iter().filter_map(text).map(plain).collect()
        };
        let mut all = texts(&ladder.drawing.shapes);
        assert!(all.len() > 3);
        all.extend(ladder.totals.iter().map(|it| plain(it)));
        let said: Vec<String> = pages.iter().flat_map(|it| texts(&it.shapes)).collect();
        for wanted in &all {
            let count = |texts: &[String]| texts.iter().filter(|it| *it == wanted).count();
            assert!(count(&said) >= count(&all), "{maps:?}: {wanted}");
        }
        // Nothing lies on anything else, and nothing is beside the paper.
        for page in pages {
            let margins = Rect::new(40.0, 15.0, page.width - 80.0, page.height - 30.0);
            let texts: Vec<Rect> =
                page.shapes.iter().filter(|it| text(it).is_some()).filter_map(around).collect();
            for (at, one) in texts.iter().enumerate() {
                assert!(holds(margins, *one), "{maps:?}: {one:?}");
                // On the map the times of neighbours may come so near.
                let mut others = texts.iter().skip(at + 1).map(|it| it.grown(-3.1));
                let other = others.find(|it| it.overlaps(&one.grown(-3.1)));
                assert!(other.is_none(), "{maps:?}: {one:?} {other:?}");
            }
        }
    }
}

#[test]
fn every_figure_is_described() {
    let sample = staged(northwind(), 3);
    for maps in ALL {
        let nodes = laid(&sample, maps).booklet.nodes;
        let figures = nodes.iter().filter(|it| it.role == crate::page::Role::Figure);
        assert!(figures.into_iter().all(|it| !it.description.is_empty() && it.bounds.is_some()));
    }
}

#[test]
fn the_file_is_the_same_twice_and_cuts_at_the_window() {
    let sample = staged(northwind(), 3);
    for maps in ALL {
        let mut settings = settings();
        settings.choice.maps = maps;
        let made = || crate::pdf(&[sample.source()], &settings).unwrap().bytes;
        let bytes = made();
        assert!(bytes == made(), "{maps:?}");
        let file = lopdf::Document::load_mem(&bytes).unwrap();
        let cut = |page| {
            file.get_and_decode_page_content(page)
                .unwrap()
                .operations
                .iter()
                .any(|it| it.operator == "W")
        };
        let clips = file.page_iter().any(cut);
        let whole = matches!(maps, MapPaper::Fitted | MapPaper::PosterA1 | MapPaper::PosterA0);
        assert_eq!(clips, !whole, "{maps:?}");
    }
}

#[test]
fn in_german_the_sheets_and_marks_are_german() {
    let sample = staged(northwind(), 3);
    let says = |maps, words: &str| {
        let mut settings = settings();
        (settings.choice.maps, settings.choice.language) = (maps, PackLanguage::German);
        let script = crate::pages::script(&[sample.source()], &settings).unwrap();
        let (booklet, _) = crate::flow::set(&script, PaperSize::A4);
        let shapes = booklet.pages.iter().flat_map(|it| &it.shapes);
        let said =
            shapes.filter(|it| matches!(it, Shape::Text { text, .. } if text.contains(words)));
        assert!(said.count() > 0, "{maps:?}: {words}");
    };
    says(MapPaper::TiledA4, "Blatt A1 von");
    says(MapPaper::TiledA4, "Übersicht eines Plakats");
    says(MapPaper::ByStage, "Seite ");
    says(MapPaper::ByLane, "Teil 2 von");
}
