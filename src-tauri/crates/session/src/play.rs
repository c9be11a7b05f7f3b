//! Simulations of the open file. A job is taken from the desk, and played where it does not stand
//! in the way of edits; it carries its own document. Runs are kept for as long as the document is
//! the one they were made of, so that a view can ask for more of them until it knows enough, and
//! stops by not asking.

use crate::Failure;
use crate::api::{ComparedLate, Reply, Request, Supposed};
use crate::exporting::Exporting;
use crate::failure::not_reckoned;
use crate::laying::Laying;
use crate::patterns::TriedPattern;
use crate::session::Session;
use analysis::compare::{CommonPromise, Side, expected_lead_time, late_cases};
use analysis::simulation::{
    self, Figure, NotPlayed, Played, PromiseKept, Settings, Simulation, Tally,
};
use analysis::{Language, NoExpectation, expected, figures};
use model::{Command, Document, SlaId, StateId, plan};
use std::num::NonZero;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

/// So many different simulations are kept: the map as it is, and what was supposed last.
const KEPT: usize = 12;

/// More runs than this nobody asks for at once.
const MOST_RUNS: u32 = 400;

/// More cases than this nobody looks at.
const MOST_REPLAYED: u32 = 500;

/// Simulations of one file.
#[derive(Debug, Default)]
pub(crate) struct Simulations(Vec<Arc<Playing>>);

impl Simulations {
    /// Those of another document are of no use any more.
    fn of(&mut self, question: Question) -> Arc<Playing> {
        self.0.retain(|it| it.question.revision == question.revision);
        if let Some(known) = self.0.iter().position(|it| it.question == question) {
            let known = self.0.remove(known);
            self.0.push(Arc::clone(&known));
            return known;
        }
        if self.0.len() >= KEPT {
            self.0.remove(0);
        }
        let new = Arc::new(Playing { question, ..Playing::default() });
        self.0.push(Arc::clone(&new));
        new
    }
}

/// What is played.
#[derive(Clone, Debug, Default, PartialEq)]
struct Question {
    revision: u64,
    state: StateId,
    settings: Settings,
    supposing: Vec<Command>,
}

#[derive(Debug, Default)]
struct Playing {
    question: Question,
    simulation: OnceLock<Result<Simulation, NotPlayed>>,
    /// The runs so far.
    played: Mutex<Option<Played>>,
}

impl Playing {
    fn simulation(&self, document: &Document) -> Result<&Simulation, Failure> {
        let Question { state, settings, supposing, .. } = &self.question;
        let document = supposed(document, supposing)?;
        let made = self.simulation.get_or_init(|| Simulation::of(&document, *state, *settings));
        made.as_ref().map_err(not_played)
    }

    /// At least so many runs.
    fn with_runs<T>(
        &self,
        document: &Document,
        runs: u32,
        then: impl FnOnce(&Played, &Simulation) -> T,
    ) -> Result<T, Failure> {
        let simulation = self.simulation(document)?;
        let mut played = self.played.lock().unwrap_or_else(PoisonError::into_inner);
        let played = played.get_or_insert_with(|| Played::of(simulation));
        let made = played.runs();
        for run in play(simulation, made, runs.min(MOST_RUNS))? {
            played.add(&run);
        }
        Ok(then(played, simulation))
    }
}

/// The runs from one number until another, on all cores, in their order.
fn play(simulation: &Simulation, from: u32, until: u32) -> Result<Vec<Tally>, Failure> {
    let cores = std::thread::available_parallelism().map_or(1, NonZero::get);
    let numbers: Vec<u32> = (from..until).collect();
    let share = numbers.len().div_ceil(cores).max(1);
    let runs = |numbers: &[u32]| -> Result<Vec<Tally>, NotPlayed> {
        numbers.iter().map(|number| simulation.run(*number)).collect()
    };
    let parts: Vec<Result<Vec<Tally>, Failure>> = std::thread::scope(|scope| {
        let parts: Vec<_> =
            numbers.chunks(share).map(|part| scope.spawn(move || runs(part))).collect();
        let said = |part: Result<Result<Vec<Tally>, NotPlayed>, _>| match part {
            Ok(runs) => runs.map_err(|why| not_played(&why)),
            Err(_) => Err(not_reckoned()),
        };
        parts.into_iter().map(|part| said(part.join())).collect()
    });
    let mut all = Vec::new();
    for part in parts {
        all.extend(part?);
    }
    Ok(all)
}

/// Something that takes a while and needs no desk.
pub struct Job {
    document: Arc<Document>,
    what: What,
}

enum What {
    Simulate { playing: Arc<Playing>, runs: u32 },
    Replay { playing: Arc<Playing>, cases: u32 },
    Effect { before: Arc<Playing>, after: Arc<Playing>, runs: u32 },
    Pattern(TriedPattern),
    Late(Box<Late>),
    Pages(Box<Laying>),
    Export(Box<Exporting>),
    Nothing,
}

/// Two states and the promise they are held against.
#[derive(Debug)]
struct Late {
    revision: u64,
    promise: CommonPromise,
    before: Arc<Playing>,
    after: Arc<Playing>,
    runs: u32,
    language: Language,
}

impl Late {
    /// Late cases of one state in percent: of this promise, or of the one that was supposed.
    fn of(
        &self,
        playing: &Playing,
        document: &Document,
        sla: Option<SlaId>,
    ) -> Result<Option<Figure>, Failure> {
        playing.with_runs(document, self.runs, |played, simulation| {
            let shown = played.shown(simulation);
            let mut ends = shown.promises.into_iter().filter(|it| it.handoff.is_none());
            // What is supposed was not there before.
            let is_it = |it: &PromiseKept| match sla {
                Some(sla) => it.sla == sla,
                None => document.sla(it.sla).is_none(),
            };
            ends.find(is_it).and_then(|it| it.late)
        })
    }

    fn shown(&self, document: &Document) -> Result<Option<ComparedLate>, Failure> {
        let CommonPromise { in_first, in_second, .. } = self.promise;
        let before = self.of(&self.before, document, in_first)?;
        let after = self.of(&self.after, document, in_second)?;
        let (Some(before), Some(after)) = (before, after) else { return Ok(None) };
        let [from, to] = [&self.before, &self.after].map(|it| it.question.state);
        let side = |state| Side { document, state };
        let expected = expected_lead_time(&side(from), &side(to), self.language);
        Ok(Some(ComparedLate {
            revision: self.revision,
            promise: self.promise.sla.name.clone(),
            minutes: self.promise.completion.minutes,
            before,
            after,
            waterfall: expected.and_then(|it| late_cases(&it, before.value, after.value)),
        }))
    }
}

impl Job {
    /// The pages of a pack.
    pub(crate) fn laying(document: Arc<Document>, laying: Laying) -> Job {
        Job { document, what: What::Pages(Box::new(laying)) }
    }

    /// A pack as a file.
    pub(crate) fn exporting(document: Arc<Document>, exporting: Exporting) -> Job {
        Job { document, what: What::Export(Box::new(exporting)) }
    }

    /// What a person thought better of.
    pub(crate) fn cancelled(document: Arc<Document>) -> Job {
        Job { document, what: What::Nothing }
    }

    /// Does it.
    ///
    /// # Errors
    /// Why the map cannot be played, or the pack not be made.
    pub fn run(self) -> Result<Reply, Failure> {
        let document = &self.document;
        match self.what {
            What::Simulate { playing, runs } => {
                let shown = playing.with_runs(document, runs, Played::shown)?;
                Ok(Reply::Simulated(shown))
            }
            What::Replay { playing, cases } => {
                let replay = playing.simulation(document)?.replay(cases.min(MOST_REPLAYED));
                replay.map(Reply::Replay).map_err(|why| not_played(&why))
            }
            What::Late(late) => Ok(Reply::ComparedLate(late.shown(document)?)),
            What::Pattern(pattern) => pattern.run(document),
            What::Pages(laying) => laying.run(document),
            What::Export(exporting) => exporting.run(document),
            What::Nothing => Ok(Reply::Cancelled),
            What::Effect { before, after, runs } => {
                let before = before.with_runs(document, runs, |played, _| played.clone())?;
                let effect = |after: &Played, _: &Simulation| simulation::effect(&before, after);
                Ok(Reply::Effect(after.with_runs(document, runs, effect)?))
            }
        }
    }
}

impl Session {
    /// The job that a request is, if it is one.
    pub fn job(&mut self, request: &Request) -> Option<Job> {
        let what = match request {
            Request::Simulate { settings, supposing, runs } => {
                let playing = self.playing(*settings, supposing.clone());
                What::Simulate { playing, runs: *runs }
            }
            Request::Replay { settings, cases } => {
                What::Replay { playing: self.playing(*settings, Vec::new()), cases: *cases }
            }
            Request::Effect { settings, commands, runs } => What::Effect {
                before: self.playing(*settings, Vec::new()),
                after: self.playing(*settings, commands.clone()),
                runs: *runs,
            },
            Request::CompareLate { from, to, settings, runs } => {
                What::Late(Box::new(self.late(*from, *to, *settings, *runs)?))
            }
            Request::TryPattern { at, values } => {
                What::Pattern(self.try_pattern(*at, values.clone()))
            }
            _ => return None,
        };
        Some(Job { document: self.document(), what })
    }

    fn playing(&mut self, settings: Settings, supposing: Vec<Command>) -> Arc<Playing> {
        let state = self.state();
        self.playing_of(state, settings, supposing)
    }

    fn playing_of(
        &mut self,
        state: StateId,
        settings: Settings,
        supposing: Vec<Command>,
    ) -> Arc<Playing> {
        let revision = self.revision();
        self.simulations().of(Question { revision, state, settings, supposing })
    }

    /// Both states and their promise; none where there is no such promise.
    fn late(&mut self, from: StateId, to: StateId, settings: Settings, runs: u32) -> Option<Late> {
        let document = self.document();
        let side = |state| Side { document: &document, state };
        let promise = CommonPromise::of(&side(from), &side(to))?;
        let before = self.playing_of(from, settings, promise.before.clone());
        let after = self.playing_of(to, settings, promise.after.clone());
        let language = self.language();
        Some(Late { revision: self.revision(), promise, before, after, runs, language })
    }

    /// The figures as they would be after some commands; nothing is stored.
    ///
    /// # Errors
    /// A command may not happen.
    pub(crate) fn suppose(&self, commands: &[Command]) -> Result<Supposed, Failure> {
        let document = supposed(&self.document(), commands)?;
        let state = self.state();
        Ok(Supposed {
            figures: figures(&document, state),
            expected: expected(&document, state).ok(),
        })
    }
}

/// The document after some commands.
fn supposed(document: &Document, commands: &[Command]) -> Result<Document, Failure> {
    let mut supposed = document.clone();
    for command in commands {
        supposed = plan(&supposed, command)?.document;
    }
    Ok(supposed)
}

fn not_played(why: &NotPlayed) -> Failure {
    let code = match why {
        NotPlayed::Map(NoExpectation::NoStart) => "noStart",
        NotPlayed::Map(NoExpectation::SeveralStarts { .. }) => "severalStarts",
        NotPlayed::Map(NoExpectation::NeverExits { .. }) | NotPlayed::Endless => "neverExits",
        NotPlayed::Calendar(_) => "calendarUnusable",
    };
    let ids = match why {
        NotPlayed::Map(
            NoExpectation::SeveralStarts { steps } | NoExpectation::NeverExits { steps },
        ) => steps.iter().map(|step| (*step).into()).collect(),
        _ => Vec::new(),
    };
    Failure {
        code: code.to_owned(),
        message: why.to_string(),
        hint: String::new(),
        ids,
        unread: None,
    }
}
