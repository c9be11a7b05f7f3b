//! What a team, a step and a connector say, part by part.

use super::{Page, Places};
use crate::duration::print_duration;
use crate::estimate::{knowledge, print_share, share_parts, time_parts};
use crate::parse::own_colour;
use crate::words::{cause_phrase, quoted, value_phrase, written};
use model::*;

/// `8 h a day`, in hours and minutes of the wall: a day cannot be said in days.
pub(super) fn a_day(minutes: u16) -> String {
    let wall = Clock { kind: ClockKind::Elapsed, minutes_per_day: u16::MAX };
    format!("{} a day", print_duration(Minutes(i32::from(minutes)), wall))
}

fn people(count: u16) -> String {
    if count == 1 { "1 person".to_owned() } else { format!("{count} people") }
}

fn coded(code: &str) -> Option<String> {
    (!code.is_empty()).then(|| format!("#{}", written(code)))
}

/// `word text`, unless the text is empty.
fn said(word: &str, text: &str) -> Option<String> {
    (!text.is_empty()).then(|| format!("{word} {}", written(text)))
}

impl Page<'_> {
    pub(super) fn team(&self, team: &Team, lane: &Lane, order: u16) -> Vec<String> {
        let mut parts = vec![format!("team {}", written(&team.name))];
        parts.extend(coded(&team.code));
        parts.extend(self.refs.tag_of_team(team.id));
        if team.external {
            parts.push("external".to_owned());
        }
        if let Some(count) = team.headcount {
            parts.push(people(count));
            parts.extend(knowledge(&team.headcount_known));
        }
        if let Some(minutes) = team.productive_minutes_per_day {
            parts.push(format!("works {}", a_day(minutes)));
            parts.extend(knowledge(&team.productive_known));
        }
        if team.colour != own_colour(order) {
            parts.push(format!("colour {}", team.colour));
        }
        if lane.height > 0 {
            parts.push(format!("height {}", lane.height));
        }
        parts
    }

    pub(super) fn step(&self, step: &Step) -> Vec<String> {
        let name = written(&step.name);
        // A bare name that ends in a question mark is a decision by itself.
        let asks = name.ends_with('?');
        let head = match (step.shape, asks) {
            (StepKind::Start, _) => format!("start {name}"),
            (StepKind::End, _) => format!("end {name}"),
            (StepKind::Decision, false) => format!("decision {name}"),
            (StepKind::Step, true) => format!("step {name}"),
            (StepKind::Decision, true) | (StepKind::Step, false) => name,
        };
        let mut parts = vec![head];
        parts.extend(coded(&step.code));
        parts.extend(self.refs.tag_of_step(step.id));
        if let Some(time) = &step.process_time {
            parts.extend(time_parts(time, self.clock));
        }
        if let Some(span) = &step.span {
            let mut span = time_parts(span, self.clock);
            if let Some(number) = span.first_mut() {
                number.insert_str(0, "span ");
            }
            parts.extend(span);
        }
        if let Some(share) = &step.complete_accurate {
            parts.extend(share_parts(share));
        }
        let known = knowledge(&step.people_known);
        if step.people != 1 || known.is_some() {
            parts.push(people(step.people));
            parts.extend(known);
        }
        parts.extend(step.value.map(|it| value_phrase(it).to_owned()));
        if step.dead_end {
            parts.push("dead end".to_owned());
        }
        if step.unowned {
            parts.push("unowned".to_owned());
        }
        parts.extend(step.systems.iter().filter_map(|it| said("uses", it)));
        parts.extend(step.accountable.map(|it| format!("accountable {}", self.refs.role(it))));
        if !step.notes.is_empty() {
            parts.push(format!("note {}", quoted(&step.notes)));
        }
        if self.places == Places::Written && step.place != Place::default() {
            parts.push(format!("at {} {}", step.place.x, step.place.y));
        }
        parts
    }

    pub(super) fn connector(&self, it: &Connector) -> Vec<String> {
        let back = it.flow == ConnectorKind::Rework;
        let arrow = if back { "~>" } else { "->" };
        let ends = format!("{} {arrow} {}", self.refs.step(it.from), self.refs.step(it.to));
        let mut parts = vec![ends];
        parts.extend(coded(&it.code));
        parts.extend(self.refs.tag_of_connector(it.id));
        let handoff = self.document.handoff_record(it.id);
        parts.extend(handoff.map(Handoff::name));
        parts.extend(self.kind_word(it).map(str::to_owned));
        if !it.label.is_empty() {
            parts.push(match it.flow {
                ConnectorKind::Xor => format!("if {}", written(&it.label)),
                ConnectorKind::Rework => format!("because {}", written(&it.label)),
                ConnectorKind::Seq | ConnectorKind::And => quoted(&it.label),
            });
        }
        if let Some(share) = it.probability {
            parts.push(print_share(share));
            parts.extend(knowledge(&it.probability_known));
        }
        if it.primary {
            parts.push("main way".to_owned());
        }
        parts.extend(self.wait(it));
        parts.extend(said("via", &it.channel));
        if let Some(handoff) = handoff {
            parts.extend(self.agreement(handoff));
        }
        parts
    }

    fn wait(&self, it: &Connector) -> Vec<String> {
        let mut parts = Vec::new();
        let cause = it.cause.map(cause_phrase);
        match (&it.wait, cause) {
            (Some(wait), cause) => {
                let mut time = time_parts(wait, self.clock);
                if let Some(number) = time.first_mut() {
                    number.insert_str(0, "waits ");
                    if let Some(cause) = cause {
                        number.push(' ');
                        number.push_str(&cause);
                    }
                }
                parts.extend(time);
            }
            (None, Some(cause)) => parts.push(format!("waits {cause}")),
            (None, None) => {}
        }
        let every = it.batch_interval.map(|it| print_duration(it, self.clock));
        if let Some(every) = every {
            parts.push(format!("every {every}"));
            parts.extend(knowledge(&it.batch_interval_known));
        }
        if !it.cause_note.is_empty() {
            parts.push(format!("why {}", quoted(&it.cause_note)));
        }
        parts
    }

    fn agreement(&self, it: &Handoff) -> Vec<String> {
        let role = |word: &str, role: Option<RoleId>| {
            role.map(|role| format!("{word} {}", self.refs.role(role)))
        };
        [
            said("passes", &it.passes),
            said("told by", &it.trigger),
            role("giver", it.sending_role),
            role("receiver", it.receiving_role),
            role("accountable", it.accountable),
        ]
        .into_iter()
        .flatten()
        .collect()
    }

    /// The word for the kind of a connector, where the reader would take it for another.
    fn kind_word(&self, it: &Connector) -> Option<&'static str> {
        let decides =
            self.document.step(it.from).is_some_and(|step| step.shape == StepKind::Decision);
        let conditional = it.flow == ConnectorKind::Xor && !it.label.is_empty();
        let follows = if decides || conditional || it.probability.is_some() {
            ConnectorKind::Xor
        } else if self.refs.ways_together(it.from) > 1 {
            ConnectorKind::And
        } else {
            ConnectorKind::Seq
        };
        match it.flow {
            ConnectorKind::Rework => None,
            flow if flow == follows => None,
            ConnectorKind::Seq => Some("then"),
            ConnectorKind::And => Some("in parallel"),
            ConnectorKind::Xor => Some("either"),
        }
    }
}
