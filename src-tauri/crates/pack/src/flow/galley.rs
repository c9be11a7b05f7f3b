//! The galley: the page being set, how far down it is filled, and the structure being open. All
//! that is printed goes through here, so that every shape belongs to a node or is decoration.

use crate::page::{Anchor, Booklet, Edge, Kid, Link, Mark, Node, NodeId, Page, Role};
use crate::script::{Format, MARGIN, Paper, PaperSize, Sizes};
use model::PageKind;
use scene::{Rect, Shape, TextStyle, Token, Typesetter, Weight};

/// Where the content of a page begins.
pub const TOP: f32 = 64.0;
/// White space below the content; the footer stands in it.
pub const BOTTOM: f32 = 50.0;

const RUNNING: TextStyle = TextStyle::new(9.0, Weight::Regular);
const HEADER_BASELINE: f32 = 38.5;
/// The baseline of the footer, from the lower edge of the page.
pub const FOOTER: f32 = 26.5;

/// What stands at the edges of every page.
#[derive(Clone, Debug, Default)]
pub struct Running {
    /// Top left.
    pub title: String,
    /// Bottom left.
    pub foot: String,
}

/// The pages being set.
pub struct Galley {
    /// What is set so far.
    pub book: Booklet,
    /// Shapes and breaks text.
    pub typesetter: Typesetter,
    /// The top of what comes next on the current page.
    pub y: f32,
    /// What running text is printed on.
    pub size: PaperSize,
    /// What the pages being set belong to.
    pub kind: PageKind,
    /// How much of the white space between rows and paragraphs is kept, 1 for all of it.
    pub loose: f32,
    /// How large text of tables and paragraphs is set, 1 for its own size.
    pub size_of_text: f32,
    /// What is seen of the shapes to come; all of them where there is none.
    pub window: Option<Rect>,
    /// Index of the current page.
    at: usize,
    paper: Paper,
    running: Running,
    section: String,
    open: Vec<NodeId>,
    /// The edge being set.
    edge: Option<Edge>,
}

impl Galley {
    /// An empty galley.
    pub fn new(book: Booklet, running: Running, size: PaperSize) -> Galley {
        Galley::with(Typesetter::new(), book, running, size)
    }

    /// An empty galley with a typesetter that is there already: reading the fonts takes longer than
    /// setting a page.
    pub fn with(
        typesetter: Typesetter,
        book: Booklet,
        running: Running,
        size: PaperSize,
    ) -> Galley {
        let mut galley = Galley {
            book,
            typesetter,
            y: TOP,
            size,
            kind: PageKind::Cover,
            loose: 1.0,
            size_of_text: 1.0,
            window: None,
            at: 0,
            paper: size.paper(Format::Upright),
            running,
            section: String::new(),
            open: Vec::new(),
            edge: None,
        };
        galley.open(Role::Document);
        galley
    }

    /// The current paper.
    pub fn paper(&self) -> Paper {
        self.paper
    }

    /// Width between the margins.
    pub fn measure(&self) -> f32 {
        self.paper.width - 2.0 * MARGIN
    }

    /// The lowest place content may reach.
    pub fn floor(&self) -> f32 {
        self.paper.height - BOTTOM
    }

    /// Index of the current page.
    pub fn page(&self) -> usize {
        self.at
    }

    /// A page with nothing on it, not even header and footer.
    pub fn bare_page(&mut self, paper: Paper) {
        self.paper = paper;
        self.y = TOP;
        self.book.pages.push(Page {
            kind: self.kind,
            width: paper.width,
            height: paper.height,
            shapes: Vec::new(),
            marks: Vec::new(),
            links: Vec::new(),
        });
        self.at = self.book.pages.len() - 1;
    }

    /// Goes back to a page that was set before, to set more on it from there.
    pub fn turn_to(&mut self, page: usize, y: f32) {
        if let Some(sheet) = self.book.pages.get(page) {
            self.paper = Paper { width: sheet.width, height: sheet.height };
            self.at = page;
            self.y = y;
        }
    }

    /// What stands at the top right of the pages to come.
    pub fn section(&mut self, section: &str) {
        self.section = section.to_owned();
    }

    /// The next page of the same section, on other paper.
    pub fn page_of(&mut self, paper: Paper) {
        self.bare_page(paper);
        self.edges();
    }

    /// The first page of a section.
    pub fn section_page(&mut self, paper: Paper, section: &str) {
        self.section(section);
        self.page_of(paper);
    }

    /// The next page of the same section.
    pub fn next_page(&mut self) {
        self.page_of(self.paper);
    }

    /// Goes to the next page unless this much still fits on the current one.
    pub fn need(&mut self, height: f32) {
        if self.y + height > self.floor() {
            self.next_page();
        }
    }

    fn edges(&mut self) {
        let (width, height) = (self.paper.width, self.paper.height);
        let half = self.measure() / 2.0 - 8.0;
        let number = self.book.pages.len().to_string();
        let (left, right) = (self.running.title.clone(), self.section.clone());
        let foot = self.running.foot.clone();
        let kept = std::mem::take(&mut self.open);
        self.edge = Some(Edge::Header);
        self.edge_text(&left, MARGIN, HEADER_BASELINE, half, End::Left);
        self.edge_text(&right, width - MARGIN, HEADER_BASELINE, half, End::Right);
        self.edge = Some(Edge::Footer);
        let baseline = height - FOOTER;
        self.edge_text(&foot, MARGIN, baseline, self.measure() - 160.0, End::Left);
        self.edge_text(&number, width - MARGIN, baseline, 50.0, End::Right);
        self.edge = None;
        self.open = kept;
    }

    fn edge_text(&mut self, text: &str, x: f32, baseline: f32, width: f32, end: End) {
        let line = self.typesetter.lines_at_most(text, RUNNING, width, 1).into_iter().next();
        if let Some(line) = line {
            let x = if end == End::Left { x } else { x - line.width };
            self.measured(x, baseline, &line.text, line.width, RUNNING, Token::Muted);
        }
    }

    /// One line of text, from its left end on its baseline.
    pub fn text(&mut self, x: f32, y: f32, text: &str, style: TextStyle, token: Token) {
        if text.is_empty() {
            return;
        }
        let width = self.typesetter.width(&text.replace('\u{a0}', " "), style);
        self.measured(x, y, text, width, style, token);
    }

    /// One line of text that was measured when it was broken; shaping it once more would be a
    /// third of the work of a pack.
    pub fn measured(
        &mut self,
        x: f32,
        y: f32,
        text: &str,
        width: f32,
        style: TextStyle,
        token: Token,
    ) {
        if text.is_empty() {
            return;
        }
        // A no-break space has done its work once lines are broken; readers search for a plain one.
        let text = text.replace('\u{a0}', " ");
        self.put(Shape::Text { x, y, width, text, style, paint: token.into() });
    }

    /// A shape that says nothing to a reader.
    pub fn decorate(&mut self, shape: Shape) {
        let kept = std::mem::take(&mut self.open);
        self.put(shape);
        self.open = kept;
    }

    /// A shape of the innermost open node.
    pub fn put(&mut self, shape: Shape) {
        let page = self.page();
        let (node, window, edge) = (self.open.last().copied(), self.window, self.edge);
        let Some(sheet) = self.book.pages.get_mut(page) else { return };
        let at = sheet.shapes.len();
        sheet.shapes.push(shape);
        if let Some(mark) = sheet.marks.last_mut()
            && (mark.node, mark.window, mark.edge) == (node, window, edge)
        {
            mark.shapes.end = at + 1;
            return;
        }
        let mark = sheet.marks.len();
        sheet.marks.push(Mark { shapes: at..at + 1, node, window, edge });
        if let Some(node) = node {
            self.hang(node, Kid::Mark(page, mark));
        }
    }

    /// Opens a node inside the innermost open one.
    pub fn open(&mut self, role: Role) -> NodeId {
        let id = NodeId(self.book.nodes.len());
        let parent = self.open.last().copied();
        self.book.nodes.push(Node {
            role,
            parent,
            kids: Vec::new(),
            description: String::new(),
            bounds: None,
        });
        if let Some(parent) = parent {
            self.hang(parent, Kid::Node(id));
        }
        self.open.push(id);
        id
    }

    /// Closes the innermost open node.
    pub fn close(&mut self) {
        self.open.pop();
    }

    /// Sets a part whose shapes are decoration, whatever is open.
    pub fn as_decoration(&mut self, set: impl FnOnce(&mut Galley)) {
        let kept = std::mem::take(&mut self.open);
        set(self);
        self.open = kept;
    }

    /// Opens a node that was open before, so that more can be hung on it.
    pub fn reopen(&mut self, node: NodeId) {
        self.open.push(node);
    }

    /// Whether what is set now is decoration.
    pub fn decorating(&self) -> bool {
        self.open.is_empty()
    }

    fn hang(&mut self, on: NodeId, kid: Kid) {
        if let Some(node) = self.book.nodes.get_mut(on.0) {
            node.kids.push(kid);
        }
    }

    /// Makes a rectangle of the current page lead somewhere; its words hang on the open link node.
    pub fn link(&mut self, rect: Rect, to: Anchor, says: &str) {
        let page = self.page();
        let Some(node) = self.open.last().copied() else { return };
        let Some(sheet) = self.book.pages.get_mut(page) else { return };
        sheet.links.push(Link { rect, to, says: says.to_owned(), node });
        let at = sheet.links.len() - 1;
        self.hang(node, Kid::Link(page, at));
    }

    /// Makes the current place one that links can lead to.
    pub fn anchor(&mut self, anchor: Anchor, y: f32) {
        let page = self.page();
        self.book.anchors.entry(anchor).or_insert((page, y));
    }
}

#[derive(Clone, Copy, PartialEq)]
enum End {
    Left,
    Right,
}
