//! How the pages are laid out: nothing outside its page, tables cut between rows, maps whole.

use super::desk::Desk;
use super::sample::*;
use crate::page::{Anchor, Booklet, Page};
use crate::paint::{extent, smallest_text};
use model::*;
use scene::{Composer, Rect, Shape};
use std::sync::Arc;

fn set(sample: &Sample) -> (Booklet, Vec<String>) {
    let script = crate::pages::script(&[sample.source()], &settings()).unwrap();
    crate::flow::set(&script, PaperSize::A4)
}

fn pages(sample: &Sample) -> Booklet {
    let (booklet, warnings) = set(sample);
    assert_eq!(warnings, Vec::<String>::new());
    for (number, page) in booklet.pages.iter().enumerate() {
        check(number + 1, page);
    }
    booklet
}

/// Every shape lies on the page, and every shape is in exactly one mark.
fn check(number: usize, page: &Page) {
    for shape in &page.shapes {
        let seen = extent(std::slice::from_ref(shape)).unwrap();
        let inside = seen.x >= 20.0
            && seen.y >= 20.0
            && seen.right() <= page.width - 20.0
            && seen.bottom() <= page.height - 15.0;
        assert!(inside, "page {number}, {} × {}: {shape:?}", page.width, page.height);
    }
    let mut covered = 0;
    for mark in &page.marks {
        assert_eq!(mark.shapes.start, covered, "page {number}");
        covered = mark.shapes.end;
    }
    assert_eq!(covered, page.shapes.len(), "page {number}");
    let smallest = smallest_text(&page.shapes).unwrap();
    assert!(smallest >= 6.99, "page {number}: {smallest} pt");
}

fn says(page: &Page, words: &str) -> bool {
    page.shapes
        .iter()
        .any(|shape| matches!(shape, Shape::Text { text, .. } if text.trim() == words))
}

/// How many rows of the register each page has.
fn rows(booklet: &Booklet) -> Vec<usize> {
    let mut rows = vec![0; booklet.pages.len()];
    for (anchor, (page, _)) in &booklet.anchors {
        if matches!(anchor, Anchor::Row(_)) {
            rows[*page] += 1;
        }
    }
    rows.retain(|rows| *rows > 0);
    rows
}

#[test]
fn a_register_of_sixty_repeats_its_heads_and_leaves_no_row_alone() {
    let booklet = pages(&many(60, "A name"));
    let rows = rows(&booklet);
    assert!(rows.len() > 2, "{rows:?}");
    assert_eq!(rows.iter().sum::<usize>(), 60);
    assert!(rows.iter().all(|rows| *rows >= 2), "{rows:?}");
    let registers: Vec<&Page> =
        booklet.pages.iter().filter(|page| says(page, "Handoff register")).collect();
    assert_eq!(registers.len(), rows.len());
    assert!(registers.iter().all(|page| says(page, "What passes")));
    let cards = booklet.anchors.keys().filter(|it| matches!(it, Anchor::Card(_))).count();
    assert_eq!(cards, 60);
}

#[test]
fn the_last_row_takes_one_with_it() {
    // Whatever the number of rows, no page of the register has one alone.
    for handoffs in 14..22 {
        let rows = rows(&pages(&many(handoffs, "A name")));
        assert!(rows.iter().all(|rows| *rows >= 2), "{handoffs}: {rows:?}");
    }
}

#[test]
fn long_names_stay_on_their_pages() {
    pages(&many(2, &"word ".repeat(40)));
    pages(&many(2, &"W".repeat(200)));
    pages(&many(1, &"much longer ".repeat(41)));
}

#[test]
fn a_map_takes_the_smallest_sheet_that_keeps_it_legible() {
    let mut sample = northwind();
    let width = |sample: &Sample| pages(sample).pages[1].width.round();
    let mut widths = vec![width(&sample)];
    for factor in [2.0, 2.0, 2.0, 1.3] {
        stretch(&mut sample, factor);
        widths.push(width(&sample));
    }
    assert_eq!(widths[0], 1191.0);
    assert!(widths.is_sorted(), "{widths:?}");
    assert!(widths[4] > 3370.0, "{widths:?}");
}

/// Moves everything apart without making text larger.
fn stretch(sample: &mut Sample, factor: f32) {
    let scene = &mut sample.scene;
    let bounds = scene.bounds;
    scene.bounds = Rect::new(bounds.x * factor, bounds.y, bounds.w * factor, bounds.h);
    for group in &mut scene.groups {
        for shape in &mut Arc::make_mut(group).shapes {
            match shape {
                Shape::Rect { rect, .. } => rect.x *= factor,
                Shape::Circle { cx, .. } => *cx *= factor,
                Shape::Image { rect, .. } => rect.x *= factor,
                Shape::Text { x, .. } => *x *= factor,
                Shape::Path { .. } => {}
            }
        }
    }
}

#[test]
fn a_map_longer_than_any_sheet_is_whole_and_told_of() {
    let mut sample = northwind();
    stretch(&mut sample, 40.0);
    let (booklet, warnings) = set(&sample);
    assert_eq!(warnings.len(), 1, "{warnings:?}");
    assert!(booklet.pages[1].width <= 14_400.5);
    let seen = extent(&booklet.pages[1].shapes).unwrap();
    assert!(seen.right() <= booklet.pages[1].width && seen.x >= 0.0);
}

#[test]
fn a_ladder_too_wide_for_the_page_gets_its_own() {
    let mut sample = northwind();
    let alone = |sample: &Sample| {
        pages(sample).pages.iter().position(|page| says(page, "Lead time ladder"))
    };
    assert_eq!(alone(&sample), None);
    let width = sample.ladder.width * 4.0;
    sample.ladder = Composer::new().ladder(&sample.document, &sample.figures, width);
    assert_eq!(alone(&sample), Some(2));
}

#[test]
fn the_summary_says_that_no_question_is_open_only_where_something_was_noted() {
    let none = [
        (PackLanguage::English, "No questions, decisions or assumptions were noted."),
        (PackLanguage::German, "Es wurden keine Fragen, Entscheidungen oder Annahmen notiert."),
    ];
    let no_question = [
        (PackLanguage::English, "The room left no question open."),
        (PackLanguage::German, "Der Workshop hat keine Frage offen gelassen."),
    ];
    let cases = [
        (None, Some(none)),
        (Some(NoteKind::Parked), Some(none)),
        (Some(NoteKind::Decision), Some(no_question)),
        (Some(NoteKind::Assumption), Some(no_question)),
        (Some(NoteKind::Question), None),
    ];
    for (kind, wanted) in cases {
        let mut desk = Desk::new("Onboarding", "Northwind", &["Sales", "Ops"]);
        desk.step(0, StepKind::Step, "Write offer", 30, 0);
        if let Some(about_kind) = kind {
            let id = NoteId(desk.fresh());
            desk.add(Note { id, about_kind, text: "Xq".into(), ..Note::default() }.into());
        }
        let said = |language| {
            let mut settings = settings();
            (settings.choice.pages, settings.choice.language) = (vec![PageKind::Summary], language);
            let made = crate::pack(&desk.document, &settings, PackForm::Markdown).unwrap();
            String::from_utf8(made.bytes).unwrap()
        };
        for (language, sentence) in none.into_iter().chain(no_question) {
            let expected = wanted.is_some_and(|it| it.contains(&(language, sentence)));
            assert_eq!(said(language).contains(sentence), expected, "{kind:?}: {sentence}");
        }
    }
}
