//! The shape of the repository, as absences: which crate may use which, what the pure crates and
//! the view never touch, what no source contains. Read from `cargo metadata` and the sources.

use cargo_metadata::{DependencyKind, Metadata, MetadataCommand};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::process::Command;

/// Which crates of ours each one uses; everything else is a mistake. The tests may use them all.
const ARROWS: &[(&str, &[&str])] = &[
    ("baton-desktop", &["baton-session", "baton-pack", "baton-exchange"]),
    ("baton-cli", &["baton-session", "baton-pack", "baton-exchange", "baton-notation"]),
    (
        "baton-session",
        &["baton-store", "baton-scene", "baton-analysis", "baton-notation", "baton-model"],
    ),
    ("baton-exchange", &["baton-notation", "baton-scene", "baton-model"]),
    ("baton-pack", &["baton-scene", "baton-analysis", "baton-model"]),
    ("baton-scene", &["baton-analysis", "baton-model"]),
    ("baton-notation", &["baton-model"]),
    ("baton-analysis", &["baton-model"]),
    ("baton-store", &["baton-model"]),
    ("baton-model", &[]),
    ("xtask", &[]),
];

/// Crates of others that one of ours alone may know.
const OWNED: &[(&str, &str)] = &[
    ("tauri", "baton-desktop"),
    ("tokio", "baton-desktop"),
    ("gtk", "baton-desktop"),
    ("webkit2gtk", "baton-desktop"),
    ("rusqlite", "baton-store"),
    ("printpdf", "baton-pack"),
    ("lopdf", "baton-pack"),
    ("rust_xlsxwriter", "baton-pack"),
    ("zip", "baton-pack"),
    ("petgraph", "baton-analysis"),
    ("jiff", "baton-analysis"),
    ("parley", "baton-scene"),
    ("clap", "baton-cli"),
    ("csv", "baton-exchange"),
];

/// What the pure crates never name: input, output, clocks, threads, state that outlives a call.
const IMPURE: &[&str] = &[
    "std::fs",
    "std::net",
    "std::time",
    "std::env",
    "std::thread",
    "std::process",
    "std::io",
    "SystemTime",
    "Instant",
    "thread_local",
    "static mut",
    "OnceLock",
    "LazyLock",
    "OnceCell",
    "LazyCell",
    "Mutex",
    "RwLock",
    "AtomicBool",
    "AtomicU32",
    "AtomicU64",
    "AtomicUsize",
    "RandomState",
    "DefaultHasher",
    "rand",
];

/// What no source of ours contains; in pieces, so that this one does not either.
const UNFINISHED: &[&str] = &[
    concat!("TO", "DO"),
    concat!("FIX", "ME"),
    concat!("XX", "X "),
    concat!("to", "do!("),
    concat!("unimple", "mented!("),
    concat!("#[ig", "nore"),
    concat!("coming", " soon"),
    concat!("/ho", "me/"),
    concat!("/ro", "ot/"),
    concat!("/wo", "rk/"),
];

/// Ways to make a page out of text. The view has none of them.
const MARKUP: &[&str] = &[
    "innerHTML",
    "outerHTML",
    "insertAdjacentHTML",
    "document.write",
    "{@html",
    "eval(",
    "new Function",
    "createContextualFragment",
    "DOMParser",
];

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..").canonicalize().unwrap()
}

fn read(path: impl AsRef<Path>) -> String {
    let path = root().join(path);
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// Every file of ours under a folder whose name ends like one of these.
fn files(folder: &str, endings: &[&str]) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![root().join(folder)];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(&folder).unwrap() {
            let path = entry.unwrap().path();
            let name = path.file_name().unwrap().to_str().unwrap().to_owned();
            let made = ["node_modules", "target", "dist", "gen", "test-results"];
            if path.is_dir() && !made.contains(&name.as_str()) {
                folders.push(path);
            } else if path.is_file() && endings.iter().any(|ending| name.ends_with(ending)) {
                found.push(path);
            }
        }
    }
    found.sort();
    assert!(!found.is_empty(), "{folder} holds no {endings:?}");
    found
}

fn ours(endings: &[&str]) -> Vec<PathBuf> {
    ["src-tauri", "tests", "ui"].iter().flat_map(|folder| files(folder, endings)).collect()
}

/// Whether a line names this, as a word of its own.
fn names(line: &str, word: &str) -> bool {
    let part = |c: char| c.is_alphanumeric() || c == '_';
    line.match_indices(word).any(|(at, _)| {
        let before = line[..at].chars().next_back();
        let after = line[at + word.len()..].chars().next();
        !before.is_some_and(part) && !after.is_some_and(part)
    })
}

/// Every place in these files where a line says one of these things.
fn places(files: &[PathBuf], said: impl Fn(&str) -> Option<String>) -> Vec<String> {
    let mut places = Vec::new();
    for file in files {
        for (number, line) in read(file).lines().enumerate() {
            if let Some(what) = said(line) {
                places.push(format!("{}:{}: {what}", file.display(), number + 1));
            }
        }
    }
    places
}

fn none(places: &[String]) {
    assert!(places.is_empty(), "\n{}", places.join("\n"));
}

/// Our own crates. Not what they lead to: a fresh machine has only what its own platform needs.
fn metadata() -> Metadata {
    MetadataCommand::new()
        .manifest_path(root().join("Cargo.toml"))
        .no_deps()
        .other_options(["--locked".to_owned(), "--offline".to_owned()])
        .exec()
        .unwrap()
}

/// What each of our crates uses to be built; what its tests use is another matter.
fn uses(metadata: &Metadata) -> BTreeMap<String, BTreeSet<String>> {
    let of = |package: &cargo_metadata::Package| {
        let kept = package.dependencies.iter().filter(|it| it.kind != DependencyKind::Development);
        kept.map(|dependency| dependency.name.clone()).collect()
    };
    let packages = metadata.workspace_packages().into_iter();
    packages.map(|package| (package.name.to_string(), of(package))).collect()
}

#[test]
fn crates_use_what_the_arrows_allow() {
    let mut uses = uses(&metadata());
    for of_the_tests in ["baton-tests", "baton-faulty"] {
        uses.remove(of_the_tests).expect("the tests are crates");
    }
    let known: BTreeSet<&str> = ARROWS.iter().map(|(name, _)| *name).collect();
    let there: BTreeSet<&str> = uses.keys().map(String::as_str).collect();
    assert_eq!(there, known, "every crate has its arrows");
    for (name, allowed) in ARROWS {
        for used in uses[*name].iter().filter(|used| known.contains(used.as_str())) {
            assert!(allowed.contains(&used.as_str()), "{name} may not use {used}");
        }
        for (theirs, owner) in OWNED {
            let plugin = format!("{theirs}-");
            let used = uses[*name].iter().find(|it| *it == theirs || it.starts_with(&plugin));
            assert!(used.is_none() || name == owner, "only {owner} may know {theirs}, not {name}");
        }
    }
}

/// All but the disk that fails, which is SQLite's interface in C and part of no product.
#[test]
fn unsafe_code_is_forbidden() {
    let workspace = read("Cargo.toml");
    assert!(workspace.contains("[workspace.lints.rust]\nunsafe_code = \"forbid\""));
    for package in metadata().workspace_packages() {
        let manifest = read(package.manifest_path.as_std_path());
        let forbids = manifest.contains("[lints]\nworkspace = true");
        assert_eq!(forbids, package.name != "baton-faulty", "{}", package.name);
        let used = package.dependencies.iter().any(|it| it.name == "baton-faulty");
        assert!(!used || package.name == "baton-tests", "{} uses the faulty disk", package.name);
    }
    let mut sources = [files("src-tauri", &[".rs"]), files("tests", &[".rs"])].concat();
    sources.retain(|file| !file.starts_with(root().join("tests/faulty")));
    let word = concat!("un", "safe");
    let said = |line: &str| {
        let code = line.split("//").next().unwrap_or_default();
        let used = [" {", " fn", " impl", " extern"].map(|it| format!("{word}{it}"));
        used.iter().any(|it| code.contains(it)).then(|| word.to_owned())
    };
    none(&places(&sources, said));
}

#[test]
fn the_command_line_links_no_window() {
    // Not from the metadata: there, what one crate asks of a dependency counts for all.
    let tree = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
        .current_dir(root())
        .args(["tree", "--locked", "--offline", "--package", "baton-cli"])
        .args(["--edges", "normal", "--prefix", "none"])
        .output()
        .unwrap();
    let tree = String::from_utf8(tree.stdout).unwrap();
    let names: BTreeSet<&str> = tree.lines().filter_map(|it| it.split(' ').next()).collect();
    assert!(names.contains("rusqlite"), "the tree holds what the kernel uses");
    for window in ["tauri", "wry", "tao", "gtk", "webkit2gtk", "tokio", "hyper", "reqwest"] {
        assert!(!names.contains(window), "the command line links {window}");
    }
}

#[test]
fn pure_crates_touch_nothing() {
    for name in ["model", "notation", "scene", "analysis"] {
        let mut sources = files(&format!("src-tauri/crates/{name}/src"), &[".rs"]);
        sources.retain(|file| !file.ends_with("tests.rs"));
        for file in sources {
            let text = read(&file);
            let built = text.split("#[cfg(test)]\nmod ").next().unwrap();
            for (number, line) in built.lines().enumerate() {
                let code = line.split("//").next().unwrap();
                for word in IMPURE {
                    let place = format!("{}:{}", file.display(), number + 1);
                    assert!(!names(code, word), "{place}: {name} is pure, and names {word}");
                }
            }
        }
    }
}

#[test]
fn nothing_is_left_unfinished() {
    let sources = ours(&[".rs", ".ts", ".mjs", ".svelte", ".css", ".html", ".toml", ".md"]);
    let said = |line: &str| {
        UNFINISHED.iter().find(|word| line.contains(**word)).map(|word| (*word).to_owned())
    };
    none(&places(&sources, said));
}

#[test]
fn every_source_says_what_it_is() {
    for file in ours(&[".rs", ".ts"]) {
        let text = read(&file);
        let rust = file.extension().is_some_and(|ending| ending == "rs");
        let opens = if rust {
            text.starts_with("//! ")
        } else {
            text.starts_with("// ") || text.starts_with("/*")
        };
        assert!(opens, "{} does not open with what it is", file.display());
    }
}

#[test]
fn the_top_level_is_as_given() {
    let given = ["Cargo.toml", "Cargo.lock", "src-tauri", "ui", "icons", "tests", "README.md"];
    for entry in std::fs::read_dir(root()).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        let licence = name == "LICENSE" || name.starts_with("LICENSE-");
        let allowed = given.contains(&name.as_str()) || licence || name.starts_with('.');
        assert!(allowed || name == "target", "{name} does not belong on the top level");
    }
}

/// The strings in quotes between two marks of a text.
fn quoted(text: &str, from: &str, to: &str) -> BTreeSet<String> {
    let (_, after) = text.split_once(from).unwrap_or_else(|| panic!("no {from}"));
    let (inside, _) = after.split_once(to).unwrap_or_else(|| panic!("no {to}"));
    inside.split('"').skip(1).step_by(2).map(str::to_owned).collect()
}

#[test]
fn the_page_may_call_what_is_answered_and_nothing_else() {
    let declared = quoted(&read("src-tauri/build.rs"), "COMMANDS: &[&str] = &[", "]");
    let capability: serde_json::Value =
        serde_json::from_str(&read("src-tauri/capabilities/main.json")).unwrap();
    let allowed: BTreeSet<String> = capability["permissions"]
        .as_array()
        .unwrap()
        .iter()
        .map(|it| it.as_str().unwrap().strip_prefix("allow-").expect("only our own").to_owned())
        .collect();
    assert_eq!(allowed, declared, "the capability allows what build.rs declares");
    let ipc = read("src-tauri/src/ipc.rs");
    let answered: BTreeSet<String> = ipc
        .lines()
        .filter_map(|line| line.trim().strip_prefix('"')?.split_once("\" => {"))
        .map(|(name, _)| name.to_owned())
        .collect();
    assert_eq!(answered, declared, "the shell answers what build.rs declares");
    assert_eq!(files("src-tauri/capabilities", &[""]).len(), 1, "one capability");
}

#[test]
fn the_window_is_locked_down() {
    let config: serde_json::Value =
        serde_json::from_str(&read("src-tauri/tauri.conf.json")).unwrap();
    let app = &config["app"];
    assert_eq!(app["withGlobalTauri"], false);
    assert_eq!(app["security"]["freezePrototype"], true);
    assert_eq!(app["security"]["assetProtocol"]["enable"], false);
    let policy = app["security"]["csp"].as_object().unwrap();
    assert_eq!(policy["default-src"], "'none'");
    assert_eq!(policy["script-src"], "'self'");
    assert_eq!(policy["style-src"], "'self'");
    assert_eq!(policy["connect-src"], "ipc: http://ipc.localhost");
    for (name, sources) in policy {
        let sources = sources.as_str().unwrap();
        assert!(!sources.contains("unsafe"), "{name} allows {sources}");
        assert!(!sources.contains('*') && !sources.contains("https:"), "{name} allows {sources}");
    }
}

#[test]
fn the_view_knows_tauri_in_one_place_and_makes_no_markup_of_text() {
    let sources = files("ui/src", &[".ts", ".js", ".svelte", ".html"]);
    let elsewhere: Vec<PathBuf> = sources
        .iter()
        .filter(|file| file.as_path() != root().join("ui/src/backend.ts"))
        .cloned()
        .collect();
    let tauri = |line: &str| line.contains("@tauri-apps").then(|| "imports Tauri".to_owned());
    none(&places(&elsewhere, tauri));
    let markup = |line: &str| MARKUP.iter().find(|it| line.contains(**it)).map(|it| (*it).into());
    none(&places(&sources, markup));
}

#[test]
fn the_lock_of_the_view_names_no_registry() {
    let lock = read("ui/package-lock.json");
    let hosts = ["\"resolved\": \"http", "\"resolved\": \"git"];
    let said = |line: &str| hosts.iter().any(|it| line.contains(it)).then(|| line.to_owned());
    let named: Vec<String> = lock.lines().filter_map(said).collect();
    none(&named);
}
