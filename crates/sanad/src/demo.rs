//! The small demonstration centre: every role, a few invented people, all made by commands
//! through the rules.

use std::{
    path::Path,
    sync::{
        Arc,
        atomic::{AtomicI64, Ordering},
    },
};

use access::{Actor, organisation::Facility};
use anyhow::Context;
use casebook::{Casebook, Clock, NewAccount, PartnerSaid, SystemClock, fresh_id};
use casework::{
    Id, Sop,
    actor::{By, Role},
    class::{Class, Classes},
};
use jiff::{SignedDuration, Timestamp};
use ledger::Ledger;
use serde_json::json;

mod people;

/// Printed when the demonstration starts.
pub const GREETING: &str = "The demonstration centre: everybody in it is invented. Accounts stand in demo-accounts.json in the data folder.";

/// One password for all: it opens nothing but invented people.
const PASSWORD: &str = "invented people only";

/// A clock that the demonstration turns, so that its past has its own times.
pub struct Turned(AtomicI64);

impl Turned {
    fn to(&self, at: Timestamp) {
        self.0.store(at.as_second(), Ordering::SeqCst);
    }
}

impl Clock for Turned {
    fn now(&self) -> Timestamp {
        Timestamp::from_second(self.0.load(Ordering::SeqCst)).unwrap_or(Timestamp::UNIX_EPOCH)
    }
}

/// Builds the demonstration in an empty ledger; leaves one that holds anything as it is.
pub fn build(ledger: &Arc<dyn Ledger>, sop: &Sop, data: &Path) -> anyhow::Result<()> {
    let today = SystemClock.now();
    let clock = Arc::new(Turned(AtomicI64::new(0)));
    clock.to(today - SignedDuration::from_hours(90 * 24));
    let book = Casebook::open(Arc::clone(ledger), sop.clone(), clock.clone())?;
    if !book.is_new() {
        return Ok(());
    }
    let staff = staff(&book)?;
    write_accounts(data, &staff)?;
    people::arrive(&book, &staff, &clock, today)
}

/// Somebody who works at the demonstration.
pub struct Member {
    /// The name to sign in with.
    pub username: &'static str,
    /// The role.
    pub role: Role,
    /// The centre's name.
    pub centre: &'static str,
    /// The account.
    pub id: Id,
    /// The centre.
    pub centre_id: Id,
    grants: &'static [Class],
}

const FIRST: &str = "Centre of the Two Roads";
const SECOND: &str = "Harbour House";

type Row = (
    &'static str,
    &'static str,
    Role,
    &'static str,
    &'static [Class],
);

const STAFF: [Row; 16] = [
    ("admin", "Ada Admin", Role::Administrator, FIRST, &[]),
    ("desk", "Dalia Desk", Role::Reception, FIRST, &[]),
    (
        "worker",
        "Walid Worker",
        Role::Caseworker,
        FIRST,
        &[Class::Trafficking, Class::Gbv, Class::Sogi],
    ),
    ("colleague", "Clara Colleague", Role::Caseworker, FIRST, &[]),
    ("manager", "Mina Manager", Role::CaseManager, FIRST, &[]),
    (
        "supervisor",
        "Samir Supervisor",
        Role::Supervisor,
        FIRST,
        &[Class::Trafficking, Class::Gbv],
    ),
    (
        "psychologist",
        "Paola Psychologist",
        Role::Psychologist,
        FIRST,
        &[],
    ),
    ("child", "Chiku Child", Role::FocalPointChild, FIRST, &[]),
    ("gbv", "Grace Gender", Role::FocalPointGbv, FIRST, &[]),
    ("tip", "Tomas Trafficking", Role::FocalPointTip, FIRST, &[]),
    ("psea", "Petra Psea", Role::FocalPointPsea, FIRST, &[]),
    (
        "interpreter",
        "Idil Interpreter",
        Role::Interpreter,
        FIRST,
        &[],
    ),
    (
        "dataprotection",
        "Dino Data",
        Role::DataProtection,
        FIRST,
        &[],
    ),
    ("reports", "Rosa Reports", Role::ReportOfficer, FIRST, &[]),
    ("worker2", "Hana Harbour", Role::Caseworker, SECOND, &[]),
    ("supervisor2", "Sofia Second", Role::Supervisor, SECOND, &[]),
];

fn staff(book: &Casebook) -> anyhow::Result<Vec<Member>> {
    let account = |row: &Row, centre| NewAccount {
        username: row.0.into(),
        display_name: row.1.into(),
        role: row.2,
        centre,
        grants: row.4.to_vec(),
        password: PASSWORD.into(),
    };
    let begin = fresh_id()?;
    let admin_id = book.begin(
        begin,
        FIRST,
        Facility::Multifunctional,
        &account(&STAFF[0], Id::default()),
    )?;
    let first = begin.nth(1);
    let admin = book
        .actor_with_password("admin", PASSWORD)
        .map_err(|_| anyhow::anyhow!("the first account does not open"))?;
    let second = book.open_centre(&admin, fresh_id()?, SECOND, Facility::Shelter)?;
    let agreed_until = "2031-12-31".parse()?;
    for (name, focal_point, authority) in [
        ("Blue Door Shelter", "shelter desk", false),
        ("Hill Clinic", "referral nurse", false),
        ("Lawyers at the Gate", "duty lawyer", false),
        ("Anti-trafficking Unit", "liaison officer", true),
    ] {
        book.add_partner(
            &admin,
            fresh_id()?,
            PartnerSaid {
                name: name.into(),
                focal_point: focal_point.into(),
                agreement_until: agreed_until,
                authority,
            },
        )?;
    }
    let mut staff = Vec::new();
    for row in &STAFF {
        let centre_id = if row.3 == FIRST { first } else { second };
        let id = if row.0 == "admin" {
            admin_id
        } else {
            opened(book, &admin, &account(row, centre_id))?
        };
        staff.push(Member {
            username: row.0,
            role: row.2,
            centre: row.3,
            id,
            centre_id,
            grants: row.4,
        });
    }
    Ok(staff)
}

/// An account whose owner has chosen the password, as everybody must at the first sign-in.
fn opened(book: &Casebook, admin: &Actor, account: &NewAccount) -> anyhow::Result<Id> {
    let first = NewAccount {
        password: format!("{PASSWORD}, the first"),
        ..account.clone()
    };
    let id = book.open_account(admin, fresh_id()?, &first)?;
    let owner = Actor {
        by: By {
            account: id,
            role: account.role,
            centre: account.centre,
        },
        grants: Classes::GENERAL,
    };
    book.set_password(&owner, fresh_id()?, id, Some(&first.password), PASSWORD)?;
    Ok(id)
}

fn write_accounts(data: &Path, staff: &[Member]) -> anyhow::Result<()> {
    let rows: Vec<_> = staff
        .iter()
        .map(|member| json!({"username": member.username, "password": PASSWORD, "role": member.role, "centre": member.centre}))
        .collect();
    let path = data.join("demo-accounts.json");
    std::fs::write(&path, serde_json::to_string_pretty(&rows)?)
        .with_context(|| format!("{} cannot be written", path.display()))
}
