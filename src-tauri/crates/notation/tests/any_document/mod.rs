//! Random documents with everything that the notation carries, their ids in the order of the text.

use model::*;
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;

/// Names that could be misread if they were written carelessly, and ordinary ones.
const NAMES: &[&str] = &[
    "Score lead",
    "Score lead",
    "Qualified?",
    "Review, approve and sign",
    "say \"yes\"",
    "A -> B",
    "goes ~> back",
    "start onboarding",
    "team",
    "pain",
    "step one",
    "decision?",
    " padded ",
    "#A01",
    "@7",
    "// not a comment",
    "H-01",
    "whole map",
    "45 min",
    "90 %",
    "waits 1 d",
    "guessed by Ana",
    "back\\slash",
    "Ünïcödé 工程 🚚",
    "\u{2028}odd\u{a0}",
    "x,",
    "\"",
    "\\",
    "(up to 3 d)",
    "if",
    "",
];

fn name() -> BoxedStrategy<String> {
    prop_oneof![
        4 => select(NAMES).prop_map(str::to_owned),
        4 => "[A-Z][a-z]{2,8} [a-z]{2,8}",
        1 => "[ -~]{0,20}",
        1 => "[^\\p{C}]{0,12}",
        1 => "[a-z]{90,110}",
    ]
    .boxed()
}

/// Empty as often as not.
fn text() -> BoxedStrategy<String> {
    prop_oneof![Just(String::new()), name()].boxed()
}

fn note() -> BoxedStrategy<String> {
    prop_oneof![3 => Just(String::new()), 1 => "([^\\p{C}]|[\\n\\t]){0,40}"].boxed()
}

fn team_code() -> BoxedStrategy<String> {
    prop_oneof![Just(String::new()), "[A-Z]{3}", Just("a,b\"#".to_owned())].boxed()
}

fn ordered<T: Copy + Ord + std::fmt::Debug + 'static>(
    value: impl Strategy<Value = T> + Clone + 'static,
) -> BoxedStrategy<Estimate<T>> {
    let known = select(&[Confidence::Measured, Confidence::Estimated, Confidence::Guessed][..]);
    (vec(value, 3), any::<(bool, bool)>(), known, option::of(any::<u32>()), text())
        .prop_map(|(mut three, (low, high), confidence, sample, said_by)| {
            three.sort();
            Estimate {
                usual: three[1],
                best: low.then_some(three[0]),
                worst: high.then_some(three[2]),
                confidence,
                sample,
                said_by,
            }
        })
        .boxed()
}

/// How well a number is known that may not be there at all.
fn known(there: bool) -> BoxedStrategy<Knowledge> {
    let word = select(&[Confidence::Measured, Confidence::Estimated, Confidence::Guessed][..]);
    (word, option::of(any::<u32>()), text())
        .prop_map(move |(confidence, sample, said_by)| {
            if there { Knowledge { confidence, sample, said_by } } else { Knowledge::default() }
        })
        .boxed()
}

fn minutes() -> BoxedStrategy<Minutes> {
    prop_oneof![0..=600, 0..=20_000, 0..=Minutes::MAX.0].prop_map(Minutes).boxed()
}

fn time() -> BoxedStrategy<Option<Estimate<Minutes>>> {
    option::of(ordered(minutes())).boxed()
}

fn step() -> BoxedStrategy<Step> {
    let shape = prop_oneof![
        6 => Just(StepKind::Step),
        2 => Just(StepKind::Decision),
        1 => Just(StepKind::Start),
        1 => Just(StepKind::End)
    ];
    let share = option::of(ordered((0u16..=10_000).prop_map(Share)));
    let place = prop_oneof![Just((0, 0)), (-10_000..=2_000_000, -1_000..=10_000)];
    (
        (shape, name(), text(), place, time(), time()),
        (
            (1u16..=1000, known(true)),
            share,
            option::of(select(ValueClass::ALL)),
            any::<(bool, bool)>(),
            note(),
        ),
        vec(name().prop_filter("says something", |it| !it.is_empty()), 0..3),
    )
        .prop_map(|((shape, name, code, (x, y), process_time, span), rest, systems)| {
            let ((people, people_known), complete_accurate, value, (dead_end, unowned), notes) =
                rest;
            Step {
                shape,
                name,
                code,
                place: Place { x, y },
                process_time,
                span,
                people,
                people_known,
                complete_accurate,
                value,
                dead_end,
                unowned,
                notes,
                systems,
                ..Step::default()
            }
        })
        .boxed()
}

/// A connector with its ends and roles as picks among what there will be.
#[derive(Clone, Debug)]
pub struct Link {
    ends: (prop::sample::Index, prop::sample::Index),
    connector: Connector,
    passes: String,
    trigger: String,
    roles: [Option<prop::sample::Index>; 3],
    rests: bool,
}

fn link() -> BoxedStrategy<Link> {
    let share = option::of((0u16..=10_000).prop_map(Share));
    let share = share.prop_flat_map(|it| (Just(it), known(it.is_some())));
    let flow = (select(ConnectorKind::ALL), share);
    let cause = option::of(select(DelayCause::ALL));
    let every = option::of(minutes());
    let every = every.prop_flat_map(|it| (Just(it), known(it.is_some())));
    (
        (any::<(prop::sample::Index, prop::sample::Index)>(), flow, any::<bool>(), text(), text()),
        (time(), cause, note(), every, text()),
        (text(), text(), any::<[Option<prop::sample::Index>; 3]>(), any::<bool>()),
    )
        .prop_map(
            |(
                (ends, (flow, (probability, probability_known)), primary, label, code),
                delay,
                agreed,
            )| {
                let (wait, cause, cause_note, batch_interval, channel) = delay;
                let (passes, trigger, roles, rests) = agreed;
                let connector = Connector {
                    flow,
                    probability,
                    probability_known,
                    primary,
                    label,
                    code,
                    wait,
                    cause,
                    cause_note,
                    batch_interval: batch_interval.0,
                    batch_interval_known: batch_interval.1,
                    channel,
                    ..Connector::default()
                };
                Link { ends, connector, passes, trigger, roles, rests }
            },
        )
        .boxed()
}

type Pick = (u8, prop::sample::Index);

fn pain() -> BoxedStrategy<(PainPoint, Vec<Pick>)> {
    (
        (note(), option::of(select(DelayCause::ALL)), vec(select(Waste::ALL), 0..=2)),
        (vec(select(Sign::ALL), 0..=3), any::<u16>(), 0u8..=5),
        vec(any::<Pick>(), 0..4),
    )
        .prop_map(|((text, cause, wastes), (signs, votes, severity), about)| {
            let pain =
                PainPoint { text, cause, wastes, signs, votes, severity, ..PainPoint::default() };
            (pain, about)
        })
        .boxed()
}

type TeamOf = (Team, u16, Vec<(String, String)>, Vec<Step>);

fn team() -> BoxedStrategy<TeamOf> {
    let count = option::of(any::<u16>()).prop_flat_map(|it| (Just(it), known(it.is_some())));
    let each = option::of(0u16..=1440);
    let each = each.prop_flat_map(|it| (Just(it), known(it.is_some())));
    let capacity = (count, each);
    (
        (name(), team_code(), any::<bool>(), capacity, 0u8..12),
        prop_oneof![Just(0u16), 0u16..=10_000],
        vec((name(), text()), 0..3),
        vec(step(), 0..5),
    )
        .prop_map(|((name, code, external, (count, each), colour), height, roles, steps)| {
            let team = Team {
                name,
                code,
                external,
                headcount: count.0,
                headcount_known: count.1,
                productive_minutes_per_day: each.0,
                productive_known: each.1,
                colour,
                ..Team::default()
            };
            (team, height, roles, steps)
        })
        .boxed()
}

/// A document whose ids are in the order in which the notation makes them.
pub fn document() -> impl Strategy<Value = Document> {
    let clock = (any::<bool>(), 1u16..=1440).prop_map(|(business, minutes_per_day)| Clock {
        kind: if business { ClockKind::Business } else { ClockKind::Elapsed },
        minutes_per_day,
    });
    let frame = (text(), text(), text(), text(), select(StateRole::ALL), clock);
    (frame, vec((name(), text()), 0..2), vec(team(), 0..4), vec(link(), 0..10), vec(pain(), 0..3))
        .prop_map(|(frame, loose, teams, links, pains)| build(frame, loose, teams, links, pains))
}

type Frame = (String, String, String, String, StateRole, Clock);

#[derive(Default)]
struct Build {
    next: u64,
    records: Vec<Record>,
    roles: Vec<RoleId>,
    steps: Vec<Step>,
    connectors: Vec<ConnectorId>,
    handoffs: Vec<HandoffId>,
    teams: Vec<TeamId>,
}

impl Build {
    fn fresh(&mut self) -> RecordId {
        self.next += 1;
        RecordId(self.next)
    }

    fn role(&mut self, (name, person): (String, String), team: Option<TeamId>) {
        let id = self.fresh().into();
        self.roles.push(id);
        self.records.push(Role { id, name, team, person, ..Default::default() }.into());
    }

    fn team(&mut self, state: StateId, order: u16, (team, height, roles, steps): TeamOf) {
        let id = TeamId::from(self.fresh());
        let lane = LaneId::from(self.fresh());
        self.teams.push(id);
        self.records.push(Team { id, ..team }.into());
        let origin = None;
        self.records.push(Lane { id: lane, state, team: id, order, height, origin }.into());
        for role in roles {
            self.role(role, Some(id));
        }
        for (at, step) in steps.into_iter().enumerate() {
            let id = self.fresh().into();
            // Only the first names a role: it must have been made before.
            let accountable = if at == 0 { self.roles.last().copied() } else { None };
            let step = Step { id, state, lane, accountable, ..step };
            self.steps.push(step.clone());
            self.records.push(step.into());
        }
    }

    fn link(&mut self, state: StateId, link: Link) {
        if self.steps.is_empty() {
            return;
        }
        let (from, to) = (link.ends.0.get(&self.steps), link.ends.1.get(&self.steps));
        let wrong = to.shape == StepKind::Start || from.shape == StepKind::End || from.id == to.id;
        if wrong {
            return;
        }
        let (from, to, crosses) = (from.id, to.id, from.lane != to.lane);
        let id = self.fresh().into();
        self.connectors.push(id);
        self.records.push(Connector { id, state, from, to, ..link.connector }.into());
        if !crosses && !link.rests {
            return;
        }
        let handoff = self.fresh().into();
        self.handoffs.push(handoff);
        let role = |pick: Option<prop::sample::Index>| {
            let roles = &self.roles;
            pick.filter(|_| !roles.is_empty()).map(|pick| *pick.get(roles))
        };
        let [sending_role, receiving_role, accountable] = link.roles.map(role);
        self.records.push(
            Handoff {
                id: handoff,
                connector: id,
                // Leaves gaps, so that numbers are read and not counted.
                number: u32::try_from(self.next).unwrap(),
                passes: link.passes,
                trigger: link.trigger,
                sending_role,
                receiving_role,
                accountable,
                ..Handoff::default()
            }
            .into(),
        );
    }

    fn pain(&mut self, state: StateId, pain: PainPoint, picks: Vec<Pick>) {
        let steps: Vec<StepId> = self.steps.iter().map(|step| step.id).collect();
        let about = picks.into_iter().filter_map(|(kind, pick)| {
            Some(match kind % 5 {
                0 if !steps.is_empty() => Target::Step(*pick.get(&steps)),
                1 if !self.connectors.is_empty() => Target::Connector(*pick.get(&self.connectors)),
                2 if !self.handoffs.is_empty() => Target::Handoff(*pick.get(&self.handoffs)),
                3 if !self.teams.is_empty() => Target::Team(*pick.get(&self.teams)),
                4 => Target::State(state),
                _ => return None,
            })
        });
        let about = about.collect();
        let id = self.fresh().into();
        self.records.push(PainPoint { id, about, ..pain }.into());
    }
}

fn build(
    (title, client, process_name, state_name, role, clock): Frame,
    loose: Vec<(String, String)>,
    teams: Vec<TeamOf>,
    links: Vec<Link>,
    pains: Vec<(PainPoint, Vec<Pick>)>,
) -> Document {
    let mut build = Build::default();
    let engagement = build.fresh().into();
    let process = build.fresh().into();
    let state = build.fresh().into();
    build.records.push(Engagement { id: engagement, title, client, ..Default::default() }.into());
    let name = process_name;
    build.records.push(Process { id: process, name, clock, ..Default::default() }.into());
    let name = state_name;
    build.records.push(State { id: state, process, role, name, ..State::default() }.into());
    for role in loose {
        build.role(role, None);
    }
    for (order, team) in (0u16..).zip(teams) {
        build.team(state, order, team);
    }
    for link in links {
        build.link(state, link);
    }
    for (pain, picks) in pains {
        build.pain(state, pain, picks);
    }
    Document::from_records(build.records).unwrap()
}
