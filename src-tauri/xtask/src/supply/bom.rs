//! The bill of materials, as CycloneDX 1.6: the same sources give the same bytes. No time and no
//! random number in it; what it is the bill of stands in the two lock files.

use super::{Package, of_cargo, of_npm, read};
use crate::run::{Done, target};
use serde_json::{Value, json};
use std::fs;

/// Writes it into the folder of what was built.
///
/// # Errors
/// The packages cannot be read, or the file cannot be written.
pub fn write() -> Done {
    let (cargo, sqlite) = of_cargo()?;
    let all: Vec<Value> =
        cargo.iter().chain(&of_npm()?).map(component).chain([of_sqlite(&sqlite)]).collect();
    let count = all.len();
    let bill = json!({
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": { "component": {
            "type": "application",
            "bom-ref": "baton",
            "name": "Baton",
            "version": version()?,
            "licenses": [{ "expression": "MIT OR Apache-2.0" }],
        } },
        "components": all,
    });
    let path = target().join("bom.cdx.json");
    let written =
        fs::create_dir_all(target()).and_then(|()| fs::write(&path, format!("{bill:#}\n")));
    written.map_err(|error| format!("{} could not be written: {error}.", path.display()))?;
    println!("{count} components in {}", path.display());
    Ok(())
}

fn version() -> Done<String> {
    let manifest = read("Cargo.toml")?;
    let line = manifest.lines().find_map(|it| it.strip_prefix("version = "));
    Ok(line.unwrap_or_default().trim_matches('"').to_owned())
}

fn component(it: &Package) -> Value {
    // An @ begins a version in such an address, so that of a scope is written otherwise.
    let name = it.name.replace('@', "%40");
    let address = format!("pkg:{}/{name}@{}", it.from, it.version.replace('+', "%2B"));
    let hashes: Vec<Value> =
        it.hash.iter().map(|(how, what)| json!({ "alg": how, "content": what })).collect();
    json!({
        "type": "library",
        "bom-ref": address,
        "purl": address,
        "name": it.name,
        "version": it.version,
        "hashes": hashes,
        "licenses": [{ "expression": it.licence.replace(" / ", " OR ").replace('/', " OR ") }],
    })
}

/// It comes inside a crate, and has versions of its own.
fn of_sqlite(version: &str) -> Value {
    let address = format!("pkg:generic/sqlite@{version}");
    json!({
        "type": "library",
        "bom-ref": address,
        "purl": address,
        "name": "SQLite",
        "version": version,
        "licenses": [{ "license": { "id": "blessing" } }],
    })
}

/// Base64 as hexadecimal digits.
pub fn hex(base64: &str) -> String {
    let digit = |c: u8| match c {
        b'A'..=b'Z' => u32::from(c - b'A'),
        b'a'..=b'z' => u32::from(c - b'a') + 26,
        b'0'..=b'9' => u32::from(c - b'0') + 52,
        b'+' => 62,
        _ => 63,
    };
    let (mut bits, mut held, mut hex) = (0, 0_u32, String::new());
    for c in base64.bytes().filter(|it| *it != b'=') {
        held = held << 6 | digit(c);
        bits += 6;
        if bits >= 8 {
            bits -= 8;
            hex.push_str(&format!("{:02x}", held >> bits & 0xff));
        }
    }
    hex
}

#[cfg(test)]
mod tests {
    use super::hex;

    #[test]
    fn sums_are_written_in_hexadecimal() {
        assert_eq!(hex("AAECA/8="), "00010203ff");
        assert_eq!(hex("+/+/"), "fbffbf");
    }
}
