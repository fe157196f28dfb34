//! The figures of a supervisor and the lists behind them. A figure is the number of rows of its
//! list, counted by the database, so that the two cannot differ; and both hold only what the reader
//! may be told.

use access::Actor;
use casework::{Id, class::Classes, lists::Theme, reception::takes};
use jiff::Timestamp;
use rusqlite::{Row, ToSql};

use crate::{
    Failure, Views,
    lists::{id, maybe_id, time},
};

/// What is watched over, each with a figure and a list.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub enum Watch {
    /// Urgent and high risk without contact in time.
    Contact,
    /// Arrivals and cases that nobody carries.
    Arrivals,
    /// Referrals past their deadline.
    Referrals,
    /// Risk levels below their floor.
    Floors,
    /// The same person or not: left for later.
    Doubts,
    /// Costs, overrides and substitutes that wait for a second person.
    Decisions,
}

impl Watch {
    /// All of them, in the order of the page.
    pub const ALL: [Self; 6] = [
        Self::Contact,
        Self::Arrivals,
        Self::Referrals,
        Self::Decisions,
        Self::Floors,
        Self::Doubts,
    ];

    /// Its word in addresses and messages.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Contact => "contact",
            Self::Arrivals => "arrivals",
            Self::Referrals => "referrals",
            Self::Floors => "floors",
            Self::Doubts => "doubts",
            Self::Decisions => "decisions",
        }
    }

    /// The one of this word.
    #[must_use]
    pub fn of_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.code() == code)
    }

    /// Its rows; `{told}` is who may be told.
    const fn rows(self) -> &'static str {
        match self {
            Self::Contact => {
                "SELECT d.file, c.code, c.risk, c.worker, d.what, d.at, NULL, d.which, NULL, c.risk_rank
                 FROM (SELECT * FROM due WHERE {reached} AND {told} AND what = 'contact' AND at < :now) d
                 JOIN cases c ON c.file = d.file WHERE c.risk IN ('urgent', 'high')"
            }
            Self::Arrivals => {
                "SELECT file, code, risk, worker, status, arrived, NULL, NULL, NULL, 0 FROM cases
                 WHERE {told} AND worker IS NULL AND status <> 'closed' AND outcome IS NULL
                 AND :now NOTNULL"
            }
            Self::Referrals => {
                "SELECT d.file, c.code, c.risk, c.worker, d.what, d.at, NULL, d.which, NULL, 0
                 FROM (SELECT * FROM due WHERE {reached} AND {told}
                    AND what IN ('referral_answer', 'referral_overdue') AND at < :now) d
                 JOIN cases c ON c.file = d.file"
            }
            Self::Floors => {
                "SELECT d.file, c.code, c.risk, c.worker, d.what, d.at, d.raised_by, d.which, d.detail, 0
                 FROM (SELECT * FROM matters WHERE {told} AND what = 'floor' AND :now NOTNULL) d
                 JOIN cases c ON c.file = d.file"
            }
            Self::Doubts => {
                "SELECT d.file, c.code, c.risk, c.worker, d.what, d.at, d.raised_by, d.which, d.detail, 0
                 FROM (SELECT * FROM matters WHERE {told} AND what = 'doubt' AND :now NOTNULL) d
                 JOIN cases c ON c.file = d.file"
            }
            Self::Decisions => {
                "SELECT d.file, c.code, c.risk, c.worker, d.what, d.at, d.raised_by, d.which, d.detail, 0
                 FROM (SELECT * FROM matters WHERE {told}
                    AND what IN ('cost', 'override', 'substitute') AND :now NOTNULL) d
                 JOIN cases c ON c.file = d.file"
            }
        }
    }
}

/// One row of such a list.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub struct WatchRow {
    pub file: Id,
    pub code: Option<String>,
    pub risk: Option<String>,
    pub worker: Option<Id>,
    pub what: String,
    pub at: Timestamp,
    pub by: Option<Id>,
    pub which: Option<Id>,
    pub detail: Option<String>,
}

/// What one worker carries.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub struct WorkerRow {
    pub worker: Id,
    pub cases: usize,
    /// Of them, those with anything overdue.
    pub overdue: usize,
    /// Of them, those that nobody stands in for.
    pub without_backup: usize,
}

/// One case that somebody carries.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub struct CarriedRow {
    pub file: Id,
    pub code: Option<String>,
    pub risk: Option<String>,
    pub backup: Option<Id>,
    pub last_contact: Option<Timestamp>,
    pub overdue: usize,
}

/// An alert that nobody answered yet.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub struct AlertRow {
    pub file: Id,
    pub code: Option<String>,
    pub alert: Id,
    pub kind: String,
    pub theme: Theme,
    pub classes: Classes,
    pub raised_at: Timestamp,
    pub taken_by: Option<Id>,
    pub authority: Option<String>,
    pub asked: Option<String>,
    pub worker: Option<Id>,
    pub backup: Option<Id>,
    pub desk: bool,
    /// Themes that the file concerns, as bits.
    pub themes: u8,
    /// The case's risk level: what the alert is ordered by.
    pub risk: Option<String>,
}

/// How many persons of a year came into it so, stand so at its end, and only as a tally.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub struct YearCount {
    pub began: String,
    pub ended: String,
    pub tally: bool,
    pub count: usize,
}

/// One person of a year.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub struct YearRow {
    pub file: Id,
    pub code: Option<String>,
    pub began: String,
    pub ended: String,
}

type Named<'p> = (&'static str, &'p dyn ToSql);

impl Views {
    /// Reads with the condition of who may be told in place of `{told}`, and of which files the
    /// actor reaches, by their indexes, in place of `{reached}`. Only fixed text is put into SQL;
    /// what was asked for is a parameter.
    pub(crate) fn told<T>(
        &self,
        actor: &Actor,
        action: &str,
        sql: &str,
        named: &[Named<'_>],
        read: impl Fn(&Row<'_>) -> rusqlite::Result<T>,
    ) -> Result<Vec<T>, Failure> {
        let told = format!("({})", access::predicate(actor, action));
        let reach = access::reach(actor, action);
        let reached = format!("file IN (SELECT file FROM cases WHERE {reach})");
        let sql = sql.replace("{told}", &told).replace("{reached}", &reached);
        let connection = self.lock();
        let mut statement = connection.prepare_cached(&sql)?;
        let (account, centre) = (actor.by.account.0, actor.by.centre.0);
        let ours: [Named<'_>; 2] = [(":account", &account), (":centre", &centre)];
        for (name, value) in ours.iter().chain(named) {
            if let Some(place) = statement.parameter_index(name)? {
                statement.raw_bind_parameter(place, value)?;
            }
        }
        let mut rows = statement.raw_query();
        let mut all = Vec::new();
        while let Some(row) = rows.next()? {
            all.push(read(row)?);
        }
        Ok(all)
    }

    /// The figure of one thing that is watched over.
    ///
    /// # Errors
    /// A [`Failure`].
    pub fn watched(&self, actor: &Actor, watch: Watch, now: Timestamp) -> Result<usize, Failure> {
        let sql = format!("SELECT COUNT(*) FROM ({})", watch.rows());
        let now = now.as_second();
        let found = self.told(actor, "case.read", &sql, &[(":now", &now)], |row| {
            number(row, 0)
        })?;
        Ok(found.first().copied().unwrap_or_default())
    }

    /// Its list: the gravest first where that is asked, then the oldest.
    ///
    /// # Errors
    /// A [`Failure`]; never an empty list in its place.
    pub fn watch(
        &self,
        actor: &Actor,
        watch: Watch,
        now: Timestamp,
        limit: usize,
    ) -> Result<Vec<WatchRow>, Failure> {
        let sql = format!("{} ORDER BY 10, 6, 1 LIMIT {limit}", watch.rows());
        let now = now.as_second();
        self.told(actor, "case.read", &sql, &[(":now", &now)], |row| {
            Ok(WatchRow {
                file: id(row, 0)?,
                code: row.get(1)?,
                risk: row.get(2)?,
                worker: maybe_id(row, 3)?,
                what: row.get(4)?,
                at: time(row, 5)?,
                by: maybe_id(row, 6)?,
                which: maybe_id(row, 7)?,
                detail: row.get(8)?,
            })
        })
    }

    /// How many approvals wait.
    ///
    /// # Errors
    /// A [`Failure`].
    pub fn waiting(&self, actor: &Actor) -> Result<usize, Failure> {
        let sql = "SELECT COUNT(*) FROM approvals WHERE {reached} AND {told}";
        let found = self.told(actor, "case.read", sql, &[], |row| number(row, 0))?;
        Ok(found.first().copied().unwrap_or_default())
    }

    /// What each worker carries.
    ///
    /// # Errors
    /// A [`Failure`].
    pub fn workers(&self, actor: &Actor, now: Timestamp) -> Result<Vec<WorkerRow>, Failure> {
        let sql = "SELECT c.worker, COUNT(*), COUNT(late.file), SUM(c.backup IS NULL)
            FROM (SELECT * FROM cases WHERE {told} AND worker NOTNULL
                AND status IN ('open', 'on_hold')) c
            LEFT JOIN (SELECT DISTINCT file FROM due WHERE {reached} AND {told} AND at < :now) late
                ON late.file = c.file
            GROUP BY c.worker";
        let now = now.as_second();
        self.told(actor, "case.read", sql, &[(":now", &now)], |row| {
            Ok(WorkerRow {
                worker: id(row, 0)?,
                cases: number(row, 1)?,
                overdue: number(row, 2)?,
                without_backup: number(row, 3)?,
            })
        })
    }

    /// The cases of one worker, the gravest first.
    ///
    /// # Errors
    /// A [`Failure`].
    pub fn carried(
        &self,
        actor: &Actor,
        worker: Id,
        now: Timestamp,
    ) -> Result<Vec<CarriedRow>, Failure> {
        let sql = "SELECT c.file, c.code, c.risk, c.backup, c.last_contact,
                (SELECT COUNT(*) FROM due WHERE {told} AND due.file = c.file AND at < :now)
            FROM (SELECT * FROM cases WHERE {told} AND worker = :worker
                AND status IN ('open', 'on_hold')) c
            ORDER BY c.risk_rank, c.arrived, c.file LIMIT 1000";
        let now = now.as_second();
        let named: [Named<'_>; 2] = [(":now", &now), (":worker", &worker.0)];
        self.told(actor, "case.read", sql, &named, |row| {
            let last: Option<i64> = row.get(4)?;
            Ok(CarriedRow {
                file: id(row, 0)?,
                code: row.get(1)?,
                risk: row.get(2)?,
                backup: maybe_id(row, 3)?,
                last_contact: last.and_then(|second| Timestamp::from_second(second).ok()),
                overdue: number(row, 5)?,
            })
        })
    }

    /// Alerts that wait and that the actor may take, the oldest first.
    ///
    /// # Errors
    /// A [`Failure`]; never an empty list in its place.
    pub fn alerts(&self, actor: &Actor, limit: usize) -> Result<Vec<AlertRow>, Failure> {
        let mine = Theme::ALL.iter();
        let mine = mine.filter(|theme| takes(actor.by.role, **theme));
        let mine: Vec<String> = mine.map(|theme| format!("'{}'", theme.code())).collect();
        let sql = format!(
            "SELECT file, (SELECT code FROM cases WHERE cases.file = alerts.file), alert, kind, theme,
                classes, raised_at, taken_by, authority, asked, worker, backup, desk, themes,
                (SELECT risk FROM cases WHERE cases.file = alerts.file)
             FROM alerts WHERE {{told}} AND theme IN ({}) ORDER BY raised_at, alert LIMIT {limit}",
            mine.join(", ")
        );
        self.told(actor, "reception.take_alert", &sql, &[], |row| {
            let theme: String = row.get(4)?;
            Ok(AlertRow {
                file: id(row, 0)?,
                code: row.get(1)?,
                alert: id(row, 2)?,
                kind: row.get(3)?,
                theme: theme.parse().unwrap_or(Theme::SupervisorNow),
                classes: Classes::from_bits(row.get(5)?),
                raised_at: time(row, 6)?,
                taken_by: maybe_id(row, 7)?,
                authority: row.get(8)?,
                asked: row.get(9)?,
                worker: maybe_id(row, 10)?,
                backup: maybe_id(row, 11)?,
                desk: row.get(12)?,
                themes: row.get(13)?,
                risk: row.get(14)?,
            })
        })
    }

    /// The years in which anybody counts, the newest first.
    ///
    /// # Errors
    /// A [`Failure`].
    pub fn years(&self, actor: &Actor) -> Result<Vec<i16>, Failure> {
        let sql = "SELECT DISTINCT year FROM years WHERE {told} ORDER BY year DESC";
        self.told(actor, "report.year", sql, &[], |row| row.get(0))
    }

    /// The persons of a year, counted by how they came into it and how they stand at its end.
    ///
    /// # Errors
    /// A [`Failure`].
    pub fn year(&self, actor: &Actor, year: i16) -> Result<Vec<YearCount>, Failure> {
        let sql = "SELECT began, ended, tally, COUNT(*) FROM years
            WHERE {told} AND year = :year GROUP BY began, ended, tally";
        self.told(actor, "report.year", sql, &[(":year", &year)], |row| {
            Ok(YearCount {
                began: row.get(0)?,
                ended: row.get(1)?,
                tally: row.get(2)?,
                count: number(row, 3)?,
            })
        })
    }

    /// The persons behind the figure of a year, by their codes, as far as the actor may open them.
    /// Those who did not want to be counted are only a number.
    ///
    /// # Errors
    /// A [`Failure`]; never an empty list in its place.
    pub fn year_people(&self, actor: &Actor, year: i16) -> Result<Vec<YearRow>, Failure> {
        let sql = "SELECT y.file, c.code, y.began, y.ended
            FROM (SELECT * FROM years WHERE {told} AND year = :year AND tally = 0) y
            JOIN cases c ON c.file = y.file ORDER BY c.code, y.file";
        self.told(actor, "case.read", sql, &[(":year", &year)], |row| {
            Ok(YearRow {
                file: id(row, 0)?,
                code: row.get(1)?,
                began: row.get(2)?,
                ended: row.get(3)?,
            })
        })
    }
}

fn number(row: &Row<'_>, column: usize) -> rusqlite::Result<usize> {
    let count: Option<i64> = row.get(column)?;
    Ok(usize::try_from(count.unwrap_or_default()).unwrap_or_default())
}
