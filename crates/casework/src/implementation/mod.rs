//! Step 4, implementation: deliver, refer, coordinate, record (`domain.md` 2.4), and gate G4.

mod apply;
mod closing;
mod lifesaving;
mod records;
mod referrals;
mod sending;
mod services;
mod state;

use jiff::Timestamp;

use crate::{
    case::Case,
    class::Classes,
    decide::{Yes, open},
    due::{Due, DueWhat},
    event::events,
    id::Id,
    lists::{ReferralStatus, Status},
    order::{Order, asks},
    refusal::{Refusal, Why, ensure, ensure_at},
    sop::{Sop, hours_after},
};

pub(crate) use apply::apply;
pub use closing::g4;
pub(crate) use closing::what_it_is;
pub use lifesaving::is_lifesaving;
pub use records::*;
pub use referrals::recalls;
pub(crate) use sending::{consulate_is_safe, needs_protection, not_frozen, permits};
pub use state::{ReferralState, ServiceState, State};

asks! {
    /// What may be asked for while a plan is carried out, and at any time when help is given.
    Ask {
        RecordService(Service), UpdateService(ServiceUpdate),
        DraftReferral(Referral), ChangeReferral(Referral), SendReferral(Send), RecordReferralAnswer(ReferralAnswer),
        RecallReferral(Recall), TellRecipient(RecallTold), FeedbackFromPerson(ReferralFeedback),
        EndAction(ActionEnd), RecordGap(GapSeen), CloseImplementation(Close),
    }
}
events! {
    /// What became true while a plan was carried out.
    Event {
        ServiceRecorded(Service), ServiceUpdated(ServiceUpdate),
        ReferralDrafted(Referral), ReferralChanged(Referral), ReferralSent(Sent), ReferralAnswered(ReferralAnswer),
        ReferralRecalled(Recalled), RecipientTold(RecallTold), ReferralFeedbackGiven(ReferralFeedback),
        ActionEnded(ActionEnd), ServiceGapRecorded(Gap), ImplementationClosed(Close),
    }
}

impl Ask {
    /// Who refers somebody must be able to follow it; help that was given may be written down by
    /// anybody who works on the case.
    #[must_use]
    pub fn needs(&self) -> Classes {
        match self {
            Self::DraftReferral(referral) | Self::ChangeReferral(referral) => {
                referrals::told_by(referral)
            }
            _ => Classes::GENERAL,
        }
    }
}

/// Facts are taken at any time, also after a closure: help given, answers, gaps, what the person
/// says. A closed case starts and sends nothing new.
pub(crate) fn decide(case: &Case, _sop: &Sop, order: &Order, ask: &Ask) -> Result<Yes, Refusal> {
    let not_closed = || ensure(case.status() != Some(Status::Closed), Why::CaseClosed);
    match ask {
        Ask::RecordService(service) => services::record(case, order, service),
        Ask::UpdateService(update) => services::update(case, order, update),
        Ask::DraftReferral(referral) => {
            not_closed().and_then(|()| referrals::draft(case, order, referral))
        }
        Ask::ChangeReferral(referral) => {
            not_closed().and_then(|()| referrals::change(case, order, referral))
        }
        Ask::SendReferral(send) => not_closed().and_then(|()| sending::send(case, order, send)),
        Ask::RecordReferralAnswer(answer) => referrals::answer(case, order, answer),
        Ask::RecallReferral(recall) => referrals::recall(case, recall),
        Ask::TellRecipient(told) => referrals::tell(case, told),
        Ask::FeedbackFromPerson(feedback) => referrals::feedback(case, feedback),
        Ask::EndAction(end) => open(case).and_then(|()| closing::end_action(case, end)),
        Ask::RecordGap(seen) => Ok(services::gap(order, seen)),
        Ask::CloseImplementation(_) => open(case).and_then(|()| closing::close(case)),
    }
}

fn known_action(case: &Case, action: Option<Id>) -> Result<(), Refusal> {
    let known = action.is_none_or(|action| case.planning.action(action).is_some());
    ensure_at(known, Why::ActionUnknown, "plan_action_ref")
}

fn referral_of(case: &Case, id: Id) -> Result<&ReferralState, Refusal> {
    let known = case.implementation.referral(id);
    known.ok_or(Refusal::at(Why::NoSuchThing, "referral"))
}

/// What implementation has due: an answer to every referral that left, by its urgency.
pub(crate) fn dues(case: &Case, sop: &Sop, now: Timestamp) -> Vec<Due> {
    let unanswered = case
        .implementation
        .referrals
        .iter()
        .filter(|known| known.status == ReferralStatus::Sent);
    unanswered
        .filter_map(|known| {
            let (sent, _) = known.sent.as_ref()?;
            let hours = sop.referral_ack_hours[&known.referral.urgency];
            let by = hours_after(sent.happened, hours);
            let what = if now > by {
                DueWhat::ReferralOverdue
            } else {
                DueWhat::ReferralAnswer
            };
            Some(Due::on(what, by, known.referral.referral).within(known.at.classes))
        })
        .collect()
}
