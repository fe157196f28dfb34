//! Who else could be the same person: read across all files, for the casebook alone, which tells an
//! officer no more than that a record may exist (`DESIGN.md`, "Same person").

use std::collections::HashSet;

use casework::Id;
use rusqlite::{Row, params};

use crate::{Failure, Views, names};

/// A file whose name is alike.
#[derive(Debug, Clone, PartialEq)]
pub struct Alike {
    /// The file.
    pub file: Id,
    /// The centre that carries it.
    pub centre: Option<Id>,
    /// Whether it must answer as if it were not there.
    pub restricted: bool,
    /// How alike, 0 to 1.
    pub likeness: f64,
}

impl Views {
    /// Files whose names are alike to one of these, the likest first, one row a file. Only names
    /// that share a key are compared, those with the rarest keys first.
    ///
    /// # Errors
    /// A [`Failure`]; never an empty list in its place.
    pub fn alike(&self, names: &[String], except: Id) -> Result<Vec<Alike>, Failure> {
        let connection = self.lock();
        let sought: Vec<&str> = names.iter().map(String::as_str).collect();
        let mut statement = connection.prepare_cached(
            "SELECT file, centre, restricted, folded FROM names WHERE rowid = ?1 AND file <> ?2",
        )?;
        let mut found: Vec<Alike> = Vec::new();
        for candidate in names::candidates(&connection, &sought)? {
            let mut rows = statement.query(params![candidate, except.0])?;
            while let Some(row) = rows.next()? {
                found.extend(alike(row, names)?);
            }
        }
        found.sort_by(|one, other| {
            let by_likeness = other.likeness.total_cmp(&one.likeness);
            by_likeness.then_with(|| one.file.cmp(&other.file))
        });
        let mut seen = HashSet::new();
        found.retain(|alike| seen.insert(alike.file));
        Ok(found)
    }
}

fn alike(row: &Row<'_>, names: &[String]) -> rusqlite::Result<Option<Alike>> {
    let folded: String = row.get(3)?;
    let likeness = names
        .iter()
        .map(|name| linkage::likeness(name, &folded))
        .fold(0.0, f64::max);
    if likeness < linkage::WORTH_A_LOOK {
        return Ok(None);
    }
    let centre: Option<[u8; 16]> = row.get(1)?;
    Ok(Some(Alike {
        file: Id(row.get(0)?),
        centre: centre.map(Id),
        restricted: row.get(2)?,
        likeness,
    }))
}
