//! A form whose answers can be kept before they are complete, and taken up again.

use casebook::Draft;
use jiff::tz::TimeZone;

use super::FormView;
use crate::parts::{Notice, Tone};

/// What a form knows of its draft.
#[derive(Clone, Debug, Default)]
pub(crate) struct Drafting {
    /// Where the form is left to when it was kept.
    pub home: String,
    /// There is a draft to discard.
    pub begun: bool,
    touched: Option<String>,
}

impl Drafting {
    /// The question that was touched last: the cursor goes there.
    pub fn touched(&self) -> Option<&str> {
        self.touched.as_deref()
    }
}

impl FormView<'_> {
    /// What is typed can be kept as a draft.
    pub fn keeping(mut self) -> Self {
        let home = self.cancel.as_ref().map(|(href, _)| href.clone());
        self.drafting = Some(Drafting {
            home: home.unwrap_or_default(),
            ..Drafting::default()
        });
        self
    }

    /// What was begun before, as it was left.
    pub fn begun(self, draft: &Draft, zone: &TimeZone) -> Self {
        let when = self.t.moment(&draft.began.to_zoned(zone.clone()));
        let text = self.t.say_with("draft-begun", &[("when", when.into())]);
        let notice = Notice::new(Tone::Info, self.t.say("draft-title")).text(text);
        let command = draft.typed.command.to_string();
        let mut view = self.keeping().typed(&draft.typed.fields).command(&command);
        view.notice = Some(notice);
        if let Some(drafting) = &mut view.drafting {
            drafting.begun = true;
            drafting.touched.clone_from(&draft.typed.touched);
        }
        view
    }

    /// The id of the form, when what is typed into it can be kept.
    pub(crate) fn keeps(&self) -> Option<String> {
        let command = self.command.as_ref();
        command.and(self.drafting.as_ref()).map(|_| self.dom_id())
    }
}
