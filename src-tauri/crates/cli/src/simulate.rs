//! `baton simulate`: the map played out, and what to change first.

use crate::analyse::{in_units, name_of_state, names};
use crate::ending::{Looked, Outcome, say, say_json, spoken};
use clap::Args;
use serde_json::{Value, json};
use session::Session;
use session::api::{Reply, Request};
use session::simulation::{
    Effect, Figure, Improvement, ImprovementKind, Settings, Simulated, improvements, rank,
};

/// Runs after which an effect is told.
const RUNS_OF_AN_EFFECT: u32 = 30;

/// How it is played.
#[derive(Args)]
pub struct Simulate {
    #[command(flatten)]
    looked: Looked,
    /// Where all chance comes from: the same seed gives the same figures
    #[arg(long, default_value_t = Settings::default().seed)]
    seed: u32,
    /// Cases in each run
    #[arg(long, default_value_t = Settings::default().cases)]
    #[arg(value_parser = clap::value_parser!(u32).range(1..=100_000))]
    cases: u32,
    /// Runs; without it, until the mean is known to 1 %
    #[arg(long)]
    #[arg(value_parser = clap::value_parser!(u32).range(1..=400))]
    runs: Option<u32>,
    /// Try what the room could change, and say what gives most
    #[arg(long)]
    changes: bool,
    /// As JSON, for programs; times are in minutes of the process's clock
    #[arg(long)]
    json: bool,
}

impl Simulate {
    /// Prints what comes of it.
    ///
    /// # Errors
    /// The file cannot be opened, or its map cannot be played.
    pub fn run(&self) -> Outcome {
        let mut session = self.looked.open()?;
        let settings = Settings { seed: self.seed, cases: self.cases };
        let simulated = self.simulated(&mut session, settings)?;
        let changes = if self.changes { effects(&mut session, settings)? } else { Vec::new() };
        if self.json {
            let changes: Vec<Value> = changes
                .iter()
                .map(|(change, effect)| json!({ "change": change, "effect": effect }))
                .collect();
            return say_json(&json!({
                "state": name_of_state(&session),
                "simulated": simulated,
                "changes": changes,
                "names": names(&session),
            }));
        }
        let mut text = told(&session, &simulated);
        if self.changes {
            text.push_str(&first(&session, &simulated, &changes));
        }
        say(&text)
    }

    fn simulated(&self, session: &mut Session, settings: Settings) -> Result<Simulated, String> {
        let mut runs = self.runs.unwrap_or(20);
        loop {
            let request = Request::Simulate { settings, supposing: Vec::new(), runs };
            match answer(session, &request)? {
                Reply::Simulated(it) if it.done || self.runs.is_some() => return Ok(it),
                Reply::Simulated(_) => runs += 20,
                _ => return Err("The map could not be played.".to_owned()),
            }
        }
    }
}

/// Every change with its effect, the best first.
fn effects(
    session: &mut Session,
    settings: Settings,
) -> Result<Vec<(Improvement, Effect)>, String> {
    let mut all = Vec::new();
    for change in improvements(&session.document(), session.state()) {
        let commands = change.commands.clone();
        let request = Request::Effect { settings, commands, runs: RUNS_OF_AN_EFFECT };
        if let Reply::Effect(effect) = answer(session, &request)? {
            all.push((change, effect));
        }
    }
    rank(&mut all);
    Ok(all)
}

fn answer(session: &mut Session, request: &Request) -> Result<Reply, String> {
    let job = session.job(request).ok_or("The map could not be played.")?;
    job.run().map_err(spoken)
}

fn told(session: &Session, simulated: &Simulated) -> String {
    let document = session.document();
    let day = i64::from(simulated.clock.minutes_per_day);
    let time = |minutes: f64| in_units(minutes.round() as i64, day);
    let lead = &simulated.lead_time;
    let mut text =
        format!("{} cases in {} runs, seed {}\n", simulated.cases, simulated.runs, simulated.seed);
    let mean = match lead.mean.plus_minus {
        Some(range) => format!("{} ± {}", time(lead.mean.value), time(range)),
        None => time(lead.mean.value),
    };
    let rows = [
        ("Mean lead time", mean),
        ("Half of the cases", time(lead.p50)),
        ("85 of 100", time(lead.p85)),
        ("95 of 100", time(lead.p95)),
    ];
    for (name, value) in rows {
        text.push_str(&format!("{name:<20} {value}\n"));
    }
    for promise in &simulated.promises {
        let handoff = promise.handoff.and_then(|id| document.handoff(id)).map(|it| it.name());
        let sla = document.sla(promise.sla).map(|it| it.name.as_str()).unwrap_or_default();
        let name = handoff.unwrap_or_else(|| sla.to_owned());
        let late = promise.late.map_or("never measured".to_owned(), |late| share(late, "late"));
        text.push_str(&format!("{name:<20} {} within {}\n", late, time(promise.minutes)));
    }
    for team in &simulated.teams {
        let name = document.team(team.team).map(|it| it.name.as_str()).unwrap_or_default();
        let over = if simulated.overloaded.contains(&team.team) { ", cannot keep up" } else { "" };
        text.push_str(&format!("{name:<20} {}{over}\n", share(team.load, "busy")));
    }
    text
}

fn share(figure: Figure, what: &str) -> String {
    match figure.plus_minus {
        Some(range) => format!("{:.1} ± {range:.1} % {what}", figure.value),
        None => format!("{:.1} % {what}", figure.value),
    }
}

fn first(session: &Session, simulated: &Simulated, changes: &[(Improvement, Effect)]) -> String {
    let day = i64::from(simulated.clock.minutes_per_day);
    let mut text = "\nWhat to change first\n".to_owned();
    for (change, effect) in changes.iter().filter(|(_, effect)| effect.helps()) {
        let saved = in_units(effect.lead_time.value.round() as i64, day);
        let late = effect.late.map_or(String::new(), |it| format!(", {:.1} points", it.value));
        text.push_str(&format!("{saved} less{late}: {}\n", named(session, change)));
    }
    text
}

fn named(session: &Session, change: &Improvement) -> String {
    let document = session.document();
    let step = |id| document.step(id).map(|it| it.name.as_str()).unwrap_or_default();
    let way = |id| {
        let ends = document.connector(id).map(|it| (it.from, it.to));
        ends.map(|(from, to)| format!("{} → {}", step(from), step(to))).unwrap_or_default()
    };
    match change.what {
        ImprovementKind::AgreeInformation { handoff } => {
            let name = document.handoff(handoff).map(|it| it.name()).unwrap_or_default();
            format!("{name}: agree the required information")
        }
        ImprovementKind::HalveWait { connector, .. } => {
            format!("{}: halve the wait", way(connector))
        }
        ImprovementKind::RaiseQuality { step: id, .. } => format!("{}: %C&A to 95", step(id)),
        ImprovementKind::AddPerson { team, .. } => {
            let name = document.team(team).map(|it| it.name.as_str()).unwrap_or_default();
            format!("{name}: one person more")
        }
        ImprovementKind::RemoveApproval { connector } => {
            format!("{}: a rule instead of the approval", way(connector))
        }
    }
}
