//! What the writers post, and what they know of it.

use crate::{chance::Chance, desk};

/// Kinds of things done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Deed {
    /// Somebody arrives in danger: two events in one transaction.
    Arrival,
    /// A note.
    Note,
    /// Help given.
    Help,
    /// A danger: two events in one transaction.
    Danger,
    /// The inquiry is over: a tally, and the person's keys destroyed.
    Purge,
}

/// One post, and what became of it.
#[derive(Clone, Debug)]
pub struct Post {
    /// Its own id, the same at every try.
    pub command: String,
    /// What it is.
    pub deed: Deed,
    /// On whose file.
    pub file: String,
    /// A text that stands nowhere else.
    pub token: String,
    /// Whether an answer said that it was done.
    pub acknowledged: bool,
    /// Whether it was there when last looked for.
    pub seen: Option<bool>,
}

impl Post {
    /// Somebody arrives.
    pub fn arrival(chance: &mut Chance) -> Self {
        let command = chance.id();
        Self::of(Deed::Arrival, desk::file_of(&command), command)
    }

    /// Something on a file.
    pub fn on(deed: Deed, file: &str, chance: &mut Chance) -> Self {
        Self::of(deed, file.to_owned(), chance.id())
    }

    fn of(deed: Deed, file: String, command: String) -> Self {
        let token = format!("said{command}");
        Self {
            command,
            deed,
            file,
            token,
            acknowledged: false,
            seen: None,
        }
    }

    /// Where it is posted.
    pub fn path(&self) -> String {
        let what = match self.deed {
            Deed::Arrival => return "/reception/new".into(),
            Deed::Note => "write_note",
            Deed::Help => "give_help",
            Deed::Danger => "report_danger",
            Deed::Purge => "purge_inquiry",
        };
        format!("/cases/{}/reception/{what}", self.file)
    }

    /// What is posted.
    pub fn fields(&self) -> Vec<(&str, &str)> {
        let mut fields = match self.deed {
            Deed::Arrival => return desk::arrival(&self.command, &self.token, "food_water"),
            Deed::Note => vec![("text", self.token.as_str())],
            Deed::Help => vec![
                ("service_type", "food"),
                ("modality", "in_kind"),
                ("what", self.token.as_str()),
            ],
            Deed::Danger => vec![
                ("current_safety", "immediate_danger"),
                ("danger_sources", "smuggler"),
                ("threat_detail", self.token.as_str()),
                ("suicidal", "no"),
                ("action_taken", "a safe room"),
            ],
            Deed::Purge => vec![("sex", "female")],
        };
        fields.push(("command", &self.command));
        fields
    }

    /// Whether it leaves two entries in the story, or none.
    pub const fn raises_alert(&self) -> bool {
        matches!(self.deed, Deed::Danger)
    }
}
