//! The cover: an emblem, whose pack it is, what it is about, three figures, when and which version.

use super::blocks::{leading, rise};
use super::galley::Galley;
use crate::logo;
use crate::page::{Bookmark, Role};
use crate::script::{Cover, MARGIN};
use scene::{Rect, Segment, Shape, TextStyle, Token, Weight};

const CLIENT: TextStyle = TextStyle::new(14.0, Weight::SemiBold);
const SUBTITLE: TextStyle = TextStyle::new(16.0, Weight::Regular);
const FIGURE: TextStyle = TextStyle::new(26.0, Weight::Bold);
const CAPTION: TextStyle = TextStyle::new(11.0, Weight::Regular);
const IMPRINT: TextStyle = TextStyle::new(12.0, Weight::Regular);
const MARK: TextStyle = TextStyle::new(10.0, Weight::SemiBold);
/// The room for a logo.
const LOGO: Rect = Rect { x: MARGIN, y: 90.0, w: 190.0, h: 72.0 };
/// Title sizes, the largest that leaves room for the figures is taken.
const TITLES: [f32; 4] = [38.0, 30.0, 22.0, 14.0];
/// Where the figures and the imprint begin, from the foot of the page.
const FIGURES_UP: f32 = 272.0;
const IMPRINT_UP: f32 = 104.0;

/// Sets the cover.
pub fn set(galley: &mut Galley, cover: &Cover, name: &str) {
    let bookmark = Bookmark { title: name.to_owned(), level: 0, page: galley.page(), y: 0.0 };
    galley.book.bookmarks.push(bookmark);
    set_logo(galley, cover);
    confidential(galley, &cover.confidential);
    galley.y = 285.0;
    if !cover.client.is_empty() {
        galley.open(Role::Paragraph);
        let client = galley.typesetter.lines_at_most(&cover.client, CLIENT, galley.measure(), 2);
        for line in client {
            line_at(galley, &line.text, CLIENT, Token::Accent);
        }
        galley.close();
        galley.y += 6.0;
    }
    title(galley, &cover.title);
    galley.y += 12.0;
    galley.open(Role::Paragraph);
    let room = galley.measure() * 0.84;
    for line in galley.broken(&cover.subtitle, SUBTITLE, room).into_iter().take(5) {
        line_at(galley, &line.text, SUBTITLE, Token::Secondary);
    }
    galley.close();
    galley.y = (galley.y + 40.0).max(galley.paper().height - FIGURES_UP);
    figures(galley, cover);
    imprint(galley, cover);
}

/// The client's logo; Baton's emblem where there is none.
fn set_logo(galley: &mut Galley, cover: &Cover) {
    let placed = logo::placed(&cover.logo, LOGO);
    let Some(rect) = placed.filter(|_| !cover.logo.is_empty()) else {
        emblem(MARGIN, LOGO.y).into_iter().for_each(|it| galley.decorate(it));
        return;
    };
    galley.open(Role::Figure);
    super::map::describe(galley, &cover.logo_says, rect);
    galley.put(Shape::Image { rect, png: cover.logo.clone() });
    galley.close();
}

/// Who may read it, at the upper right corner.
fn confidential(galley: &mut Galley, mark: &str) {
    if mark.is_empty() {
        return;
    }
    let line = galley.typesetter.lines_at_most(mark, MARK, galley.measure() - 80.0, 1);
    if let Some(line) = line.into_iter().next() {
        let x = galley.paper().width - MARGIN - line.width;
        galley.open(Role::Paragraph);
        galley.text(x, 90.0 + rise(MARK), &line.text, MARK, Token::Trouble);
        galley.close();
    }
}

fn line_at(galley: &mut Galley, text: &str, style: TextStyle, token: Token) {
    galley.text(MARGIN, galley.y + rise(style), text, style, token);
    galley.y += leading(style);
}

/// The mark of the product: a baton on the accent, with its upper left corner there.
pub fn emblem(x: f32, y: f32) -> [Shape; 2] {
    use Segment::{C, L, M, Z};
    let ground = Shape::Rect {
        rect: Rect::new(x, y, 44.0, 44.0),
        radius: 11.0,
        fill: Some(Token::Accent.into()),
        stroke: None,
    };
    // A round-ended bar from lower left to upper right.
    let (ax, ay, bx, by, r) = (x + 14.5, y + 29.5, x + 29.5, y + 14.5, 3.4_f32);
    let d = r * std::f32::consts::FRAC_1_SQRT_2;
    let k = d * 4.0 / 3.0;
    let baton = Shape::Path {
        segments: vec![
            M(ax - d, ay - d),
            L(bx - d, by - d),
            C(bx - d + k, by - d - k, bx + d + k, by + d - k, bx + d, by + d),
            L(ax + d, ay + d),
            C(ax + d - k, ay + d + k, ax - d - k, ay - d + k, ax - d, ay - d),
            Z,
        ],
        fill: Some(Token::Surface.into()),
        stroke: None,
    };
    [ground, baton]
}

fn title(galley: &mut Galley, title: &str) {
    let room = galley.measure() * 0.88;
    let mut chosen = TextStyle::new(TITLES[0], Weight::Bold);
    for size in TITLES {
        chosen = TextStyle::new(size, Weight::Bold);
        let lines = galley.typesetter.lines(title, chosen, room).len();
        if lines as f32 * leading(chosen) <= 190.0 {
            break;
        }
    }
    galley.open(Role::Title);
    for line in galley.broken(title, chosen, room) {
        line_at(galley, &line.text, chosen, Token::Ink);
    }
    galley.close();
}

fn figures(galley: &mut Galley, cover: &Cover) {
    galley.rule(MARGIN, galley.y, galley.measure(), 0.9, Token::Ink);
    let top = galley.y + 20.0;
    let mut x = MARGIN;
    for (figure, caption) in &cover.figures {
        galley.open(Role::Paragraph);
        galley.text(x, top + rise(FIGURE), &format!("{figure} "), FIGURE, Token::Ink);
        galley.text(x, top + 34.0 + rise(CAPTION), caption, CAPTION, Token::Muted);
        galley.close();
        let wide = galley.typesetter.width(&figure.replace('\u{a0}', " "), FIGURE);
        x += wide.max(galley.typesetter.width(caption, CAPTION)) + 40.0;
    }
    galley.y = top + 62.0;
    galley.open(Role::Paragraph);
    galley.lines(&cover.certainty, CAPTION, Token::Muted, MARGIN, galley.measure());
    galley.close();
}

fn imprint(galley: &mut Galley, cover: &Cover) {
    galley.y = galley.paper().height - IMPRINT_UP;
    galley.open(Role::Paragraph);
    for text in &cover.imprint {
        let line = galley.typesetter.lines_at_most(text, IMPRINT, galley.measure(), 1);
        for line in line.into_iter().filter(|line| !line.text.is_empty()) {
            line_at(galley, &format!("{} ", line.text), IMPRINT, Token::Secondary);
            galley.y += 2.0;
        }
    }
    galley.close();
}
