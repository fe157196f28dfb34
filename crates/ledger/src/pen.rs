//! The pen: makes and destroys rows of covered tables, and never without the row of the log.

use jiff::Timestamp;

use crate::db::Db;
use crate::keyring::Keyring;
use crate::rows::{Cell, LogRow, Op, Table, row_hash};
use crate::seal::Key;
use crate::tree::Frontier;
use crate::{Failure, Head, sql};

/// The epoch key in use.
pub(crate) struct Epoch {
    pub number: u64,
    pub key: Key,
}

/// Writes within one transaction.
pub(crate) struct Pen<'a> {
    pub db: &'a Db,
    pub ring: &'a Keyring,
    pub epoch: &'a Epoch,
    pub log: &'a mut Frontier,
}

impl Pen<'_> {
    /// Stores a new row at the next position.
    pub fn make(&mut self, table: Table, cells: &[Cell]) -> Result<u64, Failure> {
        let position = self.log.size() + 1;
        sql::insert(self.db, table, position, cells)?;
        self.enter(LogRow {
            position,
            table,
            op: Op::Made,
            row: position,
            hash: row_hash(table, cells),
        })?;
        Ok(position)
    }

    /// Deletes the row that was made at `row`.
    pub fn destroy(&mut self, table: Table, row: u64) -> Result<(), Failure> {
        let Some((_, cells)) = sql::at(self.db, table, row)? else {
            return Err(Failure::damaged(format!(
                "{} has no row {row}",
                table.name()
            )));
        };
        sql::delete(self.db, table, row)?;
        self.gone(table, row, row_hash(table, &cells))
    }

    /// Logs that a row is gone; after a restore also one that was never brought back.
    pub fn gone(&mut self, table: Table, row: u64, hash: [u8; 32]) -> Result<(), Failure> {
        let position = self.log.size() + 1;
        self.enter(LogRow {
            position,
            table,
            op: Op::Destroyed,
            row,
            hash,
        })
    }

    fn enter(&mut self, entry: LogRow) -> Result<(), Failure> {
        sql::log(self.db, &entry)?;
        self.log.push(&entry.leaf());
        Ok(())
    }

    /// Puts a value under a name, in place of an older one.
    pub fn set_meta(&mut self, name: &str, value: Vec<u8>) -> Result<(), Failure> {
        if let Some((row, _)) = sql::meta(self.db, name)? {
            self.destroy(Table::Meta, row)?;
        }
        self.make(Table::Meta, &[name.into(), value.into()])?;
        Ok(())
    }

    /// Closes a transaction with its signed head.
    pub fn sign(&mut self, before: Option<&Head>, at: Timestamp) -> Result<Head, Failure> {
        let head = Head::sign(before, self.log, at, self.ring.ledger, &self.ring.signer);
        sql::put_head(self.db, head.number, &head.note)?;
        sql::put_frontier(self.db, &self.log.to_bytes())?;
        Ok(head)
    }
}
