//! Lists about needs, danger and violence (2.0, 2.2, 3.3, 3.7).

use crate::macros::codes;

codes! {
    /// Immediate needs at the door, 2.0.
    ImmediateNeed as "immediate_need" {
        Medical, DangerNow, FoodWater, ShelterTonight, ChildAlone, SuicidalRisk, SexualViolenceRecent, None
    }
}
codes! {
    /// Dimensions of the social action desk, 2.0.
    Dimension as "dimension" {
        Economic, Housing, Health, Legal, Work, Education, Family, Psychological, SocialNetwork
    }
}
codes! {
    /// Need domains, 3.3; all must be answered at G2.
    NeedDomain as "need_domain" {
        Safety, Shelter, FoodNutrition, NfiHygiene, Health, SexualReproductiveHealth, Mhpss,
        LegalMigrationStatus, Documentation, ChildCareGuardianship, FamilyTracingContact,
        EducationLanguage, LivelihoodWorkTraining, CashEconomic, DisabilitySupport,
        TransportCommunication, ReturnReintegration, CommunityInclusion
    }
}
codes! {
    /// Status of a need, 2.2.
    NeedStatus as "need_status" { Need, NoNeed, Met, Declined, NotDiscussed }
}
codes! {
    /// Severity of a need, 2.2.
    Severity as "severity" { Minor, Serious, Critical }
}
codes! {
    /// Where danger comes from, 2.2.
    DangerSource as "danger_source" {
        Partner, Family, TraffickerOrRecruiter, Smuggler, Employer, ArmedActor, Authority, Community,
        Oneself, Staff, Unknown
    }
}
codes! {
    /// How safe the person is now, 2.2.
    CurrentSafety as "current_safety" { Safe, AtRisk, ImmediateDanger }
}
codes! {
    /// Violence, exploitation and abuse, 3.7: the six GBV types first, one per incident.
    VeaType as "vea_type" {
        Rape, SexualAssault, PhysicalAssault, ForcedMarriage, DenialResources, PsychologicalAbuse,
        Torture, KidnapRansom, RobberyExtortion, ArbitraryDetention, ForcedLabour, DebtBondage,
        DomesticServitude, SexualExploitation, ForcedBegging, ForcedCriminality, ForcedRecruitment,
        OrganRemoval, SlaveryLike, ChildLabour, Neglect, ChildAbuse, AbandonmentBySmuggler,
        WithheldWages, Pushback, WitnessedDeath, DiscriminationHate, SeaByAidWorker, HarmfulPractice
    }
}
codes! {
    /// When in the journey, 3.7 and section 4.
    Phase as "phase" { Before, During, After }
}
codes! {
    /// Levels of the determinants of migrant vulnerability, section 4.
    FactorLevel as "factor_level" { Individual, Household, Community, Structural }
}
codes! {
    /// Polarity, chosen per case, section 4.
    Polarity as "polarity" { Risk, Protective, Mixed }
}
codes! {
    /// Whether a factor acts now, section 4.
    Active as "active" { Now, Past, Expected }
}
codes! {
    /// Strength of a factor, section 4.
    Strength as "strength" { Weak, Moderate, Strong }
}
codes! {
    /// Where a statement comes from, section 4.
    Source as "source" { Person, Family, Observation, Document, Specialist, ContextProfile }
}
codes! {
    /// Confidence, section 4.
    Confidence as "confidence" { Low, Medium, High }
}
codes! {
    /// Whether the person agrees with a factor, section 4.
    PersonAgrees as "person_agrees" { Yes, No, NotShared }
}
codes! {
    /// Overall vulnerability, a human judgement distinct from risk, section 4.
    Overall as "overall" { Low, Moderate, High, Critical }
}
codes! {
    /// Starter list of factors, 3.16, risk and protective; polarity is chosen per case.
    FactorCode as "factor" {
        YoungOrOldAgeAlone, IrregularStatus, NoDocuments, LanguageBarrier, Illiteracy, UntreatedIllness,
        DisabilityWithoutSupport, PregnancyWithoutCare, TraumaSymptoms, PastViolence, Debt, NoMoneyOrPhone,
        TargetedIdentity, LowRightsKnowledge, HarmfulCoping, Education, LanguageSkills, ValidPapers,
        MarketableSkills, SavingsOrIncome, GoodHealth, CopingSkills, KnowsRights, SafePhone, TrustedFriend,
        FaithOrPurpose, PastMigrationSuccess,
        FamilyViolence, SingleOrChildHeaded, UnsafeMigrationHistory, Separation, ManyDependants,
        EarnerIll, ForcedMarriagePlans, RemittancePressure, UnequalDecisions, HiddenDebtToRecruiter,
        RejectionOfIdentity, SupportiveHome, FairSharing, EarningsCoverNeeds, FamilyContact,
        RelativesAtDestination, SafeCaregiver, SharedDecisions, FamilySendsMoney,
        NoServicesNearby, Hostility, TraffickingNetworks, ExploitativeDiaspora, UnsafeStreets,
        HarmfulNorms, NoInformation, Overcrowding, CorruptGatekeepers, GoodServices, LocalLivelihoods,
        WelcomingGroups, DiasporaHelp, FaithOrWomensGroups, SafeSpace, TrustedLeader, FreeInformation,
        RestrictiveLaw, NoLabourProtection, RaidsAndDetention, Conflict, DisasterOrClimate, WeakCourts,
        LegalDiscrimination, NoTipLaw, NoHealthAccess, EconomicCrisis, SponsorshipSystem,
        RegularRoutes, AppliedLaw, ServiceFirewall, UniversalAccess, ConsularHelp,
        AntiDiscriminationLaw, ReferralMechanism, PeaceAndRecovery, Other
    }
}
codes! {
    /// How far a factor of the context holds for one person, section 4.
    ContextAnswer as "context_answer" { Applies, DoesNotApply, AppliesDifferently }
}
codes! {
    /// Scales of mental health that may be shipped, 3.15.
    Scale as "scale" { Phq9, Gad7 }
}
codes! {
    /// What a score of a scale says, 3.15; never a level of risk.
    ScaleBand as "scale_band" { Minimal, Mild, Moderate, ModeratelySevere, Severe }
}
codes! {
    /// Elements of trafficking: act, section 5.
    TipAct as "tip_act" { Recruitment, Transport, Transfer, Harbouring, Receipt }
}
codes! {
    /// Elements of trafficking: means, section 5.
    TipMeans as "tip_means" {
        ThreatOrForce, OtherCoercion, Abduction, Fraud, Deception, AbuseOfPower, AbuseOfVulnerability,
        PaymentToController
    }
}
codes! {
    /// Elements of trafficking: purpose, section 5.
    TipPurpose as "tip_purpose" {
        SexualExploitation, ForcedLabourServices, SlaveryOrSimilar, Servitude, OrganRemoval,
        ForcedBegging, ForcedCriminality, ForcedMarriage
    }
}
codes! {
    /// What was found about one element, section 5.
    Finding as "finding" { None, Weak, Credible, Strong, Unknown }
}
codes! {
    /// What the screening concludes, section 5.
    TipConclusion as "tip_conclusion" {
        InsufficientInformation, VotAssessed, PotentialVot, ExploitationWithoutTrafficking,
        AtRiskOfTrafficking, SmuggledAbused, Smuggled, NotIndicated
    }
}
codes! {
    /// Formal identification, only ever by the competent authority, section 5.
    FormalStatus as "formal_status" { None, ReferredToAuthority, Recognised, NotRecognised, Appealed }
}
codes! {
    /// Preconditions of a trafficking interview, section 5.
    TipPrecondition as "tip_precondition" {
        PrivateRoom, NoCompanion, TrustedInterpreterOrNone, TrainedInterviewer, BasicNeedsMet, RightToPause
    }
}
codes! {
    /// Why a whole screening was not done, 2.2 gate G2.
    TipNotScreened as "tip_not_screened" { NoIndication, PersonDeclined, NotYetSafe, NoTrainedInterviewer }
}
codes! {
    /// How one factor acts on another, section 4.
    FactorLinkKind as "factor_link" { Aggravates, Mitigates, Causes, Masks }
}
codes! {
    /// When a picture is kept, section 4 "Repetition".
    Occasion as "occasion" { Intake, Reassessment, Closure, BeforeDeparture, OnArrival, AfterReturn, Trigger }
}
codes! {
    /// Context of violence: a field beside the type, never a type, 3.7.
    CaseContext as "case_context" { IntimatePartner, ChildSexualAbuse, EarlyMarriage, Exploitation, HarmfulPractice }
}
codes! {
    /// Means of control, 3.7 exploitation detail.
    MeansOfControl as "means_of_control" {
        DebtBondage, TakesEarnings, RestrictsFinances, Threats, PsychologicalAbuse, PhysicalAbuse,
        SexualAbuse, FalsePromises, Drugs, RestrictsMovement, RestrictsMedicalCare, LongHours,
        UsesChildren, ThreatOfPolice, WithholdsNecessities, WithholdsDocuments
    }
}
codes! {
    /// Sector of forced work, 3.7 exploitation detail.
    LabourSector as "labour_sector" {
        Agriculture, Fishing, Begging, Construction, Domestic, Hospitality, Illicit, Manufacturing,
        Mining, Peddling, Transport, Other
    }
}
codes! {
    /// Who recruited, 3.7 exploitation detail.
    Recruiter as "recruiter" { Partner, Family, Friend, Other }
}
