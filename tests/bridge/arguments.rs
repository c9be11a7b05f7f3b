//! What the bridge was started with.

use std::ffi::OsString;
use std::path::PathBuf;

/// How it is started.
pub const USAGE: &str =
    "Usage: bridge --dist FOLDER [--port N] [--dir FOLDER] [--sample JSON] [FILE]";

/// What was given.
#[derive(Debug, PartialEq, Eq)]
pub struct Arguments {
    /// The built view.
    pub dist: PathBuf,
    /// 0 takes any port that is free.
    pub port: u16,
    /// Where dialogs point; a temporary one without it.
    pub folder: Option<PathBuf>,
    /// What is opened as the sample, in the sample format; the bundled one without it.
    pub sample: Option<PathBuf>,
    /// The file that is open at the start.
    pub file: Option<PathBuf>,
}

/// Reads the arguments after the program's name.
///
/// # Errors
/// What is wrong with them.
pub fn read(mut given: impl Iterator<Item = OsString>) -> Result<Arguments, String> {
    let (mut dist, mut port, mut folder, mut sample, mut file) = (None, 0, None, None, None);
    while let Some(argument) = given.next() {
        let name = argument.to_string_lossy().into_owned();
        let mut value = || given.next().ok_or(format!("{name} takes a value."));
        match name.as_str() {
            "--dist" => dist = Some(PathBuf::from(value()?)),
            "--dir" => folder = Some(PathBuf::from(value()?)),
            "--sample" => sample = Some(PathBuf::from(value()?)),
            "--port" => {
                let value = value()?;
                let number = value.to_str().and_then(|text| text.parse().ok());
                port = number.ok_or("--port takes a number up to 65535.")?;
            }
            other if other.starts_with('-') => return Err(format!("There is no option {other}.")),
            _ => file = Some(PathBuf::from(argument)),
        }
    }
    let dist = dist.ok_or("--dist is missing: the folder of the built view.")?;
    Ok(Arguments { dist, port, folder, sample, file })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn given(line: &str) -> Result<Arguments, String> {
        read(line.split_whitespace().map(OsString::from))
    }

    #[test]
    fn arguments_are_read() {
        let read = given("--dist d --port 8080 --dir f --sample s a.baton").unwrap();
        let (dist, folder) = ("d".into(), Some("f".into()));
        let (sample, file) = (Some("s".into()), Some("a.baton".into()));
        assert_eq!(read, Arguments { dist, port: 8080, folder, sample, file });
        for wrong in ["", "--dist", "--dist d --port x", "--dist d --fast"] {
            assert!(given(wrong).is_err(), "{wrong}");
        }
    }
}
