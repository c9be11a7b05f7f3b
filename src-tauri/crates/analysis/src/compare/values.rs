//! Values of fields as people read them: durations in the clock of the process, percent, names of
//! what is referred to.

use super::Side;
use super::words;
use crate::findings::names;
use crate::language::Language;
use model::*;
use serde_json::Value;

/// What stands for nothing.
pub(super) const NOTHING: &str = "—";

/// How the values of one side read.
#[derive(Clone, Copy)]
pub(super) struct Reader<'a> {
    pub side: Side<'a>,
    pub clock: Clock,
    pub language: Language,
}

impl Reader<'_> {
    /// The value of a field.
    pub(super) fn say(&self, field: &str, value: &Value) -> String {
        match value {
            Value::Null => NOTHING.to_owned(),
            Value::String(text) if text.is_empty() => NOTHING.to_owned(),
            Value::Array(all) if all.is_empty() => NOTHING.to_owned(),
            Value::Array(all) => {
                all.iter().map(|it| self.say(field, it)).collect::<Vec<_>>().join(", ")
            }
            // The field is called by its opposite, which is what people ask for.
            Value::Bool(it) if field == "deadEnd" => self.yes(!it),
            Value::Bool(it) => self.yes(*it),
            Value::Object(body) => self.object(field, body),
            Value::Number(number) => self.number(field, number.as_i64().unwrap_or_default()),
            Value::String(text) if is_free(field) => text.clone(),
            Value::String(word) => words::value(word, self.language),
        }
    }

    fn yes(&self, it: bool) -> String {
        let (yes, no) = (self.language.pick("yes", "ja"), self.language.pick("no", "nein"));
        if it { yes } else { no }.to_owned()
    }

    fn number(&self, field: &str, number: i64) -> String {
        let id = || RecordId(number.unsigned_abs());
        let document = self.side.document;
        let named =
            |name: Option<&str>| name.filter(|it| !it.is_empty()).unwrap_or(NOTHING).to_owned();
        match field {
            "probability" | "objective" | "completionObjective" | "qualityCompleteAccurate" => {
                self.share(number)
            }
            "batchInterval" => names::duration(number, self.clock),
            "number" => format!("H-{number:02}"),
            "lane" => {
                let team = document.lane(id().into()).and_then(|it| document.team(it.team));
                team.map_or(NOTHING.to_owned(), |it| names::team(it, self.language).to_owned())
            }
            "accountable" | "sendingRole" | "receivingRole" | "procedureOwner" | "owner" => {
                named(document.role(id().into()).map(|it| it.name.as_str()))
            }
            "from" | "to" => {
                let step = document.step(id().into());
                step.map_or(NOTHING.to_owned(), |it| names::step(document, it, self.language))
            }
            "stage" => named(document.stage(id().into()).map(|it| it.name.as_str())),
            "template" => named(document.template(id().into()).map(|it| it.name.as_str())),
            "sla" => named(document.sla(id().into()).map(|it| it.name.as_str())),
            "calendar" => named(document.calendar(id().into()).map(|it| it.name.as_str())),
            _ => number.to_string(),
        }
    }

    /// A number that is kept in parts of its unit.
    fn parts(&self, number: i64, of: i64) -> String {
        let said = (number as f64 / of as f64).to_string();
        self.language.pick(said.clone(), said.replace('.', ","))
    }

    fn share(&self, ten_thousandths: i64) -> String {
        names::percent(ten_thousandths as f64 / 100.0, self.language)
    }

    fn object(&self, field: &str, body: &serde_json::Map<String, Value>) -> String {
        let text = |key: &str| body.get(key).and_then(Value::as_str).unwrap_or_default().to_owned();
        let whole = |key: &str| body.get(key).and_then(Value::as_i64);
        match field {
            "pauses" => text("reason"),
            "signatures" | "fields" if body.contains_key("label") => text("label"),
            "signatures" => text("name"),
            "escalations" => {
                let role = whole("notify").map(|it| RoleId::from(RecordId(it.unsigned_abs())));
                let role = role.and_then(|id| self.side.document.role(id));
                let whom = role.map_or_else(|| text("contact"), |it| it.name.clone());
                format!("{} % {whom}", whole("atPercent").unwrap_or_default()).trim().to_owned()
            }
            "endToEnd" => {
                let end = |key| whole(key).map_or(NOTHING.to_owned(), |it| self.number("from", it));
                format!("{} → {}", end("from"), end("to"))
            }
            "packs" => match text("name") {
                name if name.is_empty() => {
                    self.language.pick("as used last", "wie zuletzt benutzt").to_owned()
                }
                name => name,
            },
            "volumeBounds" => {
                let end = |key| whole(key).map_or(NOTHING.to_owned(), |it| self.parts(it, 1000));
                format!("{} – {}", end("low"), end("high"))
            }
            "probabilityKnown" | "peopleKnown" | "headcountKnown" | "batchIntervalKnown"
            | "productiveKnown" => {
                let by = text("saidBy");
                let known = match body.get("confidence").and_then(Value::as_str) {
                    Some("measured") => self.language.pick("measured", "gemessen"),
                    Some("guessed") => self.language.pick("guessed", "geraten"),
                    _ => self.language.pick("estimated", "geschätzt"),
                };
                let on = whole("sample").map_or_else(String::new, |sample| {
                    self.language.pick(format!(" on {sample}"), format!(" an {sample}"))
                });
                let by = if by.is_empty() { by } else { format!(", {by}") };
                format!("{known}{on}{by}")
            }
            _ if body.contains_key("usual") => self.estimate(field, body),
            _ => {
                // A target in a clock of its own.
                let clock = match body.get("clock").and_then(Value::as_str) {
                    Some("elapsed") => Clock { kind: ClockKind::Elapsed, minutes_per_day: 1440 },
                    _ => self.clock,
                };
                names::duration(whole("minutes").unwrap_or_default(), clock)
            }
        }
    }

    fn estimate(&self, field: &str, body: &serde_json::Map<String, Value>) -> String {
        let one = |key: &str| {
            let number = body.get(key)?.as_i64()?;
            Some(match field {
                "completeAccurate" | "completeAccurateByGiver" => self.share(number),
                "costOfDelay" | "costPerHour" => self.parts(number, 100),
                _ => names::duration(number, self.clock),
            })
        };
        let usual = one("usual").unwrap_or_default();
        let said = match (one("best"), one("worst")) {
            (None, None) => usual,
            (best, worst) => {
                let or = |it: Option<String>| it.unwrap_or_else(|| usual.clone());
                format!("{usual} ({} – {})", or(best), or(worst))
            }
        };
        let known = match body.get("confidence").and_then(Value::as_str) {
            Some("measured") => self.language.pick("measured", "gemessen"),
            Some("guessed") => self.language.pick("guessed", "geraten"),
            _ => return said,
        };
        format!("{said}, {known}")
    }
}

/// Fields that people fill with words of their own.
fn is_free(field: &str) -> bool {
    const CHOSEN: [&str; 14] = [
        "acceptance",
        "cause",
        "completionFrom",
        "completionStop",
        "flow",
        "followUp",
        "kindOf",
        "objectiveWindow",
        "obligation",
        "responseStart",
        "responseStop",
        "shape",
        "stated",
        "status",
    ];
    field != "value" && !CHOSEN.contains(&field)
}
