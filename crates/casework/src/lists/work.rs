//! Lists about the work itself: steps, states, meetings, channels (3.1, 3.5, 3.6, 3.11 to 3.14).

use crate::macros::codes;

codes! {
    /// The six steps of section 2, in the order of the work.
    Step as "step" { Screening, Assessment, Planning, Implementation, Review, Closure }
}
codes! {
    /// The state of one step.
    StepState as "step_state" { NotStarted, InProgress, AwaitingApproval, Done, RevisitDue }
}
codes! {
    /// The status of a case.
    Status as "status" { Inquiry, Open, OnHold, Closed }
}
codes! {
    /// How a case ended when it was not simply closed.
    OutcomeStatus as "outcome_status" { NotEligible, DeclinedByPerson, Transferred, DuplicateMerged }
}
codes! {
    /// Risk level, 3.1, from the gravest.
    RiskLevel as "risk_level" { Urgent, High, Medium, Low }
}
codes! {
    /// Urgency, 3.14.
    Urgency as "urgency" { Now1h, SameDay, Within72h, Within2Weeks, Planned }
}
codes! {
    /// Delivery model, 3.11.
    DeliveryModel as "delivery_model" { IndividualCare, CommunityBased, OutreachMobile, Remote, Mixed }
}
codes! {
    /// Contact channels, 3.13.
    Channel as "channel" {
        InPersonCentre, HomeVisit, OutreachPoint, PhoneCall, Sms, MessagingApp, Email, Hotline,
        ViaTrustedPerson, ViaPartner, Letter, NoneContactUnsafe
    }
}
codes! {
    /// What an appointment is for, in words that a list may show.
    AppointmentPurpose as "appointment_purpose" {
        FollowUp, Interview, Assessment, Planning, Review, Accompaniment, Other
    }
}
codes! {
    /// What became of an appointment.
    AppointmentOutcome as "appointment_outcome" { Kept, Missed, CancelledByPerson, CancelledByUs }
}
codes! {
    /// How the person came, 2.1.
    EntryRoute as "entry_route" { SelfReferred, Outreach, Community, Partner, Authority, Hotline, OtherCentre }
}
codes! {
    /// Result of checking the eligibility criteria, 2.1.
    Eligibility as "eligibility" { Eligible, NotEligible, EligiblePartial, Pending }
}
codes! {
    /// The centre's published eligibility criteria. A centre's own list maps to these.
    Criterion as "criterion" {
        MigrantInTransit, VulnerableToViolence, ChildAlone, StrandedOrDestitute, MedicalNeed,
        SeekingReturn, LivesInCatchmentArea, ReferredByPartner, Other
    }
}
codes! {
    /// Consent scopes, 3.5.
    Scope as "consent_scope" {
        Registration, CaseManagement, HouseholdLink, JourneyInterview, HealthData, MhpssSupport,
        MhpssScreening, VotScreening, Referral, CaseConference, TransferPartner, TransferSameOrg,
        Tracing, ConsularContact, AvrReturn, AuthorityReport, Photo, AudioVideo, Biometrics,
        StatisticsNonIdentifying, Research, CommunicationMedia, ContactAfterClosure, FeedbackContact
    }
}
codes! {
    /// Legal bases, 3.5.
    LegalBasis as "legal_basis" {
        Consent, VitalInterest, BestInterestsChild, PublicInterestMandate, LegalObligation,
        LegitimateInterest, Contract
    }
}
codes! {
    /// What was decided about consent, 2.1.
    ConsentDecision as "consent_decision" { Given, Refused, Partial, Withdrawn, Expired }
}
codes! {
    /// Who decided, 2.1.
    GivenBy as "given_by" { Oneself, Caregiver, Guardian, OtherTrustedAdult, Nobody }
}
codes! {
    /// The form consent took, 2.1.
    ConsentForm as "consent_form" { Written, Thumbprint, Audio, Video, VerbalCertified }
}
codes! {
    /// What was explained before consent, 2.1.
    Explained as "explained" {
        Purpose, Recipients, Risks, Benefits, RefusalHasNoPenalty, Withdrawal,
        LimitsOfConfidentiality, ComplaintRoute
    }
}
codes! {
    /// A child's own willingness, section 8 glossary and 2.1 child rule.
    Assent as "assent" { GivenInWriting, GivenVerbally, Refused, TooYoung, NotAsked }
}
codes! {
    /// Whether the person can decide now, 2.7 "capacity in doubt".
    Capacity as "capacity" { Able, AbleWithSupport, InDoubt }
}
codes! {
    /// Whether the caregiver can be asked at all, 2.1 child rule.
    CaregiverSituation as "caregiver_situation" { PresentAndSafe, Absent, Unsafe, Suspected }
}
codes! {
    /// Categories of data that a consent or a referral covers.
    DataCategory as "data_category" {
        Name, Age, Contact, Nationality, NeedOnly, HealthFacts, PsychologicalFacts, FamilyFacts,
        LegalStatus, History, SafetyAdvice, Photo
    }
}
codes! {
    /// Referral status, 3.6.
    ReferralStatus as "referral_status" {
        Draft, ConsentPending, Sent, Acknowledged, Accepted, Scheduled, InService, Completed,
        DeclinedByProvider, DeclinedByPerson, NoResponse, ServiceUnavailable, Recalled, Cancelled
    }
}
codes! {
    /// How a referral travels, 2.4.
    ReferralChannel as "referral_channel" { InSystem, EncryptedMail, Phone, Paper, Accompanied }
}
codes! {
    /// Transfer status, 3.6.
    TransferStatus as "transfer_status" {
        Proposed, ConsentOk, Offered, Accepted, HandoverMeeting, Done, Rejected, Revoked
    }
}
codes! {
    /// Where responsibility goes, 2.6.
    TransferTo as "transfer_to" { Colleague, OtherCentre, Partner }
}
codes! {
    /// Meetings, 3.11.
    MeetingType as "meeting_type" {
        CasePlanning, CaseManagement, CaseConference, Supervision, BestInterestsPanel, Handover,
        FamilyMeeting, GroupSession, DeskContact
    }
}
codes! {
    /// Who sat in a meeting, by function and never by name.
    Participant as "participant" {
        Person, Caregiver, Guardian, Caseworker, CaseManager, Supervisor, Psychologist, FocalPoint,
        Interpreter, Partner, Authority
    }
}
codes! {
    /// What a contact was, 2.5.
    ContactType as "contact_type" { Visit, Call, Message, Centre, Chance }
}
codes! {
    /// Progress towards an objective, 2.5.
    Progress as "progress" { NotStarted, Some, Half, Most, Met, Dropped }
}
codes! {
    /// What a review decided, 2.5.
    ReviewDecision as "review_decision" { Continue, AdjustPlan, Reassess, Escalate, ProposeTransfer, ProposeClosure }
}
codes! {
    /// What forces a review within the SOP's time, 2.5 and 2.7.
    Trigger as "trigger" {
        NewViolence, Eviction, Detention, FamilyChange, MissedContact, Complaint, NewChild, Threat,
        Relapse, TurnedEighteen, ConsentWithdrawn, CaregiverDied
    }
}
codes! {
    /// Closure reasons, 3.12.
    ClosureReason as "closure_reason" {
        ObjectivesMet, SupportEnded, CriteriaNoLongerMet, PersonChoseToStop, ConsentWithdrawn,
        MovedAwayKnown, LostContact, TransferredSameOrg, TransferredPartner, ReturnedAvr,
        ResettledOrRegularised, Reunified, RemovedDeported, DetainedLongTerm,
        AgedOutToAdultService, Death, Duplicate, RegisteredInError, ProgrammeClosed, SecurityRestriction
    }
}
codes! {
    /// What becomes of an unmet need at closure, 2.6.
    Disposition as "disposition" { HandedOver, Referred, PersonDeclined, NoServiceExists }
}
codes! {
    /// Duplicate check outcome, 2.1 and 2.7.
    DuplicateOutcome as "duplicate_outcome" { NoneFound, NotSame, Same, UnsureReviewLater, SameElsewhere }
}
codes! {
    /// What somebody found of two records that may be of one person, 2.7.
    PairVerdict as "pair_verdict" { Same, NotSame, Unsure }
}
codes! {
    /// How a household changes, 2.7 "birth, marriage, split, reunion".
    HouseholdChange as "household_change" {
        Formed, Arrived, Birth, Marriage, Reunion, Left, Split, Separation, Death, Error
    }
}
codes! {
    /// Themes that alerts are routed to, never a name (glossary: focal point).
    Theme as "theme" { SupervisorNow, ChildProtection, Gbv, Trafficking, Psea, DataProtection }
}
codes! {
    /// Why an alert was raised, 2.0 and 2.7.
    AlertKind as "alert_kind" {
        DangerNow, SuicidalRisk, ChildAlone, SexualViolenceRecent, SelfHarmAnswer, MissingChild,
        Threat, DependantOfDeceased, Detained, ConsentWithdrawn, OverrideToCountersign,
        SeaByAidWorker, SuspectedTrafficking, UnsafeCaregiver, AuthorityRequest, UnsafeContact,
        Escalated, BestInterestsBasis
    }
}
