//! What stands now at a place, in a table, where the records alone would have to be added up.

mod approval;
mod assessment;
mod changes;
mod child;
mod closure;
mod consent;
mod glance;
mod household;
mod implementation;
mod lines;
mod picture;
mod planning;
mod review;
mod scales;
mod since;
mod trafficking;
mod turned;

use casebook::CaseLook;
use casework::{
    Id,
    planning::{Difference, Version},
};
use jiff::Timestamp;

use super::{sheet::Piece, side_by_side::Wish, similar};
use crate::{App, T, app::Inside, rooms::Place};

/// The overview of a place; most need none beside their records.
#[must_use]
pub fn of<'a>(app: &App, inside: &Inside, look: &CaseLook, place: &Place) -> Vec<Piece<'a>> {
    let t = inside.shell.t();
    let reader = Reader::new(app, inside, look);
    let mut pieces = approval::sent_back(&reader, place);
    pieces.extend(match place.name {
        "consent" => consent::of(&reader),
        "assessment" => assessment::pieces(app, inside, look),
        "planning" => planning::of(&reader),
        "implementation" => implementation::of(&reader),
        "registration" => similar::pieces(app, inside, look),
        "review" => review::of(app, t, look),
        "closure" => closure::of(app, t, look),
        "household" => household::of(app, t, look),
        _ => Vec::new(),
    });
    pieces
}

pub use approval::{subject_of, what_waits};
pub use consent::Said;
pub use glance::glance;
pub use implementation::open_work;
pub use planning::by_time;
pub use since::what_changed;

/// One version of the plan, to be read.
#[must_use]
pub fn plan_version<'a>(
    app: &App,
    inside: &Inside,
    look: &CaseLook,
    version: Version<'_>,
) -> Vec<Piece<'a>> {
    let reader = Reader::new(app, inside, look);
    planning::read(&reader, version)
}

/// What the person allows today, said in this language.
#[must_use]
pub fn allowed_in_short(app: &App, inside: &Inside, look: &CaseLook, t: T) -> Vec<Said> {
    let reader = Reader::new(app, inside, look);
    consent::in_short(&Reader { t, ..reader })
}

/// A version of the plan as it is read to the person, in this language.
#[must_use]
pub fn wishes(
    app: &App,
    inside: &Inside,
    look: &CaseLook,
    t: T,
    version: &Version<'_>,
) -> Vec<Wish> {
    let reader = Reader::new(app, inside, look);
    turned::wishes(&Reader { t, ..reader }, version)
}

/// What differs between two versions of the plan.
#[must_use]
pub fn changes<'a>(
    app: &App,
    inside: &Inside,
    look: &CaseLook,
    all: &[Difference<'_>],
    versions: (u32, u32),
) -> Vec<Piece<'a>> {
    changes::pieces(&Reader::new(app, inside, look), all, versions)
}

/// Who reads which file: what an overview needs to say what stands and what can be done.
struct Reader<'a> {
    app: &'a App,
    inside: &'a Inside,
    look: &'a CaseLook,
    t: T,
    now: Timestamp,
}

impl<'a> Reader<'a> {
    fn new(app: &'a App, inside: &'a Inside, look: &'a CaseLook) -> Self {
        Self {
            app,
            inside,
            look,
            t: inside.shell.t(),
            now: app.book.now(),
        }
    }

    /// The ways to act on one thing, as far as the reader may; `query` names the thing.
    fn ways(&self, room: &str, kinds: &[&str], query: &str) -> Vec<(String, String)> {
        let may = |kind: &&&str| {
            let actor = &self.inside.actor;
            self.app.book.may(actor, self.look, room, kind)
        };
        kinds
            .iter()
            .filter(may)
            .map(|kind| {
                let href = format!("/cases/{}/{room}/{kind}?{query}", self.look.file);
                (href, self.t.say(&format!("do-{room}-{kind}")))
            })
            .collect()
    }

    /// The name of a partner.
    fn partner(&self, id: Id) -> String {
        let known = self.app.book.organisation();
        known.name(id).unwrap_or_default().to_owned()
    }
}
