//! What the forms of registration ask and the events keep (`domain.md` 2.1).

use jiff::{Timestamp, civil::Date};

use super::Worker;
use crate::{
    answer::Answer,
    id::Id,
    lists::{
        AgeMethod, CareArrangement, Channel, Country, Difficulty, DobConfidence, DuplicateOutcome,
        EducationLevel, HouseholdRole, IdDocument, Language, LegalStatus, Literacy,
        LivingArrangement, MaritalStatus, ReasonMigrating, Sex, Travelling, VeaType,
    },
    macros::record,
};

record! {
    /// Who the person is (2.1). An alias is enough; the legal name may stay empty.
    pub struct Identity {
        pub preferred_name: String,
        #[serde(default)] pub legal_name: Option<String>,
        #[serde(default)] pub alias: Option<String>,
        #[serde(default)] pub dob: Option<Date>,
        #[serde(default)] pub dob_confidence: Option<DobConfidence>,
        /// The age the person says, in years; kept beside the date where papers say another.
        #[serde(default)] pub age_claimed: Option<i64>,
        pub sex: Sex,
        pub nationality: Vec<Country>,
        pub languages: Vec<Language>,
        #[serde(default)] pub household_role: Option<HouseholdRole>,
        /// Asked where it is safe to: it tells namesakes apart (2.7, "possible duplicate").
        #[serde(default, skip_serializing_if = "Option::is_none")] pub mother_name: Option<String>,
    }
}
record! {
    /// More about the person, asked when it is needed (2.1).
    pub struct Background {
        #[serde(default)] pub statelessness: Option<Answer<bool>>,
        #[serde(default)] pub country_of_birth: Option<Answer<Country>>,
        #[serde(default)] pub region_of_origin: Option<String>,
        #[serde(default)] pub ethnicity: Option<String>,
        #[serde(default)] pub religion: Option<String>,
        #[serde(default)] pub literacy: Option<Answer<Literacy>>,
        #[serde(default)] pub marital_status: Option<Answer<MaritalStatus>>,
        #[serde(default)] pub education_level: Option<Answer<EducationLevel>>,
        #[serde(default)] pub occupation: Option<String>,
        #[serde(default)] pub id_documents: Option<Answer<IdDocument>>,
        #[serde(default)] pub id_number: Option<String>,
        #[serde(default)] pub legal_status: Option<Answer<LegalStatus>>,
        #[serde(default)] pub living_arrangement: Option<Answer<LivingArrangement>>,
        #[serde(default)] pub dependants: Option<i64>,
        #[serde(default)] pub care_arrangement: Option<Answer<CareArrangement>>,
        #[serde(default)] pub caregiver: Option<String>,
        #[serde(default)] pub guardian: Option<String>,
    }
}
record! {
    /// Facts of health (2.1): the Washington Group Short Set, pregnancy. Class `health`.
    pub struct HealthFacts {
        #[serde(default)] pub wgss_seeing: Option<Answer<Difficulty>>,
        #[serde(default)] pub wgss_hearing: Option<Answer<Difficulty>>,
        #[serde(default)] pub wgss_walking: Option<Answer<Difficulty>>,
        #[serde(default)] pub wgss_remembering: Option<Answer<Difficulty>>,
        #[serde(default)] pub wgss_selfcare: Option<Answer<Difficulty>>,
        #[serde(default)] pub wgss_communicating: Option<Answer<Difficulty>>,
        #[serde(default)] pub pregnant: Option<Answer<bool>>,
        #[serde(default)] pub late_pregnancy_alone: Option<Answer<bool>>,
        #[serde(default)] pub lactating: Option<Answer<bool>>,
    }
}
record! {
    /// Only if volunteered and needed (2.1). Class `sogi`.
    pub struct Sogi {
        #[serde(default)] pub gender_identity: Option<String>,
        #[serde(default)] pub sexual_orientation: Option<String>,
        pub why_needed: String,
        #[serde(default)] pub hide_from: Option<String>,
    }
}
record! {
    /// The journey (2.1), under its own consent scope.
    pub struct Journey {
        #[serde(default)] pub reasons_migrating: Option<Answer<Vec<ReasonMigrating>>>,
        #[serde(default)] pub travelling: Option<Answer<Travelling>>,
        #[serde(default)] pub departure_date: Option<Date>,
        #[serde(default)] pub route_countries: Option<Answer<Vec<Country>>>,
        #[serde(default)] pub intended_destination: Option<Answer<Country>>,
        #[serde(default)] pub previous_attempts: Option<i64>,
        #[serde(default)] pub time_in_country_days: Option<i64>,
        #[serde(default)] pub intended_stay: Option<String>,
        #[serde(default)] pub hardships: Option<Answer<Vec<VeaType>>>,
    }
}
record! {
    /// How the person may be contacted, and how never (2.1).
    pub struct SafeContact {
        pub safe_channel: Vec<Channel>,
        #[serde(default)] pub phone: Option<String>,
        #[serde(default)] pub safe_times: Option<String>,
        #[serde(default)] pub who_may_answer: Option<String>,
        pub may_leave_message: bool,
        #[serde(default)] pub code_word: Option<String>,
        #[serde(default)] pub unsafe_notes: Option<String>,
    }
}
record! {
    /// The duplicate check (2.1, 2.7): a person decides; unsure never keeps anybody waiting.
    pub struct DuplicateCheck {
        pub duplicate_outcome: DuplicateOutcome,
        /// The code of the other record, when it is known.
        #[serde(default)] pub other_code: Option<String>,
        #[serde(default)] pub duplicate_reason: Option<String>,
    }
}
record! {
    /// Who carries the case: an account, or the duty worker.
    pub struct Assignment { pub worker: Worker, #[serde(default)] pub backup: Option<Id> }
}
record! {
    /// A worker takes a case that nobody carries, or leaves it with the duty worker (2.1, G1).
    pub struct Taking {
        pub worker: Worker,
        /// How many open cases the taker carries already: read from the lists, never typed.
        #[serde(default)] pub carries: u32,
    }
}
record! {
    /// Somebody says another age (2.7, "age disputed").
    pub struct AgeDispute {
        pub said_by: String, pub age_said: i64,
        #[serde(default)] pub dissent: Option<String>,
    }
}
record! {
    /// The dispute is resolved: age assessed, method, date, dissent. An assessment finds an age; a
    /// birth date only where there is one.
    pub struct AgeAssessed {
        pub age_assessed: i64, pub age_method: AgeMethod,
        #[serde(default, skip_serializing_if = "Option::is_none")] pub dob: Option<Date>,
        #[serde(default)] pub dissent: Option<String>,
    }
}
record! {
    /// Emergency before registration (2.7): temporary code, least data, vital interest.
    pub struct Emergency { pub danger: String, pub minimum_data: String }
}
record! {
    /// A temporary code, to be completed or purged in time.
    pub struct TemporaryCode { pub temporary_code: String, pub complete_or_purge_by: Timestamp, pub danger: String, pub minimum_data: String }
}
record! {
    /// The registration is complete: gate G1 was met. The code means nothing.
    pub struct Registered { pub person_code: String }
}
record! {
    /// Asks to close step 1.
    pub struct Complete {}
}
record! {
    /// A photo is kept on paper or in the safe, with its own consent.
    pub struct Photo { pub kept_where: String }
}
