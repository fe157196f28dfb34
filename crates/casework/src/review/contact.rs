//! Contacts: at any time, only by channels that the person called safe (2.5, 2.7, 3.13).

use jiff::{Timestamp, civil::Date};

use crate::{
    answer::Answer,
    case::{Case, Stamp, day_of},
    class::Classes,
    decide::Yes,
    event::Body,
    lists::{AlertKind, Channel, ContactType, CurrentSafety, RiskLevel, Status, Theme},
    order::Order,
    reception,
    refusal::{Refusal, Why, ensure, ensure_at},
    sop::{Sop, hours_after},
};

use super::{Contact, Event, appointment, clock, detail};

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

/// Whether this contact could be made without danger: a chance meeting was nobody's choice, the
/// person chooses for themselves, and a message by voice is left only where the person said so.
fn without_danger(case: &Case, asked: &Contact) -> Result<(), Refusal> {
    let theirs = asked.by_person && asked.mode != Channel::NoneContactUnsafe;
    let chance = asked.contact_type == ContactType::Chance;
    if theirs || chance {
        return Ok(());
    }
    ensure_at(safe_channel(case, asked.mode), Why::ChannelUnsafe, "mode")?;
    let written = matches!(
        asked.mode,
        Channel::Sms | Channel::MessagingApp | Channel::Email | Channel::Letter
    );
    let left = asked.contact_type == ContactType::Message && !written;
    let said = case.registration.safe_contact.as_ref();
    let may_leave = said.is_none_or(|(_, contact)| contact.may_leave_message);
    ensure_at(!left || may_leave, Why::ChannelUnsafe, "contact_type")
}

/// The last day on which a case of this level may be seen next (3.1): counted from now, so that a
/// contact written down late can still plan ahead. The clock of what is due counts from what
/// happened, and keeps the earlier of the two.
#[must_use]
pub fn next_at_latest(sop: &Sop, level: RiskLevel, now: Timestamp) -> Date {
    let zone = sop.zone();
    hours_after(now, sop.times(level).contact)
        .to_zoned(zone)
        .date()
}

/// Nobody is left alone for longer than their risk allows (3.1). While a case rests, and before a
/// level was decided, there is no such day.
fn soon_enough(case: &Case, sop: &Sop, order: &Order, next: Date) -> Result<(), Refusal> {
    let rests = case.status() == Some(Status::OnHold);
    let Some(level) = case.risk().filter(|_| !rests) else {
        return Ok(());
    };
    let latest = next_at_latest(sop, level, order.now);
    let late = Refusal::at(Why::ContactTooLate, "next_contact_due")
        .naming("risk_level", level.code())
        .until(latest);
    if next > latest { Err(late) } else { Ok(()) }
}

pub(super) fn record(
    case: &Case,
    sop: &Sop,
    order: &Order,
    asked: &Contact,
) -> Result<Yes, Refusal> {
    ensure(case.status().is_some(), Why::NobodyArrived)?;
    let day = day_of(order.happened);
    let lived = (case.closure.death.as_ref()).is_none_or(|(_, death)| day <= death.died_on);
    ensure(lived, Why::PersonDied)?;
    let danger = without_danger(case, asked);
    // Asked to make an unsafe contact, the answer is no; one that was made is on file.
    let made = asked.took_place && asked.mode != Channel::NoneContactUnsafe;
    if !made {
        danger.clone()?;
    }
    ensure_at(
        !asked.reached || asked.safety_now.is_some(),
        Why::TextNeeded,
        "safety_now",
    )?;
    let in_range = asked.wellbeing.is_none_or(|score| (0..=4).contains(&score));
    ensure_at(in_range, Why::OutOfRange, "wellbeing")?;
    let over = case.status() == Some(Status::Closed) || case.closure.death.is_some();
    ensure_at(
        over || asked.next_contact_due.is_some(),
        Why::DateNeeded,
        "next_contact_due",
    )?;
    let ahead = asked.next_contact_due.is_none_or(|next| next >= day);
    ensure_at(ahead, Why::DatesDisagree, "next_contact_due")?;
    if let Some(next) = asked.next_contact_due.filter(|_| !over) {
        soon_enough(case, sop, order, next)?;
    }
    Ok(kept(order, asked, danger.is_err()))
}

fn kept(order: &Order, asked: &Contact, unsafe_way: bool) -> Yes {
    let mut contact = asked.clone();
    contact.contact = order.command.nth(0);
    contact.took_place = unsafe_way;
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
    .and_if(unsafe_way, Classes::GENERAL, || {
        reception::alert(order, 2, AlertKind::UnsafeContact, Theme::SupervisorNow)
    })
}

/// The first try in vain on or after the day that was agreed: a missed contact (2.5).
fn missed(case: &Case, stamp: Stamp, contact: &Contact) -> bool {
    let agreed = clock::agreed_contact(case);
    let due = agreed.is_some_and(|day| day_of(stamp.happened) >= day);
    clock::is_try(contact) && due && clock::tries(case, stamp.happened).is_empty()
}

pub(super) fn apply(case: &mut Case, stamp: Stamp, contact: &Contact) {
    if contact.took_place || missed(case, stamp, contact) {
        super::trigger(case, stamp.happened);
    }
    appointment::answered_by(case, stamp, contact);
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
