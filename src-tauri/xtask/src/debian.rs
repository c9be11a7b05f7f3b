//! Debian packages: asks which are missing, and installs those. On other systems it says what has
//! to be there, and goes on.

use crate::run::{Done, output, program, run};
use std::process::Command;

/// What the window is compiled against and runs on.
pub const FOR_THE_APP: &[&str] = &["libwebkit2gtk-4.1-dev"];

/// What the tests need besides: a display without a screen and a driver for WebKit, a browser, and
/// two readers of PDF that are not ours.
pub const FOR_THE_TESTS: &[&str] =
    &["xvfb", "xauth", "webkit2gtk-driver", "chromium", "poppler-utils", "qpdf"];

/// Installs those packages that are missing.
///
/// # Errors
/// One sentence, when they cannot be installed.
pub fn install(packages: &[&str]) -> Done {
    let Ok(known) = known(packages) else {
        if cfg!(target_os = "linux") {
            println!("This is not Debian or Ubuntu. Baton goes on, and needs what these contain:");
            println!("  {}", packages.join(" "));
        }
        return Ok(());
    };
    let missing: Vec<&str> =
        packages.iter().copied().filter(|it| !known.iter().any(|known| known == it)).collect();
    if missing.is_empty() {
        return Ok(());
    }
    println!("Installing {}", missing.join(", "));
    let by_hand = format!(
        "These packages are missing: apt-get install --no-install-recommends {}",
        missing.join(" ")
    );
    let update = run(as_root()?.args(["apt-get", "update", "--quiet=2"]));
    // Stale lists of packages may do as well; whether they do shows in a moment.
    update
        .or(Ok(()))
        .and_then(|()| {
            let install = ["apt-get", "install", "--yes", "--quiet=2", "--no-install-recommends"];
            run(as_root()?.args(install).args(&missing))
        })
        .map_err(|why| format!("{why} {by_hand}"))
}

/// Those of the packages that are installed.
fn known(packages: &[&str]) -> Done<Vec<String>> {
    let listed = output(
        program("dpkg-query")
            .args(["--show", "--showformat", "${Package} ${db:Status-Status}\n"])
            .args(packages)
            .stderr(std::process::Stdio::null()),
    )?;
    Ok(installed(&listed))
}

fn installed(listed: &str) -> Vec<String> {
    let lines = listed.lines().filter_map(|line| line.strip_suffix(" installed"));
    lines.map(str::to_owned).collect()
}

/// The start of a command that is run as root, and asks nothing.
fn as_root() -> Done<Command> {
    let quiet = "DEBIAN_FRONTEND=noninteractive";
    if output(program("id").arg("-u"))?.trim() == "0" {
        let mut command = program("env");
        command.arg(quiet);
        return Ok(command);
    }
    let mut command = program("sudo");
    command.args(["env", quiet]);
    Ok(command)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_installed_counts() {
        let listed = "qpdf installed\nxvfb config-files\nxauth not-installed\nchromium installed\n";
        assert_eq!(installed(listed), ["qpdf", "chromium"]);
    }
}
