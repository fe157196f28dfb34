//! Who else could be the same person: read across all files, for the casebook alone, which tells an
//! officer no more than that a record may exist (`DESIGN.md`, "Same person").

use casework::Id;

use crate::{Failure, Views};

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
    /// Files whose names are alike to one of these, the likest first, one row a file.
    ///
    /// # Errors
    /// A [`Failure`]; never an empty list in its place.
    pub fn alike(&self, names: &[String], except: Id) -> Result<Vec<Alike>, Failure> {
        let connection = self.lock();
        let mut statement = connection.prepare_cached(
            "SELECT file, centre, restricted, folded FROM names WHERE file <> ?1",
        )?;
        let mut rows = statement.query([except.0])?;
        let mut found: Vec<Alike> = Vec::new();
        while let Some(row) = rows.next()? {
            let folded: String = row.get(3)?;
            let likeness = names
                .iter()
                .map(|name| linkage::likeness(name, &folded))
                .fold(0.0, f64::max);
            if likeness < linkage::WORTH_A_LOOK {
                continue;
            }
            let centre: Option<[u8; 16]> = row.get(1)?;
            found.push(Alike {
                file: Id(row.get(0)?),
                centre: centre.map(Id),
                restricted: row.get(2)?,
                likeness,
            });
        }
        found.sort_by(|one, other| other.likeness.total_cmp(&one.likeness));
        let mut seen = std::collections::HashSet::new();
        found.retain(|alike| seen.insert(alike.file));
        Ok(found)
    }
}
