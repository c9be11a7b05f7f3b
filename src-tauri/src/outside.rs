//! What the kernel asks of the world: file dialogs, the sample, the pack on disk, the viewer.

use crate::words::Question;
use crate::{system, window};
use session::api::{PackLine, PackSheet, PackWindow};
use session::{
    Agenda, AgendaWritten, Asked, Document, Failure, LayOut, MeasuredItem, Outside, PackPage,
    PackPages, WritePack, Written,
};
use std::io::Read;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use tauri::{AppHandle, Manager};
use tauri_plugin_dialog::{
    DialogExt, FileDialogBuilder, FilePath, MessageDialogButtons, MessageDialogKind,
    MessageDialogResult,
};

/// What a person wants of an edit that is not saved when the window is to close.
pub enum Answer {
    /// Saved in another place first.
    SaveElsewhere,
    /// Left as it is.
    Close,
    /// The window stays.
    GoBack,
}

/// The system's dialogs over Baton's window.
pub struct Dialogs {
    app: AppHandle,
}

impl Dialogs {
    /// Dialogs of this app.
    pub fn new(app: AppHandle) -> Dialogs {
        Dialogs { app }
    }

    /// Asks a person. What the key for yes answers is what keeps most.
    pub fn ask(&self, question: &Question) -> Answer {
        let Question { text, elsewhere, close, back } = question;
        let buttons = [elsewhere, close, back].map(|it| (*it).to_owned());
        let [yes, no, cancel] = buttons;
        let dialog = self.app.dialog().message(text).title("Baton");
        let dialog = dialog
            .kind(MessageDialogKind::Warning)
            .buttons(MessageDialogButtons::YesNoCancelCustom(yes, no, cancel));
        let answer = match self.app.get_webview_window(window::LABEL) {
            Some(window) => dialog.parent(&window).blocking_show_with_result(),
            None => dialog.blocking_show_with_result(),
        };
        match answer {
            MessageDialogResult::Yes => Answer::SaveElsewhere,
            MessageDialogResult::No => Answer::Close,
            MessageDialogResult::Custom(it) if it == *elsewhere => Answer::SaveElsewhere,
            MessageDialogResult::Custom(it) if it == *close => Answer::Close,
            _ => Answer::GoBack,
        }
    }

    fn dialog(&self, ending: &str) -> FileDialogBuilder<tauri::Wry> {
        let name = match ending {
            "baton" => "Baton engagement",
            "csv" => "Table (CSV)",
            "svg" => "Picture (SVG)",
            "txt" => "Text",
            "md" => "Markdown",
            "ics" => "Calendar",
            "html" => "Web page (HTML)",
            "docx" => "Word document (DOCX)",
            "xlsx" => "Workbook (XLSX)",
            "zip" => "Archive (ZIP)",
            "json" => "Data (JSON)",
            _ => "PDF",
        };
        let dialog = self.app.dialog().file().add_filter(name, &[ending]);
        match self.app.get_webview_window(window::LABEL) {
            Some(window) => dialog.set_parent(&window),
            None => dialog,
        }
    }
}

impl Outside for Dialogs {
    fn choose_open(&mut self) -> Option<PathBuf> {
        path_of(self.dialog("baton").blocking_pick_file()?)
    }

    fn choose_save(&mut self, suggestion: &str, ending: &str) -> Option<PathBuf> {
        let path = path_of(self.dialog(ending).set_file_name(suggestion).blocking_save_file()?)?;
        // The system's dialog lets a person leave the ending off.
        let has = path.extension().is_some_and(|had| had.eq_ignore_ascii_case(ending));
        Some(if has { path } else { path.with_added_extension(ending) })
    }

    fn sample(&mut self) -> Result<Document, Failure> {
        exchange::sample().map_err(|error| failure("notRead", error.to_string(), ""))
    }

    fn write_pack(&self) -> WritePack {
        Arc::new(packed)
    }

    fn lay_out(&self) -> LayOut {
        Arc::new(laid_out)
    }

    fn logo(&mut self, file: &str) -> Result<String, Failure> {
        pack::logo(file).map_err(|error| failure("notALogo", error.to_string(), ""))
    }

    fn export_minutes(&mut self, document: &Document, to: &Path) -> Result<(), Failure> {
        // The minutes are in English whatever the window speaks.
        let day = pack::day(system::seconds_here(), pack::PackLanguage::English);
        written(to, pack::minutes(document, &day).as_bytes())
    }

    fn export_agenda(&mut self, agenda: &Agenda<'_>, to: &Path) -> Result<AgendaWritten, Failure> {
        let Agenda { key, day, language, .. } = *agenda;
        let setting = pack::AgendaSetting { key, day, language };
        let made = pack::agenda(agenda.document, &setting);
        written(to, made.text.as_bytes())?;
        Ok(AgendaWritten { entries: made.entries, undated: made.undated })
    }

    fn choose_table(&mut self) -> Option<PathBuf> {
        path_of(self.dialog("csv").blocking_pick_file()?)
    }

    fn measured(&mut self, from: &Path) -> Result<Vec<MeasuredItem>, Failure> {
        let bytes = read(from, exchange::measured::MOST_BYTES).map_err(|error| {
            let message = format!("{} could not be read: {error}.", from.display());
            failure("notRead", message, "Check that the file is still there.")
        })?;
        exchange::measured::read(&bytes).map_err(|error| failure("notRead", error.to_string(), ""))
    }

    fn write_text(&mut self, text: &str, to: &Path) -> Result<(), Failure> {
        written(to, text.as_bytes())
    }

    fn show(&mut self, path: &Path) -> Result<(), Failure> {
        if system::show(path) {
            return Ok(());
        }
        let message = format!("There is no program here that shows {}.", path.display());
        Err(failure("noViewer", message, "Open it from the folder it is in."))
    }
}

fn packed(asked: &Asked<'_>, to: &Path) -> Result<Written, Failure> {
    let made = pack::pack(asked.document, &settings(asked), asked.form)
        .map_err(|error| failure("notExported", error.to_string(), ""))?;
    written(to, &made.bytes)?;
    Ok(Written { pages: made.pages, warnings: made.warnings })
}

fn laid_out(asked: &Asked<'_>) -> Result<PackPages, Failure> {
    let pack::Pages { pages, outline, warnings } = pack::pages(asked.document, &settings(asked))
        .map_err(|error| failure("notExported", error.to_string(), ""))?;
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

fn written(to: &Path, bytes: &[u8]) -> Result<(), Failure> {
    write(to, bytes).map_err(|error| {
        let message = format!("This could not be written to {}: {error}.", to.display());
        failure("notWritten", message, "Choose another place, and export again.")
    })
}

/// The bytes of a file, and one more than may be read, so that its reader can refuse it.
fn read(from: &Path, most: usize) -> std::io::Result<Vec<u8>> {
    let most = u64::try_from(most).unwrap_or(u64::MAX).saturating_add(1);
    let mut bytes = Vec::new();
    std::fs::File::open(from)?.take(most).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// Whole or not at all: a reader never meets half a file.
fn write(to: &Path, bytes: &[u8]) -> std::io::Result<()> {
    let fresh = to.with_added_extension("new");
    std::fs::write(&fresh, bytes)?;
    std::fs::rename(&fresh, to).inspect_err(|_| drop(std::fs::remove_file(&fresh)))
}

fn path_of(chosen: FilePath) -> Option<PathBuf> {
    chosen.into_path().ok()
}

fn failure(code: &str, message: String, hint: &str) -> Failure {
    Failure { code: code.to_owned(), message, hint: hint.to_owned(), ids: Vec::new(), unread: None }
}

fn settings(asked: &Asked<'_>) -> pack::Settings {
    let (choice, history) = (asked.choice.clone(), asked.history.clone());
    let now = system::seconds_here();
    let (date, day) = (pack::day(now, choice.language), pack::sortable_day(now));
    pack::Settings { date, day, choice, history }
}
