//! Rows by the thousand, so that memory holds no more, however long a table is.

use std::collections::VecDeque;

use tokio_postgres::Statement;

use super::Link;
use crate::Failure;
use crate::db::{NextRow, Row};

/// The rows of one statement, in one view of everything.
pub(crate) struct Cursor<'l> {
    link: &'l Link,
    name: String,
    fetch: Statement,
    ready: VecDeque<Row>,
    over: bool,
}

const AT_ONCE: usize = 2000;

impl Link {
    /// Opens a cursor, and a transaction for it where there is none.
    pub fn cursor(&self, sql: &str) -> Result<Cursor<'_>, Failure> {
        self.flush()?;
        if !self.open.get() {
            self.begin_reading()?;
            self.of_cursors.set(true);
        }
        let number = self.names.get() + 1;
        self.names.set(number);
        let name = format!("rows_{number}");
        self.simple(&format!("DECLARE {name} NO SCROLL CURSOR FOR {sql}"))?;
        let fetch = self.prepare_once(&format!("FETCH {AT_ONCE} FROM {name}"))?;
        self.cursors.set(self.cursors.get() + 1);
        Ok(Cursor {
            link: self,
            name,
            fetch,
            ready: VecDeque::new(),
            over: false,
        })
    }
}

impl NextRow for Cursor<'_> {
    fn next_row(&mut self) -> Result<Option<Row>, Failure> {
        if self.ready.is_empty() && !self.over {
            self.ready = self.link.ask(&self.fetch, &[])?.into();
            self.over = self.ready.len() < AT_ONCE;
        }
        Ok(self.ready.pop_front())
    }
}

impl Drop for Cursor<'_> {
    fn drop(&mut self) {
        let left = self.link.cursors.get() - 1;
        self.link.cursors.set(left);
        // That closing may fail is no matter: the transaction's end closes it too.
        if left == 0 && self.link.of_cursors.replace(false) {
            let _ = self.link.rollback();
        } else if !self.link.is_broken() {
            let _ = self.link.simple(&format!("CLOSE {}", self.name));
        }
    }
}
