//! The colours of the page: those of paper in the light and in print, others in the dark.

use crate::paint::colour_name;
use scene::Token;
use std::fmt::Write;

/// Every colour with its value on a dark screen.
const DARK: [(Token, &str); 28] = [
    (Token::Paper, "#14161a"),
    (Token::Surface, "#1e2127"),
    (Token::Hairline, "#363b44"),
    (Token::Ink, "#f0f1f3"),
    (Token::Secondary, "#aeb4bf"),
    (Token::Muted, "#979eaa"),
    (Token::Accent, "#93a1ff"),
    (Token::Trouble, "#ff8f63"),
    (Token::TroubleSoft, "#38221a"),
    (Token::Watch, "#f0b14f"),
    (Token::WatchSoft, "#342a16"),
    (Token::Good, "#63cd88"),
    (Token::GoodSoft, "#183022"),
    (Token::Flow, "#7f8692"),
    (Token::Note, "#4a4116"),
    (Token::NoteInk, "#f6e9a8"),
    (Token::Team0, "#a48bf0"),
    (Token::Team1, "#35bfb1"),
    (Token::Team2, "#6a9ef2"),
    (Token::Team3, "#e0a24b"),
    (Token::Team4, "#66c072"),
    (Token::Team5, "#e372aa"),
    (Token::Team6, "#8fa1bf"),
    (Token::Team7, "#cf8f60"),
    (Token::Team8, "#45bbdf"),
    (Token::Team9, "#ba7be0"),
    (Token::Team10, "#9cc04e"),
    (Token::Team11, "#df7878"),
];

/// The rules that give every colour its value, and the classes that use it: `f-` fills, `s-` draws
/// lines, `c-` writes.
pub fn rules() -> String {
    let mut out = String::from(":root{color-scheme:light;");
    for (token, _) in DARK {
        let (red, green, blue) = token.on_paper();
        let _ = write!(out, "--{}:#{red:02x}{green:02x}{blue:02x};", colour_name(token));
    }
    out.push_str("}\n@media screen and (prefers-color-scheme:dark){:root{color-scheme:dark;");
    for (token, dark) in DARK {
        let _ = write!(out, "--{}:{dark};", colour_name(token));
    }
    out.push_str("}}\n");
    for (token, _) in DARK {
        let name = colour_name(token);
        let _ = write!(out, ".f-{name}{{fill:var(--{name})}}.s-{name}{{stroke:var(--{name})}}");
        let _ = writeln!(out, ".c-{name}{{color:var(--{name})}}");
    }
    out
}
