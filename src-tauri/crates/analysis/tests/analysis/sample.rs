//! Documents for the tests: the sample processes, and maps written in a few words. Everything can
//! be numbered in other ways, to show that numbers mean nothing.

use model::*;
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// A document with one state, and what its records are called in the sample.
pub struct Sample {
    pub document: Document,
    pub state: StateId,
    pub codes: BTreeMap<RecordId, String>,
}

impl Sample {
    /// After some commands, one after the other.
    pub fn after(mut self, commands: impl IntoIterator<Item = Command>) -> Sample {
        for command in commands {
            self.document = plan(&self.document, &command).expect("a fair command").document;
        }
        self
    }

    /// The record of a kind with a code.
    pub fn id<T: From<RecordId>>(&self, kind: Kind, code: &str) -> T {
        let is = |id: &&RecordId| self.document.kind(**id) == Some(kind) && self.codes[id] == code;
        T::from(*self.codes.keys().find(is).expect("a code of the sample"))
    }

    /// The handoff with a code.
    pub fn handoff(&self, code: &str) -> HandoffId {
        self.id(Kind::Handoff, code)
    }

    /// The newest record of a kind.
    pub fn newest<T: From<RecordId>>(&self, kind: Kind) -> T {
        let all = self.document.records();
        let ids = all.iter().filter(|it| it.kind() == kind).map(Record::id);
        T::from(ids.max().expect("one of the kind"))
    }
}

/// The number of the n-th record made.
pub type Numbering = fn(u64) -> u64;

pub fn in_order(n: u64) -> u64 {
    n
}

/// One of the sample processes.
pub fn sample(name: &str, numbering: Numbering) -> Sample {
    made(&json(name), numbering)
}

/// A sample as its file has it.
pub fn json(name: &str) -> Value {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../tests/fixtures");
    let text = std::fs::read_to_string(format!("{folder}/{name}.json")).unwrap();
    serde_json::from_str(&text).unwrap()
}

/// A map in a few words: `S1 X 10/30 90` is a step in lane X with process time, span and %C&A;
/// `S1 > S2 60` a connector with its wait; `and`, `xor .7`, `rework .25` say more.
pub fn sketch(text: &str) -> Sample {
    made(&sketched(text), in_order)
}

fn sketched(text: &str) -> Value {
    let (mut lanes, mut steps, mut connectors) = (vec![], vec![], vec![]);
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let words: Vec<&str> = line.split_whitespace().collect();
        if words[1] == ">" {
            let kind = *words.get(4).unwrap_or(&"seq");
            let mut connector = json!({
                "id": format!("{}>{}", words[0], words[2]),
                "from": words[0], "to": words[2], "kind": kind, "label": "so", "delay": "queue",
            });
            if let Some(wait) = words.get(3).filter(|wait| **wait != "-") {
                connector["wait"] = json!(wait.parse::<i64>().unwrap());
            }
            if let Some(p) = words.get(5) {
                connector["p"] = json!(p.parse::<f64>().unwrap());
            }
            connectors.push(connector);
            continue;
        }
        if !lanes.contains(&words[1]) {
            lanes.push(words[1]);
        }
        let mut step =
            json!({ "id": words[0], "lane": words[1], "name": format!("Do {}", words[0]) });
        match words.get(2) {
            Some(shape @ (&"start" | &"decision" | &"end" | &"dead")) => {
                step["shape"] = json!(shape)
            }
            Some(times) => {
                let (pt, span) = times.split_once('/').unwrap_or((times, times));
                step["pt"] = json!(pt.parse::<i64>().unwrap());
                step["span"] = json!(span.parse::<i64>().unwrap());
            }
            None => {}
        }
        if let Some(ca) = words.get(3) {
            step["ca"] = json!(ca.parse::<i64>().unwrap());
        }
        steps.push(step);
    }
    let lanes: Vec<Value> = lanes.iter().map(|it| json!({ "id": it, "name": it })).collect();
    json!({ "clock": { "kind": "business", "minutes_per_day": 480 },
            "lanes": lanes, "steps": steps, "connectors": connectors })
}

struct Maker {
    numbering: Numbering,
    made: u64,
    records: Vec<Record>,
    codes: BTreeMap<RecordId, String>,
}

impl Maker {
    fn id<T: From<RecordId>>(&mut self, code: &str) -> T {
        self.made += 1;
        let id = RecordId((self.numbering)(self.made));
        self.codes.insert(id, code.to_owned());
        id.into()
    }

    fn put(&mut self, record: impl Into<Record>) {
        self.records.push(record.into());
    }
}

/// The document of a sample.
pub fn made(json: &Value, numbering: Numbering) -> Sample {
    let mut maker = Maker { numbering, made: 0, records: vec![], codes: BTreeMap::new() };
    let engagement = Engagement { id: maker.id("engagement"), ..Default::default() };
    maker.put(engagement);
    let process = process(&mut maker, json);
    let state = State { id: maker.id("state"), process, ..Default::default() };
    let state_id = state.id;
    maker.put(state);
    let (teams, lanes) = lanes(&mut maker, json, state_id);
    let steps = steps(&mut maker, json, state_id, &lanes);
    let handoffs = connectors(&mut maker, json, state_id, &steps);
    raci(&mut maker, json, &teams, &handoffs);
    let document = Document::from_records(maker.records).unwrap();
    Sample { document, state: state_id, codes: maker.codes }
}

fn process(maker: &mut Maker, json: &Value) -> ProcessId {
    let kind = json["clock"]["kind"].as_str().unwrap();
    let clock = Clock {
        kind: if kind == "elapsed" { ClockKind::Elapsed } else { ClockKind::Business },
        minutes_per_day: json["clock"]["minutes_per_day"].as_u64().unwrap() as u16,
    };
    let volume = json["volume_per_day"].as_u64().map(|it| it as u32 * 1000);
    let id = maker.id("process");
    maker.put(Process { id, clock, volume_per_thousand_days: volume, ..Default::default() });
    id
}

fn each(json: &Value) -> impl Iterator<Item = &Value> {
    json.as_array().map(|all| all.iter()).into_iter().flatten()
}

fn text<'a>(json: &'a Value, field: &str) -> &'a str {
    json[field].as_str().unwrap_or_default()
}

fn minutes(json: &Value) -> Option<Estimate<Minutes>> {
    json.as_i64().map(|it| Estimate::of(Minutes(it as i32)))
}

type Ids<T> = BTreeMap<String, T>;

fn lanes(maker: &mut Maker, json: &Value, state: StateId) -> (Ids<TeamId>, Ids<LaneId>) {
    let (mut teams, mut lanes) = (Ids::new(), Ids::new());
    for (order, lane) in each(&json["lanes"]).enumerate() {
        let code = text(lane, "id").to_owned();
        let capacity = &json["capacity"][&code];
        let team = Team {
            id: maker.id(&code),
            name: text(lane, "name").to_owned(),
            code: code.clone(),
            external: lane["external"] == true,
            headcount: capacity["people"].as_u64().map(|it| it as u16),
            productive_minutes_per_day: capacity["productive_minutes_per_day"]
                .as_u64()
                .map(|it| it as u16),
            ..Default::default()
        };
        let id = maker.id(&code);
        teams.insert(code.clone(), team.id);
        lanes.insert(code, id);
        maker.put(Lane { id, state, team: team.id, order: order as u16, ..Default::default() });
        maker.put(team);
    }
    (teams, lanes)
}

fn steps(
    maker: &mut Maker,
    json: &Value,
    state: StateId,
    lanes: &Ids<LaneId>,
) -> Ids<(StepId, LaneId)> {
    let unowned: Vec<&Value> = each(&json["unowned_steps"]).collect();
    let mut ids = Ids::new();
    for step in each(&json["steps"]) {
        let code = text(step, "id").to_owned();
        let lane = lanes[text(step, "lane")];
        let id = maker.id(&code);
        let shape = text(step, "shape");
        maker.put(Step {
            id,
            state,
            lane,
            name: text(step, "name").to_owned(),
            shape: StepKind::from_word(shape).unwrap_or(StepKind::Step),
            dead_end: shape == "dead",
            process_time: minutes(&step["pt"]),
            span: minutes(&step["span"]),
            people: step["people"].as_u64().unwrap_or(1) as u16,
            complete_accurate: step["ca"]
                .as_u64()
                .map(|it| Estimate::of(Share::percent(it as u16))),
            value: ValueClass::from_word(text(step, "va")),
            performers: each(&step["performers"]).map(|it| it.as_str().unwrap().into()).collect(),
            unowned: unowned.iter().any(|it| *it == code.as_str()),
            ..Default::default()
        });
        ids.insert(code, (id, lane));
    }
    ids
}

fn connectors(
    maker: &mut Maker,
    json: &Value,
    state: StateId,
    steps: &Ids<(StepId, LaneId)>,
) -> Ids<HandoffId> {
    let mut handoffs = Ids::new();
    for (number, connector) in each(&json["connectors"]).enumerate() {
        let code = text(connector, "id").to_owned();
        let meta = each(&json["handoff_meta"]).find(|meta| meta["id"] == code.as_str());
        let meta = meta.unwrap_or(&Value::Null);
        let (from, from_lane) = steps[text(connector, "from")];
        let (to, to_lane) = steps[text(connector, "to")];
        let id = maker.id(&code);
        maker.put(Connector {
            id,
            state,
            from,
            to,
            flow: ConnectorKind::from_word(text(connector, "kind")).unwrap(),
            probability: connector["p"].as_f64().map(|p| Share((p * 10_000.0).round() as u16)),
            primary: connector["primary"] == true,
            label: text(connector, "label").to_owned(),
            wait: minutes(&connector["wait"]),
            cause: DelayCause::from_word(text(connector, "delay")),
            batch_interval: connector["interval"].as_i64().map(|it| Minutes(it as i32)),
            channel: text(meta, "channel").to_owned(),
            ..Default::default()
        });
        if from_lane != to_lane {
            let handoff = maker.id(&code);
            let flags = text(meta, "ready").chars().zip(Check::ALL);
            maker.put(Handoff {
                id: handoff,
                connector: id,
                number: number as u32 + 1,
                follow_up: FollowUp::from_word(text(meta, "followup")),
                stated: flags.filter(|(flag, _)| *flag == '1').map(|(_, check)| *check).collect(),
                ..Default::default()
            });
            handoffs.insert(code, handoff);
        }
    }
    handoffs
}

fn raci(maker: &mut Maker, json: &Value, teams: &Ids<TeamId>, handoffs: &Ids<HandoffId>) {
    let mut roles = Ids::new();
    for (code, team) in json["roles"].as_object().into_iter().flatten() {
        let id = maker.id(code);
        let team = team.as_str().map(|team| teams[team]);
        maker.put(Role { id, name: code.clone(), team, ..Default::default() });
        roles.insert(code.clone(), id);
    }
    for (row, cells) in json["raci"].as_object().into_iter().flatten() {
        for (role, letters) in cells.as_object().unwrap() {
            let letters = letters.as_str().unwrap().split('/');
            let id = maker.id(role);
            maker.put(RaciAssignment {
                part: RowPart::Whole,
                id,
                row: Target::Handoff(handoffs[row]),
                role: roles[role],
                letters: letters.map(|it| RaciLetter::from_word(it).unwrap()).collect(),
            });
        }
    }
}
