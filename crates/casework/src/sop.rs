//! A centre's standard operating procedure as data: time tables, floors, deadlines, the child
//! rule (`domain.md` 2.1, 2.7, 3.1; everything marked [K] or [D] stands here and not in code).

use std::collections::BTreeMap;

use jiff::{SignedDuration, Timestamp};

use crate::{
    lists::{
        Channel, ClosureReason, Country, DeliveryModel, Explained, Language, RiskLevel, Scope,
        Urgency,
    },
    macros::{codes, record},
};

codes! {
    /// Why a floor proposes a least risk level, 3.1.
    FloorReason as "floor_reason" {
        DangerNow, SuicidalPlan, RecentSexualViolence, UnaccompaniedChild, TraffickingLiveControl,
        CaregiverIsAbuser, CredibleThreat, RemovalToDanger, SeparatedChild, LatePregnancyAlone,
        SeriousUntreatedIllness, HomelessTonight
    }
}
codes! {
    /// What gate G6 asks for; which of it, each closure reason says for itself (2.6, 3.12).
    ClosureCheck as "closure_check" {
        ObjectivesOutcome, FinalPicture, SafetyAfter, PersonInformed, Attempts, ReentryInformation,
        FeedbackOffered, UrgentNeeds, AllNeeds, ReferralOwners, LostContact, ReceiverAcceptance,
        HandoverPlan, TransferConsent, ReturnConsent, OfAge, DeathRecord, DependantsReview, SameRecord,
        ReasonInWords, Withdrawal
    }
}
codes! {
    /// The assent that the child rule asks for beside a caregiver's consent.
    AssentNeeded as "assent_needed" { None, Verbal, Written }
}

record! {
    /// The time table of one risk level, in hours (3.1).
    pub struct RiskTimes {
        pub first_response: u32, pub registration: u32, pub assessment: u32, pub plan: u32,
        pub contact: u32, pub first_supervisor_review: u32, pub supervisor_review: u32,
        pub reassess: u32,
    }
}
record! {
    /// How often and how widely to try before a person counts as out of reach (2.7).
    pub struct Unreachable { pub tries: u32, pub channels: u32, pub within_days: u32 }
}
record! {
    /// One band of the child rule (2.1): up to this age in years, who must agree.
    pub struct ChildConsent {
        pub up_to: i16, pub caregiver: bool, pub assent: AssentNeeded, pub own: bool,
        /// A caregiver who is present and safe agrees beside the young person's own consent.
        #[serde(default)] pub caregiver_if_safe: bool,
    }
}
record! {
    /// A text that consent is asked with (2.1, consent record `text_version`): what it is for –
    /// nothing named means everything – and whether it is still handed out.
    pub struct ConsentText {
        pub version: String,
        #[serde(default)] pub scopes: Vec<Scope>,
        #[serde(default)] pub retired: bool,
    }
}
record! {
    /// One centre's procedure, at one version.
    pub struct Sop {
        pub name: String, pub version: u32, pub time_zone: String,
        pub caseload_cap: u32, pub caseload_warn: u32, pub cost_authority_cents: i64,
        pub shelter_tonight_hours: u32, pub late_entry_after_hours: u32, pub approval_hours: u32, pub override_countersign_hours: u32,
        pub temporary_record_hours: u32, pub inquiry_record_hours: u32, pub trigger_review_hours: u32,
        pub closure_approval_hours: u32, pub transfer_escalate_hours: u32,
        pub transfer_escalate_high_hours: u32, pub withdrawal_deletion_review_hours: u32,
        pub adult_consent_hours: u32, pub hiv_prophylaxis_hours: u32,
        pub emergency_contraception_hours: u32, pub sensitive_feedback_hours: u32,
        pub feedback_ack_hours: u32, pub feedback_response_hours: u32,
        /// How long a draft lies, and after how many minutes without a request a session locks (DP21).
        pub draft_hours: u32, pub lock_minutes: u32,
        /// After so many minutes an alert that nobody took passes to the next on the duty list.
        pub alert_pass_minutes: u32,
        pub lost_contact_close_days: u32, pub lost_contact_close_days_child_or_high: u32,
        /// Plan: longest short and medium horizon in days, and when its quality is doubted (section 6).
        pub horizon_short_days: i32, pub horizon_medium_days: i32, pub plan_approval_hours: u32,
        pub plan_objectives_warn: usize, pub plan_repeat_warn: usize, pub vague_verbs: Vec<String>,
        pub referral_ack_hours: BTreeMap<Urgency, u32>,
        pub risk: BTreeMap<RiskLevel, RiskTimes>,
        pub unreachable: Unreachable, pub unreachable_high: Unreachable,
        pub child_consent: Vec<ChildConsent>,
        pub consent_explained_minimum: Vec<Explained>,
        pub floors: BTreeMap<FloorReason, RiskLevel>,
        pub closure_checks: BTreeMap<ClosureReason, Vec<ClosureCheck>>,
        /// The texts that consent is asked with, the newest first.
        pub consent_texts: Vec<ConsentText>,
        /// How this centre works as a rule, and whom it meets most: what forms begin with.
        pub usual_delivery_model: DeliveryModel, pub usual_channel: Channel,
        #[serde(default)] pub usual_languages: Vec<Language>,
        #[serde(default)] pub usual_countries: Vec<Country>,
    }
}

/// A procedure that cannot be used, in words for whoever wrote it.
#[derive(Debug)]
pub struct BadSop(pub String);

impl std::fmt::Display for BadSop {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(
            f,
            "the standard operating procedure cannot be used: {}",
            self.0
        )
    }
}

impl std::error::Error for BadSop {}

impl Sop {
    /// Reads a procedure from TOML.
    ///
    /// # Errors
    /// Names the line that is wrong, or the risk level, urgency or age band that is missing.
    pub fn from_toml(text: &str) -> Result<Self, BadSop> {
        let sop: Self = toml::from_str(text).map_err(|problem| BadSop(problem.to_string()))?;
        for level in RiskLevel::ALL {
            if !sop.risk.contains_key(level) {
                return Err(BadSop(format!("no time table for risk.{}", level.code())));
            }
        }
        for urgency in Urgency::ALL {
            if !sop.referral_ack_hours.contains_key(urgency) {
                return Err(BadSop(format!("no referral_ack_hours.{}", urgency.code())));
            }
        }
        if sop.child_consent.last().is_none_or(|band| band.up_to < 17) {
            return Err(BadSop("child_consent does not reach age 17".into()));
        }
        for reason in ClosureReason::ALL {
            sop.checks_of(*reason)?;
        }
        jiff::tz::TimeZone::get(&sop.time_zone)
            .map_err(|_| BadSop(format!("time_zone `{}` is not known", sop.time_zone)))?;
        Ok(sop)
    }

    /// The centre's time zone. A procedure with an unknown one is refused when it is read.
    #[must_use]
    pub fn zone(&self) -> jiff::tz::TimeZone {
        jiff::tz::TimeZone::get(&self.time_zone).unwrap_or(jiff::tz::TimeZone::UTC)
    }

    /// A programme never closes over people's heads, and nobody is handed to somebody who did not
    /// accept: these checks no centre leaves out (2.6, 3.12).
    fn checks_of(&self, reason: ClosureReason) -> Result<(), BadSop> {
        let checks = self.closure_checks.get(&reason);
        let checks = checks.ok_or(BadSop(format!("no closure_checks.{}", reason.code())))?;
        let least: &[ClosureCheck] = match reason {
            ClosureReason::ProgrammeClosed => &[ClosureCheck::AllNeeds],
            ClosureReason::TransferredSameOrg => &[ClosureCheck::ReceiverAcceptance],
            ClosureReason::TransferredPartner => &[
                ClosureCheck::ReceiverAcceptance,
                ClosureCheck::TransferConsent,
            ],
            ClosureReason::LostContact => &[ClosureCheck::LostContact],
            ClosureReason::Death => &[ClosureCheck::DeathRecord, ClosureCheck::DependantsReview],
            _ => &[],
        };
        match least.iter().find(|check| !checks.contains(check)) {
            Some(check) => {
                let (reason, check) = (reason.code(), check.code());
                Err(BadSop(format!(
                    "closure_checks.{reason} leaves out {check}"
                )))
            }
            None => Ok(()),
        }
    }

    /// The texts that are handed out for a scope, the newest first (2.1).
    pub fn consent_texts_for(&self, scope: Scope) -> impl Iterator<Item = &ConsentText> {
        let all = self.consent_texts.iter();
        all.filter(move |text| {
            !text.retired && (text.scopes.is_empty() || text.scopes.contains(&scope))
        })
    }

    /// The times of one risk level.
    ///
    /// # Panics
    /// Never for a procedure that [`Sop::from_toml`] accepted: every level was checked there.
    #[must_use]
    pub fn times(&self, level: RiskLevel) -> &RiskTimes {
        &self.risk[&level]
    }

    /// The band of the child rule for an age in years; `None` for adults.
    #[must_use]
    pub fn child_band(&self, years: i16) -> Option<&ChildConsent> {
        (years < 18)
            .then(|| self.child_consent.iter().find(|band| years <= band.up_to))
            .flatten()
    }
}

/// `hours` after `from`; the end of time when that is further than a calendar reaches.
#[must_use]
pub fn hours_after(from: Timestamp, hours: u32) -> Timestamp {
    from.saturating_add(SignedDuration::from_hours(i64::from(hours)))
        .unwrap_or(Timestamp::MAX)
}
