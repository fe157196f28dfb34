//! Who may be the same person (`domain.md` 2.7, TEST-03): named where the reader may open the file,
//! hinted at where not, and as if not there where nobody may guess.

use access::Actor;
use casebook::{OpenSimilar, Similar, fresh_id};
use casework::{Id, actor::Role};
use serde_json::json;
use views::{Known, Reason};

use super::house::{House, not_here};

struct Two {
    house: House,
    worker: Actor,
    lead: Actor,
    there: Actor,
    lead_there: Actor,
}

fn two_centres() -> Two {
    let house = House::new();
    let there = house.there;
    Two {
        worker: house.staff("worker", Role::Caseworker),
        lead: house.staff("lead", Role::Supervisor),
        there: house.staff_at("worker2", Role::Caseworker, there),
        lead_there: house.staff_at("lead2", Role::Supervisor, there),
        house,
    }
}

impl Two {
    fn arrives(&self, name: &str) -> Id {
        self.named(name, &self.worker, &self.lead)
    }

    fn is_known_there(&self, name: &str) -> Id {
        self.named(name, &self.there, &self.lead_there)
    }

    fn named(&self, name: &str, worker: &Actor, lead: &Actor) -> Id {
        let file = self.house.person(name, worker, lead);
        let identity = json!({"preferred_name": name, "sex": "female", "nationality": ["sdn"],
            "languages": ["ar"], "dob": "1991-07-19", "dob_confidence": "stated",
            "mother_name": "Zakiya Invented"});
        let what = "registration.record_identity";
        self.house.does(worker, file, what, identity).unwrap();
        file
    }

    fn similar(&self, by: &Actor, file: Id) -> Vec<Similar> {
        let look = self.house.book.look(by, file, "case.read").unwrap();
        self.house.book.similar(by, &look).unwrap()
    }

    fn may_exist_there(&self) -> Vec<Similar> {
        let centre = self.house.there;
        vec![Similar::MayExist { centre }]
    }
}

fn only(found: &[Similar]) -> &OpenSimilar {
    match found {
        [Similar::Open(open)] => open,
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_file_that_may_be_opened_is_named_with_its_reasons() {
    let two = two_centres();
    let known = two.arrives("Zeynab Abdelkarim");
    two.house.person("Somebody Else", &two.worker, &two.lead);
    let new = two.arrives("زينب عبد الكريم");
    let found = two.similar(&two.worker, new);
    let found = only(&found);
    assert_eq!(
        (found.file, found.name.as_str()),
        (known, "Zeynab Abdelkarim")
    );
    assert!(found.likelihood > 0.5, "{}", found.likelihood);
    let said: Vec<Reason> = found.findings.iter().map(|one| one.reason).collect();
    assert!(said.contains(&Reason::SameBirthDate));
    assert!(said.iter().any(|one| one.code() == "same-mother-name"));
    assert!(two.similar(&two.worker, known).len() == 1, "both ways");
}

#[test]
fn another_centres_file_says_that_it_may_exist_and_nothing_more() {
    let two = two_centres();
    let known = two.is_known_there("Zeynab Abdelkarim");
    let new = two.arrives("Zainab Abdulkarim");
    assert_eq!(two.similar(&two.worker, new), two.may_exist_there());
    let other = two.similar(&two.there, known);
    assert_eq!(
        other,
        vec![Similar::MayExist {
            centre: two.house.here
        }]
    );
    let stranger = two.house.person("Marwa Imagined", &two.worker, &two.lead);
    assert_eq!(two.similar(&two.worker, stranger), Vec::new());
}

/// What hides a file: the answers about everybody else are the same to the last digit.
fn hides(hide: impl FnOnce(&Two, Id, Id)) -> Two {
    let two = two_centres();
    let brother = two
        .house
        .person("Brother Invented", &two.there, &two.lead_there);
    two.arrives("Zaynab Abdul Karim");
    let new = two.arrives("Zainab Abdulkarim");
    let before = two.similar(&two.worker, new);
    assert_eq!(before.len(), 1);
    let known = two.is_known_there("Zeynab Abdelkarim");
    assert_eq!(two.similar(&two.worker, new)[1..], two.may_exist_there());
    hide(&two, known, brother);
    assert_eq!(two.similar(&two.worker, new), before);
    two
}

#[test]
fn a_restricted_file_answers_as_if_it_were_not_there() {
    let two = hides(|two, known, _| {
        let sogi = json!({"why_needed": "asked for it"});
        let what = "registration.record_sogi";
        two.house.does(&two.there, known, what, sogi).unwrap();
    });
    let again = two.is_known_there("Zainab Abdal Karim");
    let found = two.similar(&two.there, again);
    assert!(
        matches!(found[0], Similar::Open(_)),
        "its own worker is told"
    );
}

#[test]
fn somebody_hidden_from_their_household_answers_as_if_they_were_not_there() {
    hides(|two, known, brother| {
        let founders = [known, brother].map(|person| casework::household_file::Founder {
            person,
            role: casework::lists::HouseholdRole::Spouse,
        });
        let id = fresh_id().unwrap();
        let book = &two.house.book;
        book.form_household(&two.lead_there, id, None, &founders)
            .unwrap();
        let body = json!({"own_safe_contact": true, "reason": "asked in private"});
        let what = "household.hide_from_household";
        two.house.does(&two.there, known, what, body).unwrap();
    });
}

#[test]
fn somebody_erased_answers_as_if_they_had_never_come() {
    hides(|two, known, _| {
        let look = two.house.book.look(&two.there, known, "case.read").unwrap();
        let code = look.case.registration.code.unwrap();
        let dpo = two
            .house
            .staff_at("dpo", Role::DataProtection, two.house.there);
        let fresh = || fresh_id().unwrap();
        let book = &two.house.book;
        let proposal = book
            .propose_erasure(&dpo, fresh(), &code, "asked for it")
            .unwrap();
        book.confirm_erasure(&two.lead_there, fresh(), proposal)
            .unwrap();
    });
}

fn typed(name: &str) -> Known {
    Known {
        names: vec![name.to_owned()],
        mother: "Zakia Invented".to_owned(),
        ..Known::default()
    }
}

#[test]
fn what_is_typed_is_answered_and_not_kept() {
    let two = two_centres();
    let known = two.arrives("Zeynab Abdelkarim");
    let new = two.house.person("Somebody Else", &two.worker, &two.lead);
    let book = &two.house.book;
    let kept = || {
        (
            book.dump_views().unwrap(),
            book.ledger().read(ledger::Id(new.0)).unwrap().len(),
        )
    };
    let before = kept();
    let found = book
        .similar_to(&two.worker, new, &typed("Zainab Abdulkarim"))
        .unwrap();
    assert_eq!(only(&found).file, known);
    assert_eq!(kept(), before);
    let looks = book.ledger().looks(0, 5_000).unwrap();
    let last = String::from_utf8(looks.last().unwrap().content.to_vec()).unwrap();
    assert!(last.contains("registration.similar") && last.contains(&new.to_string()));
    assert!(
        !last.contains("ainab"),
        "that somebody looked, not for whom"
    );
    let nobody = book.similar_to(&two.worker, new, &typed(" ")).unwrap();
    assert_eq!(nobody, Vec::new());
}

#[test]
fn a_phone_is_found_however_it_is_written_and_only_by_who_may_open_the_file() {
    let two = two_centres();
    let known = two.arrives("Zeynab Abdelkarim");
    let contact = json!({"safe_channel": ["phone_call"], "phone": "+218 91 234 5678",
        "may_leave_message": false});
    let what = "registration.set_safe_contact";
    two.house.does(&two.worker, known, what, contact).unwrap();
    let found = |by: &Actor, typed: &str| -> Vec<Id> {
        let found = two.house.book.search(by, typed).unwrap();
        found.into_iter().map(|one| one.file).collect()
    };
    for typed in ["0912345678", "00218-91-2345678", "٠٩١٢٣٤٥٦٧٨"] {
        assert_eq!(found(&two.worker, typed), [known], "{typed}");
    }
    assert!(found(&two.there, "0912345678").is_empty());
    assert!(found(&two.worker, "0912345679").is_empty());
}

#[test]
fn only_who_may_record_who_somebody_is_may_ask_so() {
    let two = two_centres();
    let file = two.arrives("Zeynab Abdelkarim");
    let book = &two.house.book;
    let asked = |by: &Actor| book.similar_to(by, file, &typed("Zainab Abdulkarim"));
    let desk = two.house.staff("desk", Role::Reception);
    assert!(asked(&two.worker).is_ok());
    assert!(not_here(asked(&two.there)) && not_here(asked(&desk)));
}

#[test]
fn the_answer_survives_a_start_from_the_snapshot() {
    let mut two = two_centres();
    let known = two.arrives("Zeynab Abdelkarim");
    two.house.book.keep_snapshot().unwrap();
    let new = two.arrives("Zainab Abdulkarim");
    let before = two.similar(&two.worker, new);
    two.house = two.house.again();
    assert!(two.house.book.began_quickly());
    assert_eq!(two.similar(&two.worker, new), before);
    assert_eq!(only(&before).file, known);
}
