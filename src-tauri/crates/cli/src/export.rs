//! `baton export`: the pack and the map as files in a folder.

use crate::ending::{Ending, Outcome, choose, look, say, spoken};
use clap::{Args, ValueEnum};
use model::{PackChoice, PackForm};
use session::Session;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::{SystemTime, UNIX_EPOCH};

/// Pixels to the point of a PNG: sharp on paper and on dense screens.
const SCALE: f32 = 2.0;

/// What to export, and where to.
#[derive(Args)]
pub struct Export {
    /// The engagement
    #[arg(required_unless_present = "sample", conflicts_with = "sample")]
    file: Option<PathBuf>,
    /// The state by its name or role, such as future; the current one without it
    #[arg(long)]
    state: Option<String>,
    /// The built-in sample instead of a file
    #[arg(long)]
    sample: bool,
    /// The folder to write into; made if it is not there
    #[arg(long)]
    out: PathBuf,
    /// What to write
    #[arg(long, value_enum, value_delimiter = ',', default_values_t = [Format::Pdf, Format::Svg, Format::Png])]
    formats: Vec<Format>,
    /// The date to print, in your words; today's without it (SOURCE_DATE_EPOCH counts)
    #[arg(long)]
    date: Option<String>,
}

/// A kind of file.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// The deliverable pack
    Pdf,
    /// The map, as shapes
    Svg,
    /// The map, as a picture
    Png,
    /// What the room said and decided, as Markdown
    Minutes,
    /// The days of the plan, for a calendar
    Ics,
    /// The forms of the templates, to fill in on screen
    Forms,
    /// The forms of the templates, blank for paper
    FormsPaper,
}

impl Export {
    /// Writes the files, and prints where each one is.
    ///
    /// # Errors
    /// The file cannot be opened, made into pages, or written.
    pub fn run(&self) -> Outcome {
        fs::create_dir_all(&self.out).map_err(|error| not_written(&self.out, &error))?;
        if let Some(file) = &self.file {
            return self.write(&look(file, self.state.as_deref())?, &session::name_of(file));
        }
        // A session is of a file, so the sample becomes one for as long as it takes.
        let folder = tempfile::tempdir().map_err(|error| not_written(&self.out, &error))?;
        let document = exchange::sample().map_err(|error| error.to_string())?;
        let file = folder.path().join("sample.baton");
        let mut session = Session::create(&file, document, None).map_err(spoken)?;
        choose(&mut session, self.state.as_deref())?;
        self.write(&session, "Lead to live customer")
    }

    fn write(&self, session: &Session, name: &str) -> Outcome {
        for format in &self.formats {
            let (ending, bytes) = match format {
                Format::Pdf => ("pdf", self.made(session, PackForm::Pdf)?),
                Format::Svg => ("svg", pack::svg(session.scene()).into_bytes()),
                Format::Png => {
                    let png = pack::png(session.scene(), SCALE);
                    ("png", png.map_err(|error| format!("The map was not drawn: {error}."))?)
                }
                Format::Minutes => {
                    ("md", pack::minutes(&session.document(), &self.day()).into_bytes())
                }
                Format::Ics => ("ics", agenda(session).into_bytes()),
                Format::Forms => ("forms.pdf", self.made(session, PackForm::Forms)?),
                Format::FormsPaper => {
                    ("forms-paper.pdf", self.made(session, PackForm::FormsOnPaper)?)
                }
            };
            let path = self.out.join(format!("{name}.{ending}"));
            fs::write(&path, bytes).map_err(|error| not_written(&path, &error))?;
            say(&path.display().to_string())?;
        }
        Ok(Ending::Done)
    }

    fn day(&self) -> String {
        self.date.clone().unwrap_or_else(|| pack::day(now()))
    }

    fn made(&self, session: &Session, form: PackForm) -> Result<Vec<u8>, String> {
        // One state where one is asked for, and all that belongs to a full pack where none is.
        let states = self.state.as_ref().map(|_| session.state()).into_iter().collect();
        let choice = PackChoice { states, ..PackChoice::default() };
        let settings = pack::Settings { date: self.day(), choice, history: Vec::new() };
        let made = pack::pack(&session.document(), &settings, form)
            .map_err(|error| format!("The pack was not made: {error}."))?;
        for warning in &made.warnings {
            eprintln!("{warning}");
        }
        Ok(made.bytes)
    }
}

impl Export {
    fn forms(&self, session: &Session, fillable: bool) -> Result<Vec<u8>, String> {
        let settings = pack::Settings { date: self.day(), version: String::new() };
        let setting = pack::FormSetting {
            settings: &settings,
            language: session::Language::English,
            fillable,
            paper: pack::FormSetting::A4,
        };
        let made = pack::forms(&session.document(), &setting)
            .map_err(|error| format!("The forms were not made: {error}."))?;
        made.warnings.iter().for_each(|warning| eprintln!("{warning}"));
        Ok(made.pdf)
    }
}

/// The days of the plan, as a calendar file.
fn agenda(session: &Session) -> String {
    let today = session::calendar::UtcMinute::new(now() / 60).to_string();
    let day = today.split('T').next().unwrap_or_default();
    let key = session.key();
    let language = session::Language::English;
    let setting = pack::AgendaSetting { key: &key, day, language };
    pack::agenda(&session.document(), &setting).text
}

/// Seconds since 1970, or what stands for them where the same input has to give the same bytes.
fn now() -> i64 {
    let given = std::env::var("SOURCE_DATE_EPOCH").ok().and_then(|given| given.parse().ok());
    let clock = || SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |now| now.as_secs());
    given.unwrap_or_else(|| i64::try_from(clock()).unwrap_or(0))
}

fn not_written(path: &Path, error: &std::io::Error) -> String {
    format!("{} could not be written: {error}.", path.display())
}
