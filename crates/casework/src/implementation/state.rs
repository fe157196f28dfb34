//! What implementation knows: services, referrals and gaps, as they stand.

use jiff::Timestamp;

use super::{
    records::{Gap, Recalled, Referral, ReferralAnswer, Sent, Service},
    sending,
};
use crate::{
    case::{Case, Stamp},
    id::Id,
    lists::{ReferralStatus, ServiceStatus},
};

/// A service as it stands.
#[derive(Clone, Debug, PartialEq)]
#[expect(missing_docs, reason = "the names say it")]
pub struct ServiceState {
    pub service: Service,
    pub at: Stamp,
    /// When it was delivered, also when only its status said so.
    pub delivered_at: Option<Timestamp>,
    pub updates: Vec<(Stamp, ServiceStatus)>,
}

/// A referral as it stands.
#[derive(Clone, Debug, PartialEq)]
#[expect(missing_docs, reason = "the names say it")]
pub struct ReferralState {
    pub referral: Referral,
    pub at: Stamp,
    pub status: ReferralStatus,
    pub sent: Option<(Stamp, Sent)>,
    pub answers: Vec<(Stamp, ReferralAnswer)>,
    pub recalled: Option<(Stamp, Recalled)>,
    /// The recipient was told that it was called back.
    pub told: Option<Stamp>,
    pub feedback_from_person: Option<(Stamp, String)>,
}

impl ReferralState {
    /// Whether it came to an end.
    #[must_use]
    pub const fn is_over(&self) -> bool {
        is_over(self.status)
    }

    /// Whether its recipient must still be told that it was called back.
    #[must_use]
    pub fn to_be_told(&self) -> bool {
        let recalled = self.recalled.as_ref();
        self.told.is_none() && recalled.is_some_and(|(_, recalled)| recalled.tell_recipient)
    }

    /// Whether it can still be called back: not over, or left unanswered with the recipient.
    #[must_use]
    pub const fn is_under_way(&self) -> bool {
        !self.is_over() || matches!(self.status, ReferralStatus::NoResponse)
    }

    /// The answers that may follow where it stands now (3.6).
    pub fn may_follow(&self) -> impl Iterator<Item = ReferralStatus> + use<> {
        let from = self.status;
        let all = ReferralStatus::ALL.iter().copied();
        all.filter(move |to| super::referrals::follows(from, *to))
    }

    /// It left, and is in the recipient's hands or was carried out.
    const fn is_with_them(&self) -> bool {
        let is_done = matches!(self.status, ReferralStatus::Completed);
        self.sent.is_some() && (is_done || !self.is_over())
    }

    /// The status as it must be shown: a draft without consent for its recipient waits for it.
    /// Asked at this moment, never stored (DP5).
    #[must_use]
    pub fn shown_status(&self, case: &Case, now: Timestamp) -> ReferralStatus {
        let waits = self.status == ReferralStatus::Draft
            && sending::basis(case, &self.referral, now).is_err();
        if waits {
            ReferralStatus::ConsentPending
        } else {
            self.status
        }
    }
}

/// The statuses that end a referral (G4: an outcome, or the reason why there is none).
pub(super) const fn is_over(status: ReferralStatus) -> bool {
    use ReferralStatus as R;
    match status {
        R::Completed
        | R::DeclinedByProvider
        | R::DeclinedByPerson
        | R::NoResponse
        | R::ServiceUnavailable
        | R::Recalled
        | R::Cancelled => true,
        R::Draft
        | R::ConsentPending
        | R::Sent
        | R::Acknowledged
        | R::Accepted
        | R::Scheduled
        | R::InService => false,
    }
}

/// What implementation knows.
#[derive(Clone, Debug, Default, PartialEq)]
#[expect(missing_docs, reason = "the names say it")]
pub struct State {
    pub services: Vec<ServiceState>,
    pub referrals: Vec<ReferralState>,
    pub gaps: Vec<(Stamp, Gap)>,
}

impl State {
    /// The service of this id.
    #[must_use]
    pub fn service(&self, id: Id) -> Option<&ServiceState> {
        self.services
            .iter()
            .find(|known| known.service.service == id)
    }

    /// The referral of this id.
    #[must_use]
    pub fn referral(&self, id: Id) -> Option<&ReferralState> {
        let mut all = self.referrals.iter();
        all.find(|known| known.referral.referral == id)
    }

    /// Whether work on this action began: a service line stands, or a referral has left and did
    /// not come back with a "no".
    #[must_use]
    pub fn begun_for(&self, action: Id) -> bool {
        let of = |found: Option<Id>| found == Some(action);
        self.services
            .iter()
            .any(|known| of(known.service.plan_action_ref))
            || self
                .referrals
                .iter()
                .any(|known| of(known.referral.plan_action_ref) && known.is_with_them())
    }
}
