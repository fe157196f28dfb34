//! Statements on the log, its heads and its right edge.

use rusqlite::{Connection, Row, Rows, Statement, params};

use super::{Placed, int, nat, one, placed, run, select};
use crate::rows::{Cell, LogRow, Op, Table};
use crate::sqlite::fault;
use crate::{Failure, Head};

pub(crate) fn log(db: &Connection, entry: &LogRow) -> Result<(), Failure> {
    run(
        db,
        "INSERT INTO log(position, tbl, op, row, hash) VALUES (?1, ?2, ?3, ?4, ?5)",
        params![
            int(entry.position),
            entry.table.code(),
            entry.op_code(),
            int(entry.row),
            entry.hash
        ],
    )
}

/// The log in order. A row that no program wrote (another table, another size) comes as its position alone.
pub(crate) fn each_log_row(
    db: &Connection,
    mut visit: impl FnMut(Result<LogRow, u64>) -> Result<(), Failure>,
) -> Result<(), Failure> {
    let mut statement = db
        .prepare("SELECT position, tbl, op, row, hash FROM log ORDER BY position")
        .map_err(fault)?;
    let mut rows = statement.query([]).map_err(fault)?;
    while let Some(row) = rows.next().map_err(fault)? {
        let position = nat(row.get(0).map_err(fault)?);
        visit(log_row(row, position).map_err(fault)?.ok_or(position))?;
    }
    Ok(())
}

fn log_row(row: &Row<'_>, position: u64) -> rusqlite::Result<Option<LogRow>> {
    let op = match row.get(2)? {
        1i64 => Op::Made,
        2 => Op::Destroyed,
        _ => return Ok(None),
    };
    let hash = row.get::<_, Vec<u8>>(4)?.try_into().ok();
    let table = Table::of_code(row.get(1)?);
    let row = nat(row.get(3)?);
    Ok(hash.zip(table).map(|(hash, table)| LogRow {
        position,
        table,
        op,
        row,
        hash,
    }))
}

pub(crate) fn log_size(db: &Connection) -> Result<u64, Failure> {
    Ok(one(db, "SELECT max(position) FROM log", [], |row| {
        row.get::<_, Option<i64>>(0)
    })?
    .flatten()
    .map_or(0, nat))
}

pub(crate) fn put_head(db: &Connection, number: u64, note: &str) -> Result<(), Failure> {
    run(
        db,
        "INSERT INTO heads(number, note) VALUES (?1, ?2)",
        params![int(number), note],
    )
}

pub(crate) fn last_head(db: &Connection) -> Result<Option<String>, Failure> {
    one(
        db,
        "SELECT note FROM heads ORDER BY number DESC LIMIT 1",
        [],
        |row| row.get(0),
    )
}

pub(crate) fn head_note(db: &Connection, number: u64) -> Result<Option<String>, Failure> {
    one(
        db,
        "SELECT note FROM heads WHERE number = ?1",
        [int(number)],
        |row| row.get(0),
    )
}

pub(crate) fn put_frontier(db: &Connection, state: &[u8]) -> Result<(), Failure> {
    run(
        db,
        "INSERT OR REPLACE INTO frontier(id, state) VALUES (1, ?1)",
        [state],
    )
}

pub(crate) fn frontier(db: &Connection) -> Result<Option<Vec<u8>>, Failure> {
    one(db, "SELECT state FROM frontier", [], |row| row.get(0))
}

/// A table read alongside the log.
pub(crate) struct TableCursor<'s> {
    pub table: Table,
    rows: Rows<'s>,
    next: Option<Placed>,
}

pub(crate) fn table_cursor(db: &Connection, table: Table) -> Result<Statement<'_>, Failure> {
    db.prepare(&select(table, "ORDER BY position"))
        .map_err(fault)
}

impl<'s> TableCursor<'s> {
    pub fn new(statement: &'s mut Statement<'_>, table: Table) -> Result<Self, Failure> {
        let mut cursor = Self {
            table,
            rows: statement.query([]).map_err(fault)?,
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
        let columns = self.table.columns().len();
        let next = match self.rows.next().map_err(fault)? {
            Some(row) => Some(placed(row, columns).map_err(fault)?),
            None => None,
        };
        Ok(std::mem::replace(&mut self.next, next))
    }
}

/// The heads read alongside the log; a note that does not read comes as nothing.
pub(crate) struct HeadCursor<'s> {
    rows: Rows<'s>,
    next: Option<(u64, Option<Head>)>,
}

pub(crate) fn head_cursor(db: &Connection) -> Result<Statement<'_>, Failure> {
    db.prepare("SELECT number, CAST(note AS BLOB) FROM heads ORDER BY number")
        .map_err(fault)
}

impl<'s> HeadCursor<'s> {
    pub fn new(statement: &'s mut Statement<'_>) -> Result<Self, Failure> {
        let mut cursor = Self {
            rows: statement.query([]).map_err(fault)?,
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
        let next = match self.rows.next().map_err(fault)? {
            Some(row) => {
                let note: Vec<u8> = row.get(1).map_err(fault)?;
                let head = String::from_utf8(note)
                    .ok()
                    .and_then(|note| Head::parse(&note));
                Some((nat(row.get(0).map_err(fault)?), head))
            }
            None => None,
        };
        Ok(std::mem::replace(&mut self.next, next))
    }
}
