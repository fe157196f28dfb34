//! TEST-03 "Family K." (invented): mother 34, father 38, girl 12, boy 8, grandmother 66.

use casework::{
    Id,
    class::{Class, Classes},
    decide::Beside,
    household_file::{Echo, Household, HouseholdAsk, HouseholdEvent, decide_household},
    lists::{DuplicateOutcome, Status},
    own_file::{Entry, FileOrder},
    refusal::Why,
    sop::FloorReason,
};
use jiff::Timestamp;
use serde_json::json;

use crate::{packages::waits, plans::*, story::*, telling::*};

const HOME: Id = Id([90; 16]);
const MOTHER: Id = Id([91; 16]);
const FATHER: Id = Id([92; 16]);
const GIRL: Id = Id([93; 16]);
const BOY: Id = Id([94; 16]);
const GRANDMOTHER: Id = Id([95; 16]);

/// The household's own file.
struct Home(Vec<Entry<HouseholdEvent>>);

impl Home {
    fn file(&self) -> Household {
        Household::fold(&self.0)
    }

    fn tries(&mut self, at: Timestamp, ask: HouseholdAsk) -> Result<(), Why> {
        let order = FileOrder {
            command: Id([8; 16]),
            by: WORKER,
            now: at,
            happened: at,
            ask,
        };
        let entry = decide_household(&self.file(), &order).map_err(|refusal| refusal.why)?;
        self.0.push(entry);
        Ok(())
    }

    fn gives(&mut self, at: Timestamp, service: &str) -> Result<(), Why> {
        let kit =
            json!({"kind": "give_kit", "body": {"service_type": service, "what": "family box"}});
        self.tries(at, serde_json::from_value(kit).unwrap())
    }

    /// Carries out what a command in a person's file means for the household.
    fn follows(&mut self, at: Timestamp, person: Id, story: &Story) {
        for effect in &story.last.beside {
            if let Beside::Household { household, what } = effect {
                assert_eq!(*household, HOME);
                if let Some(ask) = what.ask(person) {
                    self.tries(at, ask).unwrap();
                }
            }
        }
    }

    fn in_view(&self) -> Vec<Id> {
        self.file().in_view().map(|member| member.person).collect()
    }
}

/// The five people and the household they share.
pub struct Family {
    pub mother: Story,
    pub father: Story,
    pub girl: Story,
    pub boy: Story,
    pub grandmother: Story,
    home: Home,
    d0: Timestamp,
}

/// One person of the family: own record, own consents, own place in the household.
fn person(name: &str, dob: &str, band: &str, role: &str) -> Story {
    let mut story = Story::begins();
    let child = !matches!(band, "from18_to59" | "from60");
    let says = |scope: &str| {
        let by = json!({"given_by": "caregiver", "assent": "given_in_writing"});
        let own = consent(scope);
        if child { with(own, by) } else { own }
    };
    let arrival = with(arrival(), json!({"age_band": band}));
    let contact = json!({"safe_channel": ["phone_call"], "may_leave_message": true});
    let identity = with(identity(), json!({"preferred_name": name, "dob": dob}));
    story
        .does(DESK, "reception", "receive_arrival", arrival)
        .does(WORKER, "screening", "screen", screening("low"))
        .does(WORKER, "consent", "record_consent", says("registration"))
        .does(WORKER, "registration", "record_identity", identity)
        .does(WORKER, "registration", "set_safe_contact", contact);
    register(&mut story);
    let join = json!({"household": HOME, "role": role, "reason": "formed"});
    story.is_refused(
        WORKER,
        "household",
        "join_household",
        join.clone(),
        Why::ConsentMissing,
    );
    story
        .does(WORKER, "consent", "record_consent", says("household_link"))
        .does(WORKER, "household", "join_household", join);
    assert_eq!(
        story.last.beside,
        [],
        "who forms a household stands in its file"
    );
    story
}

/// D0: registered together, asked one by one.
fn registered_together() -> Family {
    let d0 = Story::begins().now;
    let members = [
        (MOTHER, "head"),
        (FATHER, "spouse"),
        (GIRL, "child"),
        (BOY, "child"),
        (GRANDMOTHER, "grandparent"),
    ]
    .map(|(person, role)| json!({"person": person, "role": role}));
    let mut home = Home(Vec::new());
    let form = json!({"kind": "form", "body": {"members": members}});
    home.tries(d0, serde_json::from_value(form).unwrap())
        .unwrap();
    Family {
        mother: person("Mother K.", "1992-01-10", "from18_to59", "head"),
        father: person("Father K.", "1988-01-10", "from18_to59", "spouse"),
        girl: person("Girl K.", "2014-01-10", "from12_to14", "child"),
        boy: person("Boy K.", "2018-01-10", "from6_to11", "child"),
        grandmother: person("Grandmother K.", "1960-01-10", "from60", "grandparent"),
        home,
        d0,
    }
}

impl Family {
    /// D1: somebody like the father may exist elsewhere; he agrees, and a person decides.
    fn duplicate(&mut self) {
        let father = &mut self.father;
        on_day(father, self.d0, 1);
        let unsure = json!({"duplicate_outcome": "unsure_review_later"});
        let same = json!({"duplicate_outcome": "same", "other_code": "K7Q-0080"});
        father
            .does(WORKER, "registration", "resolve_duplicate", unsure)
            .is_refused(
                WORKER,
                "registration",
                "resolve_duplicate",
                same.clone(),
                Why::ReasonNeeded,
            );
        let agreed = with(same, json!({"duplicate_reason": "he says so himself"}));
        father.does(WORKER, "registration", "resolve_duplicate", agreed);
        let case = father.case();
        assert_eq!(case.status(), Some(Status::Open), "never merged by itself");
        assert_eq!((case.outcome, father.last.beside.len()), (None, 0));
        let outcome = case
            .registration
            .duplicate
            .map(|(_, check)| check.duplicate_outcome);
        assert_eq!(outcome, Some(DuplicateOutcome::Same));
        let at = father.now;
        self.home.gives(at, "food").unwrap();
        assert_eq!(
            self.home.gives(at, "food"),
            Err(Why::GivenToday),
            "not paid twice"
        );
        let kits = self.home.file().kits;
        assert_eq!(
            (kits.len(), kits[0].1.reached),
            (1, 5),
            "one kit, five people"
        );
    }

    /// D4: what the mother tells in private. D5: she leaves the household's view.
    fn told_in_private(&mut self) {
        let mother = &mut self.mother;
        on_day(mother, self.d0, 4);
        let violence = json!({"type": "physical_assault", "phase": "during", "date_or_period": "this winter",
            "ongoing": true, "perpetrator_type": "partner", "source": "person",
            "case_context": ["intimate_partner"]});
        let note = json!({"text": "he beats me; tell nobody", "about": ["gbv"]});
        mother.does(WORKER, "reception", "write_note", note).does(
            WORKER,
            "assessment",
            "record_vea",
            violence,
        );
        on_day(mother, self.d0, 5);
        let hide = json!({"own_safe_contact": true, "reason": "her husband", "about": ["gbv"]});
        mother.does(WORKER, "household", "hide_from_household", hide);
        self.home.follows(mother.now, MOTHER, mother);
        let own = json!({"safe_channel": ["in_person_centre"], "may_leave_message": false,
            "unsafe_notes": "never the shared phone"});
        mother.does(WORKER, "registration", "set_safe_contact", own);
        assert!(
            mother.last.beside.is_empty(),
            "nobody is told the new contact"
        );
        assert!(!self.home.in_view().contains(&MOTHER));
        assert_eq!(self.home.in_view().len(), 4);
    }

    /// D9: the children's best interests; the father is a danger and is never asked.
    fn best_interests(&mut self) {
        let bia = json!({"child_view": "I want to stay with my mother", "care_now": "parents",
            "recommended_actions": "a place without the father", "bid_needed": false});
        for child in [&mut self.girl, &mut self.boy] {
            on_day(child, self.d0, 9);
            let father = json!({"caregiver": FATHER, "safe": false});
            child
                .does(WORKER, "household", "link_caregiver", father)
                .does(WORKER, "child", "open_bia", json!({}))
                .does(WORKER, "child", "record_bia", bia.clone());
            assert!(
                child.last.beside.is_empty(),
                "nobody of the household is told"
            );
            let invited = json!({"meeting_type": "family_meeting", "participants": ["caregiver", "caseworker"],
                "minutes": "x"});
            child.is_refused(
                WORKER,
                "review",
                "hold_meeting",
                invited,
                Why::CaregiverNotSafe,
            );
            let father = json!({"situation": "unsafe"});
            child.does(WORKER, "child", "describe_caregiver", father);
            assert!(floor_reasons(child).contains(&FloorReason::CaregiverIsAbuser));
        }
    }

    /// D20: mother, children and, by her own choice, the grandmother go to a shelter.
    fn separated(&mut self) {
        let leave = json!({"reason": "separation"});
        let family = [
            (MOTHER, &mut self.mother),
            (GIRL, &mut self.girl),
            (BOY, &mut self.boy),
            (GRANDMOTHER, &mut self.grandmother),
        ];
        for (person, story) in family {
            on_day(story, self.d0, 20);
            story.does(WORKER, "household", "leave_household", leave.clone());
            self.home.follows(story.now, person, story);
            let shelter = json!({"service_type": "emergency_shelter", "modality": "service",
                "provider": "women's shelter", "direct_or_referral": "direct", "status": "delivered"});
            story.does(WORKER, "implementation", "record_service", shelter);
        }
        assert_eq!(self.home.in_view(), [FATHER]);
    }
}

/// The whole story, to the father's closure on D60.
pub fn family() -> Family {
    let mut family = registered_together();
    family.duplicate();
    family.told_in_private();
    family.best_interests();
    family.separated();
    on_day(&mut family.father, family.d0, 60);
    close(&mut family.father, "moved_away_known");
    family
}

#[test]
fn the_fathers_worker_sees_neither_the_note_nor_the_new_address() {
    let before = registered_together().father.case().seen;
    let family = family();
    let father = family.father.case();
    let own = |story: &Story| story.events.len();
    assert!(father.seen > before && own(&family.father) == father.seen as usize);
    let words = serde_json::to_string(&family.father.events).unwrap();
    for told in ["beats", "shelter", "shared phone", "hidden", "notice"] {
        assert!(!words.contains(told), "{told} stands in the father's file");
    }
    let home = serde_json::to_string(&family.home.0).unwrap();
    for told in ["beats", "shelter", "husband"] {
        assert!(
            !home.contains(told),
            "{told} stands in the household's file"
        );
    }
    // Somebody who carries the mother's file without the class sees that she hides, not why.
    let seen = family.mother.case_for(all_but(Class::Gbv));
    assert!(seen.assessment.vea.is_empty());
    assert_eq!(seen.reception.notes, 0);
    let general = family.mother.case_for(Classes::GENERAL);
    assert_eq!(general.reception.notes, 0);
}

#[test]
fn the_households_history_stays() {
    let file = family().home.file();
    assert_eq!(file.members.len(), 5);
    let left = file.members.iter().filter(|member| member.left.is_some());
    assert_eq!(left.count(), 4);
    assert!(
        file.members
            .iter()
            .all(|member| member.joined.happened == file.formed.unwrap().happened)
    );
}

#[test]
fn a_missing_child_is_not_told_to_those_it_is_hidden_from() {
    let mut family = registered_together();
    let missing = json!({"last_seen": family.girl.now, "suspected_abduction": true, "circumstances": "school"});
    let hide =
        json!({"own_safe_contact": true, "reason": "afraid of her father", "about": ["child"]});
    family
        .girl
        .does(WORKER, "household", "hide_from_household", hide)
        .does(WORKER, "review", "report_missing_child", missing.clone());
    assert!(family.girl.last.beside.is_empty());
    family
        .boy
        .does(WORKER, "review", "report_missing_child", missing);
    let told = |effect: &Beside| {
        matches!(
            effect,
            Beside::Household {
                what: Echo::Tell(_),
                ..
            }
        )
    };
    assert!(family.boy.last.beside.iter().any(told), "nobody hides him");
}

#[test]
fn a_childs_return_waits_whatever_the_family_wants() {
    let mut family = family();
    let girl = &mut family.girl;
    girl.does(WORKER, "planning", "start_plan", json!({}));
    let body = json!({"to_agency": CLINIC, "service_type": "travel_assistance", "reason": "home",
        "urgency": "planned", "data_shared": ["name"], "channel": "phone"});
    let id = crate::packages::draft(girl, body);
    waits(girl, id, Why::BiaNeeded);
}
