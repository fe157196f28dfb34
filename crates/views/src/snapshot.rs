//! The views as bytes, for a start that does not read the whole ledger. Whoever keeps the bytes seals
//! them: they hold what every view holds.

use std::time::Duration;

use casework::Id;
use jiff::Timestamp;
use rusqlite::{Connection, backup::Backup, params};

use crate::{Failure, SCHEMA, STATEMENTS, Views};

impl Views {
    /// All rows, as [`Views::load`] takes them, behind what the caller puts at the beginning.
    ///
    /// # Errors
    /// When memory is short.
    pub fn save(&self, begin: &[u8]) -> Result<Vec<u8>, Failure> {
        let mut connection = self.lock();
        let rows = connection.serialize("main")?;
        // One piece, so that the views are free again before it is sealed and written.
        Ok([begin, &rows].concat())
    }

    /// Views with the rows that were saved.
    ///
    /// # Errors
    /// When these are not the bytes of views with this program's tables.
    pub fn load(saved: &[u8]) -> Result<Self, Failure> {
        let mut file = Connection::open_in_memory()?;
        file.deserialize_read_exact("main", saved, saved.len(), true)?;
        let mut connection = Connection::open_in_memory()?;
        let copy = Backup::new(&file, &mut connection)?;
        copy.run_to_completion(i32::MAX, Duration::ZERO, None)?;
        drop(copy);
        connection.set_prepared_statement_cache_capacity(STATEMENTS);
        Ok(Self::on(connection))
    }

    /// What saved bytes must fit: the tables as this program makes them.
    #[must_use]
    pub const fn tables() -> &'static str {
        SCHEMA
    }

    /// Puts all rows of other views in place of these.
    pub fn replace(&self, other: Self) {
        let other =
            (other.connection.into_inner()).unwrap_or_else(std::sync::PoisonError::into_inner);
        *self.lock() = other;
        self.drop_people();
    }

    /// Up to `limit` files whose rows may have changed with time alone before this moment.
    ///
    /// # Errors
    /// A [`Failure`].
    pub fn stale(&self, before: Timestamp, limit: usize) -> Result<Vec<Id>, Failure> {
        let connection = self.lock();
        let mut statement = connection.prepare_cached(
            "SELECT file FROM freshness WHERE until <= ?1 ORDER BY until LIMIT ?2",
        )?;
        let limit = i64::try_from(limit).unwrap_or(i64::MAX);
        let rows =
            statement.query_map(params![before.as_second(), limit], |row| row.get(0).map(Id))?;
        rows.collect::<Result<_, _>>().map_err(Failure::from)
    }
}
