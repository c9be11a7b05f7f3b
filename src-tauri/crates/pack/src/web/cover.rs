//! The cover: the top of the page. Without a cover the top has the title alone.

use super::lines;
use crate::paint::escaped;
use crate::script::{Cover, Script};
use std::fmt::Write;

/// The mark of the product: a baton on the accent.
const EMBLEM: &str = "<svg class=\"emblem\" viewBox=\"0 0 44 44\" aria-hidden=\"true\">\
     <rect class=\"f-accent\" width=\"44\" height=\"44\" rx=\"11\"/>\
     <path class=\"s-surface\" d=\"M14.5 29.5L29.5 14.5\" fill=\"none\" stroke-width=\"6.8\" \
     stroke-linecap=\"round\"/></svg>\n";

/// Writes the cover.
pub fn write(out: &mut String, script: &Script, cover: Option<&Cover>) {
    out.push_str("<header class=\"cover\"><div>\n");
    match cover.filter(|it| crate::logo::pixels(&it.logo).is_ok()) {
        Some(it) => {
            let (png, says) = (escaped(&it.logo), escaped(&it.logo_says));
            let _ = writeln!(
                out,
                "<img class=\"logo\" alt=\"{says}\" src=\"data:image/png;base64,{png}\"/>"
            );
        }
        None => out.push_str(EMBLEM),
    }
    let Some(cover) = cover else {
        paragraph(out, "client", &script.author);
        let _ = writeln!(out, "<h1>{}</h1>\n</div></header>", lines(&script.title));
        return;
    };
    paragraph(out, "confidential", &cover.confidential);
    paragraph(out, "client", &cover.client);
    let _ = writeln!(out, "<h1>{}</h1>", lines(&cover.title));
    paragraph(out, "subtitle", &cover.subtitle);
    if !cover.figures.is_empty() {
        out.push_str("<dl class=\"figures\">\n");
        for (figure, caption) in &cover.figures {
            let (figure, caption) = (lines(figure), lines(caption));
            let _ = writeln!(out, "<div><dt>{caption}</dt><dd>{figure}</dd></div>");
        }
        out.push_str("</dl>\n");
    }
    paragraph(out, "certainty", &cover.certainty);
    let imprint: Vec<&String> = cover.imprint.iter().filter(|it| !it.trim().is_empty()).collect();
    if !imprint.is_empty() {
        out.push_str("<ul class=\"imprint\">\n");
        for line in imprint {
            let _ = writeln!(out, "<li>{}</li>", lines(line));
        }
        out.push_str("</ul>\n");
    }
    out.push_str("</div></header>\n");
}

fn paragraph(out: &mut String, class: &str, text: &str) {
    if !text.trim().is_empty() {
        let _ = writeln!(out, "<p class=\"{class}\">{}</p>", lines(text));
    }
}
