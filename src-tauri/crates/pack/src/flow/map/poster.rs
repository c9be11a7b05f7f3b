//! The map as a poster on one sheet: set as on a page to be held in the hand, and all of it enlarged,
//! so that title, map and ladder keep their measure to each other.

use super::super::galley::Galley;
use super::ladder::TOTALS_HEIGHT;
use super::whole::{self, Around, room};
use crate::page::Page;
use crate::script::{LEGIBLE, MARGIN, MapFigure, Paper, Sizes};
use scene::Rect;

/// How much of the whole enlargement titles and margins get; less where that leaves more room for
/// the map.
const SHARES: [f32; 4] = [1.0, 0.66, 0.33, 0.0];

/// Sets the map on the sheet whose long side has this place in the series; not where its text
/// would be too small there.
pub fn set(galley: &mut Galley, figure: &MapFigure, side: usize) -> bool {
    let sides = galley.size.sides();
    let (Some(width), Some(height)) = (sides.get(side), sides.get(side - 1)) else { return false };
    let (width, height) = (*width, *height);
    let most = width / sides[2];
    let Some((by, paper, scale)) = SHARES.iter().find_map(|share| {
        let by = 1.0 + (most - 1.0) * share;
        let paper = Paper { width: width / by, height: height / by };
        let scale = largest(galley, figure, paper);
        (figure.drawing.smallest * scale * by >= LEGIBLE).then_some((by, paper, scale))
    }) else {
        return false;
    };
    let first = (galley.book.pages.len(), galley.book.nodes.len());
    whole::on(galley, figure, paper, scale, LEGIBLE / by);
    enlarge(galley, first, by);
    if let Some(page) = galley.book.pages.get_mut(first.0) {
        (page.width, page.height) = (width, height);
    }
    true
}

/// The scale at which the map with its ladder fills a sheet.
fn largest(galley: &mut Galley, figure: &MapFigure, paper: Paper) -> f32 {
    let around = Around::of(figure);
    let below = around.ladder.map_or(0.0, |it| it.extent.h);
    let least = around.ladder.map_or(0.0, |_| TOTALS_HEIGHT);
    let height = room(galley, &around, paper);
    let extent = figure.drawing.extent;
    let alike = (height / (extent.h + below)).min((height - least) / extent.h);
    ((paper.width - 2.0 * MARGIN) / extent.w).min(alike)
}

/// Enlarges a page and all that is known of places on it. `first` are the page and the first node
/// that was made for it.
fn enlarge(galley: &mut Galley, first: (usize, usize), by: f32) {
    let (at, nodes) = first;
    let larger = |it: Rect| Rect::new(it.x * by, it.y * by, it.w * by, it.h * by);
    let book = &mut galley.book;
    if let Some(Page { shapes, links, .. }) = book.pages.get_mut(at) {
        for shape in shapes {
            *shape = shape.moved(by, 0.0, 0.0);
        }
        for link in links {
            link.rect = larger(link.rect);
        }
    }
    let on_it = |page: usize| page == at;
    book.bookmarks.iter_mut().filter(|it| on_it(it.page)).for_each(|it| it.y *= by);
    book.anchors.values_mut().filter(|it| on_it(it.0)).for_each(|it| it.1 *= by);
    // The ladder may have a page of its own, after this one.
    let page_of = |node: &crate::page::Node| {
        node.kids.iter().find_map(|kid| match kid {
            crate::page::Kid::Mark(page, _) => Some(*page),
            _ => None,
        })
    };
    for node in book.nodes.iter_mut().skip(nodes) {
        if page_of(node).is_some_and(on_it) {
            node.bounds = node.bounds.map(larger);
        }
    }
}
