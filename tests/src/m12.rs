//! The common simulation model of the field: twelve steps, four teams, three loops.

// A fixture that cannot be read has nothing to show.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use analysis::simulation::*;
use serde_json::Value;
use std::collections::BTreeMap;

/// The model as a variant has it, and which team has which number.
pub fn m12(variant: &str) -> (Net, BTreeMap<String, usize>) {
    let text = include_str!("../fixtures/analysis/m12.json");
    let model: Value = serde_json::from_str(text).unwrap();
    let it = &model["variants"][variant];
    let calendars = model["calendars"].as_object().unwrap();
    let place =
        |name: &Value| calendars.keys().position(|it| *it == *name.as_str().unwrap()).unwrap();
    let office = place(&it["arrival_calendar"]);
    let between = Distribution::Exponential(it["arrival_mean"].as_f64().unwrap());
    let people = it["teams"].as_object().unwrap();
    let teams: BTreeMap<String, usize> =
        people.keys().enumerate().map(|(at, name)| (name.clone(), at)).collect();
    let mut net = Net {
        hours: calendars.values().map(week).collect(),
        teams: people
            .values()
            .map(|team| Team {
                people: team[0].as_u64().and_then(|it| u32::try_from(it).ok()),
                hours: place(&team[1]),
                load: 1.0,
            })
            .collect(),
        stations: Vec::new(),
        links: Vec::new(),
        start: 0,
        arrivals: Arrivals { between, hours: office },
        clock: office,
        services: Vec::new(),
    };
    let steps = model["steps"].as_array().unwrap();
    let number = |id: &Value| steps.iter().position(|step| step["id"] == *id);
    for (from, step) in steps.iter().enumerate() {
        let team = step["team"].as_str().unwrap();
        let (mean, cv) = (step["mean"].as_f64().unwrap(), step["cv"].as_f64().unwrap());
        let work = match it["exp_mean_by_team"][team].as_f64() {
            Some(mean) => Distribution::Exponential(mean),
            None if step["dist"] == "exp" => Distribution::Exponential(mean),
            None => Distribution::lognormal(mean, cv),
        };
        let mut station = Station {
            key: from as u64,
            team: teams[team],
            people: 1,
            work,
            rest: Distribution::ZERO,
            dead_end: false,
            back: Vec::new(),
            one_of: Vec::new(),
            all: Vec::new(),
        };
        for way in step["next"].as_array().unwrap() {
            let Some(to) = number(&way[0]) else { continue };
            let link = net.links.len();
            net.links.push(Link {
                key: link as u64,
                to,
                way: LinkWay::Wait(Distribution::ZERO),
                hours: office,
                low_priority: false,
            });
            if to <= from {
                station.back.push((link, way[1].as_f64().unwrap()));
            } else {
                station.all.push(link);
            }
        }
        net.stations.push(station);
    }
    (net, teams)
}

fn week(windows: &Value) -> Hours {
    let minute = |text: &Value| {
        let (hour, minute) = text.as_str().unwrap().split_once(':').unwrap();
        hour.parse::<i64>().unwrap() * 60 + minute.parse::<i64>().unwrap()
    };
    let mut stretches = Vec::new();
    for window in windows.as_array().unwrap() {
        for day in window[0].as_array().unwrap().iter().filter_map(Value::as_i64) {
            stretches.push((day * 1440 + minute(&window[1]), day * 1440 + minute(&window[2])));
        }
    }
    stretches.sort_unstable();
    Hours::of(stretches, 7 * 1440)
}
