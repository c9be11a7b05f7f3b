//! The outline of a PDF: bookmarks as a tree.

use super::finish::{destination, string};
use crate::page::{Booklet, Bookmark};
use lopdf::{Dictionary, Document, Object, ObjectId, dictionary};

/// The outline: a tree by levels, all open.
pub fn set(file: &mut Document, booklet: &Booklet, pages: &[ObjectId]) -> Object {
    let root = file.new_object_id();
    let ids: Vec<ObjectId> = booklet.bookmarks.iter().map(|_| file.new_object_id()).collect();
    let parents = parents(&booklet.bookmarks);
    for (index, (bookmark, id)) in booklet.bookmarks.iter().zip(&ids).enumerate() {
        let parent = parents.get(index).copied().flatten();
        let above = parent.and_then(|it| ids.get(it)).copied().unwrap_or(root);
        let siblings: Vec<usize> =
            (0..ids.len()).filter(|it| parents.get(*it).copied().flatten() == parent).collect();
        let mut item = dictionary! { "Title" => string(&bookmark.title), "Parent" => above };
        if let Some(to) = destination(booklet, pages, bookmark.page, bookmark.y) {
            item.set("Dest", to);
        }
        let place = siblings.iter().position(|it| *it == index).unwrap_or_default();
        let at = |place: usize| siblings.get(place).and_then(|it| ids.get(*it));
        if let Some(before) = place.checked_sub(1).and_then(at) {
            item.set("Prev", *before);
        }
        if let Some(after) = at(place + 1) {
            item.set("Next", *after);
        }
        let kids = children(&parents, Some(index));
        hold(&mut item, &kids, kids.len(), &ids);
        file.set_object(*id, item);
    }
    let mut outlines = dictionary! { "Type" => "Outlines" };
    hold(&mut outlines, &children(&parents, None), ids.len(), &ids);
    file.set_object(root, outlines);
    Object::Reference(root)
}

fn hold(item: &mut Dictionary, kids: &[usize], count: usize, ids: &[ObjectId]) {
    let at = |kid: Option<&usize>| kid.and_then(|kid| ids.get(*kid)).copied();
    if let (Some(first), Some(last)) = (at(kids.first()), at(kids.last())) {
        item.set("First", first);
        item.set("Last", last);
        item.set("Count", i64::try_from(count).unwrap_or(i64::MAX));
    }
}

fn children(parents: &[Option<usize>], of: Option<usize>) -> Vec<usize> {
    (0..parents.len()).filter(|index| parents.get(*index) == Some(&of)).collect()
}

/// For each line of the outline, the last line above it that is less deep.
fn parents(bookmarks: &[Bookmark]) -> Vec<Option<usize>> {
    let mut open: Vec<(u8, usize)> = Vec::new();
    let mut parents = Vec::new();
    for (index, bookmark) in bookmarks.iter().enumerate() {
        while open.last().is_some_and(|(level, _)| *level >= bookmark.level) {
            open.pop();
        }
        parents.push(open.last().map(|(_, at)| *at));
        open.push((bookmark.level, index));
    }
    parents
}
