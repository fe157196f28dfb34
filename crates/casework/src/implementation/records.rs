//! The records of carrying out a plan: services, referrals, gaps and ends (`domain.md` 2.4, 3.6).

use jiff::Timestamp;

use crate::{
    class::Class,
    id::Id,
    lists::{
        ActionStatus, DataCategory, DirectOrReferral, GapReason, LegalBasis, Modality, NeedDomain,
        ReferralChannel, ReferralStatus, Scope, ServiceStatus, ServiceType, Urgency,
    },
    macros::record,
};

record! {
    /// A service line (2.4). Help that was given is always written down, with or without a plan.
    pub struct Service {
        #[serde(default)] pub service: Id,
        #[serde(default)] pub plan_action_ref: Option<Id>,
        pub service_type: ServiceType, pub modality: Modality, pub provider: String,
        pub direct_or_referral: DirectOrReferral,
        #[serde(default)] pub planned_dt: Option<Timestamp>,
        #[serde(default)] pub delivered_dt: Option<Timestamp>,
        #[serde(default)] pub quantity: Option<i64>,
        #[serde(default)] pub unit: Option<String>,
        /// In minor units (cents) of the currency.
        #[serde(default)] pub value: Option<i64>,
        #[serde(default)] pub currency: Option<String>,
        #[serde(default)] pub budget_line: Option<String>,
        pub status: ServiceStatus,
        #[serde(default)] pub receipt_evidence: Option<String>,
        #[serde(default)] pub note: Option<String>,
        /// Given to the household: it counts once, however many people it reaches.
        #[serde(default)] pub for_household: Option<bool>,
        /// What the entry is about, beside what its type tells; decides who may read it.
        #[serde(default)] pub about: Vec<Class>,
    }
}
record! {
    /// What became of a service line.
    pub struct ServiceUpdate {
        pub service: Id, pub status: ServiceStatus,
        #[serde(default)] pub delivered_dt: Option<Timestamp>,
        #[serde(default)] pub quantity: Option<i64>,
        #[serde(default)] pub receipt_evidence: Option<String>,
        #[serde(default)] pub note: Option<String>,
    }
}
record! {
    /// A referral as it would leave: to whom, for what, and exactly which data (2.4, DP13).
    pub struct Referral {
        #[serde(default)] pub referral: Id,
        #[serde(default)] pub plan_action_ref: Option<Id>,
        pub to_agency: Id,
        #[serde(default)] pub to_focal_point: Option<String>,
        pub service_type: ServiceType, pub reason: String, pub urgency: Urgency,
        pub data_shared: Vec<DataCategory>, pub channel: ReferralChannel,
        /// The recipient is an authority: the scope for authorities is asked, not that for partners.
        #[serde(default)] pub authority: bool,
        /// What the referral is about, beside what its type and data tell; decides who may read it.
        #[serde(default)] pub about: Vec<Class>,
    }
}
record! {
    /// Sends a referral: consent is asked at this moment.
    pub struct Send { pub referral: Id }
}
record! {
    /// A referral left, on this basis.
    pub struct Sent {
        pub referral: Id, pub legal_basis: LegalBasis,
        /// The override that permitted it, when there was no consent.
        #[serde(default)] pub override_id: Option<Id>,
    }
}
record! {
    /// What the provider or the person answered.
    pub struct ReferralAnswer {
        pub referral: Id, pub status: ReferralStatus,
        #[serde(default)] pub note: Option<String>,
        #[serde(default)] pub outcome: Option<String>,
        /// Why the service could not be had.
        #[serde(default)] pub gap_reason: Option<GapReason>,
        /// What is sought instead.
        #[serde(default)] pub alternative: Option<String>,
    }
}
record! {
    /// Calls a referral back.
    pub struct Recall { pub referral: Id, pub reason: String }
}
record! {
    /// A referral was called back: by a worker with a reason, or by a withdrawal of consent.
    pub struct Recalled {
        pub referral: Id,
        #[serde(default)] pub reason: Option<String>,
        #[serde(default)] pub withdrawn: Option<Scope>,
        /// It had left: the recipient must be told.
        pub tell_recipient: bool,
    }
}
record! {
    /// The recipient of a referral that was called back was told of it (2.7, DP6).
    pub struct RecallTold { pub referral: Id, pub told_how: String }
}
record! {
    /// What the person says about the service that a referral led to.
    pub struct ReferralFeedback { pub referral: Id, pub feedback_from_person: String }
}
record! {
    /// The end of an action (G4).
    pub struct ActionEnd { pub action: Id, pub status: ActionStatus, pub outcome: String }
}
record! {
    /// A service that could not be had, seen by a worker.
    pub struct GapSeen {
        pub service_type: ServiceType, pub gap_reason: GapReason, pub domain: NeedDomain,
        #[serde(default)] pub text: Option<String>,
    }
}
record! {
    /// A service gap, as reports count it.
    pub struct Gap {
        pub gap: Id, pub service_type: ServiceType, pub domain: NeedDomain,
        /// Absent when nobody answered.
        #[serde(default)] pub gap_reason: Option<GapReason>,
        #[serde(default)] pub referral: Option<Id>,
        #[serde(default)] pub text: Option<String>,
    }
}
record! {
    /// Asks to leave implementation (G4).
    pub struct Close {}
}
