//! How the events of implementation change what is known; total over any subset of them.

use jiff::Timestamp;

use super::{Event, ReferralState, ServiceState, State, records::ServiceUpdate};
use crate::{
    case::{Case, Stamp},
    id::Id,
    lists::{ReferralStatus, ServiceStatus, Step},
    planning,
};

pub(crate) fn apply(case: &mut Case, stamp: Stamp, event: &Event) {
    let state = &mut case.implementation;
    match event {
        Event::ServiceRecorded(service) => state.services.push(ServiceState {
            service: service.clone(),
            at: stamp,
            delivered_at: delivered(service.status, service.delivered_dt, stamp),
            updates: Vec::new(),
        }),
        Event::ServiceUpdated(update) => state.update_service(stamp, update),
        Event::ReferralDrafted(referral) => state.referrals.push(ReferralState {
            referral: referral.clone(),
            at: stamp,
            status: ReferralStatus::Draft,
            sent: None,
            answers: Vec::new(),
            recalled: None,
            told: None,
            feedback_from_person: None,
        }),
        Event::ReferralChanged(referral) => state.on_referral(referral.referral, |known| {
            known.referral = referral.clone();
        }),
        Event::ReferralSent(sent) => state.on_referral(sent.referral, |known| {
            known.status = ReferralStatus::Sent;
            known.sent = Some((stamp, sent.clone()));
        }),
        Event::ReferralAnswered(answer) => state.on_referral(answer.referral, |known| {
            known.status = answer.status;
            known.answers.push((stamp, answer.clone()));
        }),
        Event::ReferralRecalled(recalled) => state.on_referral(recalled.referral, |known| {
            known.status = ReferralStatus::Recalled;
            known.recalled = Some((stamp, recalled.clone()));
        }),
        Event::RecipientTold(told) => state.on_referral(told.referral, |known| {
            known.told = Some(stamp);
        }),
        Event::ReferralFeedbackGiven(said) => state.on_referral(said.referral, |known| {
            known.feedback_from_person = Some((stamp, said.feedback_from_person.clone()));
        }),
        Event::ServiceGapRecorded(gap) => state.gaps.push((stamp, gap.clone())),
        Event::ActionEnded(end) => planning::ended(
            case,
            end.action,
            planning::Ended {
                at: stamp,
                status: end.status,
                outcome: end.outcome.clone(),
            },
        ),
        Event::ImplementationClosed(_) => {
            case.step_mut(Step::Implementation)
                .finish(stamp.happened, stamp.by, None);
        }
    }
}

/// A delivery without a date happened when the entry says that it happened.
fn delivered(status: ServiceStatus, said: Option<Timestamp>, stamp: Stamp) -> Option<Timestamp> {
    let given = matches!(status, ServiceStatus::Delivered | ServiceStatus::Partially);
    said.or_else(|| given.then_some(stamp.happened))
}

impl State {
    fn on_referral(&mut self, id: Id, change: impl FnOnce(&mut ReferralState)) {
        let mut all = self.referrals.iter_mut();
        if let Some(known) = all.find(|known| known.referral.referral == id) {
            change(known);
        }
    }

    fn update_service(&mut self, stamp: Stamp, update: &ServiceUpdate) {
        let mut all = self.services.iter_mut();
        let Some(known) = all.find(|known| known.service.service == update.service) else {
            return;
        };
        let at = delivered(update.status, update.delivered_dt, stamp);
        known.delivered_at = at.or(known.delivered_at);
        known.updates.push((stamp, update.status));
        let service = &mut known.service;
        service.status = update.status;
        service.quantity = update.quantity.or(service.quantity);
        let receipt = update.receipt_evidence.clone();
        service.receipt_evidence = receipt.or_else(|| service.receipt_evidence.take());
        let note = update.note.clone();
        service.note = note.or_else(|| service.note.take());
    }
}
