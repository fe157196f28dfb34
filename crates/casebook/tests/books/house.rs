//! Two centres with their people, on a ledger in a folder that goes away.

use std::sync::{
    Arc,
    atomic::{AtomicI64, Ordering},
};

use access::{Actor, organisation::Facility};
use casebook::{Casebook, Clock, Command, Done, NewAccount, No, fresh_id};
use casework::{
    Ask, Id, Sop,
    actor::{By, Role},
    refusal::Why,
};
use jiff::Timestamp;
use ledger::{Dirs, SealedLedger};
use serde_json::{Value, json};
use tempfile::TempDir;

/// A clock that the test moves.
#[derive(Debug)]
pub struct Hand(AtomicI64);

impl Clock for Hand {
    fn now(&self) -> Timestamp {
        Timestamp::from_second(self.0.load(Ordering::SeqCst)).unwrap()
    }
}

/// The house: a casebook, its first centre and another.
pub struct House {
    pub book: Casebook,
    pub here: Id,
    pub there: Id,
    admin: Actor,
    hand: Arc<Hand>,
    pub dirs: Dirs,
    _folder: TempDir,
}

impl House {
    pub fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let dirs = Dirs::beside(folder.path().join("data"));
        let start: Timestamp = "2026-11-02T08:00:00Z".parse().unwrap();
        let hand = Arc::new(Hand(AtomicI64::new(start.as_second())));
        let book = open(&dirs, &hand);
        let begin = fresh_id().unwrap();
        let first = account("admin", Role::Administrator, Id::default());
        let id = book
            .begin(begin, "Here", Facility::Multifunctional, &first)
            .unwrap();
        let here = begin.nth(1);
        let admin = actor(id, Role::Administrator, here);
        let there = book
            .open_centre(&admin, fresh_id().unwrap(), "There", Facility::Shelter)
            .unwrap();
        Self {
            book,
            here,
            there,
            admin,
            hand,
            dirs,
            _folder: folder,
        }
    }

    /// Somebody who works at the first centre.
    pub fn staff(&self, name: &str, role: Role) -> Actor {
        self.staff_at(name, role, self.here)
    }

    pub fn staff_at(&self, name: &str, role: Role, centre: Id) -> Actor {
        let opened = account(name, role, centre);
        let id = self
            .book
            .open_account(&self.admin, fresh_id().unwrap(), &opened)
            .unwrap();
        actor(id, role, centre)
    }

    /// Time passes.
    pub fn hours(&self, hours: i64) {
        self.hand.0.fetch_add(hours * 3600, Ordering::SeqCst);
    }

    /// An account is closed.
    pub fn closes(&self, who: &Actor) {
        let id = fresh_id().unwrap();
        self.book
            .close_account(&self.admin, id, who.by.account, true)
            .unwrap();
    }

    /// How many drafts of an account lie in the ledger, shown or not.
    pub fn lying(&self, who: &Actor) -> usize {
        let space = format!("draft {}", who.by.account);
        self.book.ledger().asides(&space).unwrap().len()
    }

    /// The same ledger, opened anew by another program.
    pub fn again(self) -> Self {
        let Self {
            book,
            here,
            there,
            admin,
            hand,
            dirs,
            _folder,
        } = self;
        drop(book);
        let book = open(&dirs, &hand);
        Self {
            book,
            here,
            there,
            admin,
            hand,
            dirs,
            _folder,
        }
    }

    /// Somebody does something on a file.
    pub fn does(&self, by: &Actor, file: Id, what: &str, body: Value) -> Result<Done, No> {
        self.ask(by, Some(file), what, body)
    }

    fn ask(&self, by: &Actor, file: Option<Id>, what: &str, body: Value) -> Result<Done, No> {
        let command = Command {
            id: fresh_id().unwrap(),
            file,
            happened: None,
            base: None,
            ask: ask(what, body),
        };
        self.book.carry_out(by, &command)
    }

    /// A registered person, carried by this worker, who agreed to be linked to a household.
    pub fn person(&self, name: &str, worker: &Actor, lead: &Actor) -> Id {
        let arrival = json!({"delivery_model": "individual_care", "channel": "in_person_centre",
            "language": "ar", "age_band": "from18_to59", "immediate_needs": ["food_water"],
            "request": "a place to sleep", "action_taken": "water and a seat"});
        let file = self
            .ask(worker, None, "reception.receive_arrival", arrival)
            .unwrap()
            .file;
        let all = ["registration", "case_management", "household_link"];
        self.does(worker, file, "screening.screen", screening())
            .unwrap();
        for scope in all {
            self.does(worker, file, "consent.record_consent", consent(scope))
                .unwrap();
        }
        for (by, what, body) in self.registration(name, worker, lead) {
            self.does(by, file, what, body)
                .unwrap_or_else(|no| panic!("{what}: {no:?}"));
        }
        file
    }

    fn registration<'a>(
        &self,
        name: &str,
        worker: &'a Actor,
        lead: &'a Actor,
    ) -> Vec<(&'a Actor, &'static str, Value)> {
        let identity = json!({"preferred_name": name, "sex": "female", "nationality": ["sdn"],
            "languages": ["ar"], "dob": "1990-01-01", "dob_confidence": "stated"});
        let contact = json!({"safe_channel": ["in_person_centre"], "may_leave_message": false});
        vec![
            (worker, "registration.record_identity", identity),
            (
                worker,
                "registration.resolve_duplicate",
                json!({"duplicate_outcome": "none_found"}),
            ),
            (
                lead,
                "registration.assign_worker",
                json!({"worker": worker.by.account}),
            ),
            (worker, "registration.set_safe_contact", contact),
            (worker, "registration.complete_registration", json!({})),
        ]
    }
}

fn open(dirs: &Dirs, hand: &Arc<Hand>) -> Casebook {
    let sop = Sop::from_toml(include_str!("../../../../practice/sop/default.toml")).unwrap();
    let ledger = Arc::new(SealedLedger::open(dirs).unwrap());
    Casebook::open(ledger, sop, Arc::<Hand>::clone(hand)).unwrap()
}

fn account(name: &str, role: Role, centre: Id) -> NewAccount {
    NewAccount {
        username: name.to_owned(),
        display_name: name.to_owned(),
        role,
        centre,
        grants: Vec::new(),
        password: "four words in a row".to_owned(),
    }
}

fn actor(account: Id, role: Role, centre: Id) -> Actor {
    Actor {
        by: By {
            account,
            role,
            centre,
        },
        grants: std::iter::empty().collect(),
    }
}

pub fn ask(what: &str, body: Value) -> Ask {
    let (room, kind) = what.split_once('.').unwrap();
    serde_json::from_value(json!({"room": room, "what": {"kind": kind, "body": body}})).unwrap()
}

fn screening() -> Value {
    json!({"entry_route": "self_referred", "eligibility_criteria": ["stranded_or_destitute"],
        "eligibility_result": "eligible", "complaint_route_explained": true,
        "intl_protection_concern": false, "initial_concerns": ["destitute"],
        "initial_risk": "medium", "risk_reason": "no income"})
}

fn consent(scope: &str) -> Value {
    let explained = casework::lists::Explained::CODES;
    json!({"scope": scope, "decision": "given", "given_by": "oneself", "form": "written",
        "text_version": "2026-1", "language": "ar", "explained": explained,
        "understanding_checked": true, "understanding_words": "I can say stop", "capacity": "able"})
}

/// Whether the door was as if there were nothing.
pub fn not_here<T>(result: Result<T, No>) -> bool {
    matches!(result, Err(No::NotHere))
}

/// Why the rules said no.
pub fn why<T>(result: Result<T, No>) -> Option<Why> {
    match result {
        Err(No::Refused(refusal)) => Some(refusal.why),
        _ => None,
    }
}
