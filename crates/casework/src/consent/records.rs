//! What the forms about consent ask and the events keep (`domain.md` 2.1, consent record; 2.7).

use jiff::civil::Date;

use crate::{
    class::{Class, Classes},
    id::Id,
    lists::{
        Assent, Capacity, CaregiverSituation, ConsentDecision, ConsentForm, DataCategory,
        Explained, GivenBy, Language, LegalBasis, Scope, ServiceType,
    },
    macros::record,
};

record! {
    /// One decision about one scope (2.1, consent record).
    pub struct Consent {
        pub scope: Scope,
        #[serde(default)] pub recipients: Vec<Id>,
        #[serde(default)] pub data_categories: Vec<DataCategory>,
        /// The services that a referral consent is for; empty means whatever they do (3.5).
        #[serde(default, skip_serializing_if = "Vec::is_empty")] pub service_types: Vec<ServiceType>,
        pub decision: ConsentDecision, pub given_by: GivenBy, pub form: ConsentForm,
        pub text_version: String, pub language: Language,
        #[serde(default)] pub interpreter_ref: Option<String>,
        #[serde(default)] pub explained: Vec<Explained>,
        pub understanding_checked: bool,
        /// What the person said when asked back, in their words.
        #[serde(default)] pub understanding_words: Option<String>,
        #[serde(default)] pub withhold_from: Option<String>,
        #[serde(default)] pub expires_on: Option<Date>,
        /// Where the signed paper, thumbprint or recording is kept.
        #[serde(default)] pub evidence: Option<String>,
        /// The worker's written certificate of a verbal consent.
        #[serde(default)] pub certificate: Option<String>,
        pub capacity: Capacity,
        #[serde(default)] pub assent: Option<Assent>,
        #[serde(default)] pub caregiver_situation: Option<CaregiverSituation>,
        /// A caregiver who is safe agrees as well, where a young person decides (2.1, child rule).
        #[serde(default, skip_serializing_if = "std::ops::Not::not")] pub caregiver_agrees: bool,
        /// Which paper form it was, where that is none of the centre's own texts.
        #[serde(default, skip_serializing_if = "Option::is_none")] pub paper_form: Option<String>,
    }
}
record! {
    /// A withdrawal: one action, effective at once (2.7).
    pub struct Withdrawal {
        pub scope: Scope,
        /// Only for these recipients; empty means for all.
        #[serde(default)] pub recipients: Vec<Id>,
        #[serde(default)] pub in_their_words: Option<String>,
    }
}
record! {
    /// A basis other than consent, proposed by one and confirmed by another (2.1 child rule, DP8).
    pub struct Substitute {
        #[serde(default)] pub substitute: Id,
        pub scope: Scope,
        #[serde(default)] pub recipients: Vec<Id>,
        pub legal_basis: LegalBasis, pub reason: String,
        #[serde(default)] pub informed: Option<String>,
        #[serde(default)] pub assent: Option<Assent>,
    }
}
record! {
    /// The second person's yes to a substitute.
    pub struct SubstituteYes { pub substitute: Id, pub reason: String }
}
record! {
    /// Sharing without consent to save a life (2.7): least data, countersigned, told afterwards.
    pub struct Override {
        #[serde(default, rename = "override_id")] pub id: Id,
        pub recipient: Id, pub danger: String, pub why_not_asked: String,
        pub minimum_data: Vec<DataCategory>, pub what_was_shared: String,
        /// Whether the person can decide now: asked because a "no" is not passed over otherwise.
        #[serde(default, skip_serializing_if = "Option::is_none")] pub capacity: Option<Capacity>,
    }
}
record! {
    /// The supervisor's countersignature.
    pub struct Countersign { pub override_id: Id, pub comment: String }
}
record! {
    /// The person was told what was shared.
    pub struct Told { pub override_id: Id, pub in_their_words: Option<String> }
}

impl Override {
    /// What was shared decides who reads why: health facts are for readers of health.
    pub(super) fn classes(&self) -> Classes {
        let of_health = |category: &DataCategory| {
            let health = matches!(
                category,
                DataCategory::HealthFacts | DataCategory::PsychologicalFacts
            );
            health.then_some(Class::Health)
        };
        self.minimum_data.iter().filter_map(of_health).collect()
    }
}
