//! Contacts: at any time, only by channels that the person called safe (2.5, 2.7, 3.13).

use crate::{
    answer::Answer,
    case::{Case, Stamp, day_of},
    class::Classes,
    decide::Yes,
    event::Body,
    lists::{AlertKind, Channel, ContactType, CurrentSafety, Status, Theme},
    order::Order,
    reception,
    refusal::{Refusal, Why, ensure, ensure_at},
};

use super::{Contact, Event, detail};

/// Whether the person may be contacted this way. Whoever comes or calls chose to.
#[must_use]
pub fn safe_channel(case: &Case, mode: Channel) -> bool {
    let said = case.registration.safe_contact.as_ref();
    match mode {
        Channel::InPersonCentre | Channel::Hotline => true,
        Channel::NoneContactUnsafe => false,
        _ => said.is_none_or(|(_, contact)| contact.safe_channel.contains(&mode)),
    }
}

/// Whether this contact could be made without danger: a chance meeting was nobody's choice, and
/// a message by voice is left only where the person said so.
fn without_danger(case: &Case, asked: &Contact) -> Result<(), Refusal> {
    let chance = asked.contact_type == ContactType::Chance;
    ensure_at(
        chance || safe_channel(case, asked.mode),
        Why::ChannelUnsafe,
        "mode",
    )?;
    let written = matches!(
        asked.mode,
        Channel::Sms | Channel::MessagingApp | Channel::Email | Channel::Letter
    );
    let left = asked.contact_type == ContactType::Message && !written;
    let said = case.registration.safe_contact.as_ref();
    let may_leave = said.is_none_or(|(_, contact)| contact.may_leave_message);
    ensure_at(!left || may_leave, Why::ChannelUnsafe, "contact_type")
}

pub(super) fn record(case: &Case, order: &Order, asked: &Contact) -> Result<Yes, Refusal> {
    ensure(case.status().is_some(), Why::NobodyArrived)?;
    ensure(case.closure.death.is_none(), Why::PersonDied)?;
    without_danger(case, asked)?;
    ensure_at(
        !asked.reached || asked.safety_now.is_some(),
        Why::TextNeeded,
        "safety_now",
    )?;
    let in_range = asked.wellbeing.is_none_or(|score| (0..=4).contains(&score));
    ensure_at(in_range, Why::OutOfRange, "wellbeing")?;
    let closed = case.status() == Some(Status::Closed);
    ensure_at(
        closed || asked.next_contact_due.is_some(),
        Why::DateNeeded,
        "next_contact_due",
    )?;
    let day = day_of(order.happened);
    let ahead = asked.next_contact_due.is_none_or(|next| next >= day);
    ensure_at(ahead, Why::DatesDisagree, "next_contact_due")?;
    Ok(kept(order, asked))
}

fn kept(order: &Order, asked: &Contact) -> Yes {
    let mut contact = asked.clone();
    contact.contact = order.command.nth(0);
    if !contact.reached {
        contact.safety_now = None;
        contact.wellbeing = None;
    }
    let words = detail(
        contact.contact,
        &asked.about,
        asked.progress_note.as_deref(),
    );
    if words.is_some() {
        contact.progress_note = None;
    }
    contact.about = Vec::new();
    let danger = contact.safety_now == Some(Answer::Known(CurrentSafety::ImmediateDanger));
    let mut yes = Yes::general(Body::Review(Event::ContactRecorded(contact)));
    yes.events.extend(words);
    yes.and_if(danger, Classes::GENERAL, || {
        reception::alert(order, 1, AlertKind::DangerNow, Theme::SupervisorNow)
    })
}

pub(super) fn apply(case: &mut Case, stamp: Stamp, contact: &Contact) {
    let state = &mut case.review;
    if contact.reached {
        state.last_contact = state.last_contact.max(Some(stamp.happened));
        // Marks only end by what came after them: a contact written down late does not.
        state.lost = state.lost.filter(|lost| lost.happened > stamp.happened);
    }
    if let Some(Answer::Known(safety)) = contact.safety_now {
        state.last_safety = Some((stamp, safety));
    }
    state.contacts.push((stamp, contact.clone()));
}
