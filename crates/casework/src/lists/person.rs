//! Lists about the person: who they are and how they live (2.1, 3.2, 3.8 to 3.10).

use crate::macros::codes;

codes! {
    /// Sex as stated, 2.1.
    Sex as "sex" { Female, Male, Intersex, Undisclosed }
}
codes! {
    /// Sex as seen at the door, 2.0; never asked there.
    SexObserved as "sex_observed" { Female, Male, NotClear }
}
codes! {
    /// Age band at the door, 2.0: the bands of the child rule, then adults.
    AgeBand as "age_band" { From0To5, From6To11, From12To14, From15To17, From18To59, From60 }
}
codes! {
    /// Confidence in a birth date, 2.1.
    DobConfidence as "dob_confidence" { Document, Stated, Estimated }
}
codes! {
    /// How an age was assessed, 2.7 "age disputed".
    AgeMethod as "age_method" { Document, Interview, MultidisciplinaryPanel, AuthorityStatement, Medical }
}
codes! {
    /// Identity documents, 2.1.
    IdDocument as "id_document" { Valid, Expired, Lost, ConfiscatedByOther, NeverHad, False }
}
codes! {
    /// Literacy, 2.1.
    Literacy as "literacy" { Reads, ReadsWithHelp, DoesNotRead }
}
codes! {
    /// Marital status, 2.1.
    MaritalStatus as "marital_status" { Single, Married, Partnered, Separated, Divorced, Widowed, ChildSpouse }
}
codes! {
    /// Education, 2.1.
    EducationLevel as "education_level" { None, Religious, Primary, Secondary, Vocational, University }
}
codes! {
    /// Washington Group Short Set answers (wording of the questions must not change), 3.15.
    Difficulty as "difficulty" { None, Some, ALot, CannotDo }
}
codes! {
    /// Legal or migration status, 3.8.
    LegalStatus as "legal_status" {
        RegularResident, TemporaryPermit, StudentWorkerPermit, VisaValid, VisaOverstayed,
        IrregularEntry, AsylumSeeker, Refugee, SubsidiaryHumanitarian, TipResidenceOrReflection,
        Stateless, Undetermined, ReturnOrder, Detained, Citizen, Returnee, Idp
    }
}
codes! {
    /// Living arrangement, 3.9.
    LivingArrangement as "living_arrangement" {
        OwnRented, SharedFlat, FamilyRelatives, HostFamily, EmployerHousing, CentreShelter, SafeHouse,
        CampSite, InformalSettlement, Street, Squat, Detention, Hospital, Hotel, SmugglerHouse, Transit
    }
}
codes! {
    /// Reasons for migrating, 3.10.
    ReasonMigrating as "reason_migrating" {
        WorkIncome, Education, JoinFamily, Conflict, ViolenceInsecurity, Persecution, DomesticViolence,
        ForcedMarriageEscape, GenderSogiDiscrimination, DisasterEnvironment, DroughtFood, HealthCare,
        Debt, FamilyDecision, RecruitedPromise, ForcedMoved, DeportationReturn, AdventureAspiration
    }
}
codes! {
    /// With whom the person travels, 2.1.
    Travelling as "travelling" { Alone, WithFamily, WithGroup }
}
codes! {
    /// Role in a household, 2.1.
    HouseholdRole as "household_role" { Head, Spouse, Child, Parent, Grandparent, Sibling, OtherRelative, NotRelated }
}
codes! {
    /// Vulnerability categories, 3.2.
    VulnerabilityCategory as "vulnerability_category" {
        UnaccompaniedChild, SeparatedChild, ChildAtRisk, ChildSpouseOrParent, ChildHeadedHousehold,
        StreetSituationChild, ChildLabour, AssociatedArmedGroup, WomanAtRisk, Pregnant, Lactating,
        SingleParentOrCarer, OlderPersonAtRisk, DisabilityPhysical, DisabilitySensory,
        DisabilityIntellectualOrPsychosocial, SeriousMedical, ChronicIllness, MentalHealthNeed,
        SubstanceUse, VotPotential, VotIdentified, LabourExploitation, SexualExploitation,
        GbvSurvivor, TortureSurvivor, ViolenceSurvivor, AbuseOrNeglect, SmuggledAbused, Lgbtqi,
        MinorityOrIndigenous, StatelessOrRisk, IntlProtectionNeed, Undocumented, DetainedOrReleased,
        AtRiskOfRemoval, Stranded, Destitute, Homeless, MissingFamily, ReturneeVulnerable,
        CrisisAffected, DigitalOrLanguageExcluded
    }
}
codes! {
    /// Social risk conditions of the second founding document, 3.2.
    SocialRisk as "social_risk_condition" {
        Marginalisation, EconomicHardship, HousingHardship, ExposureToViolence, EconomicPoverty,
        EducationalPoverty, AffectivePoverty, NoAccessHealth, NoAccessSocialLife, NoAccessEducation
    }
}
codes! {
    /// Languages that the centres meet, ISO 639 where a code exists.
    Language as "language" {
        Ar, En, Fr, Es, It, Pt, Am, Ti, So, Om, Aa, Ha, Ff, Wo, Bm, Dyu, Ln, Sw, Yo, Ig, Fa, Prs, Ps, Ur, Bn, Ku, Tr, Ru, Uk, Sign, Other
    }
}
codes! {
    /// Countries by ISO 3166-1 alpha-3 code (a short list of those the centres meet, and `other`).
    Country as "country" {
        Afg, Alb, Dza, Bgd, Ben, Bfa, Cmr, Caf, Tcd, Civ, Cod, Cog, Dji, Egy, Eri, Eth, Fra, Gab, Gmb, Gha,
        Gin, Gnb, Gnq, Ind, Irn, Irq, Ita, Ken, Lbn, Lbr, Lby, Mli, Mar, Mrt, Ner, Nga, Npl, Pak, Pse, Phl, Rwa, Sau, Sen,
        Sle, Som, Ssd, Esp, Lka, Sdn, Syr, Tgo, Tun, Tur, Uga, Ukr, Tza, Yem, Stateless, Other
    }
}
