//! An approval that cannot be given yet: what is missing, and the way to send the work back.

use casework::approval::Subject;

use super::Desk;
use crate::{
    App,
    app::Inside,
    pages::{overview, refusal, sheet::Piece},
    parts::{Notice, Tone},
};

impl Desk {
    /// What an approval still lacks, said before anybody tries; and the way to send the work back.
    pub(super) fn cannot_yet(&self, app: &App, inside: &Inside) -> Option<Piece<'static>> {
        let subject = overview::subject_of(&inside.query)?;
        let missing = match subject {
            Subject::Assessment => &self.look.gates.g2,
            Subject::Plan => &self.look.gates.g3,
            Subject::Closure => &self.look.gates.g6,
        };
        let waits = self.look.case.approvals.pending(subject).is_some();
        let (href, words) = self.way_back(app, inside, &inside.query)?;
        let t = inside.shell.t();
        let notice = Notice::new(Tone::Refusal, t.say("approval-not-yet"));
        let notice = missing.iter().fold(notice, |notice, one| {
            notice.point(refusal::missing_words(t, one))
        });
        (waits && !missing.is_empty()).then(|| Piece::Notice(notice.link(&href, words)))
    }

    /// From an approval that cannot be given, to sending the work back.
    pub(super) fn way_back(
        &self,
        app: &App,
        inside: &Inside,
        asked: &[(String, String)],
    ) -> Option<(String, String)> {
        let approving = (self.action.room, self.action.kind) == ("approval", "approve");
        let may = app
            .book
            .may(&inside.actor, &self.look, "approval", "send_back");
        let subject = overview::subject_of(asked).filter(|_| approving && may)?;
        let file = self.look.file;
        let href = format!(
            "/cases/{file}/approval/send_back?subject={}",
            subject.code()
        );
        Some((href, inside.shell.t().say("do-approval-send_back")))
    }
}
