//! The words of the registers in English: titles of sheets and columns, closed lists, what the
//! units mean.

use super::words::Groups;

/// Group by group, `code: word`, set apart by bars.
pub(super) const WORDS: Groups = &[
    (
        "title",
        "about: About | figures: Figures | handoffs: Handoffs | steps: Steps | connectors: Connectors \
         | stages: Stages | painPoints: Pain points | ideas: Ideas | decisions: Decisions \
         | assumptions: Assumptions | questions: Open questions | parked: Parked topics \
         | notes: Notes | slas: SLAs | slaPauses: SLA pauses | slaEscalations: SLA escalations \
         | promises: End-to-end promises | criteria: Criteria | raci: Responsibilities \
         | templates: Templates | templateFields: Template fields | teams: Teams | roles: Roles \
         | calendars: Calendars | calendarDays: Special days | actions: Actions \
         | findings: Findings",
    ),
    (
        "column",
        "state: State | number: No. | direction: Direction | fromTeam: From team | fromStep: From step \
         | toTeam: To team | toStep: To step | passes: What passes | trigger: Trigger \
         | channel: Channel | probability: How often | probabilityConfidence: How often, figure is \
         | probabilitySaidBy: How often said by | waitUsual: Wait, usual \
         | waitBest: Wait, best | waitWorst: Wait, worst | waitConfidence: Wait is \
         | waitSample: Items measured | waitSaidBy: Wait said by | cause: Cause of the wait \
         | causeNote: More about the cause | sendingRole: Gives | receivingRole: Receives \
         | accountable: Accountable | assignment: Assigned by | followUp: Follow-up \
         | acceptance: Acceptance | returnRoute: Return rule | returnReasons: Reasons for a return \
         | template: Template | sla: SLA | response: Response target | responseClock: Response counts \
         | completion: Completion target | completionClock: Completion counts \
         | escalation: Escalation | contingency: If it cannot go as agreed | procedure: Procedure \
         | procedureOwner: Owner of the procedure | procedureVersion: Version of the procedure \
         | procedureReview: Review of the procedure | contacts: Contacts | measures: Measures \
         | handoffType: Sort | varies: Varies by person | status: Status \
         | readiness: Readiness of 10 | openChecks: Open checks | team: Team | name: Name \
         | code: Code | kind: Kind | stage: Stage | processTime: Process time, usual \
         | processBest: Process time, best | processWorst: Process time, worst \
         | processConfidence: Process time is | processSample: Items measured \
         | processSaidBy: Process time said by | span: Start to finish | people: People \
         | peopleConfidence: People, figure is | peopleSaidBy: People said by \
         | completeAccurate: Complete and accurate \
         | completeAccurateByGiver: The same, say those who give \
         | completeAccurateConfidence: Complete and accurate is \
         | completeAccurateSaidBy: Complete and accurate said by | value: Value | systems: Systems \
         | performers: Who can do it | backup: Stands in | inputs: Needs | outputs: Leaves behind \
         | deadEnd: Not on the timeline | notes: Notes | flow: Taken | primary: On the timeline \
         | label: Label | batchInterval: Batch every | batchIntervalConfidence: Batch, figure is \
         | batchIntervalSaidBy: Batch said by | handoff: Handoff | order: Order \
         | text: Text | quote: Quote | about: About | wastes: Wastes | signs: Signs | votes: Votes \
         | severity: Severity | workClass: Class of work | conditions: Applies when \
         | usedBy: Handoffs and stages | acknowledge: Acknowledge target \
         | acknowledgeClock: Acknowledge counts | responseMeans: Response means \
         | responseStart: Response clock starts | responseStop: Response clock stops \
         | completionFrom: Completion clock starts | completionMeans: Completion means \
         | completionStop: Completion clock stops | objective: Objective \
         | completionObjective: Objective of completion | window: Counted over \
         | qualityStandard: Quality standard | quality: Complete and accurate at least \
         | calendar: Calendar | breach: If it is missed | source: Source \
         | exclusions: Left out | owner: Owner | effectiveFrom: In force from \
         | reviewDate: Review | version: Version | signatures: Signed by | reason: Reason \
         | setBy: Set by | evidence: Evidence | cap: At most | autoResume: Resumes \
         | level: Level | atPercent: At part of the target | offset: After the due time \
         | escalationKind: Goes to | notify: Who is told | contact: In words | action: Action \
         | target: Target | clock: Counts | sum: Sum along the way | headroom: Left over \
         | union: All targets met at least | product: All met if independent \
         | nominal: Usually as drawn | today: Usually today | likely: Chance to be kept \
         | side: Side | obligation: Obligation | verifier: Who checks | row: Handoff or step \
         | part: Part | origin: Letters | problems: Against the rules | preset: Made from \
         | fields: Fields | required: Required | requiredFields: Required fields \
         | group: Group | key: Key | fieldType: Kind of field | requiredIf: Required if \
         | help: How to fill it | choices: Choices | providedBy: Provided by \
         | usedByStep: Used by | example: Example | validation: Valid when \
         | sensitive: Sensitive | external: External | inState: On this map \
         | headcount: People | productive: Productive time a day \
         | productiveConfidence: Productive time, figure is \
         | productiveSaidBy: Productive time said by | person: Person \
         | costPerHour: Cost per hour | currency: Currency | answersFor: Handoffs accountable for \
         | timeZone: Time zone | always: Always open | monday: Monday | tuesday: Tuesday \
         | wednesday: Wednesday | thursday: Thursday | friday: Friday | saturday: Saturday \
         | sunday: Sunday | date: Date | hours: Hours | horizon: Days of the plan | start: Start \
         | due: Due | late: Late | effort: Effort | work: Work | effect: Expected effect \
         | answers: Answers | changes: Changes | after: After | rule: Rule | sign: Sign \
         | message: Message | hint: What to do | waived: Waived | waivedBecause: Waived because \
         | waivedBy: Waived by | waivedOn: Waived on | figure: Figure | amount: Value \
         | unit: Unit | view: View | entry: Register | rows: Rows",
    ),
    (
        "figure",
        "leadTime: Lead time | processTime: Process time on the critical path \
         | activityRatio: Activity ratio | valueAdded: Value-adding share of the lead time \
         | betweenTeams: Wait between teams | betweenTeamShare: Share of it in the lead time \
         | insideTeamShare: Wait inside teams, share of the lead time \
         | externalShare: External share of the lead time \
         | totalProcessTime: Process time of all steps | totalEffort: Effort of all steps \
         | rolled: Rolled complete and accurate | rolledOnPath: The same on the critical path \
         | steps: Steps | decisions: Decisions | handoffs: Handoffs | reworkLoops: Rework loops \
         | returnHandoffs: Return handoffs | readiness: Readiness \
         | guessed: Guessed part of the lead time | measured: Measured part of the lead time \
         | expectedLeadTime: Expected lead time | expectedAtLeast: Expected lead time, at least \
         | expectedProcessTime: Expected process time | expectedEffort: Expected effort \
         | expectedTouches: Expected touches | expectedHandoffs: Expected handoffs \
         | expectedReturns: Expected returns",
    ),
    ("view", "timeline: Timeline | expected: Expected | map: Map"),
    ("unit", "minutes: h | days: d | fraction: % | count: number | perItem: per item"),
    ("direction", "forward: On | back: Back"),
    ("confidence", "measured: Measured | estimated: Estimated | guessed: Guessed"),
    ("acceptance", "explicit: Said explicitly | implicit: Silence counts | none: Not at all"),
    ("followUp", "auto: Automatic | manual: By asking"),
    ("status", "draft: Draft | agreed: Agreed | live: Live | retired: Retired"),
    (
        "check",
        "owner: One accountable role | receiver: A receiving role | trigger: A trigger \
         | exit: Exit criteria | entry: Entry criteria | template: Required information \
         | ack: Response target | complete: Completion target | return: Return rule \
         | escalation: Escalation path",
    ),
    ("stepKind", "step: Step | decision: Decision | start: Start | end: End"),
    ("value", "VA: Adds value | NNVA: Necessary, no value | N: Unnecessary"),
    ("flow", "seq: Always | and: In parallel | xor: One of several | rework: Rework"),
    (
        "waste",
        "defects: Defects | over_production: Over-production | waiting: Waiting \
         | talent: Unused talent | transport: Transport | inventory: Inventory | motion: Motion \
         | over_processing: Over-processing",
    ),
    (
        "sign",
        "S1: Stalls without next steps | S2: Followed up by hand | S3: Information incomplete \
         | S4: Owner of the next step unclear | S5: Deadlines missed, expectations unclear \
         | S6: “Ready” read differently | S7: Varies by person",
    ),
    (
        "slaKind",
        "SLA: Service level agreement | OLA: Operational level agreement \
         | UC: Underpinning contract",
    ),
    ("clock", "business: Working time | elapsed: Elapsed time"),
    (
        "event",
        "released: Released | acknowledged: Acknowledged | accepted: Accepted or returned \
         | completed: Completed",
    ),
    ("completionFrom", "acceptance: On acceptance | release: On release"),
    ("window", "week: A week | month: A month | quarter: A quarter"),
    ("escalation", "functional: More skill | hierarchical: More authority"),
    ("side", "entry: Entry | exit: Exit"),
    ("obligation", "must: Must | should: Should"),
    ("part", "whole: All of it | release: Release | accept: Accept"),
    ("origin", "set: Set | derived: Follow from the agreement"),
    (
        "fieldType",
        "text: Text | longText: Long text | number: Number | dateTime: Date and time \
         | choice: One of several | multiChoice: Several of several | role: Person or role \
         | link: File or link | checklist: Checklist | yesNo: Yes or no",
    ),
    ("actionStatus", "open: Open | started: Started | done: Done | dropped: Dropped"),
    ("actionKind", "just_do_it: Just do it | experiment: Experiment | project: Project"),
    ("severity", "error: Error | warning: Warning | info: Advice"),
    ("state", "current: Current state | future: Future state | variant: Variant"),
    ("yesNo", "yes: Yes | no: No"),
    (
        "unnamed",
        "step: Unnamed step | team: Unnamed team | role: Unnamed role | stage: Unnamed stage",
    ),
    ("joint", "after: after"),
    (
        "about",
        "title: Title | client: Client | process: Process | state: State | date: Date \
         | version: Version | times: Times | shares: Percentages | dates: Dates | empty: Empty cells",
    ),
    (
        "meaning",
        "business: Times are hours of the working time of the process. One day of it has {day} h. \
         Targets count what stands beside them. \
         | elapsed: Times are hours on the wall clock. One day has {day} h. Targets count what \
         stands beside them. \
         | shares: A percentage is part of the whole that its column names. \
         | dates: Dates are days of the calendar. \
         | empty: Nobody has said it yet, or it does not apply.",
    ),
];
