//! Lists and tables with caps that hold while they are read, so that a hostile file is refused
//! before it fills the memory; and numbers that may come with a range.

use serde::de::value::MapAccessDeserializer;
use serde::de::{Deserialize, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use std::fmt;
use std::marker::PhantomData;

/// Most entries of the long lists: steps, connectors, what is said of them.
const MANY: usize = 20_000;
/// Most entries of the short ones.
const FEW: usize = 1_000;

/// A list of at most so many entries.
pub(super) struct Capped<T, const MOST: usize>(pub Vec<T>);

/// A long list.
pub(super) type Many<T> = Capped<T, MANY>;
/// A short list.
pub(super) type Few<T> = Capped<T, FEW>;

impl<T, const MOST: usize> Default for Capped<T, MOST> {
    fn default() -> Self {
        Capped(Vec::new())
    }
}

impl<'de, T: Deserialize<'de>, const MOST: usize> Deserialize<'de> for Capped<T, MOST> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct List<T, const MOST: usize>(PhantomData<T>);
        impl<'de, T: Deserialize<'de>, const MOST: usize> Visitor<'de> for List<T, MOST> {
            type Value = Vec<T>;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "a list of at most {MOST} entries")
            }
            fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Vec<T>, A::Error> {
                let mut all = Vec::new();
                while let Some(item) = list.next_element()? {
                    if all.len() == MOST {
                        return Err(A::Error::custom(format!("more than {MOST} entries")));
                    }
                    all.push(item);
                }
                Ok(all)
            }
        }
        deserializer.deserialize_seq(List::<T, MOST>(PhantomData)).map(Capped)
    }
}

/// A table in the order of the file, each key once.
pub(super) struct Keyed<T>(pub Vec<(String, T)>);

impl<T> Default for Keyed<T> {
    fn default() -> Self {
        Keyed(Vec::new())
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Keyed<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Table<T>(PhantomData<T>);
        impl<'de, T: Deserialize<'de>> Visitor<'de> for Table<T> {
            type Value = Vec<(String, T)>;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "an object of at most {FEW} entries")
            }
            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                let mut seen = std::collections::BTreeSet::new();
                let mut all = Vec::new();
                while let Some((key, value)) = map.next_entry::<String, T>()? {
                    if all.len() == FEW {
                        return Err(A::Error::custom(format!("more than {FEW} entries")));
                    }
                    if !seen.insert(key.clone()) {
                        return Err(A::Error::custom(format!("“{key}” is there twice")));
                    }
                    all.push((key, value));
                }
                Ok(all)
            }
        }
        deserializer.deserialize_map(Table(PhantomData)).map(Keyed)
    }
}

/// A number from a workshop: bare, or with its range and how well it is known.
#[derive(Clone, Debug, PartialEq, serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct Told {
    usual: f64,
    best: Option<f64>,
    worst: Option<f64>,
    confidence: Option<String>,
    sample: Option<u32>,
    #[serde(default)]
    said_by: String,
}

/// As [`Told`], but a bare number will do.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Reading {
    pub usual: f64,
    pub best: Option<f64>,
    pub worst: Option<f64>,
    pub confidence: Option<String>,
    pub sample: Option<u32>,
    pub said_by: String,
}

impl Reading {
    fn bare(usual: f64) -> Reading {
        Reading {
            usual,
            best: None,
            worst: None,
            confidence: None,
            sample: None,
            said_by: String::new(),
        }
    }
}

impl<'de> Deserialize<'de> for Reading {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Number;
        impl<'de> Visitor<'de> for Number {
            type Value = Reading;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a number, or an object with usual, best, worst and confidence")
            }
            fn visit_f64<E: Error>(self, number: f64) -> Result<Reading, E> {
                Ok(Reading::bare(number))
            }
            fn visit_u64<E: Error>(self, number: u64) -> Result<Reading, E> {
                Ok(Reading::bare(number as f64))
            }
            fn visit_i64<E: Error>(self, number: i64) -> Result<Reading, E> {
                Ok(Reading::bare(number as f64))
            }
            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Reading, A::Error> {
                let Told { usual, best, worst, confidence, sample, said_by } =
                    Told::deserialize(MapAccessDeserializer::new(map))?;
                Ok(Reading { usual, best, worst, confidence, sample, said_by })
            }
        }
        deserializer.deserialize_any(Number)
    }
}
