//! Whether a ledger is here, who has it open, and making one.

use super::batch::Batch;
use super::{Link, schema};
use crate::Failure;

impl Link {
    /// Begins to make a ledger: the tables, in the transaction that will fill them.
    pub fn make(&self) -> Result<(), Failure> {
        self.open.set(true);
        self.simple("BEGIN")?;
        self.simple(&schema::schema())?;
        self.simple(super::asking::LOCK)?;
        self.keep_from_now_on(Batch::default());
        Ok(())
    }

    /// The same for a ledger that comes from another place: a table beside the others says, until it
    /// goes, that this is none yet.
    pub fn make_moving(&self) -> Result<(), Failure> {
        let left = self.many(
            "SELECT 1::bigint WHERE to_regclass('moving') IS NOT NULL",
            &[],
        )?;
        if !left.is_empty() {
            self.simple(schema::DROP)?;
        }
        self.make()?;
        self.simple("CREATE TABLE moving()")
    }

    /// Whether there is a ledger here.
    pub fn holds_ledger(&self) -> Result<bool, Failure> {
        let rows = self.many(
            "SELECT 1::bigint WHERE to_regclass('frontier') IS NOT NULL AND to_regclass('moving') IS NULL",
            &[],
        )?;
        Ok(!rows.is_empty())
    }

    /// As long as it lasts, this connection says that a node is here.
    pub fn attend(&self) -> Result<(), Failure> {
        self.simple(
            "SELECT pg_advisory_lock_shared((20032::bigint << 32) | 'frontier'::regclass::oid::bigint)",
        )
    }

    /// Whether no node is here; as long as this connection lasts none begins to listen.
    pub fn is_alone(&self) -> Result<bool, Failure> {
        let rows = self.many(
            "SELECT 1::bigint WHERE pg_try_advisory_lock((20032::bigint << 32) | 'frontier'::regclass::oid::bigint)",
            &[],
        )?;
        Ok(!rows.is_empty())
    }
}
