//! Who else could be the same person, as far as the reader may know: a record that may be opened
//! is named; another says only that it may exist, and whom to ask; a restricted one answers exactly
//! as if it were not there (`domain.md` 2.7).

use access::Actor;
use casework::Id;

use crate::{CaseLook, Casebook, No};

/// A similar person.
#[derive(Debug, Clone, PartialEq)]
pub enum Similar {
    /// The reader may open the file.
    Open {
        /// The file.
        file: Id,
        /// The name or code that is alike.
        shown: String,
    },
    /// A record may exist at this centre; its owner must be asked.
    MayExist {
        /// The centre.
        centre: Id,
    },
}

impl Casebook {
    /// People whose names are alike to the one in this file, the likest first.
    ///
    /// # Errors
    /// Failures; never an empty list in their place.
    pub fn similar(&self, actor: &Actor, look: &CaseLook) -> Result<Vec<Similar>, No> {
        let names: Vec<String> = match &look.case.registration.identity {
            Some((_, identity)) => [
                Some(&identity.preferred_name),
                identity.legal_name.as_ref(),
                identity.alias.as_ref(),
            ]
            .into_iter()
            .flatten()
            .cloned()
            .collect(),
            None => return Ok(Vec::new()),
        };
        let mut open = Vec::new();
        for name in &names {
            open.extend(self.views.search(actor, name, 20)?);
        }
        open.retain(|found| found.file != look.file);
        let mut all: Vec<Similar> = Vec::new();
        for found in &open {
            let similar = Similar::Open {
                file: found.file,
                shown: found.shown.clone(),
            };
            if !all
                .iter()
                .any(|known| matches!(known, Similar::Open { file, .. } if *file == found.file))
            {
                all.push(similar);
            }
        }
        for alike in self.views.alike(&names, look.file)? {
            let known = open.iter().any(|found| found.file == alike.file);
            if let Some(centre) = alike.centre.filter(|_| !known && !alike.restricted) {
                let similar = Similar::MayExist { centre };
                if !all.contains(&similar) {
                    all.push(similar);
                }
            }
        }
        Ok(all)
    }
}
