//! The cover: whose pack it is, what it is about, three headline figures, when and which version.

use super::edition::{Edition, named};
use crate::flow::{Galley, MARGIN, Paper, leading, rise};
use crate::page::{Bookmark, Role};
use crate::words;
use scene::{Rect, Segment, Shape, TextStyle, Token, Weight};

const CLIENT: TextStyle = TextStyle::new(14.0, Weight::SemiBold);
const SUBTITLE: TextStyle = TextStyle::new(16.0, Weight::Regular);
const FIGURE: TextStyle = TextStyle::new(26.0, Weight::Bold);
const CAPTION: TextStyle = TextStyle::new(11.0, Weight::Regular);
const IMPRINT: TextStyle = TextStyle::new(12.0, Weight::Regular);
/// Title sizes, the largest that leaves room for the figures is taken.
const TITLES: [f32; 4] = [38.0, 30.0, 22.0, 14.0];

/// What the booklet is about.
pub fn subtitle(edition: &Edition) -> String {
    let lanes = edition.document().lanes_of(edition.state.id).len();
    let teams = words::of(lanes, "team", "teams");
    let told = match edition.source.figures.handoffs as usize {
        0 => format!("{teams}, no handoff yet"),
        1 => format!("{teams} and the handoff between them"),
        more => format!("{teams} and the {} between them", words::of(more, "handoff", "handoffs")),
    };
    let process = edition.process();
    let what = edition.state_name();
    if process.is_empty() {
        format!("{what}: {told}")
    } else {
        format!("{process}. {what}: {told}")
    }
}

/// Sets the cover.
pub fn set(galley: &mut Galley, edition: &Edition) {
    galley.bare_page(Paper::A4);
    galley.book.bookmarks.push(Bookmark { title: "Cover".into(), level: 0, page: 0, y: 0.0 });
    emblem(galley, MARGIN, 90.0);
    galley.y = 285.0;
    if !edition.client().is_empty() {
        galley.open(Role::Paragraph);
        let client = galley.typesetter.lines_at_most(edition.client(), CLIENT, galley.measure(), 2);
        for line in client {
            line_at(galley, &line.text, CLIENT, Token::Accent);
        }
        galley.close();
        galley.y += 6.0;
    }
    title(galley, edition.title());
    galley.y += 12.0;
    galley.open(Role::Paragraph);
    let room = galley.measure() * 0.84;
    for line in galley.broken(&subtitle(edition), SUBTITLE, room).into_iter().take(5) {
        line_at(galley, &line.text, SUBTITLE, Token::Secondary);
    }
    galley.close();
    galley.y = (galley.y + 40.0).max(570.0);
    headline(galley, edition);
    imprint(galley, edition);
}

fn line_at(galley: &mut Galley, text: &str, style: TextStyle, token: Token) {
    galley.text(MARGIN, galley.y + rise(style), text, style, token);
    galley.y += leading(style);
}

/// The mark of the product: a baton on the accent.
fn emblem(galley: &mut Galley, x: f32, y: f32) {
    use Segment::{C, L, M, Z};
    galley.decorate(Shape::Rect {
        rect: Rect::new(x, y, 44.0, 44.0),
        radius: 11.0,
        fill: Some(Token::Accent.into()),
        stroke: None,
    });
    // A round-ended bar from lower left to upper right.
    let (ax, ay, bx, by, r) = (x + 14.5, y + 29.5, x + 29.5, y + 14.5, 3.4_f32);
    let d = r * std::f32::consts::FRAC_1_SQRT_2;
    let k = d * 4.0 / 3.0;
    galley.decorate(Shape::Path {
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
    });
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

fn headline(galley: &mut Galley, edition: &Edition) {
    galley.rule(MARGIN, galley.y, galley.measure(), 0.9, Token::Ink);
    let timeline = edition.timeline();
    let lead = timeline.map_or("—".to_owned(), |it| edition.duration(it.lead_time));
    let share =
        timeline.and_then(|it| it.between_team_share).map_or("—".to_owned(), words::percent);
    let handoffs = words::count(i64::from(edition.source.figures.handoffs));
    let noun = if edition.source.figures.handoffs == 1 { "handoff" } else { "handoffs" };
    let figures = [(lead, "lead time"), (share, "of it waits between teams"), (handoffs, noun)];
    let top = galley.y + 20.0;
    let mut x = MARGIN;
    for (figure, caption) in figures {
        galley.open(Role::Paragraph);
        galley.text(x, top + rise(FIGURE), &format!("{figure} "), FIGURE, Token::Ink);
        galley.text(x, top + 34.0 + rise(CAPTION), caption, CAPTION, Token::Muted);
        galley.close();
        let wide = galley.typesetter.width(&figure.replace('\u{a0}', " "), FIGURE);
        x += wide.max(galley.typesetter.width(caption, CAPTION)) + 40.0;
    }
    galley.y = top + 62.0;
    galley.open(Role::Paragraph);
    galley.lines(&certainty(edition), CAPTION, Token::Muted, MARGIN, galley.measure());
    galley.close();
}

/// How far the lead time can be trusted, in one sentence.
pub fn certainty(edition: &Edition) -> String {
    let Some(timeline) = edition.timeline() else {
        return "The map has no path from a start to an end yet, so there is no lead time.".into();
    };
    if timeline.lead_time <= 0 {
        return "No time has been entered on the critical path yet.".into();
    }
    let part = |minutes: i64| minutes as f64 / timeline.lead_time as f64 * 100.0;
    let estimated = timeline.lead_time - timeline.measured - timeline.guessed;
    let parts: Vec<String> =
        [(timeline.measured, "measured"), (estimated, "estimated"), (timeline.guessed, "guessed")]
            .into_iter()
            .filter(|(minutes, _)| *minutes > 0)
            .map(|(minutes, word)| format!("{} {word}", words::percent(part(minutes))))
            .collect();
    let mut said = match parts.as_slice() {
        [one] => format!("The whole lead time is {}", one.rsplit(' ').next().unwrap_or_default()),
        several => format!("Of the lead time, {}", words::listed(several)),
    };
    match timeline.unknown.len() {
        0 => said.push('.'),
        1 => said += "; one time or cause on the path is not known.",
        more => said += &format!("; {more} times or causes on the path are not known."),
    }
    said
}

fn imprint(galley: &mut Galley, edition: &Edition) {
    let engagement = edition.document().the_engagement();
    let dates = engagement.map_or("", |it| named(&it.dates, ""));
    let version = named(&edition.settings.version, "");
    let issued: Vec<String> = [
        (!version.is_empty()).then(|| format!("Version {version}")),
        (!edition.settings.date.is_empty()).then(|| edition.settings.date.clone()),
    ]
    .into_iter()
    .flatten()
    .collect();
    galley.y = 738.0;
    galley.open(Role::Paragraph);
    for text in [dates.to_owned(), issued.join(" · ")] {
        let line = galley.typesetter.lines_at_most(&text, IMPRINT, galley.measure(), 1);
        for line in line.into_iter().filter(|line| !line.text.is_empty()) {
            line_at(galley, &format!("{} ", line.text), IMPRINT, Token::Secondary);
            galley.y += 2.0;
        }
    }
    galley.close();
}
