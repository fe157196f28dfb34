//! Who works in the border town, where, and with whom data may be shared.

use access::{Actor, organisation::Facility};
use anyhow::Context;
use casebook::{Casebook, NewAccount, PartnerSaid, fresh_id};
use casework::{
    Id,
    actor::{By, Role},
    class::{Class, Classes},
};
use jiff::SignedDuration;

use super::Turned;

/// One password for all: it opens nothing but invented people.
pub const PASSWORD: &str = "invented people only";

/// The centre of the town, where nearly everybody works.
pub const FIRST: &str = "Centre of the Two Roads";
const SECOND: &str = "Harbour House";
const OUTREACH: &str = "Outreach point, bus station";
const DESK: &str = "Social action desk, town hall";

/// Somebody who works at the demonstration.
pub struct Member {
    /// The name to sign in with.
    pub username: &'static str,
    display_name: &'static str,
    /// The role.
    pub role: Role,
    /// The centre's name.
    pub centre: &'static str,
    /// The account.
    pub id: Id,
    centre_id: Id,
    grants: &'static [Class],
    command: Id,
}

/// Everybody who works here, the centres, the partners.
pub struct Staff {
    /// The accounts, the administrator's first.
    pub members: Vec<Member>,
    centres: Vec<Named>,
    partners: Vec<Named>,
    since: jiff::Timestamp,
}

/// A name, the command that made it, its id.
type Named = (&'static str, Id, Id);

const CENTRES: [(&str, Facility); 3] = [
    (SECOND, Facility::Shelter),
    (OUTREACH, Facility::InformationResource),
    (DESK, Facility::GovernmentRun),
];

type Row = (
    &'static str,
    &'static str,
    Role,
    &'static str,
    &'static [Class],
);

const RESTRICTED: &[Class] = &[Class::Trafficking, Class::Gbv, Class::Sogi];

const STAFF: [Row; 20] = [
    ("admin", "Ada Admin", Role::Administrator, FIRST, &[]),
    ("desk", "Dalia Desk", Role::Reception, FIRST, &[]),
    (
        "worker",
        "Walid Worker",
        Role::Caseworker,
        FIRST,
        RESTRICTED,
    ),
    (
        "colleague",
        "Clara Colleague",
        Role::Caseworker,
        FIRST,
        &[Class::Gbv],
    ),
    (
        "worker3",
        "Omar Outreach",
        Role::Caseworker,
        FIRST,
        &[Class::Gbv],
    ),
    ("worker4", "Lucie Leave", Role::Caseworker, FIRST, &[]),
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
    ("outreach", "Otto Outside", Role::Reception, OUTREACH, &[]),
    ("socialdesk", "Dora Desk", Role::Reception, DESK, &[]),
];

/// Name, focal point, whether it is an authority, days until the agreement ends.
type PartnerRow = (&'static str, &'static str, bool, i64);

const PARTNERS: [PartnerRow; 14] = [
    ("Blue Door Shelter", "shelter desk", false, 700),
    ("Hill Clinic", "referral nurse", false, 420),
    ("Lawyers at the Gate", "duty lawyer", false, 600),
    ("Anti-trafficking Unit", "liaison officer", true, 900),
    ("House of the Fig Tree", "house mother", false, 510),
    ("Regional Hospital", "social service", false, 900),
    ("Asylum Office", "reception of requests", true, 900),
    ("Guardianship Office", "judge's clerk", true, 900),
    ("Family Links", "tracing desk", false, 330),
    ("Open School", "enrolment secretary", false, 280),
    ("Workshop of Trades", "course adviser", false, 210),
    ("Way Home Return Programme", "return counsellor", false, 365),
    ("Calm Room", "intake psychologist", false, 23),
    ("Town Social Services", "duty social worker", false, 900),
];

impl Staff {
    /// Everybody with the ids that they will have; nobody is employed yet.
    pub fn named(since: jiff::Timestamp) -> anyhow::Result<Self> {
        let begin = fresh_id()?;
        let mut centres = vec![(FIRST, begin, begin.nth(1))];
        for (name, _) in CENTRES {
            let command = fresh_id()?;
            centres.push((name, command, command.nth(1)));
        }
        let mut partners = Vec::new();
        for (name, ..) in PARTNERS {
            let command = fresh_id()?;
            partners.push((name, command, command.nth(1)));
        }
        let member = |row: &Row| -> anyhow::Result<Member> {
            let first = row.0 == "admin";
            let command = if first { begin } else { fresh_id()? };
            Ok(Member {
                username: row.0,
                display_name: row.1,
                role: row.2,
                centre: row.3,
                id: command.nth(if first { 2 } else { 1 }),
                centre_id: named(&centres, row.3)?,
                grants: row.4,
                command,
            })
        };
        Ok(Self {
            members: STAFF.iter().map(member).collect::<anyhow::Result<_>>()?,
            centres,
            partners,
            since,
        })
    }

    /// Opens the centres, the first account and the partners; the other accounts are opened by
    /// [`Staff::open_accounts`].
    pub fn begin(&self, book: &Casebook) -> anyhow::Result<()> {
        let first = &self.members[0];
        book.begin(
            first.command,
            FIRST,
            Facility::Multifunctional,
            &self.account(first),
        )?;
        let admin = self.actor("admin")?;
        for ((name, facility), (_, command, _)) in CENTRES.iter().zip(&self.centres[1..]) {
            book.open_centre(&admin, *command, name, *facility)?;
        }
        for ((name, focal_point, authority, days), (_, command, _)) in
            PARTNERS.iter().zip(&self.partners)
        {
            let ends = self.since + SignedDuration::from_hours(24 * (days + super::PAST_DAYS));
            let said = PartnerSaid {
                name: (*name).into(),
                focal_point: (*focal_point).into(),
                agreement_until: casework::case::day_of(ends),
                authority: *authority,
            };
            book.add_partner(&admin, *command, said)?;
        }
        Ok(())
    }

    fn account(&self, member: &Member) -> NewAccount {
        NewAccount {
            username: member.username.into(),
            display_name: member.display_name.into(),
            role: member.role,
            centre: member.centre_id,
            grants: member.grants.to_vec(),
            password: PASSWORD.into(),
        }
    }

    /// Opens all accounts but the first; each owner then chooses the password, as everybody must
    /// at the first sign-in.
    pub fn open_accounts(&self, book: &Casebook) -> anyhow::Result<()> {
        let admin = self.actor("admin")?;
        let (some, others) = self.members[1..].split_at(self.members.len() / 2);
        let open = |members: &[Member]| -> anyhow::Result<()> {
            Turned::to(self.since);
            members
                .iter()
                .try_for_each(|member| self.open(book, &admin, member))
        };
        std::thread::scope(|together| {
            let half = together.spawn(|| open(some));
            open(others)?;
            half.join().map_err(|_| anyhow::anyhow!("accounts"))?
        })
    }

    fn open(&self, book: &Casebook, admin: &Actor, member: &Member) -> anyhow::Result<()> {
        let first = NewAccount {
            password: format!("{PASSWORD}, the first"),
            ..self.account(member)
        };
        book.open_account(admin, member.command, &first)?;
        let owner = Actor {
            grants: Classes::GENERAL,
            ..self.actor(member.username)?
        };
        book.set_password(
            &owner,
            fresh_id()?,
            member.id,
            Some(&first.password),
            PASSWORD,
        )?;
        Ok(())
    }

    fn member(&self, username: &str) -> anyhow::Result<&Member> {
        let mut all = self.members.iter();
        all.find(|member| member.username == username)
            .with_context(|| format!("nobody is called {username}"))
    }

    /// Somebody as the doors know them.
    pub fn actor(&self, username: &str) -> anyhow::Result<Actor> {
        let member = self.member(username)?;
        Ok(Actor {
            by: By {
                account: member.id,
                role: member.role,
                centre: member.centre_id,
            },
            grants: member.grants.iter().copied().collect(),
        })
    }

    /// The name, as it is kept here.
    pub fn username(&self, name: &str) -> anyhow::Result<&'static str> {
        Ok(self.member(name)?.username)
    }

    /// The account of this name.
    pub fn id(&self, username: &str) -> anyhow::Result<Id> {
        Ok(self.member(username)?.id)
    }

    /// The centre of this name.
    pub fn centre(&self, name: &str) -> anyhow::Result<Id> {
        named(&self.centres, name)
    }

    /// The partner whose name begins so.
    pub fn partner(&self, name: &str) -> anyhow::Result<Id> {
        named(&self.partners, name)
    }
}

fn named(known: &[Named], name: &str) -> anyhow::Result<Id> {
    let found = known.iter().find(|(full, ..)| full.starts_with(name));
    found
        .map(|(.., id)| *id)
        .with_context(|| format!("nothing is called {name}"))
}
