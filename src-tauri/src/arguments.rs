//! What the program was started with. Read before anything of the window starts, so that
//! `--version` and `--help` work without a display.

use std::ffi::OsString;
use std::path::PathBuf;

/// What `--help` prints.
pub const HELP: &str = "\
Baton: map how work passes between teams.

Usage: baton-desktop [FILE]

  FILE            a .baton file to open
  -h, --help      this text
  -V, --version   the version

The command line without a window is `baton`; see `baton --help`.";

/// What is wanted.
#[derive(Debug, PartialEq, Eq)]
pub enum Wanted {
    /// The window, with this file in it.
    Window(Option<PathBuf>),
    /// The help text.
    Help,
    /// The version.
    Version,
    /// This cannot be meant; the sentence says why.
    Wrong(String),
}

/// Reads the arguments after the program's name.
pub fn read(arguments: impl Iterator<Item = OsString>) -> Wanted {
    let mut file = None;
    let mut only_files = false;
    for argument in arguments {
        match argument.to_str() {
            Some("--") if !only_files => only_files = true,
            Some("-h" | "--help") if !only_files => return Wanted::Help,
            Some("-V" | "--version") if !only_files => return Wanted::Version,
            Some(option) if !only_files && option.starts_with('-') => {
                return Wanted::Wrong(format!("Baton has no option {option}."));
            }
            _ if file.is_some() => {
                return Wanted::Wrong("Baton opens one file at a time.".to_owned());
            }
            _ => file = Some(PathBuf::from(argument)),
        }
    }
    Wanted::Window(file)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arguments_say_what_is_wanted() {
        let rows: &[(&[&str], Wanted)] = &[
            (&[], Wanted::Window(None)),
            (&["a.baton"], Wanted::Window(Some("a.baton".into()))),
            (&["--", "-a.baton"], Wanted::Window(Some("-a.baton".into()))),
            (&["a.baton", "--help"], Wanted::Help),
            (&["-V"], Wanted::Version),
            (&["--fast"], Wanted::Wrong("Baton has no option --fast.".into())),
            (&["a", "b"], Wanted::Wrong("Baton opens one file at a time.".into())),
        ];
        for (given, wanted) in rows {
            assert_eq!(read(given.iter().map(OsString::from)), *wanted, "{given:?}");
        }
    }
}
