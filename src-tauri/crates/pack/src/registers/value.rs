//! What stands in a cell of a register, and what a column holds.

use model::{Estimate, Knowledge, Minutes, Share, is_day};
use std::borrow::Cow;

/// What stands in a cell.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// Nothing said, or it does not apply.
    Empty,
    /// Words of the room.
    Text(String),
    /// One of a closed list: its code for programs, its word for people.
    Word {
        /// The code, the same in every language.
        code: &'static str,
        /// The word.
        said: String,
    },
    /// A number.
    Number(f64),
    /// A part of a whole: 1 is all of it.
    Percent(f64),
    /// A time, in minutes of the clock that its register names.
    Minutes(i64),
    /// A day, `YYYY-MM-DD`.
    Date(String),
    /// Yes or no.
    YesNo(bool),
    /// Several texts or words.
    List(Vec<Value>),
}

/// What a column holds. Only times and percentages have a unit that its title has to name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Words.
    Text,
    /// Numbers.
    Number,
    /// Parts of a whole.
    Percent,
    /// Times.
    Time,
    /// Days of the calendar.
    Date,
    /// Yes or no.
    YesNo,
    /// Values that are each of their own kind; the unit stands beside them.
    Mixed,
}

impl Kind {
    /// The unit behind the title of a column, where people read it.
    pub fn unit(self) -> Option<&'static str> {
        match self {
            Kind::Time => Some("h"),
            Kind::Percent => Some("%"),
            _ => None,
        }
    }
}

impl Value {
    /// A text; nothing where it is blank.
    pub fn text(text: impl AsRef<str>) -> Value {
        let text = text.as_ref();
        if text.trim().is_empty() { Value::Empty } else { Value::Text(text.to_owned()) }
    }

    /// Several texts in one cell; the blank ones left out.
    pub fn list<T: AsRef<str>>(texts: impl IntoIterator<Item = T>) -> Value {
        Value::several(texts.into_iter().map(|it| Value::text(it.as_ref().trim())))
    }

    /// Several values in one cell; the empty ones left out.
    pub fn several(values: impl IntoIterator<Item = Value>) -> Value {
        let kept: Vec<Value> = values.into_iter().filter(|it| *it != Value::Empty).collect();
        if kept.is_empty() { Value::Empty } else { Value::List(kept) }
    }

    /// What is written of words and texts, and of lists of them; nothing of numbers and days.
    pub fn words(&self) -> Option<Cow<'_, str>> {
        match self {
            Value::Text(text) | Value::Word { said: text, .. } => Some(text.into()),
            Value::List(values) => {
                let mut joined = String::new();
                for said in values.iter().filter_map(Value::words) {
                    match joined.chars().next_back() {
                        None => {}
                        // Sentences end by themselves.
                        Some('.') => joined.push(' '),
                        Some(_) => joined.push_str("; "),
                    }
                    joined.push_str(&said);
                }
                Some(joined.into())
            }
            _ => None,
        }
    }

    /// A day; as it was written where it is none.
    pub fn date(day: &str) -> Value {
        if !day.is_empty() && is_day(day) { Value::Date(day.to_owned()) } else { Value::text(day) }
    }

    /// A number.
    pub fn number(number: impl Into<f64>) -> Value {
        Value::Number(number.into())
    }

    /// How many.
    pub fn count(count: usize) -> Value {
        Value::Number(u32::try_from(count).unwrap_or(u32::MAX).into())
    }

    /// A part of a whole; nothing where it is no number.
    pub fn fraction(fraction: Option<f64>) -> Value {
        fraction.filter(|it| it.is_finite()).map_or(Value::Empty, Value::Percent)
    }

    /// A stored share.
    pub fn share(share: Option<Share>) -> Value {
        Value::fraction(share.map(Share::fraction))
    }

    /// A time.
    pub fn minutes(minutes: Option<Minutes>) -> Value {
        minutes.map_or(Value::Empty, |it| Value::Minutes(it.0.into()))
    }

    /// The typical value of an estimated time.
    pub fn usual(estimate: &Option<Estimate<Minutes>>) -> Value {
        Value::minutes(estimate.as_ref().map(|it| it.usual))
    }

    /// The best case of an estimated time.
    pub fn best(estimate: &Option<Estimate<Minutes>>) -> Value {
        Value::minutes(estimate.as_ref().and_then(|it| it.best))
    }

    /// The worst case of an estimated time.
    pub fn worst(estimate: &Option<Estimate<Minutes>>) -> Value {
        Value::minutes(estimate.as_ref().and_then(|it| it.worst))
    }

    /// The number of items an estimate was measured on.
    pub fn sample<T>(estimate: &Option<Estimate<T>>) -> Value {
        estimate.as_ref().and_then(|it| it.sample).map_or(Value::Empty, Value::number)
    }

    /// Who said a number that is there.
    pub fn known_by<T>(number: &Option<T>, known: &Knowledge) -> Value {
        number.as_ref().map_or(Value::Empty, |_| Value::text(&known.said_by))
    }

    /// Who said an estimate.
    pub fn said_by<T>(estimate: &Option<Estimate<T>>) -> Value {
        estimate.as_ref().map_or(Value::Empty, |it| Value::text(&it.said_by))
    }
}
