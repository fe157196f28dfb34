//! The teller of stories: a centre with its people, a clock that the story moves, and a file.

use casework::{
    Ask, Case, Event, Id, Order, Refusal, Sop,
    actor::{By, Role},
    class::Classes,
    consent::Basis,
    decide::{self, Yes},
    lists::{RiskLevel, Scope},
    refusal::{MissingWhat, Why},
    review::next_at_latest,
};
use jiff::{SignedDuration, Timestamp};
use serde_json::{Value, json};

/// Somebody who works at the centre.
pub const fn who(role: Role, number: u8) -> By {
    By {
        account: Id([number; 16]),
        role,
        centre: Id([200; 16]),
    }
}

pub const DESK: By = who(Role::Reception, 1);
pub const WORKER: By = who(Role::Caseworker, 2);
pub const COLLEAGUE: By = who(Role::Caseworker, 3);
pub const MANAGER: By = who(Role::CaseManager, 4);
pub const SUPERVISOR: By = who(Role::Supervisor, 5);
pub const SECOND_SUPERVISOR: By = who(Role::Supervisor, 6);
pub const CHILD_FOCAL_POINT: By = who(Role::FocalPointChild, 7);
pub const TIP_FOCAL_POINT: By = who(Role::FocalPointTip, 8);
pub const PSYCHOLOGIST: By = who(Role::Psychologist, 9);

/// Stands for the last day on which the next contact may be.
pub const LAST_DAY: &str = "the last day";

/// One person's story.
pub struct Story {
    pub events: Vec<Event>,
    pub sop: Sop,
    pub now: Timestamp,
    pub last: Yes,
    /// What whoever asks may read; everything, unless the story says less.
    pub held: Classes,
    next: u64,
}

impl Story {
    /// D0: nobody arrived yet.
    pub fn begins() -> Self {
        let sop = Sop::from_toml(include_str!("../../../../practice/sop/default.toml")).unwrap();
        let now = "2026-03-02T09:00:00Z".parse().unwrap();
        Self {
            events: Vec::new(),
            sop,
            now,
            last: Yes::default(),
            held: Classes::all(),
            next: 1,
        }
    }

    /// Hours pass.
    pub fn hours(&mut self, hours: i64) -> &mut Self {
        self.now += SignedDuration::from_hours(hours);
        self
    }

    /// Days pass.
    pub fn days(&mut self, days: i64) -> &mut Self {
        self.hours(days * 24)
    }

    /// The case, folded from everything.
    pub fn case(&self) -> Case {
        Case::fold(&self.events)
    }

    /// The case as a reader of these classes sees it.
    pub fn case_for(&self, held: Classes) -> Case {
        Case::fold_for(&self.events, held)
    }

    fn order(&mut self, by: By, ask: Ask, happened: Timestamp) -> Order {
        self.next += 1;
        let mut id = [7; 16];
        id[..8].copy_from_slice(&self.next.to_be_bytes());
        let fresh_code = format!("K7Q-{:04}", self.next);
        Order {
            command: Id(id),
            by,
            now: self.now,
            happened,
            base: None,
            fresh_code,
            ask,
            held: self.held,
        }
    }

    /// Somebody asks for something; the events are kept when the rules say yes.
    pub fn tries(&mut self, by: By, room: &str, kind: &str, body: Value) -> Result<(), Refusal> {
        let now = self.now;
        self.tries_of(by, room, kind, body, now)
    }

    /// The same, written down later than it happened.
    pub fn tries_of(
        &mut self,
        by: By,
        room: &str,
        kind: &str,
        body: Value,
        happened: Timestamp,
    ) -> Result<(), Refusal> {
        let ask = ask(room, kind, self.dated(body));
        let order = self.order(by, ask, happened);
        let yes = decide::decide(&self.case(), &self.sop, &order)?;
        self.events.extend(decide::stamp(&yes, &self.sop, &order));
        self.last = yes;
        Ok(())
    }

    /// "The last day" for the next contact is the last that the case's risk allows now.
    fn dated(&self, mut body: Value) -> Value {
        if body["next_contact_due"] == LAST_DAY {
            let level = self.case().risk().unwrap_or(RiskLevel::Low);
            let day = next_at_latest(&self.sop, level, self.now);
            body["next_contact_due"] = json!(day.to_string());
        }
        body
    }

    /// When somebody asks, then the rules say yes.
    #[track_caller]
    pub fn does(&mut self, by: By, room: &str, kind: &str, body: Value) -> &mut Self {
        if let Err(refusal) = self.tries(by, room, kind, body) {
            panic!("{room}.{kind} was refused: {refusal:?}");
        }
        self
    }

    /// When somebody asks, then the rules say no, for this reason.
    #[track_caller]
    pub fn is_refused(&mut self, by: By, room: &str, kind: &str, body: Value, why: Why) -> Refusal {
        let before = self.events.len();
        let refusal = self
            .tries(by, room, kind, body)
            .expect_err("the rules said yes");
        assert_eq!(refusal.why, why, "{refusal:?}");
        assert_eq!(self.events.len(), before, "a refusal changes nothing");
        refusal
    }

    /// When somebody asks, then the gate names exactly these things as missing.
    #[track_caller]
    pub fn misses(&mut self, by: By, room: &str, kind: &str, body: Value, what: &[MissingWhat]) {
        let refusal = self.is_refused(by, room, kind, body, Why::GateNotMet);
        let found: Vec<_> = refusal.missing.iter().map(|missing| missing.what).collect();
        assert_eq!(found, what);
    }

    /// The kinds of the events of the last yes, as `room.kind`.
    pub fn kinds(&self) -> Vec<String> {
        let from = self.events.len() - self.last.events.len();
        self.events[from..]
            .iter()
            .map(|event| format!("{}.{}", event.kind().0, event.kind().1))
            .collect()
    }
}

/// A command as a form's answers make it.
#[track_caller]
pub fn ask(room: &str, kind: &str, body: Value) -> Ask {
    serde_json::from_value(json!({"room": room, "what": {"kind": kind, "body": body}})).unwrap()
}

/// A grown-up at the door, nothing urgent.
pub fn arrival() -> Value {
    json!({"delivery_model": "individual_care", "channel": "in_person_centre", "language": "ar",
        "age_band": "from18_to59", "immediate_needs": ["none"],
        "request": "I want to know my rights", "action_taken": "tea and a seat"})
}

/// A child of about that age at the door.
pub fn arrival_of_child(band: &str) -> Value {
    let mut arrival = arrival();
    arrival["age_band"] = json!(band);
    arrival["immediate_needs"] = json!(["child_alone"]);
    arrival
}

/// Consent of somebody who decides alone, informed and written: no caregiver is there to agree too.
pub fn consent(scope: &str) -> Value {
    json!({"scope": scope, "decision": "given", "given_by": "oneself", "form": "written",
        "text_version": "2026-1", "language": "ar", "capacity": "able", "understanding_checked": true,
        "caregiver_situation": "absent", "explained": ["purpose", "recipients", "risks", "benefits", "refusal_has_no_penalty",
            "withdrawal", "limits_of_confidentiality", "complaint_route"]})
}

/// The body with some fields set differently.
pub fn with(mut body: Value, changes: Value) -> Value {
    for (name, value) in changes.as_object().unwrap() {
        body[name] = value.clone();
    }
    body
}

/// A screening that lets registration begin.
pub fn screening(risk: &str) -> Value {
    json!({"entry_route": "self_referred", "eligibility_criteria": ["stranded_or_destitute"],
        "eligibility_result": "eligible", "complaint_route_explained": true, "intl_protection_concern": false,
        "initial_concerns": [], "initial_risk": risk, "risk_reason": "alone, no income"})
}

/// Who the person is.
pub fn identity() -> Value {
    json!({"preferred_name": "Amira Invented", "sex": "female", "nationality": ["sdn"], "languages": ["ar"],
        "dob": "1998-05-01", "dob_confidence": "stated"})
}

/// A file in which a grown-up arrived and nothing else happened.
pub fn arrived() -> Story {
    let mut story = Story::begins();
    story.does(DESK, "reception", "receive_arrival", arrival());
    story
}

/// The same with a child of about that age.
pub fn arrived_child(band: &str) -> Story {
    let mut story = Story::begins();
    story.does(DESK, "reception", "receive_arrival", arrival_of_child(band));
    story
}

/// A grown-up who was found eligible, at a low risk.
pub fn screened() -> Story {
    let mut story = Story::begins();
    story
        .does(DESK, "reception", "receive_arrival", arrival())
        .does(WORKER, "screening", "screen", screening("low"));
    story
}

/// The same person, who agreed to be registered and said who she is.
pub fn identified() -> Story {
    let mut story = screened();
    story
        .does(WORKER, "consent", "record_consent", consent("registration"))
        .does(WORKER, "registration", "record_identity", identity());
    story
}

/// What permits the use of a scope now, or why nothing does.
pub fn allows(story: &Story, scope: Scope, recipient: Option<Id>) -> Result<Basis, Why> {
    story.case().consents.allows(scope, recipient, story.now)
}

/// A file that passed gate G1 for an adult at this risk level, carried by [`WORKER`].
pub fn registered(risk: &str) -> Story {
    let mut story = Story::begins();
    story
        .does(DESK, "reception", "receive_arrival", arrival())
        .does(WORKER, "screening", "screen", screening(risk))
        .does(WORKER, "consent", "record_consent", consent("registration"))
        .does(WORKER, "registration", "record_identity", identity());
    complete(&mut story);
    story
}

/// What is left of gate G1 after identity, then the registration itself.
pub fn complete(story: &mut Story) {
    let worker = WORKER.account.to_string();
    story
        .does(
            WORKER,
            "registration",
            "resolve_duplicate",
            json!({"duplicate_outcome": "none_found"}),
        )
        .does(
            MANAGER,
            "registration",
            "assign_worker",
            json!({"worker": worker}),
        )
        .does(
            WORKER,
            "registration",
            "set_safe_contact",
            json!({"safe_channel": ["in_person_centre"], "may_leave_message": false}),
        )
        .does(WORKER, "registration", "complete_registration", json!({}));
}
