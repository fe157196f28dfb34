//! What a supervisor goes through: the figures, each with its list, and what each worker carries. All
//! of it is counted by the views within what the reader may be told.

use access::Actor;
use casework::Id;
use views::{CarriedRow, Watch, WatchRow, WorkerRow};

use crate::{Casebook, No, OpenAlert};

/// How many rows a list shows.
const ROWS: usize = 200;

/// The supervisor's page.
#[derive(Clone, Debug)]
pub struct Board {
    /// The figures, in the order of the page.
    pub watched: Vec<(Watch, usize)>,
    /// Alerts that nobody answered.
    pub alerts: Vec<OpenAlert>,
    /// What waits for approval; absent for those who do not approve.
    pub approvals: Option<usize>,
    /// What each worker carries.
    pub workers: Vec<WorkerRow>,
}

impl Casebook {
    /// The supervisor's page: one look.
    ///
    /// # Errors
    /// [`No::NotHere`] for every other role; failures, never a nought in their place.
    pub fn board(&self, actor: &Actor) -> Result<Board, No> {
        self.supervises(actor)?;
        let now = self.now();
        let approves = self.may_here(actor, "approval.approve");
        let watched = Watch::ALL.into_iter();
        let watched = watched.filter(|watch| approves || *watch != Watch::Decisions);
        let watched = watched.map(|watch| Ok((watch, self.views.watched(actor, watch, now)?)));
        let watched: Result<_, views::Failure> = watched.collect();
        let approvals = match approves {
            true => Some(self.views.waiting(actor)?),
            false => None,
        };
        Ok(Board {
            watched: watched?,
            alerts: self.held(actor, self.views.alerts(actor, ROWS)?),
            approvals,
            workers: self.views.workers(actor, now)?,
        })
    }

    /// The list behind one figure.
    ///
    /// # Errors
    /// As [`Casebook::board`].
    pub fn watched(&self, actor: &Actor, watch: Watch) -> Result<Vec<WatchRow>, No> {
        if watch == Watch::Decisions && !self.may_here(actor, "approval.approve") {
            return Err(No::NotHere);
        }
        self.supervises(actor)?;
        Ok(self.views.watch(actor, watch, self.now(), ROWS)?)
    }

    /// The cases of one worker of the actor's centre.
    ///
    /// # Errors
    /// As [`Casebook::board`].
    pub fn carried(&self, actor: &Actor, worker: Id) -> Result<Vec<CarriedRow>, No> {
        self.supervises(actor)?;
        Ok(self.views.carried(actor, worker, self.now())?)
    }

    fn supervises(&self, actor: &Actor) -> Result<(), No> {
        if !self.may_anywhere(actor, "supervision.read") {
            return Err(No::NotHere);
        }
        self.record_look(actor, "supervision.read", None)
    }
}
