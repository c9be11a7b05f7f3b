//! The structure of a PDF: which mark on which page is a title, a cell, a link, in reading order.

use super::finish::{points, spoken, string};
use crate::Error;
use crate::page::{Booklet, Kid, Node, NodeId, Role};
use lopdf::{Dictionary, Document, Object, ObjectId, dictionary};
use std::collections::BTreeMap;

/// Hangs the structure into the file. `links` are the annotations of each page, `widgets` those
/// that are filled in.
pub fn set(
    file: &mut Document,
    booklet: &Booklet,
    pages: &[ObjectId],
    links: &[Vec<Option<ObjectId>>],
    widgets: &[ObjectId],
) -> Result<(), Error> {
    let root = file.new_object_id();
    let ids: Vec<ObjectId> = booklet.nodes.iter().map(|_| file.new_object_id()).collect();
    let writer = Writer { booklet, pages, links, widgets, ids: &ids, root };
    let first = i64::try_from(pages.len()).unwrap_or(i64::MAX);
    let parents = number(file, &writer, first)?;
    for (index, node) in booklet.nodes.iter().enumerate() {
        if let Some(id) = ids.get(index) {
            let element = writer.element(node);
            file.set_object(*id, element);
        }
    }
    let next = first + i64::try_from(parents.len() - pages.len()).unwrap_or_default();
    let tree = file.add_object(dictionary! { "Nums" => nums(parents) });
    let mut entry = dictionary! {
        "Type" => "StructTreeRoot",
        "ParentTree" => tree,
        "ParentTreeNextKey" => next,
    };
    if let Some(top) = ids.first() {
        entry.set("K", *top);
    }
    file.set_object(root, entry);
    let catalog = file.catalog_mut().map_err(|why| Error::Pdf(why.to_string()))?;
    catalog.set("StructTreeRoot", root);
    catalog.set("MarkInfo", dictionary! { "Marked" => true });
    Ok(())
}

struct Writer<'a> {
    booklet: &'a Booklet,
    pages: &'a [ObjectId],
    links: &'a [Vec<Option<ObjectId>>],
    widgets: &'a [ObjectId],
    ids: &'a [ObjectId],
    root: ObjectId,
}

/// Numbers pages, links and widgets, and says for each number which element it belongs to.
fn number(
    file: &mut Document,
    writer: &Writer,
    first: i64,
) -> Result<BTreeMap<i64, Object>, Error> {
    let mut parents = BTreeMap::new();
    let mut next = first;
    for (key, (page, id)) in (0_i64..).zip(writer.booklet.pages.iter().zip(writer.pages)) {
        let of_marks: Vec<Object> = page.marks.iter().map(|mark| writer.owner(mark.node)).collect();
        parents.insert(key, Object::Array(of_marks));
        number_object(file, *id, "StructParents", key)?;
        let annotations = usize::try_from(key).ok().and_then(|at| writer.links.get(at));
        for (link, annotation) in page.links.iter().zip(annotations.into_iter().flatten()) {
            if let Some(annotation) = annotation {
                parents.insert(next, writer.owner(Some(link.node)));
                number_object(file, *annotation, "StructParent", next)?;
                next += 1;
            }
        }
    }
    for (widget, id) in writer.booklet.widgets.iter().zip(writer.widgets) {
        parents.insert(next, writer.owner(Some(widget.node)));
        number_object(file, *id, "StructParent", next)?;
        next += 1;
    }
    Ok(parents)
}

fn number_object(file: &mut Document, id: ObjectId, name: &str, key: i64) -> Result<(), Error> {
    let object = file.get_object_mut(id).and_then(Object::as_dict_mut);
    object.map_err(|why| Error::Pdf(why.to_string()))?.set(name, key);
    Ok(())
}

fn nums(parents: BTreeMap<i64, Object>) -> Vec<Object> {
    parents.into_iter().flat_map(|(key, value)| [Object::Integer(key), value]).collect()
}

impl Writer<'_> {
    fn owner(&self, node: Option<NodeId>) -> Object {
        node.and_then(|node| self.ids.get(node.0)).map_or(Object::Null, |id| Object::Reference(*id))
    }

    fn element(&self, node: &Node) -> Dictionary {
        let parent = node.parent.and_then(|parent| self.ids.get(parent.0)).unwrap_or(&self.root);
        let page = node.kids.iter().find_map(|kid| match kid {
            Kid::Mark(page, _) => Some(*page),
            _ => None,
        });
        let kids = node.kids.iter().filter_map(|kid| self.kid(*kid, page)).collect::<Vec<_>>();
        let mut element = dictionary! {
            "Type" => "StructElem",
            "S" => word(node.role),
            "P" => *parent,
            "K" => kids,
        };
        if let Some(id) = page.and_then(|page| self.pages.get(page)) {
            element.set("Pg", *id);
        }
        if !node.description.is_empty() {
            element.set("Alt", string(&node.description));
        }
        match node.role {
            Role::ColumnHead => element.set("A", scope("Column")),
            Role::RowHead => element.set("A", scope("Row")),
            Role::Figure => self.place(&mut element, node, page),
            Role::Link => self.name(&mut element, node),
            _ => {}
        }
        element
    }

    /// A link without words of its own, as on a map, says where it leads.
    fn name(&self, element: &mut Dictionary, node: &Node) {
        let says = node.kids.iter().find_map(|kid| match kid {
            Kid::Link(page, link) => self.booklet.pages.get(*page)?.links.get(*link),
            _ => None,
        });
        let silent = !node.kids.iter().any(|kid| matches!(kid, Kid::Mark(..)));
        if let Some(link) = says.filter(|_| silent) {
            element.set("Alt", string(&spoken(link, self.booklet.language)));
        }
    }

    /// Where a figure lies; a reader needs it to show the figure alone.
    fn place(&self, element: &mut Dictionary, node: &Node, page: Option<usize>) {
        let sheet = page.and_then(|page| self.booklet.pages.get(page));
        if let (Some(bounds), Some(sheet)) = (node.bounds, sheet) {
            let corners =
                [bounds.x, sheet.height - bounds.bottom(), bounds.right(), sheet.height - bounds.y];
            element.set(
                "A",
                dictionary! {
                    "O" => "Layout",
                    "BBox" => corners.map(points).to_vec(),
                    "Placement" => "Block",
                },
            );
        }
    }

    /// What hangs on an element; a mark on its own page needs no more than its number.
    fn kid(&self, kid: Kid, own: Option<usize>) -> Option<Object> {
        match kid {
            Kid::Mark(page, mark) if Some(page) == own => Some(i64::try_from(mark).ok()?.into()),
            Kid::Node(node) => self.ids.get(node.0).map(|id| Object::Reference(*id)),
            Kid::Mark(page, mark) => Some(Object::Dictionary(dictionary! {
                "Type" => "MCR",
                "Pg" => *self.pages.get(page)?,
                "MCID" => i64::try_from(mark).ok()?,
            })),
            Kid::Link(page, link) => self.object(page, (*self.links.get(page)?.get(link)?)?),
            Kid::Widget(at) => {
                self.object(self.booklet.widgets.get(at)?.page, *self.widgets.get(at)?)
            }
        }
    }

    /// An annotation as something that hangs on a node.
    fn object(&self, page: usize, annotation: ObjectId) -> Option<Object> {
        Some(Object::Dictionary(dictionary! {
            "Type" => "OBJR",
            "Pg" => *self.pages.get(page)?,
            "Obj" => annotation,
        }))
    }
}

fn scope(scope: &str) -> Dictionary {
    dictionary! { "O" => "Table", "Scope" => scope }
}

fn word(role: Role) -> &'static str {
    match role {
        Role::Document => "Document",
        Role::Section => "Sect",
        Role::Title => "H1",
        Role::Heading => "H2",
        Role::Paragraph => "P",
        Role::Figure => "Figure",
        Role::Table => "Table",
        Role::Row => "TR",
        Role::ColumnHead | Role::RowHead => "TH",
        Role::Cell => "TD",
        Role::List => "L",
        Role::Item => "LI",
        Role::ItemBody => "LBody",
        Role::Link => "Link",
        Role::Contents => "TOC",
        Role::Entry => "TOCI",
        Role::Form => "Form",
    }
}
