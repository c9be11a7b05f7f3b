//! The first records of a new engagement: enough to draw on, nothing that has to be removed.

use crate::document::{Document, Invalid};
use crate::id::*;
use crate::record::*;
use crate::value::*;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What a new engagement starts with. The words come from the view, in its language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export_to = "contract.ts")]
pub struct Blank {
    /// What the engagement is called.
    pub title: String,
    /// What its first process is called.
    pub process: String,
    /// What its current state is called.
    pub state: String,
    /// The first teams, topmost first.
    pub teams: Vec<String>,
    /// What the working week calendar is called.
    pub calendar: String,
}

/// A document with one engagement, one process in business minutes, its current state, a working
/// week and a lane per team.
///
/// # Errors
/// A name that is too long.
pub fn blank(words: &Blank) -> Result<Document, Invalid> {
    let mut next = 0;
    let mut fresh = || {
        next += 1;
        RecordId(next)
    };
    let (engagement, calendar, process, state) = (fresh(), fresh(), fresh(), fresh());
    let mut records: Vec<Record> = vec![
        Engagement { id: engagement.into(), title: words.title.clone(), ..Default::default() }
            .into(),
        Calendar {
            id: calendar.into(),
            name: words.calendar.clone(),
            time_zone: "UTC".to_owned(),
            windows: (0..5).map(|weekday| Window { weekday, from: 540, to: 1020 }).collect(),
            ..Default::default()
        }
        .into(),
        Process {
            id: process.into(),
            name: words.process.clone(),
            calendar: Some(calendar.into()),
            ..Default::default()
        }
        .into(),
        State {
            id: state.into(),
            process: process.into(),
            role: StateRole::Current,
            name: words.state.clone(),
            ..State::default()
        }
        .into(),
    ];
    for (order, name) in (0u16..).zip(&words.teams) {
        let team = fresh();
        let colour = (order % 12) as u8;
        records.push(
            Team { id: team.into(), name: name.clone(), colour, ..Default::default() }.into(),
        );
        records.push(
            Lane {
                id: fresh().into(),
                state: state.into(),
                team: team.into(),
                order,
                ..Default::default()
            }
            .into(),
        );
    }
    Document::from_records(records)
}
