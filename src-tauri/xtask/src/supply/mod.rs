//! What Baton is made of: every package of other people, held against the policy in `supply.json`,
//! and written down as a bill of materials.

mod bom;
mod licence;

pub use bom::write as write_bom;

use crate::run::{Done, cargo, output, root};
use licence::is_met;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::fs::read_to_string;

/// A package of other people.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Package {
    name: String,
    version: String,
    licence: String,
    /// `cargo` or `npm`.
    from: &'static str,
    /// What its archive has to hash to: the algorithm as CycloneDX calls it, and hexadecimal digits.
    hash: Option<(&'static str, String)>,
}

/// Holds what there is against the policy.
///
/// # Errors
/// Everything that does not agree with it.
pub fn check() -> Done {
    let policy = json(&read("src-tauri/xtask/supply.json")?)?;
    let (cargo, sqlite) = of_cargo()?;
    let npm = of_npm()?;
    let mut wrong = Vec::new();
    licences(&policy, cargo.iter().chain(&npm), &mut wrong);
    floors(&policy, &cargo, &sqlite, &mut wrong);
    absent(&policy, &cargo, &mut wrong);
    duplicates(&policy, &cargo, &mut wrong);
    view(&policy, &mut wrong)?;
    if wrong.is_empty() {
        println!("{} crates and {} packages of npm agree with the policy.", cargo.len(), npm.len());
        return Ok(());
    }
    Err(format!("What Baton is made of is not as supply.json says:\n  {}", wrong.join("\n  ")))
}

fn licences<'a>(
    policy: &Value,
    packages: impl Iterator<Item = &'a Package>,
    wrong: &mut Vec<String>,
) {
    let allowed = words(&policy["licences"]);
    for it in packages {
        let met = is_met(&it.licence, &allowed);
        if met != Ok(true) {
            let why = met.err().unwrap_or_else(|| format!("“{}” is not allowed", it.licence));
            wrong.push(format!("{} {}: {why}", it.name, it.version));
        }
    }
}

fn floors(policy: &Value, cargo: &[Package], sqlite: &str, wrong: &mut Vec<String>) {
    for (name, floor) in policy["floors"].as_object().into_iter().flatten() {
        let least = floor["least"].as_str().unwrap_or_default();
        let of_crates = cargo.iter().filter(|it| it.name == *name).map(|it| it.version.as_str());
        let there: Vec<&str> = if name == "SQLite" { vec![sqlite] } else { of_crates.collect() };
        if there.is_empty() {
            wrong.push(format!("{name} has a floor and is not there"));
        }
        for version in there.iter().filter(|it| numbers(it) < numbers(least)) {
            wrong.push(format!("{name} {version} is older than {least}: {}", floor["because"]));
        }
    }
}

fn absent(policy: &Value, cargo: &[Package], wrong: &mut Vec<String>) {
    for (name, because) in policy["absent"].as_object().into_iter().flatten() {
        if cargo.iter().any(|it| it.name == *name) {
            wrong.push(format!("{name} is there: {because}"));
        }
    }
}

fn duplicates(policy: &Value, cargo: &[Package], wrong: &mut Vec<String>) {
    let groups = policy["duplicates"].as_array().into_iter().flatten();
    let known: BTreeSet<String> = groups.flat_map(|group| words(&group["crates"])).collect();
    let mut versions: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for it in cargo {
        versions.entry(&it.name).or_default().push(&it.version);
    }
    versions.retain(|_, versions| versions.len() > 1);
    for (name, versions) in &versions {
        if !known.contains(*name) {
            wrong.push(format!(
                "{name} is there as {}, for no known reason",
                versions.join(" and ")
            ));
        }
    }
    // What other systems need twice, this one may not.
    if cfg!(target_os = "linux") {
        for name in known.iter().filter(|it| !versions.contains_key(it.as_str())) {
            wrong.push(format!("{name} is not there twice any more: take it out of the policy"));
        }
    }
}

/// What is shipped in the page is as little as the policy says.
fn view(policy: &Value, wrong: &mut Vec<String>) -> Done {
    let manifest = json(&read("ui/package.json")?)?;
    let direct = at(&manifest, "/dependencies").as_object();
    let there: Vec<String> = direct.into_iter().flatten().map(|(name, _)| name.clone()).collect();
    let roots = words(at(policy, "/npm/roots"));
    if there != roots {
        wrong.push(format!("the page is made of {}, not {}", there.join(", "), roots.join(", ")));
    }
    let most = at(policy, "/npm/most").as_u64().unwrap_or_default();
    if there.len() as u64 > most {
        wrong.push(format!("the page is made of {} packages; {most} are allowed", there.len()));
    }
    Ok(())
}

/// The crates that are built on this system, and the version of SQLite inside.
fn of_cargo() -> Done<(Vec<Package>, String)> {
    let host = output(cargo().args(["--version", "--verbose"]))?;
    let host = host.lines().find_map(|it| it.strip_prefix("host: ")).unwrap_or_default();
    let told = output(cargo().args([
        "metadata",
        "--format-version",
        "1",
        "--locked",
        "--offline",
        "--filter-platform",
        host,
    ]))?;
    let sums = checksums(&read("Cargo.lock")?);
    let told = json(&told)?;
    let (mut packages, mut sqlite) = (Vec::new(), String::new());
    for it in at(&told, "/packages").as_array().into_iter().flatten() {
        if it["source"].is_null() {
            continue;
        }
        let word = |name: &str| it[name].as_str().unwrap_or_default().to_owned();
        let (name, version) = (word("name"), word("version"));
        if name == "libsqlite3-sys" {
            sqlite = sqlite_in(&word("manifest_path"))?;
        }
        let hash = sums.get(&(name.clone(), version.clone())).cloned().map(|it| ("SHA-256", it));
        packages.push(Package { name, version, licence: word("license"), from: "cargo", hash });
    }
    packages.sort();
    if packages.is_empty() {
        return Err("cargo metadata names no package.".to_owned());
    }
    Ok((packages, sqlite))
}

/// The version of the SQLite that comes with the crate.
fn sqlite_in(manifest: &str) -> Done<String> {
    let header = std::path::Path::new(manifest).with_file_name("sqlite3").join("sqlite3.h");
    let text = read_to_string(&header).map_err(|error| format!("{}: {error}", header.display()))?;
    let line = text.lines().find_map(|it| it.strip_prefix("#define SQLITE_VERSION "));
    Ok(line.unwrap_or_default().trim().trim_matches('"').to_owned())
}

/// What Cargo.lock says each crate hashes to.
fn checksums(lock: &str) -> BTreeMap<(String, String), String> {
    let mut sums = BTreeMap::new();
    for block in lock.split("[[package]]") {
        let word = |name: &str| {
            let value = block.lines().find_map(|it| it.strip_prefix(name)?.strip_prefix(" = \""));
            value.and_then(|it| it.strip_suffix('"')).map(str::to_owned)
        };
        if let (Some(name), Some(version), Some(sum)) =
            (word("name"), word("version"), word("checksum"))
        {
            sums.insert((name, version), sum);
        }
    }
    sums
}

/// What the page is made of, and what of that only its compiler uses.
fn of_npm() -> Done<Vec<Package>> {
    let lock = json(&read("ui/package-lock.json")?)?;
    let mut packages = Vec::new();
    for (path, it) in at(&lock, "/packages").as_object().into_iter().flatten() {
        let Some((_, name)) = path.rsplit_once("node_modules/") else { continue };
        if it["dev"] == true || it["optional"] == true {
            continue;
        }
        let word = |name: &str| it[name].as_str().unwrap_or_default().to_owned();
        packages.push(Package {
            name: name.to_owned(),
            version: word("version"),
            licence: word("license"),
            from: "npm",
            hash: word("integrity").strip_prefix("sha512-").map(|it| ("SHA-512", bom::hex(it))),
        });
    }
    packages.sort();
    Ok(packages)
}

fn read(path: &str) -> Done<String> {
    read_to_string(root().join(path)).map_err(|error| format!("{path} could not be read: {error}."))
}

fn json(text: &str) -> Done<Value> {
    serde_json::from_str(text).map_err(|error| format!("This is no JSON: {error}."))
}

fn at<'a>(value: &'a Value, path: &str) -> &'a Value {
    value.pointer(path).unwrap_or(&Value::Null)
}

fn words(list: &Value) -> Vec<String> {
    let list = list.as_array().into_iter().flatten();
    list.filter_map(Value::as_str).map(str::to_owned).collect()
}

fn numbers(version: &str) -> Vec<u64> {
    let plain = version.split(['+', '-']).next().unwrap_or_default();
    plain.split('.').map(|it| it.parse().unwrap_or(0)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn package(name: &str, version: &str, licence: &str) -> Package {
        let (name, version, licence) = (name.into(), version.into(), licence.into());
        Package { name, version, licence, from: "cargo", hash: None }
    }

    #[test]
    fn what_is_against_the_policy_is_told() {
        let policy = json!({
            "licences": ["MIT"],
            "floors": { "zip": { "least": "2.10.0", "because": "a hole" } },
            "absent": { "shell": "it starts programs" },
            "duplicates": [{ "because": "old", "crates": ["syn"] }],
        });
        let packages = [
            package("good", "1.0.0", "MIT"),
            package("rand", "1.0.0", "MIT"),
            package("rand", "2.0.0", "GPL-3.0-only"),
            package("shell", "1.0.0", "MIT"),
            package("syn", "1.0.0", "MIT"),
            package("syn", "2.0.0", "MIT"),
            package("zip", "2.9.9", "MIT"),
        ];
        let mut wrong = Vec::new();
        licences(&policy, packages.iter(), &mut wrong);
        floors(&policy, &packages, "", &mut wrong);
        absent(&policy, &packages, &mut wrong);
        duplicates(&policy, &packages, &mut wrong);
        assert_eq!(
            wrong,
            [
                "rand 2.0.0: “GPL-3.0-only” is not allowed",
                "zip 2.9.9 is older than 2.10.0: \"a hole\"",
                "shell is there: \"it starts programs\"",
                "rand is there as 1.0.0 and 2.0.0, for no known reason",
            ]
        );
    }

    #[test]
    fn the_lock_names_sums() {
        let lock = "[[package]]\nname = \"a\"\nversion = \"1\"\nchecksum = \"ff\"\n";
        let sums = checksums(lock);
        assert_eq!(sums.get(&("a".to_owned(), "1".to_owned())).map(String::as_str), Some("ff"));
    }
}
