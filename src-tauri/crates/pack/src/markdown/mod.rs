//! The pack as Markdown with the tables of GitHub, for wikis and repositories. Nothing that a person
//! typed is markup in it.

mod safe;

use crate::outline::{Outline, is_of_lists};
use crate::page::Anchor;
use crate::script::{Block, Cell, Cover, MapFigure, PageKind, Row, Script, Table, Title};
use model::PackChoice;
use safe::safe;
use scene::{TextStyle, Token, Weight};
use std::collections::BTreeSet;
use std::fmt::Write;

/// What is being written.
struct Text {
    outline: Outline,
    out: String,
    /// Places that links lead to, and that are there already.
    taken: BTreeSet<String>,
    /// How deep the last title was.
    depth: u8,
    contents: &'static str,
}

/// The script as Markdown.
pub fn markdown(script: &Script, choice: &PackChoice) -> String {
    let contents = crate::drawn::language(choice.language).pick("Contents", "Inhalt");
    let outline = Outline::of(script);
    let mut text = Text { outline, out: String::new(), taken: BTreeSet::new(), depth: 0, contents };
    if !script.sheets.iter().any(|it| it.kind == PageKind::Cover) {
        let _ = writeln!(text.out, "# {}\n", safe(&script.title));
    }
    for (at, sheet) in script.sheets.iter().enumerate() {
        for (number, block) in sheet.blocks.iter().enumerate() {
            if sheet.kind == PageKind::Contents && !matches!(block, Block::Contents) {
                continue;
            }
            text.block((at, number), block);
        }
    }
    text.paragraph(&format!("---\n\n{}", safe(&script.foot)));
    text.out.trim().to_owned() + "\n"
}

impl Text {
    fn paragraph(&mut self, said: &str) {
        if !said.trim().is_empty() {
            let _ = writeln!(self.out, "{said}\n");
        }
    }

    fn block(&mut self, place: (usize, usize), block: &Block) {
        match block {
            Block::Cover(cover) => self.cover(cover),
            Block::Contents => self.list_contents(),
            Block::Space(_) => {}
            Block::Title(title) => self.title(place, title),
            Block::Heading(text) => self.heading(text),
            Block::Linked(heading) => {
                self.titles(place, |outline, text| link(outline, Some(heading.to), text));
            }
            Block::Missing { heading, what } => {
                self.heading(heading);
                self.paragraph(&safe(what));
            }
            Block::Paragraph { text, style, .. } => self.paragraph(&said(text, *style)),
            Block::Table { heading, table } => self.table(heading, table),
            Block::Figure { description, .. } => {
                self.paragraph(&format!("*{}*", safe(description)))
            }
            Block::Map(map) => self.map(place, map),
        }
    }

    fn cover(&mut self, cover: &Cover) {
        let _ = writeln!(self.out, "# {}\n", safe(&cover.title));
        for text in [&cover.client, &cover.subtitle, &cover.confidential] {
            self.paragraph(&safe(text));
        }
        for (figure, caption) in &cover.figures {
            let _ = writeln!(self.out, "- **{}** {}", safe(figure), safe(caption));
        }
        self.out.push('\n');
        self.paragraph(&safe(&cover.certainty));
        for line in &cover.imprint {
            self.paragraph(&safe(line));
        }
    }

    fn list_contents(&mut self) {
        let _ = writeln!(self.out, "## {}\n", self.contents);
        for entry in &self.outline.entries {
            let indent = "  ".repeat(entry.level.into());
            let _ = writeln!(self.out, "{indent}- [{}](#{})", safe(&entry.text), entry.id);
        }
        self.out.push('\n');
    }

    /// The headings of the outline that a block has.
    fn titles(&mut self, place: (usize, usize), shown: impl Fn(&Outline, String) -> String) {
        let entries: Vec<_> = self.outline.at(place.0, place.1).cloned().collect();
        for entry in entries {
            let id = self.anchor(&entry.id);
            let marks = "#".repeat(usize::from(entry.level) + 2);
            let text = shown(&self.outline, safe(&entry.text));
            let _ = writeln!(self.out, "{marks} {id}{text}\n");
            self.depth = entry.level;
        }
    }

    fn title(&mut self, place: (usize, usize), title: &Title) {
        self.titles(place, |_, text| text);
        self.paragraph(&safe(&title.finding));
        if let Some((text, to, _)) = &title.back
            && self.outline.target(*to).is_some()
        {
            let back = link(&self.outline, Some(*to), safe(text));
            self.paragraph(&back);
        }
    }

    fn heading(&mut self, text: &str) {
        let marks = "#".repeat(usize::from(self.depth) + 3);
        let _ = writeln!(self.out, "{marks} {}\n", safe(text));
    }

    /// The place that links lead to, where it is not there already.
    fn anchor(&mut self, id: &str) -> String {
        if self.taken.insert(id.to_owned()) {
            format!("<a id=\"{id}\"></a>")
        } else {
            String::new()
        }
    }

    fn map(&mut self, place: (usize, usize), map: &MapFigure) {
        self.titles(place, |_, text| text);
        self.paragraph(&safe(&map.finding));
        self.paragraph(&format!("*{}*", safe(&map.description)));
        for spot in &map.spots {
            let said = link(&self.outline, Some(spot.to), safe(&spot.says));
            let _ = writeln!(self.out, "- {said}");
        }
        self.out.push('\n');
        if let Some(ladder) = &map.ladder {
            let totals: Vec<String> = ladder.totals.iter().map(|it| safe(it)).collect();
            self.paragraph(&totals.join(" · "));
        }
        self.paragraph(&safe(&map.clock));
    }

    fn table(&mut self, heading: &str, table: &Table) {
        if !heading.is_empty() {
            self.heading(heading);
        }
        if table.rows.is_empty() {
            return;
        }
        if is_of_lists(table) {
            self.lists(table);
            return;
        }
        let heads: Vec<String> = table.columns.iter().map(|it| safe(&it.head)).collect();
        let rules: Vec<&str> =
            table.columns.iter().map(|it| if it.right { "---:" } else { "---" }).collect();
        let _ = writeln!(self.out, "| {} |\n| {} |", heads.join(" | "), rules.join(" | "));
        for row in &table.rows {
            let cells = self.cells(table, row);
            let _ = writeln!(self.out, "| {} |", cells.join(" | "));
        }
        self.out.push('\n');
    }

    fn cells(&mut self, table: &Table, row: &Row) -> Vec<String> {
        let target = row.anchor.and_then(|it| self.outline.target(it)).map(str::to_owned);
        let mut before = target.map(|it| self.anchor(&it)).unwrap_or_default();
        let cell = |at: usize| row.cells.get(at).map(|it| self.cell(it)).unwrap_or_default();
        let mut cells: Vec<String> = (0..table.columns.len()).map(cell).collect();
        if let Some(first) = cells.first_mut() {
            before.push_str(first);
            *first = before;
        }
        cells
    }

    fn cell(&self, cell: &Cell) -> String {
        let box_before = match cell.tick {
            Some(true) => "☑ ",
            Some(false) => "☐ ",
            None => "",
        };
        format!("{box_before}{}", self.lines(cell, "<br>"))
    }

    fn lines(&self, cell: &Cell, between: &str) -> String {
        let lines = cell.lines.iter().filter(|it| !it.text.trim().is_empty()).enumerate();
        let lines = lines.map(|(number, line)| {
            let weight =
                if line.token == Token::Muted { Weight::Regular } else { line.style.weight };
            let text = said(&line.text, TextStyle::new(line.style.size, weight));
            if number == 0 { link(&self.outline, cell.link, text) } else { text }
        });
        lines.collect::<Vec<_>>().join(between)
    }

    fn lists(&mut self, table: &Table) {
        for (at, column) in table.columns.iter().enumerate() {
            self.paragraph(&said(&column.head, TextStyle::new(10.0, Weight::SemiBold)));
            for cell in table.rows.iter().filter_map(|row| row.cells.get(at)) {
                let text = self.lines(cell, " – ");
                let tick = match cell.tick {
                    Some(true) => "[x] ",
                    Some(false) => "[ ] ",
                    None => "",
                };
                if !text.is_empty() {
                    let _ = writeln!(self.out, "- {tick}{text}");
                }
            }
            if !column.head.is_empty() {
                self.out.push('\n');
            }
        }
        self.out.push('\n');
    }
}

/// A text, bold where it is in the pack.
fn said(text: &str, style: TextStyle) -> String {
    let text = safe(text);
    if style.weight >= Weight::SemiBold && !text.is_empty() { format!("**{text}**") } else { text }
}

/// A text as a link, where what it leads to is there.
fn link(outline: &Outline, to: Option<Anchor>, text: String) -> String {
    match to.and_then(|it| outline.target(it)) {
        Some(target) if !text.is_empty() => format!("[{text}](#{target})"),
        _ => text,
    }
}
