//! Names as they are looked for: filed under the hashes of their keys, read by whoever searches.

use std::collections::{BTreeSet, HashSet};

use access::Actor;
use casework::Id;
use rusqlite::{Connection, named_params, params};

use crate::{Failure, Query, Views, likeness, lists::id, people::Known};

/// One person found by name or code.
#[derive(Debug, Clone, PartialEq)]
#[expect(missing_docs, reason = "the names say it")]
pub struct Found {
    pub file: Id,
    pub shown: String,
    pub code: Option<String>,
    pub status: String,
    pub likeness: f64,
}

/// Readers who reach no more files than this have every name compared; others are led to names by
/// their keys, which a part from the middle of a word does not share.
const COMPARED: usize = 2_000;

/// How many names are compared for one search by keys: the rarest keys come first.
const CANDIDATES: u16 = 1_000;

/// Files one row of names under its keys.
pub(crate) fn file(connection: &Connection, row: i64, shown: &str) -> rusqlite::Result<()> {
    let mut put =
        connection.prepare_cached("INSERT OR IGNORE INTO name_keys (key, name) VALUES (?1, ?2)")?;
    for key in hashes(shown) {
        put.execute(params![key, row])?;
    }
    Ok(())
}

/// Whether exactly these names stand for a file already, folded and shown.
pub(crate) fn are(
    connection: &Connection,
    file: Id,
    names: &[(String, String)],
) -> rusqlite::Result<bool> {
    let mut stored = connection
        .prepare_cached("SELECT folded, shown FROM names WHERE file = ?1 ORDER BY rowid")?;
    let stored = stored.query_map([file.0], |row| Ok((row.get(0)?, row.get(1)?)))?;
    let stored: Vec<(String, String)> = stored.collect::<Result<_, _>>()?;
    Ok(stored == names && !names.is_empty())
}

/// Takes a file's names out of the index. Their keys follow from them, so no second index is kept.
pub(crate) fn unfile(connection: &Connection, file: Id) -> rusqlite::Result<()> {
    let mut names = connection.prepare_cached("SELECT rowid, shown FROM names WHERE file = ?1")?;
    let mut take =
        connection.prepare_cached("DELETE FROM name_keys WHERE key = ?1 AND name = ?2")?;
    let mut rows = names.query([file.0])?;
    while let Some(row) = rows.next()? {
        let number: i64 = row.get(0)?;
        for key in hashes(&row.get::<_, String>(1)?) {
            take.execute(params![key, number])?;
        }
    }
    Ok(())
}

/// The keys of a name as four bytes each: two keys that fall together cost one comparison more.
pub(crate) fn hashes(name: &str) -> BTreeSet<u32> {
    let keys = linkage::near_keys(name).into_iter();
    keys.map(|key| {
        key.bytes().fold(0x811c_9dc5, |hash: u32, byte| {
            (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)
        })
    })
    .collect()
}

/// Rows of names that share a key with one of these, the rarest keys first, never very many.
pub(crate) fn candidates(connection: &Connection, names: &[&str]) -> rusqlite::Result<Vec<i64>> {
    let keys: BTreeSet<u32> = names.iter().flat_map(|name| hashes(name)).collect();
    let mut filed =
        connection.prepare_cached("SELECT name FROM name_keys WHERE key = ?1 LIMIT ?2")?;
    let mut by_key = Vec::new();
    for key in keys {
        let rows = filed.query_map(params![key, CANDIDATES], |row| row.get(0))?;
        by_key.push(rows.collect::<Result<Vec<i64>, _>>()?);
    }
    by_key.sort_by_key(Vec::len);
    let mut seen = HashSet::new();
    let rarest = by_key.into_iter().flatten().filter(|row| seen.insert(*row));
    Ok(rarest.take(usize::from(CANDIDATES)).collect())
}

impl Views {
    /// People by name in any script and spelling, or by code, within what the actor may open;
    /// the likest first.
    ///
    /// # Errors
    /// A [`Failure`]; never an empty list in its place.
    pub fn search(&self, actor: &Actor, typed: &str, limit: usize) -> Result<Vec<Found>, Failure> {
        self.search_within(actor, typed, limit, COMPARED)
    }

    pub(crate) fn search_within(
        &self,
        actor: &Actor,
        typed: &str,
        limit: usize,
        compared: usize,
    ) -> Result<Vec<Found>, Failure> {
        let folded = linkage::fold(typed);
        if folded.is_empty() {
            return Ok(Vec::new());
        }
        if is_phone(typed) {
            return self.by_phone(actor, typed, limit);
        }
        let mut found = if self.reaches_more_than(actor, compared)? {
            let mut found = self.named(actor, Way::SharedKey, typed)?;
            found.extend(self.named(actor, Way::Beginning, typed)?);
            found
        } else {
            self.named(actor, Way::Compared, typed)?
        };
        found.retain(|row| row.likeness >= linkage::WORTH_A_LOOK);
        found.sort_by(|a, b| {
            let by_likeness = b.likeness.total_cmp(&a.likeness);
            by_likeness.then_with(|| a.file.cmp(&b.file))
        });
        let mut seen = HashSet::new();
        found.retain(|row| seen.insert(row.file));
        found.truncate(limit);
        Ok(found)
    }

    /// People with this phone, however it is written.
    fn by_phone(&self, actor: &Actor, typed: &str, limit: usize) -> Result<Vec<Found>, Failure> {
        let known = Known {
            phone: typed.to_owned(),
            ..Known::default()
        };
        let like = self.with_people(|people| people.like(&known, None, limit))?;
        let same = like.iter().filter(|like| like.has_same_phone());
        let files: Vec<Id> = same.map(|like| like.file).collect();
        let query = Query {
            table: "people",
            columns: "file, json_extract(known, '$.names[0]'),
                (SELECT code FROM cases WHERE cases.file = people.file),
                (SELECT status FROM cases WHERE cases.file = people.file)",
            also: "file IN (SELECT unhex(value) FROM json_each(:text))",
            order: "file",
            limit,
            text: &likeness::listed(&files),
        };
        self.rows_by(actor, "case.read", &query, false, |row| {
            Ok(Found {
                file: id(row, 0)?,
                shown: row.get(1)?,
                code: row.get(2)?,
                status: row.get(3)?,
                likeness: 1.0,
            })
        })
    }

    /// A number only, to choose the way of a search by.
    fn reaches_more_than(&self, actor: &Actor, files: usize) -> Result<bool, Failure> {
        let sql = format!(
            "SELECT COUNT(*) > :files FROM (SELECT 1 FROM cases WHERE {}
             AND :account NOTNULL AND :centre NOTNULL LIMIT :files + 1)",
            access::reach(actor, "case.read")
        );
        let by = &actor.by;
        let connection = self.lock();
        let mut count = connection.prepare_cached(&sql)?;
        let files = i64::try_from(files).unwrap_or(i64::MAX);
        Ok(count.query_row(
            named_params! {":account": by.account.0, ":centre": by.centre.0, ":files": files},
            |row| row.get(0),
        )?)
    }

    fn named(&self, actor: &Actor, way: Way, typed: &str) -> Result<Vec<Found>, Failure> {
        let folded = linkage::fold(typed);
        let text = match way {
            Way::Compared => String::new(),
            Way::Beginning => folded.clone(),
            Way::SharedKey => listed(&candidates(&self.lock(), &[typed])?),
        };
        let query = Query {
            table: "names",
            columns: "file, shown, folded,
                (SELECT code FROM cases WHERE cases.file = names.file),
                (SELECT status FROM cases WHERE cases.file = names.file)",
            also: way.condition(),
            order: "file",
            limit: 10 * COMPARED,
            text: &text,
        };
        let reached = way == Way::Compared;
        self.rows_by(actor, "case.read", &query, reached, |row| {
            let known: String = row.get(2)?;
            let shown: String = row.get(1)?;
            let whole = known.contains(&folded) || shown.eq_ignore_ascii_case(typed.trim());
            let likeness = if whole {
                1.0
            } else {
                linkage::likeness(&known, typed)
            };
            Ok(Found {
                file: id(row, 0)?,
                shown,
                code: row.get(3)?,
                status: row.get(4)?,
                likeness,
            })
        })
    }
}

/// Enough digits for a phone, and nothing that a phone is not written with.
fn is_phone(typed: &str) -> bool {
    let signs = |c: char| c.is_numeric() || " +-/().".contains(c) || is_mark_of_direction(c);
    typed.chars().all(signs) && typed.chars().filter(|c| c.is_numeric()).count() >= 6
}

/// Numbers pasted from a page in Arabic carry them.
const fn is_mark_of_direction(c: char) -> bool {
    matches!(c, '\u{200e}' | '\u{200f}' | '\u{2066}'..='\u{2069}')
}

/// How names are come by.
#[derive(Copy, Clone, PartialEq, Eq)]
enum Way {
    /// All that the actor reaches.
    Compared,
    /// By rows that share a key.
    SharedKey,
    /// By what the name or code begins with.
    Beginning,
}

impl Way {
    const fn condition(self) -> &'static str {
        match self {
            Self::Compared => "1",
            Self::SharedKey => "names.rowid IN (SELECT value FROM json_each(:text))",
            Self::Beginning => "folded >= :text AND folded < :text || '~'",
        }
    }
}

/// Numbers as one parameter.
pub(crate) fn listed(rows: &[i64]) -> String {
    let rows: Vec<String> = rows.iter().map(i64::to_string).collect();
    format!("[{}]", rows.join(","))
}
