//! The household as it stands in one person's own file: whom they live with, from whom they are
//! hidden, who cares for them (`domain.md` 2.1, 2.7; the household's own file is
//! [`household_file`](crate::household_file)). Consent and notes stay individual.

use crate::{
    answer::said,
    case::{Case, Stamp},
    class::{Class, Classes},
    closure,
    decide::{Beside, Yes, open},
    due::{Due, DueWhat},
    event::{Body, events},
    household_file::Echo,
    id::Id,
    lists::{AlertKind, HouseholdChange, HouseholdRole, Scope, Status, Theme},
    macros::record,
    order::{Order, asks},
    reception,
    refusal::{Refusal, Why, ensure, ensure_at},
    review,
};

record! {
    /// The person belongs to this household, by their own consent (`household_link`).
    pub struct Join { pub household: Id, pub role: HouseholdRole, pub reason: HouseholdChange }
}
record! {
    /// The person left their household.
    pub struct Leave { pub reason: HouseholdChange, #[serde(default)] pub note: Option<String> }
}
record! {
    /// The person asks not to be seen by the household (2.7): never ask, never inform.
    pub struct Hide {
        /// Contact details were taken that nobody else of the household knows or reads.
        pub own_safe_contact: bool,
        pub reason: String,
        /// What the reason is about; decides who may read it.
        #[serde(default)] pub about: Vec<Class>,
    }
}
record! {
    /// That the person is hidden: the general part of [`Hide`].
    pub struct Hidden { pub own_safe_contact: bool }
}
record! {
    /// Why the person is hidden, of its own class.
    pub struct HiddenBecause { pub reason: String }
}
record! {
    /// The person wants to be seen again.
    pub struct Show { pub in_their_words: String }
}
record! {
    /// Who cares for the person, and whether that is safe.
    pub struct Caregiver {
        pub caregiver: Id, pub safe: bool,
        #[serde(default)] pub note: Option<String>,
    }
}
record! {
    /// Something happened to another member that this person's worker must look at (2.7).
    pub struct Notice { pub household: Id, pub kind: AlertKind }
}

asks! {
    /// What may be asked for about the household.
    Ask {
        JoinHousehold(Join), LeaveHousehold(Leave), HideFromHousehold(Hide), ShowToHousehold(Show),
        LinkCaregiver(Caregiver), ReceiveNotice(Notice),
    }
}
events! {
    /// What became true about the household.
    Event {
        HouseholdJoined(Join), HouseholdLeft(Leave), HiddenFromHousehold(Hidden),
        HidingExplained(HiddenBecause), ShownToHousehold(Show), CaregiverLinked(Caregiver),
        NoticeReceived(Notice),
    }
}

/// What the person's file knows about the household.
#[derive(Clone, Debug, Default, PartialEq)]
#[expect(missing_docs, reason = "the names say it")]
pub struct State {
    pub present: Option<(Stamp, Join)>,
    /// Every household the person left, in order.
    pub left: Vec<(Stamp, Join, Leave)>,
    pub hidden: Option<(Stamp, Hidden)>,
    pub caregivers: Vec<(Stamp, Caregiver)>,
    pub notices: Vec<(Stamp, Notice)>,
}

impl State {
    /// The household in whose view the person stands; none when hidden from it.
    #[must_use]
    pub fn shown_in(&self) -> Option<Id> {
        let (_, joined) = self.present.as_ref()?;
        self.hidden.is_none().then_some(joined.household)
    }

    /// Whether the last word about a carer is that they are not safe.
    #[must_use]
    pub fn unsafe_caregiver(&self) -> bool {
        self.caregivers.iter().any(|(_, one)| {
            let newest = self.caregivers.iter().rev();
            let last = newest
                .map(|(_, link)| link)
                .find(|link| link.caregiver == one.caregiver);
            last.is_some_and(|link| !link.safe)
        })
    }
}

pub(crate) fn decide(case: &Case, order: &Order, ask: &Ask) -> Result<Yes, Refusal> {
    match ask {
        // Safety first: nobody has to be registered, or open, to be hidden or told.
        Ask::HideFromHousehold(asked) => hide(case, asked),
        Ask::ReceiveNotice(asked) => Ok(notice(order, asked)),
        Ask::JoinHousehold(asked) => not_closed(case).and_then(|()| join(case, order, asked)),
        Ask::LeaveHousehold(asked) => not_closed(case).and_then(|()| leave(case, asked)),
        Ask::ShowToHousehold(asked) => open(case).and_then(|()| show(case, asked)),
        Ask::LinkCaregiver(asked) => not_closed(case).map(|()| link(case, order, asked)),
    }
}

fn not_closed(case: &Case) -> Result<(), Refusal> {
    ensure(case.status() != Some(Status::Closed), Why::CaseClosed)
}

/// One household at a time; whoever left is asked again before they join anew (2.7).
fn join(case: &Case, order: &Order, asked: &Join) -> Result<Yes, Refusal> {
    ensure(case.household.present.is_none(), Why::AlreadyInHousehold)?;
    let scope = Scope::HouseholdLink;
    let refuse = |why| Refusal::new(why).naming(Scope::LIST, scope.code());
    case.consents
        .allows(scope, None, order.now)
        .map_err(refuse)?;
    if let Some((left, ..)) = case.household.left.last() {
        let asked_again = case.consents.newest(scope);
        let since = asked_again.is_some_and(|(said, _)| said.recorded > left.recorded);
        ensure(since, Why::ConsentMissing).map_err(|refusal| refuse(refusal.why))?;
    }
    let yes = Yes::general(Body::Household(Event::HouseholdJoined(asked.clone())));
    // Those who form a household already stand in its file.
    if asked.reason == HouseholdChange::Formed {
        return Ok(yes);
    }
    let echo = Echo::Join {
        role: asked.role,
        reason: asked.reason,
    };
    Ok(yes.beside(Beside::Household {
        household: asked.household,
        what: echo,
    }))
}

fn leave(case: &Case, asked: &Leave) -> Result<Yes, Refusal> {
    let present = case.household.present.as_ref();
    let (_, joined) = present.ok_or(Refusal::new(Why::NotInHousehold))?;
    let echo = Echo::Leave(asked.reason);
    let yes = Yes::general(Body::Household(Event::HouseholdLeft(asked.clone())));
    Ok(yes.beside(Beside::Household {
        household: joined.household,
        what: echo,
    }))
}

fn hide(case: &Case, asked: &Hide) -> Result<Yes, Refusal> {
    let present = case.household.present.as_ref();
    let (_, joined) = present.ok_or(Refusal::new(Why::NotInHousehold))?;
    ensure(case.household.hidden.is_none(), Why::AlreadyDone)?;
    ensure_at(said(&asked.reason), Why::ReasonNeeded, "reason")?;
    let hidden = Hidden {
        own_safe_contact: asked.own_safe_contact,
    };
    let because = HiddenBecause {
        reason: asked.reason.clone(),
    };
    let classes = asked.about.iter().copied().collect();
    Ok(
        Yes::general(Body::Household(Event::HiddenFromHousehold(hidden)))
            .and(classes, Body::Household(Event::HidingExplained(because)))
            .beside(Beside::Household {
                household: joined.household,
                what: Echo::Hide,
            }),
    )
}

fn show(case: &Case, asked: &Show) -> Result<Yes, Refusal> {
    let present = case.household.present.as_ref();
    let (_, joined) = present.ok_or(Refusal::new(Why::NotInHousehold))?;
    ensure(case.household.hidden.is_some(), Why::NotNow)?;
    ensure_at(
        said(&asked.in_their_words),
        Why::TextNeeded,
        "in_their_words",
    )?;
    let yes = Yes::general(Body::Household(Event::ShownToHousehold(asked.clone())));
    Ok(yes.beside(Beside::Household {
        household: joined.household,
        what: Echo::Show,
    }))
}

/// That a carer is not safe is a matter of the child's protection.
fn link(case: &Case, order: &Order, asked: &Caregiver) -> Yes {
    let restricted = !asked.safe && case.is_child(order.happened);
    let classes = if restricted {
        Classes::of(Class::Child)
    } else {
        Classes::GENERAL
    };
    Yes::of(
        classes,
        Body::Household(Event::CaregiverLinked(asked.clone())),
    )
}

/// Told by the machinery of the house, in the command that changed the other member's file.
fn notice(order: &Order, asked: &Notice) -> Yes {
    let theme = match asked.kind {
        AlertKind::MissingChild => Theme::ChildProtection,
        _ => Theme::SupervisorNow,
    };
    Yes::general(Body::Household(Event::NoticeReceived(asked.clone()))).and(
        Classes::GENERAL,
        reception::alert(order, 1, asked.kind, theme),
    )
}

pub(crate) fn apply(case: &mut Case, stamp: Stamp, event: &Event) {
    let state = &mut case.household;
    match event {
        Event::HouseholdJoined(join) => {
            state.present = Some((stamp, join.clone()));
            let known = matches!(
                join.reason,
                HouseholdChange::Formed | HouseholdChange::Error
            );
            if !known {
                review::trigger(case, stamp.happened);
            }
        }
        Event::HouseholdLeft(leave) => {
            if let Some((_, joined)) = state.present.take() {
                state.left.push((stamp, joined, leave.clone()));
            }
            state.hidden = None;
            review::trigger(case, stamp.happened);
        }
        Event::HiddenFromHousehold(hidden) => state.hidden = Some((stamp, hidden.clone())),
        Event::HidingExplained(_) => {}
        Event::ShownToHousehold(_) => state.hidden = None,
        Event::CaregiverLinked(link) => state.caregivers.push((stamp, link.clone())),
        Event::NoticeReceived(notice) => {
            state.notices.push((stamp, notice.clone()));
            review::trigger(case, stamp.happened);
        }
    }
}

/// What this room has due: an own safe contact for whoever is hidden, and the look at the
/// household of somebody who died (2.7).
pub(crate) fn dues(case: &Case) -> Vec<Due> {
    let mut all = Vec::new();
    if let Some((hidden, how)) = &case.household.hidden {
        let contact = case.registration.safe_contact.as_ref();
        let renewed = contact.is_some_and(|(set, _)| set.recorded > hidden.recorded);
        if !how.own_safe_contact && !renewed {
            all.push(Due::general(DueWhat::OwnSafeContact, hidden.happened));
        }
    }
    all.extend(closure::dependants_due(case));
    all
}
