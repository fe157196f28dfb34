//! What a supervisor goes through: the figures, each with its list, what each worker carries, and
//! the year's figure. All of it is counted by the views within what the reader may be told.

use access::Actor;
use casework::{
    Id,
    supported::{Began, Ended},
};
use views::{CarriedRow, Watch, WatchRow, WorkerRow, YearRow};

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

/// The persons supported by case management in a year (`domain.md` section 7, rule (d)).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Year {
    /// Which.
    pub year: i16,
    /// How many entries the history of all files had when it was counted.
    pub position: u64,
    /// The reader may open the persons behind each number.
    pub opens: bool,
    /// How they came into it, in the order of [`Began::ALL`].
    pub began: Vec<usize>,
    /// How they stand at its end, in the order of [`Ended::ALL`].
    pub ended: Vec<usize>,
    /// Who took back that they are counted: an anonymous tally beside the figure (rule (e)).
    pub tally: usize,
}

impl Year {
    /// The figure: how they came into the year and how they stand at its end are the same people.
    #[must_use]
    pub fn total(&self) -> usize {
        self.began.iter().sum()
    }
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

    /// The years in which anybody counts, and one of them.
    ///
    /// # Errors
    /// [`No::NotHere`] for roles that read no figures.
    pub fn year(&self, actor: &Actor, year: i16) -> Result<(Vec<i16>, Year), No> {
        if !self.may_here(actor, "report.year") {
            return Err(No::NotHere);
        }
        self.record_look(actor, "report.year", None)?;
        let mut found = Year {
            year,
            position: self.ledger.position(),
            opens: self.opens_people(actor),
            began: vec![0; Began::ALL.len()],
            ended: vec![0; Ended::ALL.len()],
            tally: 0,
        };
        for row in self.views.year(actor, year)? {
            if row.tally {
                found.tally += row.count;
                continue;
            }
            add(&mut found.began, Began::CODES, &row.began, row.count);
            add(&mut found.ended, Ended::CODES, &row.ended, row.count);
        }
        Ok((self.views.years(actor)?, found))
    }

    /// The persons behind a year's figure, by their codes: one look.
    ///
    /// # Errors
    /// [`No::NotHere`] for whoever reads the number alone.
    pub fn year_people(&self, actor: &Actor, year: i16) -> Result<Vec<YearRow>, No> {
        if !self.may_here(actor, "report.year") || !self.opens_people(actor) {
            return Err(No::NotHere);
        }
        self.record_look(actor, "year.people", None)?;
        Ok(self.views.year_people(actor, year)?)
    }

    /// Of every case at the centre, and not of some: else a list would differ from its number.
    fn opens_people(&self, actor: &Actor) -> bool {
        self.may_here(actor, "case.read") && self.may_here(actor, "case.list")
    }
}

fn add(counts: &mut [usize], codes: &[&str], code: &str, count: usize) {
    let place = codes.iter().position(|known| *known == code);
    if let Some(known) = place.and_then(|place| counts.get_mut(place)) {
        *known += count;
    }
}
