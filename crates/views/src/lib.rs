//! Disposable read models in SQLite, in memory: lists, search, due work. A file's rows are a pure
//! function of its history, so a rebuilt view cannot differ from one kept up to date.
//!
//! To add a view: a table in `schema.sql` with the relation columns, its rows in `project.rs`, its
//! query in a file of its own that goes through [`Views::rows_for`].

mod day;
mod freshness;
mod likeness;
mod lists;
mod names;
mod oversight;
mod pairs;
mod people;
mod project;
#[cfg(test)]
mod reading;
mod snapshot;
mod supervision;

pub use day::{AppointmentRow, ChangeRow, DayCase, DayRows, Reach, Whose};
pub use likeness::{Alike, Shown};
pub use linkage::explain::{Finding, Reason};
pub use lists::{ApprovalRow, CaseRow, DeskRow, DueRow, MeetingRow};
pub use names::Found;
pub use pairs::Doubt;
pub use people::Known;
pub use project::Projected;
pub use supervision::{AlertRow, CarriedRow, Watch, WatchRow, WorkerRow, YearCount, YearRow};

use std::sync::{Mutex, MutexGuard, PoisonError, RwLock};

use access::Actor;
use casework::Id;
use likeness::Change;
use people::People;
use rusqlite::{Connection, Row, named_params};

/// A view could not be read or written. Views hold nothing of their own: restart and rebuild.
#[derive(Debug, thiserror::Error)]
#[error("the read models failed: {0}. Nothing is lost; restart to rebuild them")]
pub struct Failure(#[from] rusqlite::Error);

/// The tables, and whatever else decides what stands in them.
const SCHEMA: &str = concat!(include_str!("schema.sql"), include_str!("oversight.sql"));

/// Statements kept ready: every table's, and every list's for every role.
const STATEMENTS: usize = 256;

/// The read models of one node.
pub struct Views {
    connection: Mutex<Connection>,
    /// Made from the rows when it is first asked.
    people: RwLock<Option<People>>,
    /// What changed while the index was being read.
    changes: Mutex<Vec<Change>>,
}

impl Views {
    /// Empty views.
    ///
    /// # Errors
    /// When memory is short.
    pub fn empty() -> Result<Self, Failure> {
        let connection = Connection::open_in_memory()?;
        connection.execute_batch(SCHEMA)?;
        connection.set_prepared_statement_cache_capacity(STATEMENTS);
        Ok(Self::on(connection))
    }

    const fn on(connection: Connection) -> Self {
        Self {
            connection: Mutex::new(connection),
            people: RwLock::new(None),
            changes: Mutex::new(Vec::new()),
        }
    }

    fn lock(&self) -> MutexGuard<'_, Connection> {
        // A panic in a query leaves the connection usable: statements roll back on their own.
        self.connection
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
    }

    /// Puts a file's rows in place of what stood for it before.
    ///
    /// # Errors
    /// When memory is short.
    pub fn put(&self, file: Id, rows: &Projected) -> Result<(), Failure> {
        self.put_all([(file, rows)])
    }

    /// The same for several files, in one piece.
    ///
    /// # Errors
    /// When memory is short.
    pub fn put_all<'r>(
        &self,
        all: impl IntoIterator<Item = (Id, &'r Projected)>,
    ) -> Result<(), Failure> {
        let mut people = Vec::new();
        let mut connection = self.lock();
        let change = connection.transaction()?;
        for (file, rows) in all {
            project::replace(&change, file, rows)?;
            people.push(Change::of(file, rows));
        }
        change.commit()?;
        drop(connection);
        self.note(people);
        Ok(())
    }

    /// Takes a file out of every view: it was erased.
    ///
    /// # Errors
    /// When memory is short.
    pub fn forget(&self, file: Id) -> Result<(), Failure> {
        project::forget(&self.lock(), file)?;
        self.note(vec![Change::Gone(file)]);
        Ok(())
    }

    /// Rows of one table that an actor may be told of: the one way to read a view. The files that
    /// the actor reaches come first, by their indexes; the predicate then judges every row.
    fn rows_for<T>(
        &self,
        actor: &Actor,
        action: &str,
        query: &Query<'_>,
        read: impl Fn(&Row<'_>) -> rusqlite::Result<T>,
    ) -> Result<Vec<T>, Failure> {
        self.rows_by(actor, action, query, true, read)
    }

    /// The same, for a query that knows a shorter way to its rows than through the actor's files.
    fn rows_by<T>(
        &self,
        actor: &Actor,
        action: &str,
        query: &Query<'_>,
        reached: bool,
        read: impl Fn(&Row<'_>) -> rusqlite::Result<T>,
    ) -> Result<Vec<T>, Failure> {
        let sql = query.sql(actor, action, reached);
        let connection = self.lock();
        let mut statement = connection.prepare_cached(&sql)?;
        let account = actor.by.account.0.as_slice();
        let centre = actor.by.centre.0.as_slice();
        // Every statement names both parameters, also where its predicate needs neither.
        let rows = statement.query_map(
            named_params! {":account": account, ":centre": centre, ":text": query.text},
            |row| read(row),
        )?;
        rows.collect::<Result<_, _>>().map_err(Failure::from)
    }

    /// Every row of every view as text, for comparing a rebuild with what was kept up to date.
    ///
    /// # Errors
    /// When memory is short.
    pub fn dump(&self) -> Result<Vec<String>, Failure> {
        let connection = self.lock();
        let mut all = Vec::new();
        for table in project::tables() {
            let mut statement = connection.prepare(&project::everything_in(table))?;
            let columns = statement.column_count();
            let mut rows = statement.query([])?;
            while let Some(row) = rows.next()? {
                let cells: Result<Vec<String>, _> = (0..columns)
                    .map(|n| row.get_ref(n).map(|value| format!("{value:?}")))
                    .collect();
                all.push(format!("{table} {}", cells?.join(" ")));
            }
        }
        all.sort();
        Ok(all)
    }
}

/// A query over one table, where rows that are equal in its order follow their files. Only fixed text is ever put into SQL, what was typed is a parameter.
struct Query<'q> {
    table: &'static str,
    columns: &'static str,
    also: &'static str,
    order: &'static str,
    limit: usize,
    text: &'q str,
}

impl Query<'_> {
    fn sql(&self, actor: &Actor, action: &str, reached: bool) -> String {
        let reached = if reached && self.table != "cases" {
            let reach = access::reach(actor, action);
            format!("file IN (SELECT file FROM cases WHERE {reach})")
        } else {
            "1".to_owned()
        };
        format!(
            "SELECT {} FROM {} WHERE {reached} AND {} AND ({})
             AND :account NOTNULL AND :centre NOTNULL AND :text NOTNULL
             ORDER BY {}, file LIMIT {}",
            self.columns,
            self.table,
            access::predicate(actor, action),
            self.also,
            self.order,
            self.limit
        )
    }
}
