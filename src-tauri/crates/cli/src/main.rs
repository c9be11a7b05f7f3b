//! The command line: the same kernel without a window. Ends with 0 when done, 1 after findings or
//! a refusal, 2 when used wrongly. What is asked for goes to standard output, trouble to standard
//! error. A .baton file is opened to look, and stays as it is to the byte.

mod agreement;
mod analyse;
mod attainment;
mod check;
mod compare;
mod diagnostics;
mod due;
mod ending;
mod export;
mod import;
mod language;
mod recover;
mod show;
mod simulate;
mod two_files;

use clap::{Parser, Subcommand};
use std::path::PathBuf;
use std::process::ExitCode;

/// Map how work passes between teams, see where it waits, agree on the handoffs.
#[derive(Parser)]
#[command(name = "baton", version, about, max_term_width = 100)]
#[command(after_help = "Exit codes: 0 done, 1 findings or refusal, 2 wrong use.")]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Write the deliverable pack (PDF), the map (SVG, PNG) and the registers (XLSX, CSV, JSON) into
    /// a folder
    Export(export::Export),
    /// Run the checks, and list what they find
    Check {
        #[command(flatten)]
        looked: ending::Looked,
        /// The language of the sentences
        #[arg(long, value_enum, default_value_t)]
        language: language::Language,
        /// As JSON, for programs
        #[arg(long)]
        json: bool,
    },
    /// Print the map as text that can be read aloud
    Show {
        #[command(flatten)]
        looked: ending::Looked,
    },
    /// Print lead time, process time and the other figures of the timeline
    Analyse {
        #[command(flatten)]
        looked: ending::Looked,
        /// As JSON, for programs; times are in minutes of the process's clock
        #[arg(long)]
        json: bool,
    },
    /// Say what became of one state in another, and why the lead time moved
    Compare(compare::Compare),
    /// Play the map out: lead time with its spread, late cases, load, what to change first
    Simulate(simulate::Simulate),
    /// Say when the targets of a handoff are due
    Due(due::Due),
    /// Read the service levels aloud, beside today, with what is missing
    Agreement {
        #[command(flatten)]
        looked: ending::Looked,
        /// One handoff, as H-03; all of them otherwise
        #[arg(long)]
        handoff: Option<String>,
    },
    /// Hold measured items (CSV) against what was promised about the handoffs
    Attainment {
        #[command(flatten)]
        looked: ending::Looked,
        /// The table: handoff and elapsed minutes, or released, accepted, returned, completed;
        /// besides paused minutes and cancelled
        #[arg(long)]
        csv: PathBuf,
        /// As JSON, for programs
        #[arg(long)]
        json: bool,
    },
    /// List the backups that this computer has of a file
    Backups {
        #[command(flatten)]
        kept: recover::OfFile,
    },
    /// Make a new file of a backup, or of what can be read of a damaged file; the file stays as it is
    Recover(recover::Recover),
    /// Print what helps to find a fault: versions, counts, states; nothing that a person wrote
    Diagnostics {
        #[command(flatten)]
        kept: recover::OfFile,
    },
    /// Make an engagement of a process in JSON, or of a map in text (.txt)
    Import {
        /// The process or map
        file: PathBuf,
        /// The .baton file to make
        #[arg(long)]
        out: PathBuf,
    },
}

fn main() -> ExitCode {
    let done = match Arguments::parse().command {
        Command::Export(export) => export.run(),
        Command::Check { looked, language, json } => check::run(&looked, language, json),
        Command::Show { looked } => show::run(&looked),
        Command::Analyse { looked, json } => analyse::run(&looked, json),
        Command::Compare(asked) => compare::run(&asked),
        Command::Simulate(simulate) => simulate.run(),
        Command::Due(due) => due.run(),
        Command::Agreement { looked, handoff } => agreement::run(&looked, handoff.as_deref()),
        Command::Attainment { looked, csv, json } => attainment::run(&looked, &csv, json),
        Command::Backups { kept } => recover::list(&kept),
        Command::Recover(recover) => recover.run(),
        Command::Diagnostics { kept } => diagnostics::run(&kept),
        Command::Import { file, out } => import::run(&file, &out),
    };
    match done {
        Ok(ending) => ending.code(),
        Err(why) => {
            ending::tell(&why);
            ExitCode::FAILURE
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;

    #[test]
    fn the_arguments_are_well_formed() {
        Arguments::command().debug_assert();
        let wrong = [
            "baton export --out o",
            "baton export a --sample --out o",
            "baton import a",
            "baton check a --language fr",
            "baton recover a",
            "baton recover a --out b --backup 1 --salvage",
        ];
        for line in wrong {
            let refused = Arguments::try_parse_from(line.split(' ')).map(|_| ()).unwrap_err();
            assert_eq!(refused.exit_code(), 2, "{line}");
        }
        let right = [
            "baton export --sample --out o",
            "baton export a --out o --formats svg,png",
            "baton export a --out o --formats xlsx,csv,json --language de",
            "baton check a --language de",
            "baton recover a --out b --backup 1 --without-edits",
            "baton due a --handoff 3 --from 2026-05-22T15:30 --language de",
        ];
        for line in right {
            assert!(Arguments::try_parse_from(line.split(' ')).is_ok(), "{line}");
        }
    }
}
