//! The head of the page: what it is, that nothing is fetched or run, how it looks and prints.

use super::colours;
use crate::paint::{escaped, font_rules};
use crate::script::{Format, MARGIN, PaperSize, Script, Sizes};
use std::fmt::Write;

const STYLE: &str = include_str!("style.css");
/// No script, nothing from anywhere else.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; \
                      font-src data:; base-uri 'none'; form-action 'none'";

/// Writes the head of a page that says this text.
pub fn write(out: &mut String, script: &Script, size: PaperSize, papers: &str, text: &str) {
    let title = escaped(&script.title);
    let _ = writeln!(
        out,
        "<head>\n<meta charset=\"utf-8\"/>\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"{POLICY}\"/>\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n\
         <title>{title}</title>\n\
         <meta name=\"author\" content=\"{}\"/>\n<meta name=\"description\" content=\"{}\"/>\n\
         <meta name=\"color-scheme\" content=\"light dark\"/>\n\
         <meta name=\"referrer\" content=\"no-referrer\"/>\n<style>",
        escaped(&script.author),
        escaped(&script.subject)
    );
    out.push_str(&font_rules(text));
    out.push_str(&colours::rules());
    if let Some([red, green, blue]) = script.accent {
        // On a dark ground it may be too dark to be read, so Baton's stays there.
        let _ = writeln!(
            out,
            "@media print,(prefers-color-scheme:light){{:root{{--accent:rgb({red},{green},{blue})}}}}"
        );
    }
    out.push_str(STYLE);
    paper(out, "", size, Format::Upright, script);
    paper(out, "across", size, Format::Across, script);
    out.push_str(papers);
    out.push_str("</style>\n</head>\n");
}

fn paper(out: &mut String, name: &str, size: PaperSize, format: Format, script: &Script) {
    let paper = size.paper(format);
    let _ = write!(
        out,
        "@page {name}{{size:{}pt {}pt;margin:48pt {MARGIN}pt 54pt;",
        paper.width, paper.height
    );
    if name.is_empty() {
        let grey = "font:8.5pt Inter,system-ui,sans-serif;color:#6e747e";
        let foot = quoted(&script.foot);
        let _ = write!(
            out,
            "@bottom-left{{content:{foot};width:88%;{grey}}}\
             @bottom-right{{content:counter(page);{grey}}}"
        );
    }
    out.push_str("}\n");
    if name.is_empty() {
        out.push_str("@page :first{@bottom-left{content:none}@bottom-right{content:none}}\n");
    }
}

/// A text as a string of CSS inside HTML: whatever is not a letter, a digit or a space is written
/// by its number.
fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for character in text.chars() {
        if character.is_alphanumeric() || character == ' ' {
            out.push(character);
        } else {
            let _ = write!(out, "\\{:x} ", u32::from(character));
        }
    }
    out.push('"');
    out
}
