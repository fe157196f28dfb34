//! A "no" in words that a caseworker understands, with what would make it a "yes". A refusal is
//! not a failure, and it never tells what its reader may not see.

use jiff::civil::Date;

use crate::{class::Classes, id::Id, lists::RiskLevel, macros::codes};

codes! {
    /// Why something was refused. The words stand in Fluent as `refusal-<code>`.
    Why as "refusal" {
        // about the order itself
        HappenedInFuture, HappenedBeforeArrival, HappenedTooEarly, NoSuchThing, AlreadyDone, NotNow, TextNeeded,
        CodesUnreadable, ChangedSince,
        NotReadable, NotYours, NotAllowed,
        // the case
        NotACaseYet, CaseClosed, CaseOpen, CaseOnHold, AlreadyArrived, NobodyArrived, PersonDied,
        NoneWithOthers,
        // gates
        GateNotMet, NotEligible, ReasonNeeded, ComplaintRouteNeeded,
        // consent
        ConsentMissing, ConsentRefused, ConsentWithdrawn, ConsentExpired, ExplainMore,
        UnderstandingNotChecked, EvidenceNeeded, RecipientNeeded, ChildCaregiverNeeded,
        ChildAssentNeeded, ChildOwnConsentNeeded, CaregiverNotSafe, TwoStaffNeeded, SubstituteNotForScope,
        OverrideNeedsDanger, InterpreterNeeded, CapacityInDoubt, AdultDecides,
        ConsentTextUnknown, CertificateNeeded, AskAboutCaregiver, CaregiverAgreesToo,
        // alerts and forgetting
        AlertForOthers, AlertOpen, CountersignFirst,
        // people
        SelfApproval, SupervisorNeeded, BelowFloor, WrongApprover, NothingToApprove, CommentNeeded,
        // age and children
        AgeUnknown, AgeDiffers, ChildBlocked, BiaNeeded, BidNeeded, NotAChild,
        // registration
        RegisterFirst, CodeMissing, PhotoNeedsConsent, CarriedAlready, TakeForOneself, CaseloadFull,
        // assessment
        PreconditionsMissing, ConclusionDiffers, ConfirmerNeeded, NotConcluded,
        SeverityNeeded, OneTypePerIncident, SafetyFirst, AnswerEach, TrainedNeeded,
        // plan
        PlanNotOpen, PlanNotApproved, NeedUnknown, GoalUnknown, ObjectiveUnknown, ActionUnknown,
        HorizonDisagrees, DatesDisagree, OverAuthority, DependsOnOpen,
        DependsOnItself, AmountWrong,
        // help
        ChannelUnsafe, OriginConsulate, ReferralNotSendable, ReferralState, ServiceState, PartnerUnknown,
        // review and closure
        ReviewTooLate, ContactTooLate, ClosureReasonCheck, TransferState, NotReceiver, DispositionNeeded,
        OpenUrgentNeed, ReceiverNeeded, HandoverPlanNeeded,
        StillReachable, ChildIsMissing, DateNeeded, InternalMeeting, PersonNotThere, OutOfRange,
        DataNotConsented, PersonNotInformed, ClosureWaits,
        // household, feedback
        NotInHousehold, AlreadyInHousehold, GivenToday, FocalPointNeeded, Anonymous,
        // accounts and partners
        PasswordShort, NameTaken
    }
}

/// One thing that a gate still needs, in words: Fluent `missing-<code>`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Missing {
    /// What is missing.
    pub what: MissingWhat,
    /// Which one, as the code of a list (`code-<list>-<code>`), for instance a need domain.
    pub which: Option<(&'static str, &'static str)>,
    /// The classes one needs to read to be told; others get a neutral sentence.
    pub classes: Classes,
}

codes! {
    /// What a gate can find missing (G1 to G6).
    MissingWhat as "missing" {
        // neutral: also used for open causes
        AnotherCheckPending,
        // G1
        Eligibility, RegistrationConsent, DuplicateCheck, Worker, SafeContact, Identity, OtherFile,
        // G2
        SafetyCheck, NeedDomain, IndividualFactor, HouseholdFactor, ContextProfile, RiskDecision, TipScreening,
        TipConfirmation, OwnPriorities, Bia, SupervisorApproval, Formulation,
        // G3
        Plan, ObjectiveWithoutNeed, ObjectiveIncomplete, HorizonMismatch, Participation,
        ReferralConsent, ChildView, SafetyPlan, CostApproval, ReviewDate, ReviewDatePassed, ReviewDateTooLate,
        ActionResponsible, Monitoring, RiskUnanswered,
        // G4
        ActionOpen, ReferralOpen,
        // G5
        Review, ReviewOverdue, PlanUpdate,
        // G6
        ClosureReason, UrgentNeedOpen, ReferralWithoutOwner, PersonInformed, ReceiverAcceptance,
        UnmetNeedDisposition, ObjectiveOutcome, FinalPicture, FeedbackOffered, DependantsReview,
        AttemptsDocumented, ReentryInformation, HandoverPlan, TransferConsent,
        SafetyAfter, LostContactTime, DeathRecord, ReturnConsent, OfAge, SameRecord, ReasonInWords,
        Withdrawal, ChildFound, AlertAnswered, TransferAnswer
    }
}

impl Missing {
    /// Something general is missing.
    #[must_use]
    pub const fn general(what: MissingWhat) -> Self {
        Self {
            what,
            which: None,
            classes: Classes::GENERAL,
        }
    }

    /// Something is missing that only readers of these classes may be told about.
    #[must_use]
    pub const fn within(what: MissingWhat, classes: Classes) -> Self {
        Self {
            what,
            which: None,
            classes,
        }
    }

    /// One item of a list is missing.
    #[must_use]
    pub const fn item(what: MissingWhat, list: &'static str, code: &'static str) -> Self {
        Self {
            what,
            which: Some((list, code)),
            classes: Classes::GENERAL,
        }
    }
}

/// The "no", with its reasons.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// Why.
    pub why: Why,
    /// The field of the form that it concerns, when there is one.
    pub field: Option<&'static str>,
    /// What a gate still needs.
    pub missing: Vec<Missing>,
    /// A code of a list that the words name (`code-<list>-<code>`).
    pub which: Option<(&'static str, &'static str)>,
    /// The lowest level that would have been accepted, for a no that has one (3.1).
    pub at_least: Option<RiskLevel>,
    /// The partner that it is about, when it is about one.
    pub whom: Option<Id>,
    /// The latest day that would be a yes, when the day was too late.
    pub latest: Option<Date>,
    /// The classes one needs to read to be told this reason; others get a neutral sentence.
    pub classes: Classes,
    /// What else is wrong with the same answers, each beside its own field.
    pub also: Vec<Self>,
}

impl Refusal {
    /// A general refusal.
    #[must_use]
    pub const fn new(why: Why) -> Self {
        Self {
            why,
            field: None,
            missing: Vec::new(),
            which: None,
            at_least: None,
            whom: None,
            latest: None,
            classes: Classes::GENERAL,
            also: Vec::new(),
        }
    }

    /// Everything that is wrong, said at once: the first no, with the others beside it. Of several
    /// that concern one field the first is said.
    ///
    /// # Errors
    /// The first of the given reasons, when there is one.
    pub fn all(checks: impl IntoIterator<Item = Result<(), Self>>) -> Result<(), Self> {
        let mut flaws: Vec<Self> = Vec::new();
        for flaw in checks.into_iter().filter_map(Result::err) {
            if flaw.field.is_none() || flaws.iter().all(|known| known.field != flaw.field) {
                flaws.push(flaw);
            }
        }
        match Self::joined(flaws) {
            Some(no) => Err(no),
            None => Ok(()),
        }
    }

    fn joined(flaws: Vec<Self>) -> Option<Self> {
        let mut flaws = flaws.into_iter();
        let mut first = flaws.next()?;
        first.also.extend(flaws);
        Some(first)
    }

    /// A refusal beside a field.
    #[must_use]
    pub const fn at(why: Why, field: &'static str) -> Self {
        let mut refusal = Self::new(why);
        refusal.field = Some(field);
        refusal
    }

    /// A gate that is not met.
    #[must_use]
    pub fn gate(missing: Vec<Missing>) -> Self {
        Self {
            missing,
            ..Self::new(Why::GateNotMet)
        }
    }

    /// Names the lowest level that would be accepted.
    #[must_use]
    pub const fn at_least(mut self, level: RiskLevel) -> Self {
        self.at_least = Some(level);
        self
    }

    /// Names a code that the words speak of.
    #[must_use]
    pub const fn naming(mut self, list: &'static str, code: &'static str) -> Self {
        self.which = Some((list, code));
        self
    }

    /// Names the partner that the words speak of.
    #[must_use]
    pub const fn about(mut self, partner: Id) -> Self {
        self.whom = Some(partner);
        self
    }

    /// Names the latest day that would be a yes.
    #[must_use]
    pub const fn until(mut self, latest: Date) -> Self {
        self.latest = Some(latest);
        self
    }

    /// Tells the reason only to readers of these classes.
    #[must_use]
    pub const fn within(mut self, classes: Classes) -> Self {
        self.classes = classes;
        self
    }

    /// What a reader of `held` classes is told: hidden reasons become the neutral sentence that
    /// is also used for open causes.
    #[must_use]
    pub fn for_reader(mut self, held: Classes) -> Self {
        // What the reader may know is said first; a hidden cause is said, neutrally, when nothing
        // else stands in the way.
        let also = std::mem::take(&mut self.also);
        let all = std::iter::once(self.clone()).chain(also);
        let open = all.filter(|flaw| flaw.classes.readable_with(held));
        self = Self::joined(open.collect()).unwrap_or(self);
        for missing in &mut self.missing {
            if !missing.classes.readable_with(held) {
                *missing = Missing::general(MissingWhat::AnotherCheckPending);
            }
        }
        self.missing.dedup();
        if self.classes.readable_with(held) {
            return self;
        }
        Self::gate(vec![Missing::general(MissingWhat::AnotherCheckPending)])
    }
}

/// Refuses unless `holds`.
///
/// # Errors
/// The given reason.
pub const fn ensure(holds: bool, why: Why) -> Result<(), Refusal> {
    if holds {
        Ok(())
    } else {
        Err(Refusal::new(why))
    }
}

/// Refuses beside a field unless `holds`.
///
/// # Errors
/// The given reason, at the given field.
pub const fn ensure_at(holds: bool, why: Why, field: &'static str) -> Result<(), Refusal> {
    if holds {
        Ok(())
    } else {
        Err(Refusal::at(why, field))
    }
}
