//! How an actor stands to a case: the relations that the permission table speaks of.

use casework::{
    Case,
    actor::Role,
    class::{Class, Classes},
    lists::{Status, Theme},
    registration::Worker,
};

use crate::Actor;

/// The relations between one actor and one case.
#[derive(Copy, Clone, Debug, Default, PartialEq, Eq)]
pub struct Standing {
    /// Carries the case, as primary or backup.
    pub own: bool,
    /// The case is an inquiry, or the duty worker's, of the actor's centre.
    pub desk: bool,
    /// The case is the actor's centre's.
    pub centre: bool,
    /// The case holds matter of the actor's theme, in the actor's centre.
    pub alert: bool,
    /// The case was offered to the actor or the actor's centre.
    pub receiver: bool,
}

/// How an actor stands to a case: from the whole fold, and the classes that its file holds.
#[must_use]
pub fn stands(actor: &Actor, case: &Case, file_holds: Classes) -> Standing {
    let centre = case.centre == Some(actor.by.centre);
    let assignment = case
        .registration
        .worker
        .as_ref()
        .map(|(_, assignment)| assignment);
    let own = assignment.is_some_and(|assignment| {
        assignment.worker == Worker::Account(actor.by.account)
            || assignment.backup == Some(actor.by.account)
    });
    let on_duty = match assignment {
        Some(assignment) => assignment.worker == Worker::Duty,
        None => case.status() == Some(Status::Inquiry),
    };
    Standing {
        own,
        desk: centre && on_duty,
        centre,
        alert: centre
            && concern_of(actor.by.role).is_some_and(|theme| concerns(case, file_holds, theme)),
        receiver: receives(actor, case),
    }
}

/// The theme that a focal point's role is for.
#[must_use]
pub const fn theme_of(role: Role) -> Option<Theme> {
    match concern_of(role) {
        Some((theme, _)) => Some(theme),
        None => None,
    }
}

/// The theme and the class that a focal point's role is for.
const fn concern_of(role: Role) -> Option<(Theme, Option<Class>)> {
    match role {
        Role::FocalPointChild => Some((Theme::ChildProtection, Some(Class::Child))),
        Role::FocalPointGbv => Some((Theme::Gbv, Some(Class::Gbv))),
        Role::FocalPointTip => Some((Theme::Trafficking, Some(Class::Trafficking))),
        Role::FocalPointPsea => Some((Theme::Psea, None)),
        Role::DataProtection => Some((Theme::DataProtection, None)),
        _ => None,
    }
}

/// The themes that a file concerns, one bit each in the order of [`Theme::ALL`], for view rows.
#[must_use]
pub fn themes(case: &Case, file_holds: Classes) -> u8 {
    [
        Role::FocalPointChild,
        Role::FocalPointGbv,
        Role::FocalPointTip,
        Role::FocalPointPsea,
        Role::DataProtection,
    ]
    .into_iter()
    .filter_map(concern_of)
    .filter(|theme| concerns(case, file_holds, *theme))
    .fold(0, |bits, (theme, _)| bits | 1 << theme as u8)
}

/// The bit of a focal point's theme in [`themes`]; 0 for other roles.
pub(crate) const fn theme_bit(role: Role) -> u8 {
    match concern_of(role) {
        Some((theme, _)) => 1 << theme as u8,
        None => 0,
    }
}

fn concerns(case: &Case, file_holds: Classes, (theme, class): (Theme, Option<Class>)) -> bool {
    let alerted = case
        .reception
        .alerts
        .iter()
        .any(|state| state.alert.theme == theme);
    alerted || class.is_some_and(|class| file_holds.has(class))
}

/// A transfer that was offered stands until it is answered.
fn receives(actor: &Actor, case: &Case) -> bool {
    casework::transfer::offered_to(case)
        .is_some_and(|receiver| receiver == actor.by.account || receiver == actor.by.centre)
}
