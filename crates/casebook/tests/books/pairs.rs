//! Pairs that may be one person: who is told of which, what a verdict does, and taking it back
//! (`domain.md` 2.7, TEST-03).

use access::Actor;
use casebook::{PairRow, Side, Similar, Verdict, fresh_id};
use casework::{
    Id,
    actor::Role,
    lists::{DuplicateOutcome, PairVerdict},
    refusal::Why,
};
use serde_json::json;

use super::house::{House, not_here, why};

struct Doubted {
    house: House,
    worker: Actor,
    lead: Actor,
    there: Actor,
    lead_there: Actor,
    one: Id,
}

/// One person at the first centre, and everybody who may decide.
fn doubted() -> Doubted {
    let house = House::new();
    let elsewhere = house.there;
    let worker = house.staff("worker", Role::Caseworker);
    let lead = house.staff("lead", Role::Supervisor);
    let one = house.person("Zeynab Abdelkarim", &worker, &lead);
    Doubted {
        there: house.staff_at("worker2", Role::Caseworker, elsewhere),
        lead_there: house.staff_at("lead2", Role::Supervisor, elsewhere),
        house,
        worker,
        lead,
        one,
    }
}

impl Doubted {
    fn again_here(&self) -> Id {
        self.house
            .person("Zainab Abdulkarim", &self.worker, &self.lead)
    }

    fn again_there(&self) -> Id {
        self.house
            .person("Zainab Abdulkarim", &self.there, &self.lead_there)
    }

    /// Everybody is compared; what this reader then finds in the queue.
    fn queue(&self, by: &Actor) -> Vec<PairRow> {
        let book = &self.house.book;
        assert!(book.begin_comparison(&self.lead).unwrap());
        assert!(!book.begin_comparison(&self.lead).unwrap(), "one at a time");
        book.run_comparison(2).unwrap();
        assert_eq!(book.comparison().going, None);
        book.pairs(by).unwrap().0
    }

    fn judge(
        &self,
        by: &Actor,
        pair: Id,
        verdict: PairVerdict,
        keep: Option<Id>,
    ) -> Result<(), casebook::No> {
        let said = Verdict {
            pair_verdict: verdict,
            keep,
            verdict_reason: "spoke with her".to_owned(),
        };
        let id = fresh_id().unwrap();
        self.house.book.judge_pair(by, id, None, pair, &said)
    }

    fn check(&self, by: &Actor, file: Id) -> Option<DuplicateOutcome> {
        let look = self.house.book.look(by, file, "case").unwrap();
        let check = look.case.registration.duplicate;
        check.map(|(_, check)| check.duplicate_outcome)
    }

    fn similar(&self, by: &Actor, file: Id) -> Vec<Similar> {
        let look = self.house.book.look(by, file, "case").unwrap();
        self.house.book.similar(by, &look).unwrap()
    }
}

fn only(rows: Vec<PairRow>) -> PairRow {
    assert_eq!(rows.len(), 1, "{rows:?}");
    rows.into_iter().next().unwrap()
}

#[test]
fn everybody_is_compared_and_what_may_be_one_person_waits_with_its_reasons() {
    let doubted = doubted();
    let other = doubted.again_here();
    doubted
        .house
        .person("Quite Another", &doubted.worker, &doubted.lead);
    let row = only(doubted.queue(&doubted.lead));
    let mut files = [row.sides[0].file().unwrap(), row.sides[1].file().unwrap()];
    files.sort_unstable();
    let mut both = [doubted.one, other];
    both.sort_unstable();
    assert_eq!(files, both);
    assert!(!row.findings.is_empty() && row.likelihood > 0.5);
    let look = doubted.house.book.look_pair(&doubted.lead, row.pair);
    let look = look.unwrap();
    assert!(look.may_judge && look.known.iter().all(Option::is_some));
    let caseworker = doubted.house.book.pairs(&doubted.worker);
    assert!(not_here(caseworker), "the queue is not a caseworker's");
    let desk = doubted.house.staff("desk", Role::Reception);
    assert!(not_here(doubted.house.book.begin_comparison(&desk)));
}

#[test]
fn not_the_same_is_remembered_until_a_field_changes() {
    let doubted = doubted();
    let other = doubted.again_here();
    let row = only(doubted.queue(&doubted.lead));
    let no = doubted.judge(&doubted.lead, row.pair, PairVerdict::NotSame, None);
    no.unwrap();
    assert_eq!(doubted.queue(&doubted.lead), Vec::new());
    assert_eq!(doubted.similar(&doubted.worker, other), Vec::new());
    let changed = json!({"preferred_name": "Zainab Abdulkarim", "sex": "female",
        "nationality": ["sdn"], "languages": ["ar"], "dob": "1990-01-01",
        "dob_confidence": "stated", "mother_name": "Zakiya Invented"});
    let what = "registration.record_identity";
    (doubted.house)
        .does(&doubted.worker, other, what, changed)
        .unwrap();
    assert!(only(doubted.queue(&doubted.lead)).unsure, "asked again");
    assert_eq!(doubted.similar(&doubted.worker, other).len(), 1);
}

#[test]
fn unsure_stays_in_the_queue_and_keeps_nobody_waiting() {
    let doubted = doubted();
    let other = doubted.again_here();
    let row = only(doubted.queue(&doubted.lead));
    let unsure = doubted.judge(&doubted.lead, row.pair, PairVerdict::Unsure, None);
    unsure.unwrap();
    assert!(only(doubted.queue(&doubted.lead)).unsure);
    let check = doubted.check(&doubted.worker, other);
    assert_eq!(check, Some(DuplicateOutcome::NoneFound));
}

#[test]
fn one_person_goes_on_in_one_file_and_a_verdict_takes_it_back() {
    let doubted = doubted();
    let other = doubted.again_here();
    let row = only(doubted.queue(&doubted.lead));
    let same = |keep| doubted.judge(&doubted.lead, row.pair, PairVerdict::Same, keep);
    assert_eq!(why(same(None)), Some(Why::TextNeeded), "which goes on?");
    assert_eq!(why(same(Some(Id([9; 16])))), Some(Why::NotAllowed));
    same(Some(doubted.one)).unwrap();
    let outcome = |file| doubted.check(&doubted.worker, file);
    assert_eq!(outcome(other), Some(DuplicateOutcome::Same));
    assert_eq!(outcome(doubted.one), Some(DuplicateOutcome::NoneFound));
    assert_eq!(doubted.queue(&doubted.lead), Vec::new());
    let back = doubted.judge(&doubted.lead, row.pair, PairVerdict::NotSame, None);
    back.unwrap();
    assert_eq!(outcome(other), Some(DuplicateOutcome::NotSame));
    let look = doubted.house.book.look_pair(&doubted.lead, row.pair);
    assert_eq!(look.unwrap().judged.len(), 2, "both stay on file");
}

#[test]
fn verdicts_survive_a_start_and_go_with_the_first_of_the_two_that_is_erased() {
    let mut doubted = doubted();
    let other = doubted.again_here();
    let row = only(doubted.queue(&doubted.lead));
    let no = doubted.judge(&doubted.lead, row.pair, PairVerdict::NotSame, None);
    no.unwrap();
    doubted.house = doubted.house.again();
    assert_eq!(doubted.queue(&doubted.lead), Vec::new());
    doubted.house.book.keep_snapshot().unwrap();
    doubted.house = doubted.house.again();
    assert!(doubted.house.book.began_quickly());
    assert_eq!(doubted.queue(&doubted.lead), Vec::new());
    let dpo = doubted.house.staff("dpo", Role::DataProtection);
    let look = doubted.house.book.look(&doubted.lead, other, "case");
    let code = look.unwrap().case.registration.code.unwrap();
    let book = &doubted.house.book;
    let fresh = || fresh_id().unwrap();
    let asked = book.propose_erasure(&dpo, fresh(), &code, "asked for it");
    book.confirm_erasure(&doubted.lead, fresh(), asked.unwrap())
        .unwrap();
    let look = book.look_pair(&doubted.lead, row.pair);
    assert!(not_here(look), "nobody is told that there was a pair");
    let files = book.ledger().files(ledger::Id([0; 16]), 1_000).unwrap();
    let told = files
        .into_iter()
        .flat_map(|file| book.ledger().read(file).unwrap());
    let clear = told.filter_map(|entry| match entry.body {
        ledger::Body::Clear(bytes) => String::from_utf8(bytes.to_vec()).ok(),
        ledger::Body::Destroyed => None,
    });
    assert!(
        !clear
            .into_iter()
            .any(|text| text.contains("spoke with her"))
    );
}

#[test]
fn of_another_centres_file_no_more_is_told_than_that_it_may_exist() {
    let doubted = doubted();
    doubted.again_there();
    let row = only(doubted.queue(&doubted.lead));
    let elsewhere = Side::Elsewhere {
        centre: Some(doubted.house.there),
    };
    assert!(row.sides.contains(&elsewhere));
    assert!(row.findings.is_empty(), "reasons are content");
    let book = &doubted.house.book;
    let look = book.look_pair(&doubted.lead, row.pair).unwrap();
    assert_eq!(look.known.iter().filter(|known| known.is_some()).count(), 1);
    let same = doubted.judge(&doubted.lead, row.pair, PairVerdict::Same, None);
    same.unwrap();
    let outcome = doubted.check(&doubted.worker, doubted.one);
    assert_eq!(outcome, Some(DuplicateOutcome::SameElsewhere));
    let theirs = book.look_pair(&doubted.lead_there, row.pair).unwrap();
    let reasons: Vec<&str> = (theirs.judged.iter())
        .map(|(_, said)| said.verdict_reason.as_str())
        .collect();
    assert_eq!(reasons, [""], "what was said here is not read there");
    let stranger = doubted.house.staff("other", Role::Caseworker);
    assert!(not_here(book.look_pair(&stranger, row.pair)));
    let asked = doubted.judge(&stranger, row.pair, PairVerdict::NotSame, None);
    assert!(not_here(asked));
}

#[test]
fn a_restricted_file_is_in_no_pair_but_of_those_who_may_open_it() {
    let doubted = doubted();
    let hidden = doubted.again_there();
    let named = only(doubted.queue(&doubted.lead)).pair;
    let sogi = json!({"why_needed": "asked for it"});
    let what = "registration.record_sogi";
    (doubted.house)
        .does(&doubted.there, hidden, what, sogi)
        .unwrap();
    assert_eq!(doubted.queue(&doubted.lead), Vec::new());
    let book = &doubted.house.book;
    assert!(not_here(book.look_pair(&doubted.lead, named)));
    let none = doubted.judge(&doubted.lead, named, PairVerdict::NotSame, None);
    assert!(not_here(none));
    let row = only(doubted.queue(&doubted.lead_there));
    let opened = row.sides.iter().filter_map(Side::file);
    assert_eq!(opened.collect::<Vec<_>>(), [hidden]);
}
