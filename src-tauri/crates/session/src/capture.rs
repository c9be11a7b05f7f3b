//! The capture line: text in the notation becomes one edit of the map that is there.

use crate::Failure;
use crate::api::{CaptureAt, CapturePreview, Captured, KindCount, Patch};
use crate::session::Session;
use model::{Change, Command, Edit, Kind, Planned, Record, StepId, TeamId, plan};
use notation::{Completion, Context};

/// What a text would make, planned; nothing where it only names where the next line goes on.
struct Said {
    planned: Option<(Command, Planned)>,
    last: Option<StepId>,
    team: Option<TeamId>,
}

impl Session {
    /// Carries out what a text says, as one edit.
    ///
    /// # Errors
    /// The text is not in the notation, or what it says may not be; nothing has changed then.
    pub fn capture(&mut self, at: &CaptureAt, text: &str) -> Result<(Patch, Captured), Failure> {
        let said = self.said(at, text)?;
        let patch = match &said.planned {
            Some((command, _)) => self.apply(command)?,
            None => self.unchanged(),
        };
        let steps = steps_of(&patch.records);
        Ok((patch, Captured { last: said.last, team: said.team, steps }))
    }

    /// What a text would make; nothing is stored.
    pub fn preview_capture(&mut self, sequence: u64, at: &CaptureAt, text: &str) -> CapturePreview {
        match self.said(at, text) {
            Err(failure) => CapturePreview {
                preview: self.nothing_drawn(sequence, None),
                steps: 0,
                made: Vec::new(),
                problem: Some(failure),
            },
            Ok(said) => {
                let (preview, steps, made) = match &said.planned {
                    Some((_, planned)) => {
                        let Edit { label, changes } = &planned.edit;
                        (self.drawn_of(sequence, planned), label.count, made(changes))
                    }
                    None => (self.nothing_drawn(sequence, None), 0, Vec::new()),
                };
                CapturePreview { preview, steps, made, problem: None }
            }
        }
    }

    /// What could stand at the caret. It and the answer count UTF-16 units, as the view does.
    pub fn complete(&self, at: &CaptureAt, text: &str, caret: u32) -> Completion {
        let bytes = |units: usize| {
            let mut seen = 0;
            let at = text.char_indices().find(|(_, c)| {
                seen += c.len_utf16();
                seen > units
            });
            at.map_or(text.len(), |(byte, _)| byte)
        };
        let units =
            |bytes: usize| text.get(..bytes).map_or(0, |before| before.encode_utf16().count());
        let caret = bytes(usize::try_from(caret).unwrap_or(usize::MAX));
        let found = notation::complete(&self.document(), &self.context(at), text, caret);
        Completion { from: units(found.from), to: units(found.to), ..found }
    }

    fn said(&self, at: &CaptureAt, text: &str) -> Result<Said, Failure> {
        let document = self.document();
        let captured = notation::capture(&document, &self.context(at), text).map_err(unread)?;
        let (mut records, unplaced) = (captured.records, captured.unplaced);
        let (last, team) = (captured.last, captured.team);
        if records.is_empty() {
            return Ok(Said { planned: None, last, team });
        }
        if !unplaced.is_empty() {
            let somewhere = plan(&document, &Command::Capture { records: records.clone() })?;
            let moves = scene::place_new(&somewhere.document, self.state(), &unplaced);
            for record in &mut records {
                let Record::Step(step) = record else { continue };
                if let Some(found) = moves.iter().find(|it| it.step == step.id) {
                    step.place = found.place;
                }
            }
        }
        let command = Command::Capture { records };
        let planned = plan(&document, &command)?;
        Ok(Said { planned: Some((command, planned)), last, team })
    }

    fn context(&self, at: &CaptureAt) -> Context {
        Context { state: self.state(), team: at.team, after: at.after }
    }
}

/// What is new beside steps and what joins them.
fn made(changes: &[Change]) -> Vec<KindCount> {
    let named = [Kind::Team, Kind::Role, Kind::Stage, Kind::PainPoint, Kind::Idea, Kind::Note];
    let new = |change: &&Change| change.before.is_none();
    let kinds: Vec<Kind> = changes
        .iter()
        .filter(new)
        .filter_map(|change| change.after.as_ref().map(Record::kind))
        .collect();
    let count = |kind: Kind| {
        let many = kinds.iter().filter(|it| **it == kind).count();
        KindCount { kind, count: u32::try_from(many).unwrap_or(u32::MAX) }
    };
    named.into_iter().map(count).filter(|it| it.count > 0).collect()
}

fn steps_of(records: &[Record]) -> Vec<StepId> {
    let step = |it: &Record| if let Record::Step(step) = it { Some(step.id) } else { None };
    records.iter().filter_map(step).collect()
}

fn unread(error: notation::Error) -> Failure {
    Failure {
        code: "notRead".to_owned(),
        message: error.to_string(),
        hint: String::new(),
        ids: Vec::new(),
        unread: Some(Box::new(error)),
    }
}
