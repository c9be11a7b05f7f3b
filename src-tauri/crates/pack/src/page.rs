//! A finished booklet before it is painted: pages of scene shapes, what links lead where, the
//! outline, what is filled in, and the structure that a screen reader follows. Points, origin top left of the page.

use model::{HandoffId, PageKind};
use scene::{Language, Rect, Shape};
use std::collections::BTreeMap;
use std::ops::Range;

/// A place that links and bookmarks lead to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Anchor {
    /// A handoff's row in the register.
    Row(HandoffId),
    /// A handoff's card.
    Card(HandoffId),
    /// A line of the outline, by its number.
    Outline(usize),
    /// A page of a map that is on several, by its index.
    Page(usize),
}

/// What a part of the structure is, in the words of the PDF standard.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// The whole booklet.
    Document,
    /// One section of it.
    Section,
    /// The title of a section.
    Title,
    /// A heading inside a section.
    Heading,
    /// A paragraph.
    Paragraph,
    /// A drawing; its node has a description.
    Figure,
    /// A table.
    Table,
    /// A row of a table.
    Row,
    /// A head of a column.
    ColumnHead,
    /// A head of a row.
    RowHead,
    /// A cell of a table.
    Cell,
    /// What is counted up.
    List,
    /// One of what is counted up.
    Item,
    /// What an item says.
    ItemBody,
    /// Text that leads somewhere.
    Link,
    /// The contents.
    Contents,
    /// A line of the contents.
    Entry,
    /// A place to fill in.
    Form,
}

/// Which node of the structure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct NodeId(pub usize);

/// What hangs on a node, in reading order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kid {
    /// Another node.
    Node(NodeId),
    /// A mark of a page: page index, mark index.
    Mark(usize, usize),
    /// A link of a page: page index, link index.
    Link(usize, usize),
    /// A place to fill in, by its index.
    Widget(usize),
}

/// One node of the structure.
#[derive(Clone, Debug)]
pub struct Node {
    /// What it is.
    pub role: Role,
    /// What it hangs on; nothing for the document.
    pub parent: Option<NodeId>,
    /// What it holds.
    pub kids: Vec<Kid>,
    /// What a figure shows, in words.
    pub description: String,
    /// Where a figure lies on its page.
    pub bounds: Option<Rect>,
}

/// What stands on every page alike, and is read aloud on none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Edge {
    /// At the top.
    Header,
    /// At the bottom.
    Footer,
}

/// Shapes of a page that belong to one node; to none when they are decoration.
#[derive(Clone, Debug)]
pub struct Mark {
    /// Which shapes.
    pub shapes: Range<usize>,
    /// Whose they are.
    pub node: Option<NodeId>,
    /// What of them is seen; all of them where there is none.
    pub window: Option<Rect>,
    /// The edge they stand at, where they are decoration that does.
    pub edge: Option<Edge>,
}

/// A rectangle that leads somewhere when it is clicked.
#[derive(Clone, Debug)]
pub struct Link {
    /// Where.
    pub rect: Rect,
    /// Where to.
    pub to: Anchor,
    /// What it is called aloud.
    pub says: String,
    /// Its node.
    pub node: NodeId,
}

/// What goes into a place to fill in.
#[derive(Clone, Debug, PartialEq)]
pub enum Input {
    /// One line of so many characters at most.
    Line(Option<u16>),
    /// Several lines.
    Area,
    /// One of these.
    Choice(Vec<String>),
    /// A tick, or none; the box is drawn by the widget.
    Tick,
}

/// A place to fill in. What stands around it is drawn by its page.
#[derive(Clone, Debug)]
pub struct Widget {
    /// Index of its page.
    pub page: usize,
    /// Where.
    pub rect: Rect,
    /// What programs know it by; no two share one.
    pub name: String,
    /// What it is called aloud, and how to fill it.
    pub says: String,
    /// Not complete without it.
    pub required: bool,
    /// What goes in.
    pub input: Input,
    /// How large it is written, in points.
    pub size: f32,
    /// Its node.
    pub node: NodeId,
}

/// One page.
#[derive(Clone, Debug)]
pub struct Page {
    /// What it belongs to.
    pub kind: PageKind,
    /// Width in points.
    pub width: f32,
    /// Height in points.
    pub height: f32,
    /// What to paint, in order.
    pub shapes: Vec<Shape>,
    /// Whose each shape is; together the marks cover all shapes, in order.
    pub marks: Vec<Mark>,
    /// Its links.
    pub links: Vec<Link>,
}

/// A line of the outline.
#[derive(Clone, Debug)]
pub struct Bookmark {
    /// What it says.
    pub title: String,
    /// 0 is outermost; a level deeper hangs on the last one above it.
    pub level: u8,
    /// Index of its page.
    pub page: usize,
    /// How far down the page, in points.
    pub y: f32,
}

/// A finished booklet.
#[derive(Clone, Debug, Default)]
pub struct Booklet {
    /// What it is called.
    pub title: String,
    /// Whose it is.
    pub author: String,
    /// What it is about, in a sentence.
    pub subject: String,
    /// The client's colour instead of Baton's, as red, green and blue.
    pub accent: Option<[u8; 3]>,
    /// Its pages.
    pub pages: Vec<Page>,
    /// Its outline, top to bottom.
    pub bookmarks: Vec<Bookmark>,
    /// Where anchors lie: page index and distance from the top.
    pub anchors: BTreeMap<Anchor, (usize, f32)>,
    /// The structure; the first node is the document.
    pub nodes: Vec<Node>,
    /// What is filled in, in the order of the tab key.
    pub widgets: Vec<Widget>,
    /// What it is written in.
    pub language: Language,
}
