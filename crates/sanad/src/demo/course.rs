//! The course that a case takes: received, screened, registered, assessed, then what `plan.rs`
//! and `ends.rs` add. Every person of `people.toml` takes it as far as their line says.

use casework::Id;
use serde_json::{Value, json};

use super::{
    ends,
    family::Household,
    plan,
    script::{Life, Scene, Script},
    words::{Kind, Person, Said},
};

/// What must be explained before a consent counts.
const EXPLAINED: [&str; 8] = [
    "purpose",
    "recipients",
    "risks",
    "benefits",
    "refusal_has_no_penalty",
    "withdrawal",
    "limits_of_confidentiality",
    "complaint_route",
];

/// A person on their course.
pub struct Course<'s> {
    /// What is told of them.
    pub life: Life<'s>,
    /// Their line.
    pub person: Person,
    /// What brings them.
    pub kind: &'s Kind,
    /// Who carries the case.
    pub worker: &'static str,
    /// Their number: what varies, varies with it.
    pub n: usize,
    /// The factors that the next objective of their plan answers.
    pub answers: Vec<Id>,
}

/// The days, counted back from today, on which the steps were taken.
#[derive(Clone, Copy)]
pub struct Days {
    /// The assessment was written.
    pub assessed: i64,
    /// The plan was agreed.
    pub planned: i64,
    /// The plan was approved and the work on it began.
    pub started: i64,
}

/// Whether a supervisor looks first.
pub fn is_grave(risk: &str) -> bool {
    matches!(risk, "high" | "urgent")
}

/// Everybody of `people.toml`.
pub fn everybody<'s>(scene: &'s Scene<'s>, script: &mut Script) -> anyhow::Result<()> {
    let mut home = Household::default();
    let shared = script.lane();
    let mut n = 0;
    for carries in &scene.words.carries {
        let worker = scene.staff.username(&carries.worker)?;
        for person in &carries.people {
            n += 1;
            let lane = match person.household {
                Some(_) => shared,
                None => script.lane(),
            };
            let mut course = Course::new(scene, lane, person, worker, n)?;
            course.goes()?;
            if let Some(role) = &person.household {
                home.add(course.life.file, role);
            }
            course.life.into_script(script);
        }
    }
    home.formed(scene, shared, "worker4", 119, script)
}

impl<'s> Course<'s> {
    /// Somebody at the beginning.
    pub fn new(
        scene: &'s Scene<'s>,
        lane: usize,
        person: &Person,
        worker: &'static str,
        n: usize,
    ) -> anyhow::Result<Self> {
        Ok(Self {
            life: Life::new(scene, lane, &person.name)?,
            person: person.clone(),
            kind: scene.words.kind(&person.kind)?,
            worker,
            n,
            answers: Vec::new(),
        })
    }

    /// Half of the caseworkers write French.
    pub fn french(&self) -> bool {
        matches!(self.worker, "colleague" | "worker4")
    }

    /// A text in the worker's language, the variant of this person.
    pub fn say(&self, said: &Said) -> String {
        said.pick(self.french(), self.n).to_owned()
    }

    /// The worker does something.
    pub fn does(&mut self, what: &str, body: Value) -> anyhow::Result<Id> {
        self.life.does(self.worker, what, body)
    }

    /// On a day, at an hour of this person.
    pub fn on(&mut self, days_ago: i64, hour: i64) -> &mut Self {
        let minute = i64::try_from(self.n * 7 % 50).unwrap_or_default();
        self.life.on(days_ago, hour, minute);
        self
    }

    /// Younger than eighteen.
    pub const fn child(&self) -> bool {
        self.person.age < 18
    }

    /// The level at the beginning.
    pub fn first_risk(&self) -> &str {
        self.person.was.as_ref().unwrap_or(&self.person.risk)
    }

    /// The level on a day: where it changed, half-way.
    pub fn risk_on(&self, days_ago: i64) -> &str {
        let late = days_ago * 2 < self.person.days;
        if late {
            &self.person.risk
        } else {
            self.first_risk()
        }
    }

    /// High or urgent, at the beginning or since.
    pub fn grave(&self) -> bool {
        is_grave(self.first_risk()) || is_grave(&self.person.risk)
    }

    /// The days of the steps, by the times that the risk allows.
    pub fn days(&self) -> Days {
        let (look, plan) = match self.first_risk() {
            "urgent" => (1, 0),
            "high" => (1, 1),
            "medium" => (5, 4),
            _ => (9, 6),
        };
        let assessed = (self.person.days - look).max(0);
        let planned = (assessed - plan).max(0);
        Days {
            assessed,
            planned,
            started: (planned - 1).max(0),
        }
    }

    fn goes(&mut self) -> anyhow::Result<()> {
        self.registered()?;
        if self.person.stage == "new" {
            return Ok(());
        }
        let days = self.days();
        if self.person.stage == "assessing" {
            return self.assessing(days.assessed.max(1));
        }
        self.assessed(days)?;
        plan::goes_on(self, days)?;
        ends::ends(self, days)?;
        self.comes_today()
    }

    /// From the door to the completed registration, on one day.
    pub fn registered(&mut self) -> anyhow::Result<()> {
        self.received()?;
        self.screened()?;
        self.consents()?;
        self.identified()
    }

    fn received(&mut self) -> anyhow::Result<()> {
        let words = &self.life.scene.words.shared;
        let band = match self.person.age {
            0..=5 => "from0_to5",
            6..=11 => "from6_to11",
            12..=14 => "from12_to14",
            15..=17 => "from15_to17",
            18..=59 => "from18_to59",
            _ => "from60",
        };
        let alone = self.kind.immediate.clone();
        let needs = if alone.is_empty() {
            vec![["food_water", "none", "food_water", "medical"][self.n % 4].to_owned()]
        } else {
            alone
        };
        let outside = self.kind.route == "outreach";
        let body = json!({
            "delivery_model": if outside { "outreach_mobile" } else { "individual_care" },
            "channel": if outside { "outreach_point" } else { "in_person_centre" },
            "language": self.person.speaks[0], "sex_observed": if self.person.sex == "f" { "female" } else { "male" },
            "age_band": band, "immediate_needs": needs,
            "request": self.say(&self.kind.request), "action_taken": self.say(&words.action_taken)});
        let early = i64::try_from(self.n % 3).unwrap_or_default();
        self.on(self.person.days, 8 + early);
        let who = if outside { self.worker } else { "desk" };
        let arrived = self.life.does(who, "reception.receive_arrival", body)?;
        if needs.iter().any(|need| need == "child_alone") {
            let done = json!({"alert": arrived.nth(3), "what_was_done": "Stayed with the child, called the guardianship office, bed found for tonight."});
            self.life.does("child", "reception.answer_alert", done)?;
        }
        let (service, what) = [
            ("food", "a warm meal"),
            ("nfi_kit", "blanket, soap, towel"),
            ("information", "the leaflet of the centre, read aloud"),
            ("phone_call_home", "one call home, ten minutes"),
            ("clothing", "jacket and shoes"),
        ][self.n % 5];
        let given = json!({"service_type": service, "modality": "in_kind", "what": what});
        self.life.does(who, "reception.give_help", given).map(drop)
    }

    pub(super) fn screened(&mut self) -> anyhow::Result<()> {
        let risk = self.first_risk();
        let body = json!({"entry_route": self.kind.route, "eligibility_criteria": self.kind.criteria,
            "eligibility_result": "eligible", "complaint_route_explained": true,
            "intl_protection_concern": self.kind.protection, "initial_concerns": self.concerns(),
            "initial_risk": risk, "risk_reason": self.say(&self.kind.reason)});
        self.does("screening.screen", body).map(drop)
    }

    /// A child in a family is not alone.
    fn concerns(&self) -> Value {
        json!(self.kind.concerns)
    }

    pub(super) fn consents(&mut self) -> anyhow::Result<()> {
        let mut scopes = vec!["registration", "case_management"];
        if self.kind.tells_of_health() {
            scopes.push("health_data");
        }
        if !self.n.is_multiple_of(3) {
            scopes.push("statistics_non_identifying");
        }
        if self.person.household.is_some() {
            scopes.push("household_link");
        }
        if self.n % 4 == 1 {
            scopes.push("journey_interview");
        }
        for scope in scopes {
            let body = self.consent(scope, &[]);
            self.does("consent.record_consent", body)?;
        }
        Ok(())
    }

    /// A consent in writing, by whoever the child rule names (2.1).
    pub fn consent(&self, scope: &str, recipients: &[Id]) -> Value {
        let words = &self.life.scene.words.shared;
        let mut body = json!({"scope": scope, "recipients": recipients, "decision": "given",
            "given_by": "oneself", "form": "written", "text_version": "2026-1",
            "language": self.person.speaks[0], "explained": EXPLAINED, "understanding_checked": true,
            "understanding_words": self.say(&words.understood), "capacity": "able"});
        if self.person.age < 15 {
            body["given_by"] = json!("caregiver");
            body["assent"] = json!("given_in_writing");
            body["caregiver_situation"] = json!("present_and_safe");
        } else if self.person.age < 18 {
            body["caregiver_situation"] = json!("absent");
        }
        body
    }

    pub(super) fn identified(&mut self) -> anyhow::Result<()> {
        let scene = self.life.scene;
        let born =
            scene.day(self.person.age * 365 + self.person.age / 4 + 40 + 11 * (self.n as i64 % 25));
        let sure = ["stated", "document", "stated", "estimated"][self.n % 4];
        self.does("registration.record_identity", json!({"preferred_name": self.person.name,
            "sex": if self.person.sex == "f" { "female" } else { "male" },
            "nationality": [self.person.from], "languages": self.person.speaks, "dob": born, "dob_confidence": sure}))?;
        let living = if self.person.household.is_some() {
            "own_rented"
        } else {
            &self.kind.living
        };
        let mut background = json!({
            "literacy": (["reads", "reads_with_help", "does_not_read"][self.n % 3]),
            "education_level": (["primary", "secondary", "none", "vocational", "university"][self.n % 5]),
            "legal_status": self.kind.status, "living_arrangement": living,
            "dependants": self.n % 4});
        if self.child() {
            let care = if self.person.household.is_some() {
                "parents"
            } else {
                "foster"
            };
            background["care_arrangement"] = json!(care);
        } else {
            let single = ["single", "married", "widowed", "married", "separated"][self.n % 5];
            background["marital_status"] = json!(single);
        }
        self.does("registration.record_background", background)?;
        let outcome = if self.person.unsure {
            "unsure_review_later"
        } else {
            "none_found"
        };
        self.does(
            "registration.resolve_duplicate",
            json!({"duplicate_outcome": outcome}),
        )?;
        let mut assigned = json!({"worker": scene.staff.id(self.worker)?});
        if let Some(backup) = &self.person.backup {
            assigned["backup"] = json!(scene.staff.id(backup)?);
        }
        self.life
            .does("manager", "registration.assign_worker", assigned)?;
        let contact = self.safe_contact();
        self.does("registration.set_safe_contact", contact)?;
        self.does("registration.complete_registration", json!({}))
            .map(drop)
    }

    /// How to reach the person: with some, much is unsafe.
    fn safe_contact(&self) -> Value {
        let times = [
            "after 17:00",
            "mornings",
            "10:00 to 12:00",
            "weekends, by day",
            "any time before the evening prayer",
        ];
        let window = self.safe_window();
        let safe_times = window.as_deref().unwrap_or(times[self.n % 5]);
        let word = ["bread", "lantern", "river", "cumin", "blue door"];
        match self.n % 4 {
            0 => {
                json!({"safe_channel": ["phone_call", "in_person_centre", "home_visit"], "may_leave_message": true,
                "safe_times": safe_times})
            }
            1 => {
                json!({"safe_channel": ["phone_call", "in_person_centre"], "may_leave_message": false,
                "code_word": word[self.n % 5], "safe_times": safe_times})
            }
            2 => {
                json!({"safe_channel": ["in_person_centre", "messaging_app", "phone_call"], "may_leave_message": true,
                "who_may_answer": "a flatmate, who knows nothing"})
            }
            _ => {
                json!({"safe_channel": ["in_person_centre", "phone_call", "outreach_point"], "may_leave_message": false,
                "code_word": word[self.n % 5], "safe_times": safe_times, "unsafe_notes": "no SMS: the phone is shared"})
            }
        }
    }
}
