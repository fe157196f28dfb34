//! The only doors to the ledger, the views and the rules. Nothing is written except through
//! [`Casebook::carry_out`] and its siblings for the organisation; nothing of a person is read
//! except through [`Casebook::look`], with an actor in hand; every look is recorded first.
//!
//! To add something that crosses files: an effect in `casework::decide::Beside`, carried out in
//! `carry_out.rs` in the same append.

mod accounts;
mod agreements;
mod alerts;
mod carry_out;
mod chance;
mod clock;
mod context;
mod day;
mod drafts;
mod duty;
mod erase;
mod feedback;
mod forget;
mod household;
mod household_look;
mod in_use;
mod judging;
mod left;
mod lists;
mod lock;
mod look;
mod no;
mod offer;
mod organisation;
mod own_files;
mod pairs;
mod partners;
mod password;
mod rebuild;
mod sign_in;
mod similar;
mod snapshot;
mod stored;
mod supervision;
mod throttle;
mod turns;
mod year;

pub use accounts::NewAccount;
pub use agreements::PartnerSaid;
pub use alerts::OpenAlert;
pub use carry_out::{Command, Done};
pub use chance::{fresh_id, person_code};
pub use clock::{Clock, SystemClock};
pub use day::Day;
pub use drafts::{Draft, Typed};
pub use duty::DutySaid;
pub use erase::{Certificate, Proposal, ProposalLook};
pub use feedback::{FeedbackLook, FeedbackRow};
pub use household_look::{HouseholdLook, KitLook, MemberLook, MemberName};
pub use judging::Verdict;
pub use lists::{Caseload, Paper};
pub use lock::Session;
pub use look::{CaseLook, LookRecord};
pub use no::No;
pub use offer::Offer;
pub use organisation::Organisation;
pub use pairs::{Compared, PairLook, PairRow, Side};
pub use sign_in::{SignInNo, SignedIn, Token};
pub use similar::{OpenSimilar, Similar};
pub use stored::{Stored, TallyEntry};
pub use supervision::Board;
pub use year::Year;

use std::sync::{Arc, RwLock};

use casework::Sop;
use ledger::Ledger;
use views::Views;

/// The doors.
pub struct Casebook {
    ledger: Arc<dyn Ledger>,
    views: Views,
    organisation: RwLock<Organisation>,
    own_files: RwLock<own_files::OwnFiles>,
    sop: Sop,
    clock: Arc<dyn Clock>,
    throttle: throttle::Throttle,
    hashing: password::Hashing,
    last_seen: sign_in::LastSeen,
    left: left::Left,
    turns: turns::Turns,
    in_use: in_use::InUse,
    under_way: snapshot::UnderWay,
    quiet: std::sync::Mutex<()>,
    comparison: pairs::Comparison,
    made_by: String,
    began_quickly: bool,
}

impl Casebook {
    /// Opens the doors: finishes what a crash has cut short, folds the organisation, makes the views
    /// ready, from a snapshot when there is one that fits, and drops the drafts that are over.
    ///
    /// # Errors
    /// When the ledger cannot be read.
    pub fn open(ledger: Arc<dyn Ledger>, sop: Sop, clock: Arc<dyn Clock>) -> Result<Self, No> {
        let made_by = Self::made_by_this(&sop);
        let mut book = Self {
            ledger,
            views: Views::empty()?,
            organisation: RwLock::default(),
            own_files: RwLock::default(),
            sop,
            clock,
            throttle: throttle::Throttle::default(),
            hashing: password::Hashing::default(),
            last_seen: sign_in::LastSeen::default(),
            left: left::Left::default(),
            turns: turns::Turns::default(),
            in_use: in_use::InUse::default(),
            under_way: snapshot::UnderWay::default(),
            quiet: std::sync::Mutex::default(),
            comparison: pairs::Comparison::default(),
            made_by,
            began_quickly: false,
        };
        book.finish_forgetting()?;
        book.began_quickly = book.begin_views()?;
        book.sweep_pairs()?;
        book.sweep_drafts()?;
        Ok(book)
    }

    /// Whether the views came from a snapshot, and not from the whole ledger.
    #[must_use]
    pub const fn began_quickly(&self) -> bool {
        self.began_quickly
    }

    /// The centre's procedure.
    #[must_use]
    pub const fn sop(&self) -> &Sop {
        &self.sop
    }

    /// Now, by the clock that the casebook was given.
    #[must_use]
    pub fn now(&self) -> jiff::Timestamp {
        self.clock.now()
    }

    /// The ledger, for operating it: heads, backups, health.
    #[must_use]
    pub fn ledger(&self) -> &dyn Ledger {
        self.ledger.as_ref()
    }

    /// Every row of the views as text, to compare with a rebuild.
    ///
    /// # Errors
    /// When the views cannot be read.
    pub fn dump_views(&self) -> Result<Vec<String>, No> {
        Ok(self.views.dump()?)
    }
}
