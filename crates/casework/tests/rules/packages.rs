//! Referrals for stories: drafted, permitted, sent, answered.

use casework::{
    Id,
    lists::{LegalBasis, ReferralStatus},
    refusal::{Refusal, Why},
};
use serde_json::{Value, json};

use crate::{plans::*, story::*};

pub fn referral(service: &str, to: Id) -> Value {
    json!({"to_agency": to, "service_type": service, "reason": "needs a room", "urgency": "within72h",
        "data_shared": ["name", "need_only"], "channel": "encrypted_mail"})
}

/// Drafts a referral and gives its id.
pub fn draft(story: &mut Story, body: Value) -> Id {
    story.does(WORKER, "implementation", "draft_referral", body);
    let case = story.case();
    case.implementation
        .referrals
        .last()
        .unwrap()
        .referral
        .referral
}

pub fn allow(story: &mut Story, scope: &str, recipients: &[Id]) {
    let yes = with(consent(scope), json!({"recipients": recipients}));
    story.does(WORKER, "consent", "record_consent", yes);
}

#[track_caller]
pub fn sends(story: &mut Story, id: Id) -> LegalBasis {
    story.does(
        WORKER,
        "implementation",
        "send_referral",
        json!({"referral": id}),
    );
    story
        .case()
        .implementation
        .referral(id)
        .unwrap()
        .sent
        .clone()
        .unwrap()
        .1
        .legal_basis
}

#[track_caller]
pub fn waits(story: &mut Story, id: Id, why: Why) -> Refusal {
    story.is_refused(
        WORKER,
        "implementation",
        "send_referral",
        json!({"referral": id}),
        why,
    )
}

pub fn status(story: &Story, id: Id) -> ReferralStatus {
    story.case().implementation.referral(id).unwrap().status
}

/// A case with a referral that was sent with consent.
pub fn sent(service: &str) -> (Story, Id) {
    let mut story = registered("low");
    allow(&mut story, "referral", &[SHELTER]);
    let id = draft(&mut story, referral(service, SHELTER));
    sends(&mut story, id);
    (story, id)
}

pub fn answer(id: Id, status: &str) -> Value {
    json!({"referral": id, "status": status, "outcome": "has a room", "gap_reason": "full",
        "alternative": "asks the second shelter"})
}
