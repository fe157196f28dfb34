//! Two centres with every role in each, in a folder of their own.

use std::{
    collections::BTreeMap,
    sync::{
        Arc,
        atomic::{AtomicI64, Ordering},
    },
    time::Duration,
};

use access::organisation::{Facility, OrgEntry, OrgEvent};
use axum::Router;
use casebook::{Casebook, Clock, NewAccount, Stored, fresh_id};
use casework::{
    Id, Sop,
    actor::Role,
    class::{Class, Classes},
};
use jiff::{SignedDuration, Timestamp, tz::TimeZone};
use ledger::{Append, Body, Claim, Dirs, FileAppend, Ledger, SealedLedger};
use tempfile::TempDir;
use tokio::{runtime::Runtime, sync::Notify};
use web::{App, Demo, Safety, SessionCookie};

use crate::visitor::Visitor;

/// One password for all: it opens nothing but invented people.
pub const PASSWORD: &str = "invented people only";

/// The name of the first administrator.
pub const FIRST: &str = "administrator";

/// A clock that the test moves.
pub struct Moved(AtomicI64);

impl Clock for Moved {
    fn now(&self) -> Timestamp {
        Timestamp::from_second(self.0.load(Ordering::SeqCst)).unwrap()
    }
}

/// The program with its people.
pub struct House {
    pub app: Arc<App>,
    pub router: Router,
    pub ledger: Arc<dyn Ledger>,
    pub runtime: Runtime,
    pub accounts: BTreeMap<String, Id>,
    clock: Arc<Moved>,
    // Dropped last: the folder goes when nobody writes into it any more.
    _folder: TempDir,
}

impl House {
    /// Two centres and everybody who works there.
    pub fn new() -> Self {
        let house = Self::empty();
        house.peopled()
    }

    /// A program that nobody has begun.
    pub fn empty() -> Self {
        Self::with(None)
    }

    /// The demonstration, which tells `reset` that somebody wants everything as on the first day.
    pub fn demonstration(reset: Arc<Notify>) -> Self {
        let password = PASSWORD;
        let reset = Some(reset);
        Self::with(Some(Demo { password, reset })).peopled()
    }

    fn with(demo: Option<Demo>) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let dirs = Dirs::beside(folder.path().join("centre"));
        let ledger: Arc<dyn Ledger> = Arc::new(SealedLedger::open(&dirs).unwrap());
        let sop = include_str!("../../../../practice/sop/default.toml");
        let sop = Sop::from_toml(sop).unwrap();
        let day: Timestamp = "2026-11-02T09:00:00Z".parse().unwrap();
        let clock = Arc::new(Moved(AtomicI64::new(day.as_second())));
        let book = Casebook::open(Arc::clone(&ledger), sop, clock.clone()).unwrap();
        let app = Arc::new(App {
            book,
            cookie: SessionCookie::new(false),
            zone: TimeZone::UTC,
            demo,
        });
        let safety = Safety {
            tls: false,
            patience: Duration::from_secs(120),
            invented: false,
            failure_id: || "id-77".to_owned(),
        };
        Self {
            router: web::pages::router(Arc::clone(&app), safety),
            app,
            ledger,
            runtime: Runtime::new().unwrap(),
            accounts: BTreeMap::new(),
            clock,
            _folder: folder,
        }
    }

    /// The first account through its door; the others straight into the ledger with the same
    /// password, because hashing one for each would take longer than the test.
    fn peopled(mut self) -> Self {
        let book = &self.app.book;
        let begin = fresh_id().unwrap();
        let first = NewAccount {
            username: FIRST.into(),
            display_name: shown(FIRST),
            role: Role::Administrator,
            centre: Id::default(),
            grants: Vec::new(),
            password: PASSWORD.into(),
        };
        let admin = book
            .begin(begin, "First House", Facility::Multifunctional, &first)
            .unwrap();
        let hash = book.organisation().account(admin).unwrap().password.clone();
        let (one, two) = (begin.nth(1), fresh_id().unwrap());
        let mut made = vec![(
            two,
            OrgEvent::CentreOpened {
                name: "Second House".into(),
                facility: Facility::Shelter,
            },
        )];
        self.accounts.insert(FIRST.into(), admin);
        for (username, role, centre, grants) in staff(one, two) {
            let id = fresh_id().unwrap();
            let display_name = shown(&username);
            made.push((
                id,
                OrgEvent::AccountOpened {
                    username: username.clone(),
                    display_name,
                    role,
                    centre,
                    grants,
                    password: hash.clone(),
                },
            ));
            self.accounts.insert(username, id);
        }
        for (name, authority) in [("Blue Door", false), ("Consulate", false), ("Court", true)] {
            let agreement_until = "2031-12-31".parse().unwrap();
            made.push((
                fresh_id().unwrap(),
                OrgEvent::PartnerAdded {
                    name: name.into(),
                    focal_point: "desk".into(),
                    agreement_until,
                    authority,
                },
            ));
        }
        self.append(admin, made);
        self.app.book.rebuild().unwrap();
        self
    }

    fn append(&self, by: Id, made: Vec<(Id, OrgEvent)>) {
        let now = self.app.book.now();
        let claims = made.iter().filter_map(|(id, event)| match event {
            OrgEvent::AccountOpened { username, .. } => Some(Claim {
                space: "username",
                value: username.clone(),
                file: ledger::Id(id.0),
            }),
            _ => None,
        });
        let claims = claims.collect();
        let files = made.into_iter().map(|(id, what)| {
            // Whoever opened the account themselves chose its password themselves.
            let own = matches!(what, OrgEvent::AccountOpened { .. });
            let entry = OrgEntry {
                v: 1,
                by: if own { id } else { by },
                recorded: now,
                what,
            };
            FileAppend {
                file: ledger::Id(id.0),
                expected: 0,
                events: vec![serde_json::to_vec(&Stored::Organisation(entry)).unwrap()],
            }
        });
        let append = Append {
            at: now,
            command: ledger::Id::random().unwrap(),
            outcome: Vec::new(),
            files: files.collect(),
            claims,
            release: Vec::new(),
        };
        self.ledger.append(append).unwrap();
    }

    /// Somebody with a session, as after signing in.
    pub fn visitor(&self, username: &str) -> Visitor<'_> {
        Visitor::inside(self, self.account(username))
    }

    /// Somebody without a session.
    pub fn stranger(&self) -> Visitor<'_> {
        Visitor::stranger(self)
    }

    /// The account of this name.
    pub fn account(&self, username: &str) -> Id {
        *self
            .accounts
            .get(username)
            .unwrap_or_else(|| panic!("nobody is called {username}"))
    }

    /// The partner of this name.
    pub fn partner(&self, name: &str) -> String {
        let known = self.app.book.organisation();
        let found = known.partners().find(|partner| partner.name == name);
        found.unwrap().id.to_string()
    }

    /// Time goes by.
    pub fn pass(&self, time: SignedDuration) {
        self.clock.0.fetch_add(time.as_secs(), Ordering::SeqCst);
    }

    /// Hours go by.
    pub fn hours(&self, hours: i64) {
        self.pass(SignedDuration::from_hours(hours));
    }

    /// How many events everything holds; looks and sessions are none.
    pub fn events(&self) -> usize {
        self.ledger.scan(0, 1_000_000).unwrap().len()
    }

    /// What a file holds, as text.
    pub fn told(&self, file: &str) -> Vec<String> {
        let id: Id = file.parse().unwrap();
        let entries = self.ledger.read(ledger::Id(id.0)).unwrap().into_iter();
        let clear = entries.filter_map(|entry| match entry.body {
            Body::Clear(bytes) => Some(String::from_utf8(bytes).unwrap()),
            Body::Destroyed => None,
        });
        clear.collect()
    }
}

type Row = (String, Role, Id, Classes);

/// Every role in both centres (the second's names end in 2), and a few more of the first.
fn staff(one: Id, two: Id) -> Vec<Row> {
    let none = Classes::GENERAL;
    let first = Role::ALL
        .iter()
        .filter(|role| **role != Role::Administrator)
        .map(|role| (role.code().to_owned(), *role, one, none));
    let second = Role::ALL
        .iter()
        .map(|role| (format!("{}2", role.code()), *role, two, none));
    let more = [
        ("colleague", Role::Caseworker, none),
        ("trusted", Role::Caseworker, Classes::all()),
        ("overseer", Role::Supervisor, Classes::all()),
        ("gbv_worker", Role::Caseworker, Classes::of(Class::Gbv)),
    ];
    let more = more
        .into_iter()
        .map(|(name, role, grants)| (name.to_owned(), role, one, grants));
    first.chain(second).chain(more).collect()
}

/// The name that colleagues see.
fn shown(username: &str) -> String {
    format!("Invented {username}")
}
