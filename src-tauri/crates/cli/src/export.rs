//! `baton export`: the pack, the map and the registers as files in a folder.

use crate::ending::{Ending, Outcome, choose, look, say, spoken};
use crate::language::Language;
use clap::{Args, ValueEnum};
use pack::registers::{Registers, Source, csv, json, registers, xlsx};
use pack::{MapForm, MapPaper, PackChoice, PackForm, PackLanguage, PackPreset, PaperSize};
use session::Session;
use session::calendar::{Day, UtcMinute};
use std::fs;
use std::path::{Path, PathBuf};
use std::time::{SystemTime, UNIX_EPOCH};

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
    /// Which pages the pack has; those it had last without, or all
    #[arg(long, value_enum)]
    preset: Option<Preset>,
    /// Only what this team gives, receives and does
    #[arg(long)]
    team: Option<String>,
    /// On Letter and tabloid instead of A4 and A3
    #[arg(long)]
    letter: bool,
    /// How maps are laid on paper; as in the last pack without, or fitted
    #[arg(long, value_enum)]
    maps: Option<Maps>,
    /// How fine pictures of maps are, in dots per inch; as in the last pack without, or 144
    #[arg(long, value_name = "DPI", value_parser = clap::value_parser!(u16).range(36..=1200))]
    resolution: Option<u16>,
    /// The language of the pack, tables and calendars; that of the last pack without, or English
    #[arg(long, value_enum)]
    language: Option<Language>,
}

/// A usual choice of pages.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Preset {
    /// All of them
    Full,
    /// What a sponsor reads
    Leadership,
    /// What a team works by
    Team,
}

impl From<Preset> for PackPreset {
    fn from(preset: Preset) -> PackPreset {
        match preset {
            Preset::Full => PackPreset::Full,
            Preset::Leadership => PackPreset::Leadership,
            Preset::Team => PackPreset::Team,
        }
    }
}

/// How maps are laid on paper.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Maps {
    /// Whole, on the smallest sheet that keeps it legible
    Fit,
    /// Whole, as a poster: A1, or ANSI D with --letter
    A1,
    /// Whole, as a poster: A0, or ANSI E with --letter
    A0,
    /// As a poster of A4 sheets, or of Letter
    TiledA4,
    /// As a poster of A3 sheets, or of tabloid
    TiledA3,
    /// A page for each stage
    Stages,
    /// A page for each lane
    Lanes,
}

impl From<Maps> for MapPaper {
    fn from(maps: Maps) -> MapPaper {
        match maps {
            Maps::Fit => MapPaper::Fitted,
            Maps::A1 => MapPaper::PosterA1,
            Maps::A0 => MapPaper::PosterA0,
            Maps::TiledA4 => MapPaper::TiledA4,
            Maps::TiledA3 => MapPaper::TiledA3,
            Maps::Stages => MapPaper::ByStage,
            Maps::Lanes => MapPaper::ByLane,
        }
    }
}

/// A kind of file.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// The deliverable pack
    Pdf,
    /// The pack as one page for a browser, without anything beside it
    Html,
    /// The pack as a Word file, to be edited
    Docx,
    /// The pack as plain text with headings and tables
    Markdown,
    /// The map of each state, as shapes
    Svg,
    /// The map of each state, as a picture
    Png,
    /// What the room said and decided, as Markdown
    Minutes,
    /// The days of the plan, for a calendar
    Ics,
    /// The forms of the templates, to fill in on screen
    Forms,
    /// The forms of the templates, blank for paper
    FormsPaper,
    /// The registers as a workbook, a sheet each
    Xlsx,
    /// The registers as tables, a file each
    Csv,
    /// The registers as one file for programs
    Json,
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
            for (ending, bytes) in self.files(session, *format)? {
                let path = self.out.join(format!("{name}.{ending}"));
                fs::write(&path, bytes).map_err(|error| not_written(&path, &error))?;
                say(&path.display().to_string())?;
            }
        }
        Ok(Ending::Done)
    }

    /// The files of a format, each with what its name ends in.
    fn files(&self, session: &Session, format: Format) -> Result<Vec<(String, Vec<u8>)>, String> {
        let one = |ending: &str, bytes| vec![(ending.to_owned(), bytes)];
        Ok(match format {
            Format::Pdf => one("pdf", self.made(session, PackForm::Pdf)?),
            Format::Html => one("html", self.made(session, PackForm::Html)?),
            Format::Docx => one("docx", self.made(session, PackForm::Docx)?),
            // The minutes are Markdown too, and end in `md`.
            Format::Markdown => one("pack.md", self.made(session, PackForm::Markdown)?),
            Format::Svg => self.maps(session, MapForm::Svg)?,
            Format::Png => self.maps(session, MapForm::Png)?,
            Format::Minutes => one(
                "md",
                pack::minutes(&session.document(), &self.day(PackLanguage::English)).into_bytes(),
            ),
            Format::Ics => one("ics", self.agenda(session).into_bytes()),
            Format::Forms => one("forms.pdf", self.made(session, PackForm::Forms)?),
            Format::FormsPaper => {
                one("forms-paper.pdf", self.made(session, PackForm::FormsOnPaper)?)
            }
            Format::Xlsx => one("xlsx", xlsx(&self.registers(session)?).map_err(no_tables)?),
            Format::Json => {
                one("json", json(&self.registers(session)?).map_err(no_tables)?.into_bytes())
            }
            Format::Csv => {
                let made = self.registers(session)?;
                let file = |it| csv(it, &made.yes_no).into_bytes();
                made.all.iter().map(|it| (format!("{}.csv", it.key), file(it))).collect()
            }
        })
    }

    /// The registers of the state that is looked at.
    fn registers(&self, session: &Session) -> Result<Registers, String> {
        let document = session.document();
        let source = Source {
            document: &document,
            state: session.state(),
            figures: session.figures(),
            day: &self.sortable_day(),
            version: "",
            team: self.choice(session)?.team,
        };
        registers(&source, self.spoken()).map_err(no_tables)
    }

    /// The day as `YYYY-MM-DD`: the one to print, where it is written so, else today.
    fn sortable_day(&self) -> String {
        let said = self.date.as_deref().filter(|it| it.parse::<Day>().is_ok());
        said.map_or_else(today, str::to_owned)
    }

    fn day(&self, language: PackLanguage) -> String {
        self.date.clone().unwrap_or_else(|| pack::day(now(), language))
    }

    /// What tables and calendars are written in.
    fn spoken(&self) -> session::Language {
        self.language.unwrap_or_default().into()
    }

    /// The days of the plan, as a calendar file.
    fn agenda(&self, session: &Session) -> String {
        let (key, day) = (session.key(), today());
        let setting = pack::AgendaSetting { key: &key, day: &day, language: self.spoken() };
        pack::agenda(&session.document(), &setting).text
    }

    fn made(&self, session: &Session, form: PackForm) -> Result<Vec<u8>, String> {
        let choice = self.choice(session)?;
        let (date, day) = (self.day(choice.language), self.sortable_day());
        let settings = pack::Settings { date, day, choice, history: Vec::new() };
        let made = pack::pack(&session.document(), &settings, form)
            .map_err(|error| format!("The pack was not made: {error}."))?;
        for warning in &made.warnings {
            crate::ending::tell(warning);
        }
        Ok(made.bytes)
    }

    /// The map of each state, named after it where there are several.
    fn maps(&self, session: &Session, form: MapForm) -> Result<Vec<(String, Vec<u8>)>, String> {
        let made = pack::maps(&session.document(), &self.choice(session)?, form)
            .map_err(|error| format!("The map was not drawn: {error}."))?;
        let (alone, ending) = (made.len() == 1, form.ending());
        let named = |(state, bytes)| match alone {
            true => (ending.to_owned(), bytes),
            false => (format!("{state}.{ending}"), bytes),
        };
        Ok(made.into_iter().map(named).collect())
    }

    fn choice(&self, session: &Session) -> Result<PackChoice, String> {
        let document = session.document();
        let named = |name: &String| {
            let mut teams = document.teams().filter(|it| it.name.eq_ignore_ascii_case(name));
            let team = teams.next().map(|it| it.id);
            team.ok_or_else(|| {
                let names: Vec<&str> = document.teams().map(|it| it.name.as_str()).collect();
                format!("There is no team “{name}”. There are: {}.", names.join(", "))
            })
        };
        // As the pack was made last in the window, but for what is asked for here.
        let engagement = document.the_engagement();
        let mut kept = engagement.into_iter().flat_map(|it| &it.packs);
        let mut choice = kept.find(|it| it.name.is_empty()).cloned().unwrap_or_default();
        if let Some(preset) = self.preset {
            let PackChoice { pages, brief, .. } = PackChoice::preset(preset.into());
            (choice.pages, choice.brief) = (pages, brief);
        }
        if self.state.is_some() {
            choice.states = vec![session.state()];
        }
        if let Some(name) = &self.team {
            choice.team = Some(named(name)?);
        }
        if self.letter {
            choice.paper = PaperSize::Letter;
        }
        if let Some(maps) = self.maps {
            choice.maps = maps.into();
        }
        if let Some(dots) = self.resolution {
            choice.resolution = dots;
        }
        if let Some(language) = self.language {
            choice.language = match language {
                Language::En => PackLanguage::English,
                Language::De => PackLanguage::German,
            };
        }
        Ok(choice)
    }
}

/// Today, `YYYY-MM-DD`.
fn today() -> String {
    let minute = UtcMinute::new(now() / 60).to_string();
    minute.split('T').next().unwrap_or_default().to_owned()
}

/// Seconds since 1970, or what stands for them where the same input has to give the same bytes.
fn now() -> i64 {
    let given = std::env::var("SOURCE_DATE_EPOCH").ok().and_then(|given| given.parse().ok());
    let clock = || SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |now| now.as_secs());
    given.unwrap_or_else(|| i64::try_from(clock()).unwrap_or(0))
}

fn no_tables(error: pack::Error) -> String {
    format!("The registers were not made: {error}.")
}

fn not_written(path: &Path, error: &std::io::Error) -> String {
    format!("{} could not be written: {error}.", path.display())
}
