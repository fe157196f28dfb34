//! The log against its heads, and against the rows of every table, in both directions.

use std::collections::HashMap;

use super::Checks;
use crate::rows::{Cell, LogRow, Op, Table, row_hash};
use crate::sql::{self, HeadCursor, TableCursor};
use crate::tree::{Frontier, Hash};
use crate::{Failure, Head, Id};

pub(super) fn check(checks: &mut Checks<'_>) -> Result<(), Failure> {
    let db = checks.db;
    let mut heads = sql::head_cursor(db)?;
    let mut statements = Table::ALL
        .into_iter()
        .map(|table| sql::table_cursor(db, table))
        .collect::<Result<Vec<_>, _>>()?;
    let tables = statements
        .iter_mut()
        .zip(Table::ALL)
        .map(|(statement, table)| TableCursor::new(statement, table))
        .collect::<Result<Vec<_>, _>>()?;
    let heads = Heads {
        cursor: HeadCursor::new(&mut heads)?,
        last: None,
        roots_hold: true,
    };
    let mut walk = Walk {
        checks,
        tables,
        heads,
        log: Frontier::default(),
        next: 1,
        destroyed: HashMap::new(),
    };
    sql::each_log_row(db, |entry| {
        if let Ok(LogRow {
            position,
            table,
            op: Op::Destroyed,
            row,
            hash,
        }) = entry
        {
            walk.destroyed.insert(row, (position, table, hash));
        }
        Ok(())
    })?;
    sql::each_log_row(db, |entry| walk.step(entry))?;
    walk.end()
}

struct Walk<'a, 'c, 's> {
    checks: &'a mut Checks<'c>,
    tables: Vec<TableCursor<'s>>,
    heads: Heads<'s>,
    log: Frontier,
    next: u64,
    /// By the position of the row that is gone: where the log says so, and what it was.
    destroyed: HashMap<u64, (u64, Table, Hash)>,
}

struct Heads<'s> {
    cursor: HeadCursor<'s>,
    last: Option<Head>,
    /// After the first wrong root all later ones are wrong too; one finding is enough.
    roots_hold: bool,
}

impl Walk<'_, '_, '_> {
    fn step(&mut self, entry: Result<LogRow, u64>) -> Result<(), Failure> {
        let position = entry
            .as_ref()
            .map_or_else(|position| *position, |entry| entry.position);
        if position != self.next {
            let words = format!(
                "rows {} to {} of the log are missing",
                self.next,
                position.wrapping_sub(1)
            );
            self.checks.add("log", None, Some(self.next), words);
        }
        self.next = position.saturating_add(1);
        self.checks.report.log_rows += 1;
        let Ok(entry) = entry else {
            self.checks.add(
                "log",
                None,
                Some(position),
                "this row of the log was not written by this program",
            );
            return Ok(());
        };
        self.log.push(&entry.leaf());
        if entry.op == Op::Made {
            self.made(&entry)?;
        }
        self.heads_at(position)
    }

    fn made(&mut self, entry: &LogRow) -> Result<(), Failure> {
        let (table, position) = (entry.table, entry.position);
        if entry.row != position {
            self.checks.add(
                "log",
                None,
                Some(position),
                "names another row than its own",
            );
        }
        let gone = self.destroyed.remove(&position);
        if gone.is_some_and(|(_, other, hash)| other != table || hash != entry.hash) {
            self.checks.add(
                "log",
                None,
                Some(position),
                "the log destroys another row than it made",
            );
        }
        let Some(cursor) = self.tables.iter_mut().find(|cursor| cursor.table == table) else {
            return Ok(());
        };
        while let Some((unknown, cells)) = cursor.take_before(position)? {
            self.checks.add(
                table.name(),
                file_of(&cells),
                Some(unknown),
                "the log does not know this row",
            );
        }
        match (cursor.take_at(position)?, gone) {
            (None, Some(_)) => {}
            (None, None) => {
                self.checks
                    .add(table.name(), None, Some(position), "this row is missing")
            }
            (Some(cells), Some((when, ..))) => {
                let words = format!("this row was destroyed at position {when}, but it is there");
                self.checks
                    .add(table.name(), file_of(&cells), Some(position), words);
            }
            (Some(cells), None) if row_hash(table, &cells) != entry.hash => {
                self.checks.add(
                    table.name(),
                    file_of(&cells),
                    Some(position),
                    "this row is not what was written",
                );
            }
            (Some(_), None) => {}
        }
        Ok(())
    }

    /// Checks the heads that end here.
    fn heads_at(&mut self, position: u64) -> Result<(), Failure> {
        while let Some((number, note)) = self.heads.cursor.take_if(|size| size <= position)? {
            self.head(number, note);
        }
        Ok(())
    }

    fn head(&mut self, number: u64, note: Option<Head>) {
        let expected = self.heads.last.as_ref().map_or(0, |head| head.number) + 1;
        if number != expected {
            let words = format!("heads {expected} to {} are missing", number.wrapping_sub(1));
            self.checks.add("heads", None, Some(expected), words);
        }
        let Some(head) = note.filter(|head| head.number == number) else {
            self.checks.add(
                "heads",
                None,
                Some(number),
                "this head is not one that this program wrote",
            );
            // It took a place; the next one must not be called missing for it.
            self.heads.last = self.heads.last.take().map(|last| Head { number, ..last });
            return;
        };
        self.link(&head, number == expected);
        if self.heads.roots_hold && (self.log.size() != head.size || self.log.root() != head.root) {
            self.heads.roots_hold = false;
            let from = self.heads.last.as_ref().map_or(0, |last| last.size) + 1;
            let words = format!(
                "the log between {from} and {} is not what this head signed",
                head.size
            );
            self.checks.add("heads", None, Some(number), words);
        }
        self.heads.last = Some(head);
    }

    /// Each head names the hash of the one before, so only where that breaks must signatures be tried.
    fn link(&mut self, head: &Head, follows: bool) {
        let previous = self.heads.last.as_ref().map_or([0; 32], Head::hash);
        if head.previous == previous || !follows {
            return;
        }
        let (ledger, key) = (
            self.checks.master.ledger,
            self.checks.master.signer().verifying_key(),
        );
        let before = self
            .heads
            .last
            .as_ref()
            .filter(|before| !before.is_signed(ledger, &key));
        let number = before.map_or(head.number, |before| before.number);
        let words = if before.is_some() {
            "this head was changed"
        } else {
            "does not follow the head before it"
        };
        self.checks.add("heads", None, Some(number), words);
    }

    fn end(mut self) -> Result<(), Failure> {
        for cursor in &mut self.tables {
            while let Some((unknown, cells)) = cursor.take_before(u64::MAX)? {
                let words = "the log does not know this row";
                self.checks
                    .add(cursor.table.name(), file_of(&cells), Some(unknown), words);
            }
        }
        for (row, (position, table, _)) in std::mem::take(&mut self.destroyed) {
            let words = format!(
                "destroys row {row} of {}, which was never made",
                table.name()
            );
            self.checks.add("log", None, Some(position), words);
        }
        while let Some((number, note)) = self.heads.cursor.take_if(|_| true)? {
            self.head(number, note);
        }
        self.last_head();
        let stored = sql::frontier(self.checks.db)?;
        if stored != Some(self.log.to_bytes()) && self.heads.roots_hold {
            self.checks
                .add("frontier", None, None, "is not the right edge of the log");
        }
        Ok(())
    }

    /// The newest head stands for all before it: its signature, and that nothing comes after it.
    fn last_head(&mut self) {
        let Some(head) = self.heads.last.take() else {
            self.checks
                .add("heads", None, None, "there is no head: nothing is covered");
            return;
        };
        let (ledger, key) = (
            self.checks.master.ledger,
            self.checks.master.signer().verifying_key(),
        );
        if !head.is_signed(ledger, &key) {
            self.checks
                .add("heads", None, Some(head.number), "this head was changed");
        }
        if self.log.size() > head.size {
            let words = format!(
                "the log goes on to {} after the newest head, which ends here",
                self.log.size()
            );
            self.checks.add("log", None, Some(head.size), words);
        }
        self.checks.report.covered_to = Some(head);
    }
}

/// Tables that belong to a file have it in their first column.
fn file_of(cells: &[Cell]) -> Option<Id> {
    let first = cells.first()?.bytes()?;
    first.try_into().ok().map(Id).filter(|_| cells.len() >= 4)
}
