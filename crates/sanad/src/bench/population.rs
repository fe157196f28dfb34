//! Invented cases in any number, decided by the rules and appended in batches: fewer waits for the
//! disk than one by one, the same bytes.

use std::{path::Path, sync::Arc, time::Instant};

use access::organisation::{Facility, OrgEntry, OrgEvent};
use anyhow::Context;
use casebook::{Casebook, NewAccount, Stored, SystemClock, fresh_id, person_code};
use casework::{
    Ask, Case, Id, Order, Sop,
    actor::{By, Role},
    class::Classes,
    decide::{self, Beside},
};
use jiff::{SignedDuration, Timestamp};
use ledger::{Append, Claim, Dirs, FileAppend, Ledger, SealedLedger};
use serde_json::{Value, json};

use super::figures::as_f64;
use crate::dirs;

/// One password for all: it opens nothing but invented people.
pub const PASSWORD: &str = "invented people only";

/// Cases that one worker carries, and workers of one centre.
const CASELOAD: usize = 25;
const STAFF: usize = 40;
/// Cases in one append.
const BATCH: usize = 100;

/// Who works, on what.
pub struct Population {
    pub workers: Vec<Worker>,
    pub names: Vec<String>,
    pub events: usize,
    pub per_second: f64,
}

/// A worker with the files that they carry.
pub struct Worker {
    pub username: String,
    pub files: Vec<Id>,
    by: By,
}

/// Makes a ledger in this folder with so many cases.
pub fn make(data: &Path, cases: usize) -> anyhow::Result<Population> {
    let ledger: Arc<dyn Ledger> = Arc::new(SealedLedger::open(&Dirs::beside(data))?);
    let sop = dirs::sop(None)?;
    let workers = staffed(&ledger, &sop, cases.div_ceil(CASELOAD))?;
    let mut maker = Maker {
        ledger: ledger.as_ref(),
        sop: &sop,
        chance: 0x9e37_79b9_7f4a_7c15,
        now: dirs::now(),
        events: 0,
    };
    let mut population = Population {
        workers,
        names: Vec::new(),
        events: 0,
        per_second: 0.0,
    };
    let begun = Instant::now();
    let mut made = 0;
    while made < cases {
        let mut batch = Vec::new();
        for n in made..cases.min(made + BATCH) {
            let at = n / CASELOAD;
            let worker = &mut population.workers[at];
            let name = maker.name();
            let life = maker.life(worker.by, &name)?;
            worker.files.push(life.file);
            population.names.push(name);
            batch.push(life);
        }
        made += batch.len();
        maker.append(batch)?;
    }
    population.events = maker.events;
    population.per_second = as_f64(maker.events) / begun.elapsed().as_secs_f64();
    Ok(population)
}

/// The population of a folder that was made before.
pub fn found(data: &Path, cases: usize) -> anyhow::Result<Population> {
    let ledger = Arc::new(SealedLedger::open_existing(&Dirs::beside(data))?);
    let book = Casebook::open(ledger, dirs::sop(None)?, Arc::new(SystemClock))?;
    let mut workers: Vec<Worker> = Vec::new();
    let mut names = Vec::new();
    let count = cases.div_ceil(CASELOAD);
    for n in 0..count {
        let username = format!("worker{n}");
        let by = {
            let known = book.organisation();
            let account = known.account_named(&username).context("a worker")?;
            By {
                account: account.id,
                role: account.role,
                centre: account.centre,
            }
        };
        let grants = Classes::GENERAL;
        let me = access::Actor { by, grants };
        // The first workers and the last do all the asking; the others are only there.
        let mut files = Vec::new();
        if n < KNOWN || n + KNOWN >= count {
            for row in book.caseload(&me)?.into_iter().take(CASELOAD) {
                let look = book.look(&me, row.file, "case.read")?;
                names.extend(
                    look.case
                        .registration
                        .identity
                        .map(|(_, id)| id.preferred_name),
                );
                files.push(row.file);
            }
        }
        workers.push(Worker {
            username,
            files,
            by,
        });
    }
    Ok(Population {
        workers,
        names,
        events: 0,
        per_second: 0.0,
    })
}

/// Workers of a population found whose files are looked up.
const KNOWN: usize = 20;

/// Centres and workers, written as the first administrator would, without hashing for each.
fn staffed(ledger: &Arc<dyn Ledger>, sop: &Sop, workers: usize) -> anyhow::Result<Vec<Worker>> {
    let book = Casebook::open(Arc::clone(ledger), sop.clone(), Arc::new(SystemClock))?;
    let begin = fresh_id()?;
    let first = NewAccount {
        username: "administrator".into(),
        display_name: "Ada Administrator".into(),
        role: Role::Administrator,
        centre: Id::default(),
        grants: Vec::new(),
        password: PASSWORD.into(),
    };
    let admin = book.begin(begin, "House 0", Facility::Multifunctional, &first)?;
    let hash = book
        .organisation()
        .account(admin)
        .map(|account| account.password.clone())
        .context("the first account")?;
    let mut centre = begin.nth(1);
    let mut made = Vec::new();
    let mut staff = Vec::new();
    for n in 0..workers {
        if n > 0 && n % STAFF == 0 {
            centre = fresh_id()?;
            let opened = OrgEvent::CentreOpened {
                name: format!("House {}", n / STAFF),
                facility: Facility::Shelter,
            };
            made.push((centre, opened));
        }
        let (account, username) = (fresh_id()?, format!("worker{n}"));
        made.push((
            account,
            OrgEvent::AccountOpened {
                username: username.clone(),
                display_name: format!("Worker {n}"),
                role: Role::Caseworker,
                centre,
                grants: Classes::GENERAL,
                password: hash.clone(),
            },
        ));
        let by = By {
            account,
            role: Role::Caseworker,
            centre,
        };
        staff.push(Worker {
            username,
            files: Vec::new(),
            by,
        });
    }
    for chunk in made.chunks(500) {
        ledger.append(organised(chunk)?)?;
    }
    Ok(staff)
}

fn organised(made: &[(Id, OrgEvent)]) -> anyhow::Result<Append> {
    let now = dirs::now();
    let files = made.iter().map(|(id, what)| {
        // An account that opened itself has a password of its owner's choice.
        let entry = OrgEntry {
            v: 1,
            by: *id,
            recorded: now,
            what: what.clone(),
        };
        Ok(FileAppend {
            file: ledger::Id(id.0),
            expected: 0,
            events: vec![serde_json::to_vec(&Stored::Organisation(entry))?],
        })
    });
    let claims = made.iter().filter_map(|(id, what)| match what {
        OrgEvent::AccountOpened { username, .. } => Some(Claim {
            space: "username",
            value: username.clone(),
            file: ledger::Id(id.0),
        }),
        _ => None,
    });
    Ok(Append {
        at: now,
        command: ledger::Id(fresh_id()?.0),
        outcome: Vec::new(),
        files: files.collect::<anyhow::Result<_>>()?,
        claims: claims.collect(),
        release: Vec::new(),
    })
}

/// One case as it will be stored.
struct Life {
    file: Id,
    events: Vec<Vec<u8>>,
    code: Option<String>,
}

struct Maker<'a> {
    ledger: &'a dyn Ledger,
    sop: &'a Sop,
    chance: u64,
    now: Timestamp,
    events: usize,
}

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

const FIRST: [&str; 16] = [
    "Amal", "Issa", "Salma", "Yonas", "Mariam", "Bakary", "Lidia", "Idris", "Fatou", "Noor",
    "Hana", "Tesfay", "Awa", "Samir", "Zahra", "Moussa",
];
const LAST: [&str; 16] = [
    "Invented", "Imagined", "Madeup", "Fancied", "Nobody", "Dreamt", "Sketch", "Fable", "Example",
    "Sample", "Paper", "Story", "Riddle", "Cloud", "Lantern", "Harbour",
];

impl Maker<'_> {
    /// A small generator: the same population in every run.
    fn next(&mut self, below: usize) -> usize {
        self.chance ^= self.chance << 13;
        self.chance ^= self.chance >> 7;
        self.chance ^= self.chance << 17;
        usize::try_from(self.chance >> 33).unwrap_or_default() % below
    }

    fn name(&mut self) -> String {
        let (first, last) = (FIRST[self.next(16)], LAST[self.next(16)]);
        format!("{first} {last}{}", self.next(1_000))
    }

    /// How many events a case has: a median of about 20, one in a hundred about 400.
    fn length(&mut self) -> usize {
        match self.next(1_000) {
            0..10 => 250 + self.next(300),
            10..100 => 60 + self.next(120),
            100..500 => 20 + self.next(30),
            _ => 14 + self.next(7),
        }
    }

    fn life(&mut self, by: By, name: &str) -> anyhow::Result<Life> {
        let days = i64::try_from(self.next(300))?;
        let arrived = self.now - SignedDuration::from_hours(24 * (days + 2));
        let mut told = Told {
            case: Case::default(),
            life: Life {
                file: fresh_id()?,
                events: Vec::new(),
                code: None,
            },
            by,
            at: arrived,
            sop: self.sop,
        };
        told.registered(name)?;
        let length = self.length();
        while told.life.events.len() < length {
            let restricted = self.next(20) == 0;
            told.noted(restricted)?;
        }
        self.events += told.life.events.len();
        Ok(told.life)
    }

    fn append(&mut self, batch: Vec<Life>) -> anyhow::Result<()> {
        let claims = batch.iter().filter_map(|life| {
            Some(Claim {
                space: "person_code",
                value: life.code.clone()?,
                file: ledger::Id(life.file.0),
            })
        });
        let claims = claims.collect();
        let files = batch.into_iter().map(|life| FileAppend {
            file: ledger::Id(life.file.0),
            expected: 0,
            events: life.events,
        });
        self.ledger.append(Append {
            at: self.now,
            command: ledger::Id(fresh_id()?.0),
            outcome: Vec::new(),
            files: files.collect(),
            claims,
            release: Vec::new(),
        })?;
        Ok(())
    }
}

/// A case while it is being told.
struct Told<'a> {
    case: Case,
    life: Life,
    by: By,
    at: Timestamp,
    sop: &'a Sop,
}

impl Told<'_> {
    fn does(&mut self, room: &str, kind: &str, body: Value) -> anyhow::Result<()> {
        let ask: Ask =
            serde_json::from_value(json!({"room": room, "what": {"kind": kind, "body": body}}))?;
        let order = Order {
            command: fresh_id()?,
            by: self.by,
            now: self.at,
            happened: self.at,
            base: None,
            held: Classes::GENERAL,
            fresh_code: person_code()?,
            ask,
        };
        let yes = decide::decide(&self.case, self.sop, &order)
            .map_err(|refusal| anyhow::anyhow!("{room}.{kind}: {refusal:?}"))?;
        for event in decide::stamp(&yes, self.sop, &order) {
            self.case.apply(&event);
            let stored = Stored::Person(event);
            self.life.events.push(serde_json::to_vec(&stored)?);
        }
        for beside in yes.beside {
            if let Beside::ClaimCode(code) = beside {
                self.life.code = Some(code);
            }
        }
        self.at += SignedDuration::from_mins(20);
        Ok(())
    }

    fn registered(&mut self, name: &str) -> anyhow::Result<()> {
        self.does(
            "reception",
            "receive_arrival",
            json!({"delivery_model": "individual_care",
            "channel": "in_person_centre", "language": "ar", "sex_observed": "female",
            "age_band": "from18_to59", "immediate_needs": ["food_water"],
            "request": "somewhere to sleep", "action_taken": "a meal and a seat"}),
        )?;
        self.does("screening", "screen", json!({"entry_route": "self_referred",
            "eligibility_criteria": ["stranded_or_destitute"], "eligibility_result": "eligible",
            "complaint_route_explained": true, "intl_protection_concern": false,
            "initial_concerns": ["destitute"], "initial_risk": "medium", "risk_reason": "no income, nobody here"}))?;
        for scope in ["registration", "case_management"] {
            self.does("consent", "record_consent", json!({"scope": scope, "decision": "given",
                "given_by": "oneself", "form": "written", "text_version": "2026-1", "language": "ar",
                "explained": EXPLAINED, "understanding_checked": true,
                "understanding_words": "I can say stop", "capacity": "able"}))?;
        }
        self.does("registration", "record_identity", json!({"preferred_name": name, "sex": "female",
            "nationality": ["sdn"], "languages": ["ar"], "dob": "1994-03-11", "dob_confidence": "stated"}))?;
        self.does(
            "registration",
            "resolve_duplicate",
            json!({"duplicate_outcome": "none_found"}),
        )?;
        let carries = json!({"worker": self.by.account});
        self.does("registration", "assign_worker", carries)?;
        let contact = json!({"safe_channel": ["phone_call"], "may_leave_message": false, "code_word": "bread"});
        self.does("registration", "set_safe_contact", contact)?;
        self.does("registration", "complete_registration", json!({}))
    }

    fn noted(&mut self, restricted: bool) -> anyhow::Result<()> {
        let about: &[&str] = if restricted { &["gbv"] } else { &[] };
        let text = "came by, asked about the language course, ate with the others";
        self.does(
            "reception",
            "write_note",
            json!({"text": text, "about": about}),
        )
    }
}
