//! Statements on the log, its heads and its right edge.

use super::{Placed, int, nat, placed, select};
use crate::db::{Db, Row, Rows, Statement};
use crate::rows::{Cell, LogRow, Op, Table};
use crate::{Failure, Head};

pub(crate) fn log(db: &Db, entry: &LogRow) -> Result<(), Failure> {
    if db.keeps_back_log(entry)? {
        return Ok(());
    }
    db.run(
        "INSERT INTO log(position, tbl, op, row, hash) VALUES (?1, ?2, ?3, ?4, ?5)",
        &[
            int(entry.position).into(),
            entry.table.code().into(),
            entry.op_code().into(),
            int(entry.row).into(),
            (&entry.hash).into(),
        ],
    )
}

/// The log in order. A row that no program wrote (another table, another size) comes as its position alone.
pub(crate) fn each_log_row(
    db: &Db,
    mut visit: impl FnMut(Result<LogRow, u64>) -> Result<(), Failure>,
) -> Result<(), Failure> {
    let mut statement =
        db.statement("SELECT position, tbl, op, row, hash FROM log ORDER BY position")?;
    let mut rows = statement.rows()?;
    while let Some(row) = rows.next()? {
        let position = row.nat(0)?;
        visit(log_row(row, position)?.ok_or(position))?;
    }
    Ok(())
}

fn log_row(mut row: Row, position: u64) -> Result<Option<LogRow>, Failure> {
    let op = match row.int(2)? {
        1 => Op::Made,
        2 => Op::Destroyed,
        _ => return Ok(None),
    };
    let hash = row.bytes(4)?.try_into().ok();
    let table = Table::of_code(row.int(1)?);
    let row = row.nat(3)?;
    Ok(hash.zip(table).map(|(hash, table)| LogRow {
        position,
        table,
        op,
        row,
        hash,
    }))
}

pub(crate) fn log_size(db: &Db) -> Result<u64, Failure> {
    let row = db.one("SELECT max(position) FROM log", &[])?;
    Ok(row.and_then(|row| row.maybe_int(0)).map_or(0, nat))
}

pub(crate) fn put_head(db: &Db, number: u64, note: &str) -> Result<(), Failure> {
    db.later(
        "INSERT INTO heads(number, note) VALUES (?1, ?2)",
        &[int(number).into(), note.into()],
    )
}

pub(crate) fn last_head(db: &Db) -> Result<Option<String>, Failure> {
    note(db.one("SELECT note FROM heads ORDER BY number DESC LIMIT 1", &[])?)
}

pub(crate) fn head_note(db: &Db, number: u64) -> Result<Option<String>, Failure> {
    note(db.one(
        "SELECT note FROM heads WHERE number = ?1",
        &[int(number).into()],
    )?)
}

fn note(row: Option<Row>) -> Result<Option<String>, Failure> {
    row.map(|mut row| row.text(0)).transpose()
}

pub(crate) fn put_frontier(db: &Db, state: &[u8]) -> Result<(), Failure> {
    db.later(
        "INSERT INTO frontier(id, state) VALUES (1, ?1) ON CONFLICT (id) DO UPDATE SET state = excluded.state",
        &[state.into()],
    )
}

pub(crate) fn frontier(db: &Db) -> Result<Option<Vec<u8>>, Failure> {
    db.one("SELECT state FROM frontier", &[])?
        .map(|mut row| row.bytes(0))
        .transpose()
}

/// A table read alongside the log.
pub(crate) struct TableCursor<'s> {
    pub table: Table,
    rows: Rows<'s>,
    next: Option<Placed>,
}

pub(crate) fn table_cursor(db: &Db, table: Table) -> Result<Statement<'_>, Failure> {
    db.statement(&select(table, "ORDER BY position"))
}

impl<'s> TableCursor<'s> {
    pub fn new(statement: &'s mut Statement<'_>, table: Table) -> Result<Self, Failure> {
        let mut cursor = Self {
            table,
            rows: statement.rows()?,
            next: None,
        };
        cursor.advance()?;
        Ok(cursor)
    }

    /// The next row, when it stands before `position`.
    pub fn take_before(&mut self, position: u64) -> Result<Option<Placed>, Failure> {
        if self.next.as_ref().is_some_and(|(at, _)| *at < position) {
            self.advance()
        } else {
            Ok(None)
        }
    }

    /// The next row, when it stands at `position`.
    pub fn take_at(&mut self, position: u64) -> Result<Option<Vec<Cell>>, Failure> {
        if self.next.as_ref().is_some_and(|(at, _)| *at == position) {
            return Ok(self.advance()?.map(|(_, cells)| cells));
        }
        Ok(None)
    }

    fn advance(&mut self) -> Result<Option<Placed>, Failure> {
        let next = self.rows.next()?.map(placed).transpose()?;
        Ok(std::mem::replace(&mut self.next, next))
    }
}

/// The heads read alongside the log; a note that does not read comes as nothing.
pub(crate) struct HeadCursor<'s> {
    rows: Rows<'s>,
    next: Option<(u64, Option<Head>)>,
}

pub(crate) fn head_cursor(db: &Db) -> Result<Statement<'_>, Failure> {
    db.statement("SELECT number, note FROM heads ORDER BY number")
}

impl<'s> HeadCursor<'s> {
    pub fn new(statement: &'s mut Statement<'_>) -> Result<Self, Failure> {
        let mut cursor = Self {
            rows: statement.rows()?,
            next: None,
        };
        cursor.advance()?;
        Ok(cursor)
    }

    /// The next head, when its size is as wanted. One that does not read is always given.
    pub fn take_if(
        &mut self,
        wanted: impl Fn(u64) -> bool,
    ) -> Result<Option<(u64, Option<Head>)>, Failure> {
        let Some((_, head)) = &self.next else {
            return Ok(None);
        };
        if head.as_ref().is_some_and(|head| !wanted(head.size)) {
            return Ok(None);
        }
        self.advance()
    }

    fn advance(&mut self) -> Result<Option<(u64, Option<Head>)>, Failure> {
        let next = match self.rows.next()? {
            Some(mut row) => Some((row.nat(0)?, Head::parse(&row.text(1)?))),
            None => None,
        };
        Ok(std::mem::replace(&mut self.next, next))
    }
}
