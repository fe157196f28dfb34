//! One connection to PostgreSQL.

use std::cell::{Cell as Held, RefCell};
use std::collections::HashMap;
use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;
use std::time::Duration;

use tokio_postgres::types::ToSql;
use tokio_postgres::{Client, Statement};

use super::batch::{self, Batch, Column, Part};
use super::connecting::connect;
use super::faults::fault;
use super::wait::{LONG_PATIENCE, PATIENCE, all, wait};
use super::{Address, News, Question, cells};
use crate::Failure;
use crate::db::{Arg, Role, Row};
use crate::rows::{Cell, LogRow, Table};
use crate::sql::Placed;

impl Role {
    /// The writer must not keep others from writing by falling silent.
    const fn settings(self) -> &'static str {
        match self {
            Self::Writer => {
                "SET lock_timeout = '4s'; SET idle_in_transaction_session_timeout = '5s'; SET plan_cache_mode = force_generic_plan; SET jit = off"
            }
            Self::Reader => {
                "SET default_transaction_read_only = on; SET plan_cache_mode = force_generic_plan; SET enable_partitionwise_join = on; SET jit = off"
            }
            Self::Maker => "SET lock_timeout = '4s'; SET jit = off",
        }
    }

    const fn patience(self) -> Duration {
        match self {
            Self::Writer | Self::Reader => PATIENCE,
            Self::Maker => LONG_PATIENCE,
        }
    }
}

/// A connection, with what its transaction keeps back.
pub(crate) struct Link {
    client: Client,
    role: Role,
    statements: RefCell<HashMap<String, Statement>>,
    batch: RefCell<Option<Batch>>,
    /// Whether a transaction is under way, and whether it is one that a cursor began for itself.
    pub(super) open: Held<bool>,
    pub(super) of_cursors: Held<bool>,
    pub(super) cursors: Held<u32>,
    pub(super) names: Held<u64>,
    /// An answer did not come in time: what comes after it belongs to nothing.
    broken: Held<bool>,
}

pub(super) type Rows = Vec<tokio_postgres::Row>;
type Asked<'f> = Pin<Box<dyn Future<Output = Result<Rows, tokio_postgres::Error>> + 'f>>;

impl Link {
    /// Connects, and refuses a database that is not set as safely as it must be.
    pub fn connect(address: &Address, role: Role) -> Result<Self, Failure> {
        Self::connect_with(address, role, None)
    }

    pub fn connect_with(
        address: &Address,
        role: Role,
        news: Option<Arc<News>>,
    ) -> Result<Self, Failure> {
        let link = Self {
            client: connect(address, news)?,
            role,
            statements: RefCell::default(),
            batch: RefCell::default(),
            open: Held::new(false),
            of_cursors: Held::new(false),
            cursors: Held::new(0),
            names: Held::new(0),
            broken: Held::new(false),
        };
        link.check()?;
        link.simple(role.settings())?;
        Ok(link)
    }

    fn check(&self) -> Result<(), Failure> {
        let rows = self.many(
            "SELECT name, setting FROM pg_settings WHERE name IN ('fsync', 'full_page_writes', 'synchronous_commit',
             'data_sync_retry', 'server_version_num', 'server_encoding') ORDER BY name",
            &[],
        )?;
        for mut row in rows {
            let (name, value) = (row.text(0)?, row.text(1)?);
            let safe = match name.as_str() {
                "fsync" | "full_page_writes" => value == "on",
                "synchronous_commit" => value != "off",
                "data_sync_retry" => value == "off",
                "server_encoding" => value == "UTF8",
                _ => value.parse().is_ok_and(|version: u32| version >= 150_000),
            };
            if !safe {
                return Err(Failure::Weak(format!("{name} is {value}")));
            }
        }
        Ok(())
    }

    /// Whether nothing more can be asked here.
    pub fn is_broken(&self) -> bool {
        self.broken.get() || self.client.is_closed()
    }

    fn within<T>(
        &self,
        patience: Duration,
        asked: impl Future<Output = Result<T, tokio_postgres::Error>>,
    ) -> Result<T, Failure> {
        match wait(asked, patience) {
            Some(answer) => answer.map_err(|error| fault(&error)),
            None => {
                self.broken.set(true);
                let words = format!("no answer within {} s", patience.as_secs());
                Err(Failure::Unreachable(words))
            }
        }
    }

    /// Statements without anything given to them.
    pub fn simple(&self, sql: &str) -> Result<(), Failure> {
        self.within(self.role.patience(), self.client.batch_execute(sql))
    }

    fn prepared(&self, sql: &str) -> Result<Statement, Failure> {
        if let Some(known) = self.statements.borrow().get(sql) {
            return Ok(known.clone());
        }
        let made = self.within(PATIENCE, self.client.prepare(&cells::numbered(sql)))?;
        self.statements
            .borrow_mut()
            .insert(sql.to_owned(), made.clone());
        Ok(made)
    }

    pub fn run(&self, sql: &str, args: &[Arg<'_>]) -> Result<(), Failure> {
        self.flush()?;
        let statement = self.prepared(sql)?;
        let args: Vec<&(dyn ToSql + Sync)> = args.iter().map(|arg| arg as _).collect();
        self.within(self.role.patience(), self.client.execute(&statement, &args))?;
        Ok(())
    }

    pub fn many(&self, sql: &str, args: &[Arg<'_>]) -> Result<Vec<Row>, Failure> {
        self.flush()?;
        let statement = self.prepared(sql)?;
        self.ask(&statement, args)
    }

    pub(super) fn prepare_once(&self, sql: &str) -> Result<Statement, Failure> {
        self.within(PATIENCE, self.client.prepare(sql))
    }

    pub(super) fn ask(&self, statement: &Statement, args: &[Arg<'_>]) -> Result<Vec<Row>, Failure> {
        let args: Vec<&(dyn ToSql + Sync)> = args.iter().map(|arg| arg as _).collect();
        let rows = self.within(LONG_PATIENCE, self.client.query(statement, &args))?;
        rows.iter().map(cells::row).collect()
    }

    /// One trip: what stands before, the statements, what stands after. The rows of the statements.
    pub(super) fn together(
        &self,
        first: Option<&str>,
        asked: &[(&str, Option<Column<'_>>)],
        last: Option<&str>,
    ) -> Result<Vec<Rows>, Failure> {
        let mut statements = Vec::with_capacity(asked.len());
        for (sql, _) in asked {
            statements.push(self.prepared(sql)?);
        }
        let given: Vec<Vec<&(dyn ToSql + Sync)>> = asked
            .iter()
            .map(|(_, column)| column.iter().map(Column::value).collect())
            .collect();
        let mut futures: Vec<Asked<'_>> = Vec::with_capacity(asked.len() + 2);
        futures.extend(first.map(|sql| self.plain(sql)));
        for (statement, given) in statements.iter().zip(&given) {
            futures.push(Box::pin(self.client.query(statement, given)));
        }
        futures.extend(last.map(|sql| self.plain(sql)));
        let answers = self.within(self.role.patience(), async { Ok(all(futures).await) })?;
        let mut rows = Vec::with_capacity(answers.len());
        for answer in answers {
            rows.push(answer.map_err(|error| fault(&error))?);
        }
        Ok(rows.split_off(usize::from(first.is_some())))
    }

    fn plain<'f>(&'f self, sql: &'f str) -> Asked<'f> {
        Box::pin(async move { self.client.batch_execute(sql).await.map(|()| vec![]) })
    }

    /// Sends what is kept back.
    pub fn flush(&self) -> Result<(), Failure> {
        self.send(None)
    }

    fn send(&self, last: Option<&str>) -> Result<(), Failure> {
        let out = match self.batch.borrow_mut().as_mut() {
            Some(batch) => batch.take(),
            None => return last.map_or(Ok(()), |sql| self.simple(sql)),
        };
        let parts: &[(&Part, Option<&str>)] = if out.savepoint {
            &[(&out.before, Some("SAVEPOINT one")), (&out.after, last)]
        } else {
            &[(&out.before, last)]
        };
        for (part, last) in parts {
            if !part.is_empty() || last.is_some() {
                self.send_part(part, *last)?;
            }
        }
        Ok(())
    }

    fn send_part(&self, part: &Part, last: Option<&str>) -> Result<(), Failure> {
        let inserts = batch::inserts(part);
        let mut statements = Vec::with_capacity(inserts.len() + part.later.len());
        let mut given: Vec<Vec<&(dyn ToSql + Sync)>> = Vec::with_capacity(statements.capacity());
        for (sql, columns) in &inserts {
            statements.push(self.prepared(sql)?);
            given.push(columns.iter().map(Column::value).collect());
        }
        let later: Vec<Vec<Arg<'_>>> = part
            .later
            .iter()
            .map(|(_, cells)| cells.iter().map(Arg::from).collect())
            .collect();
        for ((sql, _), args) in part.later.iter().zip(&later) {
            statements.push(self.prepared(sql)?);
            given.push(args.iter().map(|arg| arg as _).collect());
        }
        let mut futures: Vec<Asked<'_>> = Vec::with_capacity(statements.len() + 1);
        for (statement, given) in statements.iter().zip(&given) {
            futures.push(Box::pin(async move {
                self.client.execute(statement, given).await.map(|_| vec![])
            }));
        }
        futures.extend(last.map(|sql| self.plain(sql)));
        let answers = self.within(self.role.patience(), async { Ok(all(futures).await) })?;
        // The first that went wrong is why the others did.
        answers
            .into_iter()
            .try_for_each(|answer| answer.map(drop).map_err(|error| fault(&error)))
    }

    /// Everything kept back, and the end of the transaction, in one trip.
    pub fn commit(&self) -> Result<(), Failure> {
        let sent = self.send(Some("COMMIT"));
        *self.batch.borrow_mut() = None;
        self.open.set(false);
        sent
    }

    pub fn rollback(&self) -> Result<(), Failure> {
        *self.batch.borrow_mut() = None;
        if !self.open.replace(false) || self.is_broken() {
            // The database undoes what nobody ended.
            return Ok(());
        }
        match self.simple("ROLLBACK") {
            Err(Failure::Unreachable(_)) => Ok(()),
            other => other,
        }
    }

    /// One view of everything until the connection is given up.
    pub fn begin_reading(&self) -> Result<(), Failure> {
        self.open.set(true);
        self.simple("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
    }

    pub fn savepoint(&self) {
        if let Some(batch) = self.batch.borrow_mut().as_mut() {
            batch.savepoint();
        }
    }

    pub fn release(&self) -> Result<(), Failure> {
        let real = self.batch.borrow_mut().as_mut().is_some_and(Batch::release);
        if real {
            self.simple("RELEASE one")?;
        }
        Ok(())
    }

    pub fn rollback_to_savepoint(&self) -> Result<(), Failure> {
        let real = (self.batch.borrow_mut().as_mut()).is_some_and(Batch::roll_back);
        if real {
            self.simple("ROLLBACK TO one; RELEASE one")?;
        }
        Ok(())
    }

    pub(super) fn keep_from_now_on(&self, batch: Batch) {
        *self.batch.borrow_mut() = Some(batch);
    }

    /// What is known of this without asking.
    pub fn known(&self, question: Question) -> Option<Option<Placed>> {
        self.batch.borrow().as_ref()?.known(question)
    }

    pub fn forget_known(&self) {
        if let Some(batch) = self.batch.borrow_mut().as_mut() {
            batch.forget_known();
        }
    }

    /// Keeps a row back; says no when there is no transaction to keep it for.
    pub fn keep(&self, table: Table, position: u64, cells: &[Cell]) -> Result<bool, Failure> {
        self.kept(|batch| batch.keep(table, position, cells))
    }

    pub fn keep_log(&self, entry: &LogRow) -> Result<bool, Failure> {
        self.kept(|batch| batch.log.push(entry.clone()))
    }

    pub fn keep_later(&self, sql: &'static str, args: Vec<Cell>) -> Result<bool, Failure> {
        self.kept(|batch| batch.later.push((sql, args)))
    }

    fn kept(&self, keep: impl FnOnce(&mut Batch)) -> Result<bool, Failure> {
        let full = match self.batch.borrow_mut().as_mut() {
            Some(batch) => {
                keep(batch);
                batch.is_full()
            }
            None => return Ok(false),
        };
        if full {
            self.flush()?;
        }
        Ok(true)
    }
}
