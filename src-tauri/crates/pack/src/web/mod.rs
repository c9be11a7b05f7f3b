//! The pack as one page of HTML that needs nothing but itself: no script, nothing fetched, readable
//! on a telephone and on paper, in the light and in the dark, by eye and by ear. It is well-formed
//! XML too.

mod blocks;
mod colours;
mod cover;
mod figures;
mod head;
mod table;
mod words;

use crate::outline::Outline;
use crate::paint::escaped;
use crate::script::{Block, Cover, PageKind, PaperSize, Script};
use model::PackChoice;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use words::Words;

/// A page that is being written.
struct Page<'a> {
    script: &'a Script,
    outline: Outline,
    words: Words,
    size: PaperSize,
    /// What is written.
    out: String,
    /// The sheets that maps are printed on, as rules.
    papers: String,
    /// Ids that are taken: no two things share one.
    taken: BTreeSet<String>,
    /// Names of what scrolls sideways, with how often each was given.
    named: BTreeMap<String, usize>,
    /// How deep the last title was.
    depth: u8,
    /// What it says.
    title: String,
    /// How many headings inside sheets there are.
    headings: usize,
}

/// The script as HTML.
pub fn html(script: &Script, choice: &PackChoice) -> String {
    let mut page = Page {
        script,
        outline: Outline::of(script),
        words: Words::of(crate::drawn::language(choice.language)),
        size: choice.paper,
        out: String::new(),
        papers: String::new(),
        taken: BTreeSet::new(),
        named: BTreeMap::new(),
        depth: 0,
        title: String::new(),
        headings: 0,
    };
    for (at, sheet) in script.sheets.iter().enumerate() {
        if !matches!(sheet.kind, PageKind::Cover | PageKind::Contents) {
            page.sheet(at, sheet);
        }
    }
    page.whole()
}

/// Text as it may stand in HTML, its lines kept.
fn lines(text: &str) -> String {
    let lines: Vec<String> = text.lines().map(|line| escaped(&scene::arranged(line))).collect();
    lines.join("<br/>")
}

impl Page<'_> {
    /// Everything around the sheets.
    fn whole(self) -> String {
        let Words { code, contents, skip, top, .. } = self.words;
        let mut body =
            format!("<body id=\"top\">\n<a class=\"skip\" href=\"#content\">{skip}</a>\n");
        cover::write(&mut body, self.script, self.cover());
        body.push_str("<div class=\"desk\">\n");
        self.contents(&mut body, contents);
        let _ =
            writeln!(body, "<main id=\"content\" tabindex=\"-1\">\n{}</main>\n</div>", self.out);
        let foot = escaped(&self.script.foot);
        let _ = writeln!(
            body,
            "<footer><p>{foot}</p><p class=\"totop\"><a href=\"#top\">{top}</a></p></footer>\n\
             </body>\n</html>"
        );
        let mut out = format!("<!DOCTYPE html>\n<html lang=\"{code}\">\n");
        head::write(&mut out, self.script, self.size, &self.papers, &body);
        out.push_str(&body);
        out
    }

    fn cover(&self) -> Option<&Cover> {
        let mut blocks = self.script.sheets.iter().flat_map(|sheet| &sheet.blocks);
        blocks.find_map(|block| match block {
            Block::Cover(cover) => Some(cover.as_ref()),
            _ => None,
        })
    }

    /// What is where, in two levels. On paper only where a pack has contents.
    fn contents(&self, out: &mut String, title: &str) {
        let asked = self.script.sheets.iter().any(|it| it.kind == PageKind::Contents);
        let class = if asked { "printed" } else { "unprinted" };
        let _ = writeln!(
            out,
            "<nav class=\"{class}\" aria-labelledby=\"contents\"><p id=\"contents\">{title}</p>"
        );
        let mut open = None;
        for entry in &self.outline.entries {
            let (link, says) = (&entry.id, escaped(&entry.text));
            match (open, entry.level) {
                (None, _) => out.push_str("<ol class=\"top\">\n<li>"),
                (Some(0), 0) => out.push_str("</li>\n<li>"),
                (Some(0), _) => out.push_str("\n<ol>\n<li>"),
                (Some(_), 0) => out.push_str("</li>\n</ol></li>\n<li>"),
                (Some(_), _) => out.push_str("</li>\n<li>"),
            }
            let _ = write!(out, "<a href=\"#{link}\">{says}</a>");
            open = Some(entry.level);
        }
        out.push_str(match open {
            None => "",
            Some(0) => "</li>\n</ol>\n",
            Some(_) => "</li>\n</ol></li>\n</ol>\n",
        });
        out.push_str("</nav>\n");
    }

    /// The attribute that names something, where nothing else is named so.
    fn id(&mut self, id: &str) -> String {
        if self.taken.insert(id.to_owned()) { format!(" id=\"{id}\"") } else { String::new() }
    }

    /// A name for something that scrolls sideways; no two share one.
    fn name(&mut self, name: &str) -> String {
        let count = self.named.entry(name.to_owned()).or_default();
        *count += 1;
        let again = if *count > 1 { format!(" {count}") } else { String::new() };
        escaped(&format!("{name}{again}, {}", self.words.sideways))
    }
}
