//! A register as CSV (RFC 4180): UTF-8 with its mark, so that sheets read umlauts; every text in
//! quotes, and nothing that a sheet would take for a formula. Numbers have a decimal point.

use super::{Register, Value};

/// What tells a sheet that the text is UTF-8.
const MARK: &str = "\u{feff}";

/// A register as a file. `yes_no` is what yes and no are called.
pub fn csv(register: &Register, yes_no: &[String; 2]) -> String {
    let mut text = MARK.to_owned();
    let titles = register.columns.iter().map(|it| quoted(&it.heading()));
    line(&mut text, titles);
    for row in &register.rows {
        line(&mut text, row.iter().map(|value| cell(value, yes_no)));
    }
    text
}

fn line(text: &mut String, cells: impl Iterator<Item = String>) {
    for (at, cell) in cells.enumerate() {
        if at > 0 {
            text.push(',');
        }
        text.push_str(&cell);
    }
    text.push_str("\r\n");
}

fn cell(value: &Value, [yes, no]: &[String; 2]) -> String {
    match value {
        Value::Empty => String::new(),
        Value::Text(_) | Value::Word { .. } | Value::List(_) => {
            quoted(&value.words().unwrap_or_default())
        }
        Value::Number(number) => decimal(*number),
        Value::Percent(fraction) => decimal(fraction * 100.0),
        Value::Minutes(minutes) => decimal(*minutes as f64 / 60.0),
        // A day as it sorts; sheets read it as a day.
        Value::Date(day) => day.clone(),
        Value::YesNo(true) => quoted(yes),
        Value::YesNo(false) => quoted(no),
    }
}

/// A number to four decimals, without zeros that say nothing.
fn decimal(number: f64) -> String {
    let said = format!("{number:.4}");
    let said = said.trim_end_matches('0').trim_end_matches('.');
    if said == "-0" { "0".to_owned() } else { said.to_owned() }
}

fn quoted(text: &str) -> String {
    format!("\"{}\"", defused(text).replace('"', "\"\""))
}

/// Sheets read a cell as a formula by how it begins, some of them also behind blanks, and in the
/// wide forms that are typed in East Asia. A quotation mark before it says that it is text.
fn defused(text: &str) -> String {
    let begins = |c: char| matches!(c, '=' | '+' | '-' | '@' | '＝' | '＋' | '－' | '＠');
    let breaks = text.starts_with(['\t', '\r', '\n']);
    if breaks || text.trim_start().starts_with(begins) {
        format!("'{text}")
    } else {
        text.to_owned()
    }
}
