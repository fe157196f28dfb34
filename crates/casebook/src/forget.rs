//! Forgetting a person takes two steps, an append and the destruction of keys. The intent is put
//! aside before the first and dropped after the second, and what a crash left between them is
//! finished when the casebook opens: nobody is counted as forgotten and still there.

use casework::Id;
use serde::{Deserialize, Serialize};

use crate::{Casebook, No, stored::ledger_id};

/// Where intents lie aside, each under its command's id.
const SPACE: &str = "forgetting";

#[derive(Serialize, Deserialize)]
struct Intent {
    command: Id,
    file: Id,
    note: String,
}

impl Casebook {
    /// Before the append that ends with forgetting.
    pub(crate) fn intend_to_forget(&self, command: Id, file: Id, note: &str) -> Result<(), No> {
        let intent = Intent {
            command,
            file,
            note: note.to_owned(),
        };
        let bytes = serde_json::to_vec(&intent).unwrap_or_default();
        Ok(self
            .ledger
            .put_aside(SPACE, ledger_id(command), &bytes, self.now())?)
    }

    /// After the append: the drafts of the file go, then its keys, with which the write-ahead log is
    /// cut. Doing it again is no failure.
    pub(crate) fn forget(&self, command: Id, file: Id, note: &str) -> Result<(), No> {
        let _quiet = self.quiet();
        self.in_use.forget(file);
        self.drop_drafts_of_file(file)?;
        self.forget_pairs(file, note)?;
        self.ledger
            .destroy_file(self.now(), ledger_id(file), note.as_bytes())?;
        self.views.forget(file)?;
        Ok(self.ledger.drop_aside(SPACE, ledger_id(command))?)
    }

    /// Finishes what a crash has cut short, and drops intents whose append was never made.
    pub(crate) fn finish_forgetting(&self) -> Result<(), No> {
        for aside in self.ledger.asides(SPACE)? {
            let intent: Option<Intent> = serde_json::from_slice(&aside.content).ok();
            match intent {
                Some(Intent {
                    command,
                    file,
                    note,
                }) if self.ledger.outcome(ledger_id(command))?.is_some() => {
                    self.forget(command, file, &note)?;
                }
                _ => self.ledger.drop_aside(SPACE, aside.key)?,
            }
        }
        Ok(())
    }
}
