//! The files of the organisation: centres, accounts and partners. Each is a file of its own with
//! its own key; administrators manage them and read no case (`domain.md` section 2, DP2, DP13).

use casework::{
    Id,
    actor::Role,
    class::{Class, Classes},
};
use jiff::{Timestamp, civil::Date};
use serde::{Deserialize, Serialize};

use crate::{
    context::{Context, ContextSaid},
    duty::{self, DutyPlace, Leave},
    figures::{KeptYear, YearFigure},
};

/// What became true about a centre, an account or a partner.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", content = "body", rename_all = "snake_case")]
pub enum OrgEvent {
    /// A centre opened.
    CentreOpened {
        /// Its name.
        name: String,
        /// Facility type, section 1 of `domain.md`.
        facility: Facility,
    },
    /// A centre has another name or type.
    CentreChanged {
        /// Its name.
        name: String,
        /// Facility type.
        facility: Facility,
    },
    /// An account was opened.
    AccountOpened {
        /// The name to sign in with.
        username: String,
        /// The name that colleagues see.
        display_name: String,
        /// The role.
        role: Role,
        /// The centre it works for.
        centre: Id,
        /// Classes granted beyond the role's.
        grants: Classes,
        /// Argon2id hash in PHC form.
        password: String,
    },
    /// Role, centre or grants changed.
    AccountChanged {
        /// The name that colleagues see.
        display_name: String,
        /// The role.
        role: Role,
        /// The centre it works for.
        centre: Id,
        /// Classes granted beyond the role's.
        grants: Classes,
    },
    /// A new password.
    PasswordSet {
        /// Argon2id hash in PHC form.
        password: String,
        /// Set by somebody else: must be changed at the next sign-in.
        by_other: bool,
    },
    /// Nobody signs in with it any more.
    AccountClosed,
    /// It may be used again.
    AccountReopened,
    /// A partner with whom a sharing agreement exists.
    PartnerAdded {
        /// The partner's name.
        name: String,
        /// Its focal point, by function.
        focal_point: String,
        /// The agreement holds until this day.
        agreement_until: Date,
        /// An authority: sharing needs the scope `authority_report`.
        authority: bool,
    },
    /// The partner's file was corrected, or its agreement renewed.
    PartnerChanged {
        /// The partner's name.
        name: String,
        /// Its focal point, by function.
        focal_point: String,
        /// The agreement holds until this day.
        agreement_until: Date,
        /// An authority: sharing needs the scope `authority_report`.
        authority: bool,
    },
    /// The agreement ended: nothing more may be shared.
    PartnerEnded,
    /// The agreement holds again.
    PartnerResumed,
    /// Somebody has this place on the centre's duty list.
    DutyPlaceSet {
        /// Which, counted from 1.
        number: u16,
        /// Who, under which number, at which hours.
        place: DutyPlace,
    },
    /// Somebody is on the duty list no more.
    DutyPlaceEnded {
        /// Who.
        account: Id,
    },
    /// An account's owner is away on these days.
    LeaveSet {
        /// When, and who is asked instead.
        leave: Leave,
    },
    /// They are back, or stay after all.
    LeaveEnded,
    /// A centre's figure of a past year was kept, for the first time or corrected.
    YearKept {
        /// As it was counted.
        figure: YearFigure,
    },
    /// What a place or a country does to people was written down, or written anew.
    ContextWritten {
        /// All of it.
        said: ContextSaid,
    },
    /// No case inherits it any more.
    ContextEnded,
}

/// Facility types (`domain.md` section 1, MRRM).
#[derive(
    Copy,
    Clone,
    Debug,
    PartialEq,
    Eq,
    Serialize,
    Deserialize,
    strum::VariantNames,
    strum::IntoStaticStr,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
#[expect(missing_docs, reason = "the names say it")]
pub enum Facility {
    Multifunctional,
    Shelter,
    InformationResource,
    GovernmentRun,
    HotelPrivateHousing,
    Other,
}

/// An organisation event as kept: who recorded it and when.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct OrgEntry {
    /// Version of the stored form.
    pub v: u16,
    /// The account that did it; the ledger's first account did itself.
    pub by: Id,
    /// When it was recorded.
    pub recorded: Timestamp,
    /// What became true.
    pub what: OrgEvent,
}

/// An account, folded.
#[derive(Clone, Debug, PartialEq)]
#[expect(missing_docs, reason = "the names say it")]
pub struct Account {
    pub id: Id,
    pub username: String,
    pub display_name: String,
    pub role: Role,
    pub centre: Id,
    pub grants: Classes,
    pub password: String,
    /// Somebody else knows the password: its owner chooses another before anything else.
    pub must_change: bool,
    pub closed: bool,
    /// Away, now or soon.
    pub leave: Option<Leave>,
}

/// A centre, folded.
#[derive(Clone, Debug, PartialEq)]
#[expect(missing_docs, reason = "the names say it")]
pub struct Centre {
    pub id: Id,
    pub name: String,
    pub facility: Facility,
    /// Who has duty, in the order in which they are asked.
    pub duty: Vec<DutyPlace>,
    /// Figures of past years as they were kept, in the order in which they were.
    pub years: Vec<KeptYear>,
}

/// A partner, folded.
#[derive(Clone, Debug, PartialEq)]
#[expect(missing_docs, reason = "the names say it")]
pub struct Partner {
    pub id: Id,
    pub name: String,
    pub focal_point: String,
    pub agreement_until: Date,
    pub authority: bool,
    pub ended: bool,
}

impl Partner {
    /// Whether its sharing agreement holds on that day (DP13).
    #[must_use]
    pub fn agrees_on(&self, day: Date) -> bool {
        !self.ended && self.agreement_until >= day
    }
}

/// A file of the organisation, folded.
#[derive(Clone, Debug, PartialEq)]
#[expect(missing_docs, reason = "one variant a kind of file")]
pub enum Unit {
    Account(Account),
    Centre(Centre),
    Partner(Partner),
    Context(Context),
}

/// Folds a file of the organisation; `None` when its first event is not among these.
#[must_use]
pub fn fold(id: Id, entries: &[OrgEntry]) -> Option<Unit> {
    let (first, rest) = entries.split_first()?;
    let mut unit = begin(id, &first.what)?;
    if let Unit::Account(account) = &mut unit {
        account.must_change = first.by != id;
    }
    for entry in rest {
        change(&mut unit, entry);
    }
    Some(unit)
}

fn begin(id: Id, event: &OrgEvent) -> Option<Unit> {
    match event.clone() {
        OrgEvent::CentreOpened { name, facility } => Some(Unit::Centre(Centre {
            id,
            name,
            facility,
            duty: Vec::new(),
            years: Vec::new(),
        })),
        OrgEvent::AccountOpened {
            username,
            display_name,
            role,
            centre,
            grants,
            password,
        } => {
            let account = Account {
                id,
                username,
                display_name,
                role,
                centre,
                grants,
                password,
                must_change: false,
                closed: false,
                leave: None,
            };
            Some(Unit::Account(account))
        }
        OrgEvent::PartnerAdded {
            name,
            focal_point,
            agreement_until,
            authority,
        } => Some(Unit::Partner(Partner {
            id,
            name,
            focal_point,
            agreement_until,
            authority,
            ended: false,
        })),
        OrgEvent::ContextWritten { said } => Some(Unit::Context(Context {
            id,
            versions: vec![said],
            ended: false,
        })),
        _ => None,
    }
}

fn change(unit: &mut Unit, entry: &OrgEntry) {
    match (unit, entry.what.clone()) {
        (Unit::Centre(centre), OrgEvent::CentreChanged { name, facility }) => {
            centre.name = name;
            centre.facility = facility;
        }
        (
            Unit::Account(account),
            OrgEvent::AccountChanged {
                display_name,
                role,
                centre,
                grants,
            },
        ) => {
            account.display_name = display_name;
            account.role = role;
            account.centre = centre;
            account.grants = grants;
        }
        (Unit::Account(account), OrgEvent::PasswordSet { password, by_other }) => {
            account.password = password;
            account.must_change = by_other;
        }
        (Unit::Centre(centre), OrgEvent::DutyPlaceSet { number, place }) => {
            duty::put(&mut centre.duty, number, place);
        }
        (Unit::Centre(centre), OrgEvent::DutyPlaceEnded { account }) => {
            duty::take(&mut centre.duty, account);
        }
        (Unit::Centre(centre), OrgEvent::YearKept { figure }) => centre.years.push(KeptYear {
            figure,
            by: entry.by,
            at: entry.recorded,
        }),
        (Unit::Account(account), OrgEvent::LeaveSet { leave }) => account.leave = Some(leave),
        (Unit::Account(account), OrgEvent::LeaveEnded) => account.leave = None,
        (Unit::Account(account), OrgEvent::AccountClosed) => account.closed = true,
        (Unit::Account(account), OrgEvent::AccountReopened) => account.closed = false,
        (
            Unit::Partner(partner),
            OrgEvent::PartnerChanged {
                name,
                focal_point,
                agreement_until,
                authority,
            },
        ) => {
            partner.name = name;
            partner.focal_point = focal_point;
            partner.agreement_until = agreement_until;
            partner.authority = authority;
        }
        (Unit::Partner(partner), OrgEvent::PartnerEnded) => partner.ended = true,
        (Unit::Partner(partner), OrgEvent::PartnerResumed) => partner.ended = false,
        (Unit::Context(context), event) => context.apply(event),
        _ => {}
    }
}

/// The classes that a role may be granted at all: administrators and others who read no case get none.
#[must_use]
pub const fn may_be_granted(role: Role, _class: Class) -> bool {
    matches!(role, Role::Caseworker | Role::Supervisor)
}
