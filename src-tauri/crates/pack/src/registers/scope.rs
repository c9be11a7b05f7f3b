//! What of a state is told: all of it, or what one team gives, receives and does.

use super::case::Case;
use model::{
    Connector, ConnectorId, Handoff, Kind as Of, RecordId, RoleId, SlaId, StepId, Target, TeamId,
    TemplateId,
};

impl Case<'_> {
    fn is_of(&self, team: Option<TeamId>) -> bool {
        self.team.is_none_or(|asked| team == Some(asked))
    }

    /// Whether a step is told of.
    pub fn tells_of_step(&self, id: StepId) -> bool {
        let team = || self.document.step(id).and_then(|it| self.document.team_of(it));
        self.team.is_none() || self.is_of(team().map(|it| it.id))
    }

    /// Whether a connector is told of: one of its ends is.
    pub fn tells_of_flow(&self, connector: &Connector) -> bool {
        self.tells_of_step(connector.from) || self.tells_of_step(connector.to)
    }

    fn tells_of_connector(&self, id: ConnectorId) -> bool {
        self.document.connector(id).is_some_and(|it| self.tells_of_flow(it))
    }

    /// Whether something that can be talked about is told of; stages and states are everybody's.
    pub fn tells_of(&self, target: Target) -> bool {
        match target {
            Target::Step(id) => self.tells_of_step(id),
            Target::Connector(id) => self.tells_of_connector(id),
            Target::Handoff(id) => {
                self.document.handoff(id).is_some_and(|it| self.tells_of_connector(it.connector))
            }
            Target::Team(id) => self.is_of(Some(id)),
            Target::Stage(_) | Target::State(_) => true,
        }
    }

    /// Whether what is said about this is told: about something of it, or about nothing at all.
    pub fn tells_of_any(&self, about: &[Target]) -> bool {
        about.is_empty() || about.iter().any(|it| self.tells_of(*it))
    }

    /// Whether a role is told of, with who it is and what an hour of it costs.
    pub fn tells_of_role(&self, id: RoleId) -> bool {
        let team = self.document.role(id).and_then(|it| it.team);
        team.is_none_or(|team| self.is_of(Some(team)))
    }

    /// Whether a finding about these records is told.
    pub fn tells_of_records(&self, about: &[RecordId]) -> bool {
        about.is_empty() || about.iter().any(|it| self.tells_of_record(*it))
    }

    fn tells_of_record(&self, id: RecordId) -> bool {
        match self.document.kind(id) {
            Some(Of::Step) => self.tells_of_step(id.into()),
            Some(Of::Connector) => self.tells_of(Target::Connector(id.into())),
            Some(Of::Handoff) => self.tells_of(Target::Handoff(id.into())),
            Some(Of::Team) => self.tells_of(Target::Team(id.into())),
            Some(Of::Criterion) => {
                self.document.criterion(id.into()).is_some_and(|it| self.tells_of(it.about))
            }
            Some(Of::Sla) => self.tells_of_sla(id.into()),
            Some(Of::Template) => self.tells_of_template(id.into()),
            Some(Of::Role) => self.tells_of_role(id.into()),
            Some(Of::PainPoint) => {
                self.document.pain_point(id.into()).is_some_and(|it| self.tells_of_any(&it.about))
            }
            _ => true,
        }
    }

    /// The handoffs of all states that are told of: agreements and templates are of all states too.
    fn handoffs_anywhere(&self) -> impl Iterator<Item = &Handoff> {
        self.document.handoffs().filter(|it| self.tells_of_connector(it.connector))
    }

    /// Whether an agreement is told of: a team's are those that its handoffs stand under, and those
    /// of stages and of the whole process.
    pub fn tells_of_sla(&self, id: SlaId) -> bool {
        self.team.is_none()
            || self.handoffs_anywhere().any(|it| it.sla == Some(id))
            || self.document.stages().any(|it| it.sla == Some(id))
            || self.document.sla(id).is_some_and(|it| it.end_to_end.is_some())
    }

    /// Whether a template is told of: a team's are those that its handoffs use.
    pub fn tells_of_template(&self, id: TemplateId) -> bool {
        self.team.is_none() || self.handoffs_anywhere().any(|it| it.template == Some(id))
    }
}
