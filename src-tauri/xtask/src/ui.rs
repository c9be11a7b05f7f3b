//! The view: its packages and its build, each made anew only when what it is made from changed.

use crate::run::{Done, npm, output, program, root, run};
use crate::stamp;

/// The oldest Node that the view's tools run on.
const NODE: (u32, u32) = (20, 19);

/// Installs the view's packages, exactly as locked and without running their scripts.
///
/// # Errors
/// Node is missing or old, or npm fails.
pub fn install() -> Done {
    check_node()?;
    let ui = root().join("ui");
    // npm writes this file last, so a broken-off installation counts as none.
    let made = ui.join("node_modules/.package-lock.json");
    stamp::once("ui-packages", &[ui.join("package-lock.json")], &made, || {
        run(npm().args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"]))
    })
}

/// Builds the view into `ui/dist`.
///
/// # Errors
/// The build fails.
pub fn build() -> Done {
    let ui = root().join("ui");
    let mut sources: Vec<_> = ["src", "public", "index.html", "package.json", "package-lock.json"]
        .iter()
        .chain(&["vite.config.ts", "svelte.config.js", "tsconfig.json"])
        .map(|name| ui.join(name))
        .collect();
    sources.push(root().join("src-tauri/crates/scene/fonts"));
    stamp::once("ui-build", &sources, &ui.join("dist/index.html"), || {
        run(npm().args(["run", "build"]))
    })
}

fn check_node() -> Done {
    let (major, minor) = NODE;
    let wanted = format!("Baton's view is built with Node {major}.{minor} or newer, and npm");
    match output(program("node").arg("--version")) {
        Ok(version) if new_enough(&version) => Ok(()),
        Ok(version) => Err(format!("{wanted}; this is Node {}.", version.trim())),
        Err(_) => Err(format!("{wanted}; Node is not installed here.")),
    }
}

fn new_enough(version: &str) -> bool {
    let mut numbers = version.trim().trim_start_matches('v').split('.').map(str::parse);
    let (Some(Ok(major)), Some(Ok(minor))) = (numbers.next(), numbers.next()) else { return false };
    (major, minor) >= NODE
}

#[cfg(test)]
mod tests {
    use super::new_enough;

    #[test]
    fn old_nodes_are_known() {
        let rows =
            [("v20.19.0\n", true), ("v22.1.3", true), ("v20.18.9", false), ("v18.20.0", false)];
        for (version, enough) in rows {
            assert_eq!(new_enough(version), enough, "{version}");
        }
        assert!(!new_enough("node"));
    }
}
