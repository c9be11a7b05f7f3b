//! The closed lists of the field (domain.md 1 to 5), each with the word it has in files and in the
//! notation.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

macro_rules! words {
    ($($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident = $word:literal),* $(,)? })*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
        #[ts(export_to = "contract.ts")]
        pub enum $name {
            $($(#[$vdoc])* #[serde(rename = $word)] $variant),*
        }

        impl $name {
            /// All of them, in the order of the specification.
            pub const ALL: &'static [$name] = &[$($name::$variant),*];

            /// The word used in files and in the notation.
            pub fn word(self) -> &'static str {
                match self { $($name::$variant => $word),* }
            }

            /// The value for a word, if it is one.
            pub fn from_word(word: &str) -> Option<$name> {
                match word { $($word => Some($name::$variant),)* _ => None }
            }
        }
    )*};
}

words! {
    /// Why an item waits (domain.md 2.6). One wait, one cause.
    DelayCause {
        /// Receiver busy with earlier items.
        Queue = "queue",
        /// Receiver chose other items.
        Priority = "priority",
        /// Receiver not working: night, weekend, zone.
        OffShift = "off_shift",
        /// Held for a run, meeting or window.
        Batch = "batch",
        /// Waits for authority.
        Approval = "approval",
        /// Incomplete or unclear input.
        Information = "information",
        /// Returned item.
        Rework = "rework",
        /// Bounces between teams with no progress.
        PingPong = "ping_pong",
        /// Nobody owns it yet.
        Unassigned = "unassigned",
        /// Receiver was not told.
        Unnoticed = "unnoticed",
        /// Waits for an appointment.
        Calendar = "calendar",
        /// Physical resource missing.
        Capacity = "capacity",
        /// Customer or supplier.
        External = "external",
        /// Movement or system synchronisation.
        Transport = "transport",
        /// Tool down or slow.
        System = "system",
        /// Statutory or cooling-off minimum.
        Policy = "policy",
        /// Needs a note.
        Other = "other",
    }
    /// The eight wastes in office work (domain.md 2.7).
    Waste {
        /// Missing or wrong data, returns.
        Defects = "defects",
        /// Work done early or for nobody.
        OverProduction = "over_production",
        /// Approvals, answers, queues.
        Waiting = "waiting",
        /// Experts chasing status.
        Talent = "talent",
        /// Handoffs, forwarding, approval rounds.
        Transport = "transport",
        /// Backlogs, inboxes, batches.
        Inventory = "inventory",
        /// Searching, switching tools.
        Motion = "motion",
        /// Re-entry, duplicate checks.
        OverProcessing = "over_processing",
    }
    /// The seven signs of broken handoffs (domain.md 1.3).
    Sign {
        /// Stalls without next steps.
        S1 = "S1",
        /// Manual follow-ups.
        S2 = "S2",
        /// Incomplete or inconsistent information.
        S3 = "S3",
        /// Unclear owner of the next step.
        S4 = "S4",
        /// Missed deadlines from unclear expectations.
        S5 = "S5",
        /// "Ready" and "complete" read differently.
        S6 = "S6",
        /// Handoffs vary by person.
        S7 = "S7",
    }
    /// Whether a step adds value (domain.md 1.2).
    ValueClass {
        /// Value-adding.
        ValueAdding = "VA",
        /// Necessary, not value-adding.
        Necessary = "NNVA",
        /// Unnecessary.
        Unnecessary = "N",
    }
    /// What a step is.
    StepKind {
        /// Where the process begins.
        Start = "start",
        /// Work done in one lane without passing the item on.
        Step = "step",
        /// A question whose answers lead different ways.
        Decision = "decision",
        /// Where the process ends.
        End = "end",
    }
    /// How a connector passes the item on (domain.md 0, decision 7).
    ConnectorKind {
        /// The one way on.
        Seq = "seq",
        /// One of several ways taken together.
        And = "and",
        /// One of several ways, one of which is taken, with a probability.
        Xor = "xor",
        /// The item goes back, instead of forward, with a probability.
        Rework = "rework",
    }
    /// The ten yes/no checks of a handoff, in the order of domain.md 7.4.
    Check {
        /// One accountable role.
        Owner = "owner",
        /// A receiving role or assignment rule.
        Receiver = "receiver",
        /// The event that tells the receiver.
        Trigger = "trigger",
        /// Exit criteria.
        Exit = "exit",
        /// Entry criteria.
        Entry = "entry",
        /// Template or required inputs.
        Template = "template",
        /// Response target.
        Response = "ack",
        /// Completion target.
        Completion = "complete",
        /// Return rule.
        Return = "return",
        /// Escalation path.
        Escalation = "escalation",
    }
    /// How the receiver takes an item on.
    Acceptance {
        /// The receiver says so.
        Explicit = "explicit",
        /// Taken as accepted when nobody objects.
        Implicit = "implicit",
        /// Not agreed.
        None = "none",
    }
    /// How the sender learns what became of the item.
    FollowUp {
        /// The system tells.
        Auto = "auto",
        /// Somebody chases.
        Manual = "manual",
    }
    /// How far an agreement is.
    AgreementStatus {
        /// Being written.
        Draft = "draft",
        /// Both sides said yes.
        Agreed = "agreed",
        /// Worked by.
        Live = "live",
        /// No longer worked by.
        Retired = "retired",
    }
    /// What kind of service level agreement (domain.md 3.1).
    SlaKind {
        /// Between provider and customer.
        Sla = "SLA",
        /// Between parts of one organisation.
        Ola = "OLA",
        /// With an external supplier.
        Uc = "UC",
    }
    /// Whose criterion (domain.md 0, decision 14).
    CriterionSide {
        /// The receiver's definition of ready.
        Entry = "entry",
        /// The sender's definition of done.
        Exit = "exit",
    }
    /// How binding a criterion is.
    Obligation {
        /// Not passed on without it.
        Must = "must",
        /// Wanted.
        Should = "should",
    }
    /// A letter of a responsibility matrix (domain.md 5).
    RaciLetter {
        /// Responsible.
        Responsible = "R",
        /// Accountable.
        Accountable = "A",
        /// Consulted.
        Consulted = "C",
        /// Informed.
        Informed = "I",
        /// Support.
        Support = "S",
        /// Verify.
        Verify = "V",
        /// Omitted.
        Omitted = "O",
        /// Driver, or decide.
        Driver = "D",
        /// Recommend.
        Recommend = "RE",
        /// Perform.
        Perform = "P",
        /// Manager.
        Manager = "M",
        /// Owner.
        Owner = "OW",
        /// Helper.
        Helper = "H",
    }
    /// Which part of a handoff a row of the matrix is about (domain.md 5.1).
    #[derive(Default)]
    RowPart {
        /// All of it.
        #[default]
        Whole = "whole",
        /// Preparing and letting go.
        Release = "release",
        /// Taking on.
        Accept = "accept",
    }
    /// A set of letters with its own rules (domain.md 5.2).
    #[derive(Default)]
    RaciScheme {
        /// Responsible, accountable, consulted, informed.
        #[default]
        Raci = "RACI",
        /// With support.
        Rasci = "RASCI",
        /// With verify and signatory.
        RaciVs = "RACI-VS",
        /// With omitted.
        Cairo = "CAIRO",
        /// Driver, approver, contributor, informed.
        Daci = "DACI",
        /// Recommend, agree, perform, input, decide.
        Rapid = "RAPID",
        /// Manager, owner, consulted, helper, approver.
        Mocha = "MOCHA",
    }
    /// An event of the clock of a handoff (domain.md 3.2).
    ClockEvent {
        /// The sender offers the item.
        Released = "released",
        /// The receiver has seen it.
        Acknowledged = "acknowledged",
        /// Accepted or returned.
        Accepted = "accepted",
        /// The stage is done.
        Completed = "completed",
    }
    /// How much the findings of a rule matter (domain.md 0, decision 18).
    RuleLevel {
        /// Blocks the "ready" stamp.
        Error = "error",
        /// Shown in the pack.
        Warning = "warning",
        /// Advice.
        Info = "info",
        /// Not checked.
        Off = "off",
    }
    /// What a state is for.
    StateRole {
        /// How it is.
        Current = "current",
        /// How it should be.
        Future = "future",
        /// Another way it could be.
        Variant = "variant",
    }
    /// What a note is.
    NoteKind {
        /// A sticky note.
        Note = "note",
        /// An open question.
        Question = "question",
        /// A decision taken.
        Decision = "decision",
        /// Something taken as true.
        Assumption = "assumption",
        /// A topic for later.
        Parked = "parked",
    }
    /// How far an action is.
    ActionStatus {
        /// Not begun.
        Open = "open",
        /// Begun.
        Started = "started",
        /// Finished.
        Done = "done",
        /// Given up.
        Dropped = "dropped",
    }
    /// How an action is gone about (domain.md 6.4).
    ActionKind {
        /// Nothing has to be found out first.
        JustDoIt = "just_do_it",
        /// Tried on a small scale before it is kept.
        Experiment = "experiment",
        /// Several pieces of work under one lead.
        Project = "project",
    }
    /// A way to work on a future state that edits the map (domain.md 6.3).
    Pattern {
        /// One team does what two did: the handoff between them goes.
        Combine = "combine",
        /// The sender checks before it sends, so that less comes back.
        CheckAtSource = "checkAtSource",
        /// Each item goes when it is ready, not with the next run.
        Trigger = "trigger",
        /// The receiver accepts or returns, within a time, instead of being pushed.
        AcceptAndReturn = "acceptAndReturn",
        /// A rule approves; only exceptions go to a person.
        ApproveByRule = "approveByRule",
        /// Two steps at the same time instead of one after the other.
        Parallel = "parallel",
        /// A form says what comes along.
        StandardForm = "standardForm",
        /// Somebody stands in where one alone can do it.
        Backup = "backup",
    }
}
