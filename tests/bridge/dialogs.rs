//! The dialogs of the bridge: the person always saves into one folder under the suggested name,
//! and always opens the newest file there.

use session::api::{PackLine, PackSheet, PackWindow};
use session::{
    Agenda, AgendaWritten, Asked, Failure, LayOut, Outside, PackPage, PackPages, WritePack, Written,
};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// The day on every pack of the bridge, so that two runs print the same.
const DAY: &str = "1 January 2026";

/// The folder that dialogs point at.
pub struct Folder {
    path: PathBuf,
    sample: Option<PathBuf>,
}

impl Folder {
    /// Dialogs that point at this folder, and what is opened as the sample there; the bundled one
    /// without a file.
    pub fn new(path: PathBuf, sample: Option<PathBuf>) -> Folder {
        Folder { path, sample }
    }

    fn newest(&self, wanted: &str) -> std::io::Result<Option<PathBuf>> {
        let mut files = Vec::new();
        for entry in std::fs::read_dir(&self.path)? {
            let path = entry?.path();
            if path.extension().is_some_and(|ending| ending == wanted) {
                files.push((path.metadata()?.modified()?, path));
            }
        }
        Ok(files.into_iter().max().map(|(_, path)| path))
    }
}

impl Outside for Folder {
    fn choose_open(&mut self) -> Option<PathBuf> {
        self.newest("baton").ok().flatten()
    }

    fn choose_save(&mut self, suggestion: &str, ending: &str) -> Option<PathBuf> {
        let stem = Path::new(suggestion).file_stem()?.to_str()?;
        let numbered = (2..).map(|number| format!("{stem} {number}.{ending}"));
        std::iter::once(format!("{stem}.{ending}"))
            .chain(numbered)
            .map(|name| self.path.join(name))
            .find(|path| !path.exists())
    }

    fn sample(&mut self) -> Result<model::Document, Failure> {
        let Some(file) = &self.sample else {
            return exchange::sample().map_err(|error| failure("notRead", &error));
        };
        let bytes = std::fs::read(file).map_err(|error| failure("notRead", &error))?;
        exchange::sample_json::read(&bytes).map_err(|error| failure("notRead", &error))
    }

    fn write_pack(&self) -> WritePack {
        Arc::new(packed)
    }

    fn lay_out(&self) -> LayOut {
        Arc::new(laid_out)
    }

    fn logo(&mut self, file: &str) -> Result<String, Failure> {
        pack::logo(file).map_err(|error| failure("notALogo", &error))
    }

    fn export_minutes(&mut self, document: &model::Document, to: &Path) -> Result<(), Failure> {
        std::fs::write(to, pack::minutes(document, DAY))
            .map_err(|error| failure("notWritten", &error))
    }

    fn export_agenda(&mut self, agenda: &Agenda<'_>, to: &Path) -> Result<AgendaWritten, Failure> {
        let Agenda { key, day, language, .. } = *agenda;
        let setting = pack::AgendaSetting { key, day, language };
        let made = pack::agenda(agenda.document, &setting);
        std::fs::write(to, &made.text).map_err(|error| failure("notWritten", &error))?;
        Ok(AgendaWritten { entries: made.entries, undated: made.undated })
    }

    fn choose_table(&mut self) -> Option<PathBuf> {
        self.newest("csv").ok().flatten()
    }

    fn measured(&mut self, from: &Path) -> Result<Vec<model::MeasuredItem>, Failure> {
        let bytes = std::fs::read(from).map_err(|error| failure("notRead", &error))?;
        exchange::measured::read(&bytes).map_err(|error| failure("notRead", &error))
    }

    fn write_text(&mut self, text: &str, to: &Path) -> Result<(), Failure> {
        std::fs::write(to, text).map_err(|error| failure("notWritten", &error))
    }

    /// A browser that is driven has no viewer beside it.
    fn show(&mut self, _: &Path) -> Result<(), Failure> {
        Ok(())
    }
}

fn packed(asked: &Asked<'_>, to: &Path) -> Result<Written, Failure> {
    let made = pack::pack(asked.document, &settings(asked), asked.form)
        .map_err(|error| failure("notExported", &error))?;
    std::fs::write(to, &made.bytes).map_err(|error| failure("notWritten", &error))?;
    Ok(Written { pages: made.pages, warnings: made.warnings })
}

fn laid_out(asked: &Asked<'_>) -> Result<PackPages, Failure> {
    let pack::Pages { pages, outline, warnings } = pack::pages(asked.document, &settings(asked))
        .map_err(|error| failure("notExported", &error))?;
    let window = |it: pack::Window| PackWindow {
        from: it.shapes.start,
        until: it.shapes.end,
        rect: it.rect,
    };
    let page = |it: pack::PageShown| PackPage {
        sheet: PackSheet { kind: it.kind, width: it.width, height: it.height },
        shapes: it.shapes,
        windows: it.windows.into_iter().map(window).collect(),
    };
    let line = |(title, level, page)| PackLine { title, level, page };
    Ok(PackPages {
        pages: pages.into_iter().map(page).collect(),
        outline: outline.into_iter().map(line).collect(),
        warnings,
    })
}

fn failure(code: &str, error: &dyn std::error::Error) -> Failure {
    Failure {
        code: code.to_owned(),
        message: error.to_string(),
        hint: String::new(),
        ids: Vec::new(),
        unread: None,
    }
}

fn settings(asked: &Asked<'_>) -> pack::Settings {
    let (choice, history) = (asked.choice.clone(), asked.history.clone());
    pack::Settings { date: DAY.to_owned(), day: "2026-01-01".to_owned(), choice, history }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn saving_is_always_into_a_fresh_file() {
        let folder = tempfile::tempdir().unwrap();
        let mut dialogs = Folder::new(folder.path().to_owned(), None);
        assert_eq!(dialogs.choose_open(), None);
        let first = dialogs.choose_save("A map.baton", "baton").unwrap();
        std::fs::write(&first, "").unwrap();
        let second = dialogs.choose_save("A map.baton", "baton").unwrap();
        assert_eq!(first, folder.path().join("A map.baton"));
        assert_eq!(second, folder.path().join("A map 2.baton"));
        assert_eq!(dialogs.choose_open(), Some(first));
    }
}
