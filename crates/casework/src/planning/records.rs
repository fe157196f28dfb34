//! The records of a plan: goals, objectives, actions, cost lines, monitoring and agreement
//! (`domain.md` section 6). Ids are given once and survive every revision.

use jiff::civil::Date;

use crate::{
    class::Class,
    id::Id,
    lists::{
        ActionType, AgreedHow, AskedBy, Channel, CopyGiven, GivenBy, Horizon, Language, NeedDomain,
        Responsible, ServiceType,
    },
    macros::record,
};

record! {
    /// Begins the plan; without a date it starts on the day it was asked for.
    pub struct Start { #[serde(default)] pub start: Option<Date> }
}
record! {
    /// A new version, with its reason and who asked for it.
    pub struct Revision { pub reason: String, pub asked_by: AskedBy }
}
record! {
    /// A goal in the person's own words, towards one need of the assessment.
    pub struct Goal {
        #[serde(default)] pub goal: Id,
        pub domain: NeedDomain, pub in_person_words: String, pub priority: i64,
        /// What the goal is about; decides who may read it and everything below it.
        #[serde(default)] pub about: Vec<Class>,
    }
}
record! {
    /// The goal said anew.
    pub struct GoalChange { pub goal: Id, pub in_person_words: String, pub priority: i64 }
}
record! {
    /// The goal is no longer pursued, with everything below it.
    pub struct GoalDrop { pub goal: Id, pub reason: String }
}
record! {
    /// An objective. What is still missing may be added until approval, where G3 names it.
    pub struct Objective {
        #[serde(default)] pub objective: Id,
        pub goal: Id, pub text: String,
        #[serde(default)] pub indicator: Option<String>,
        #[serde(default)] pub baseline: Option<String>,
        #[serde(default)] pub target: Option<String>,
        #[serde(default)] pub due: Option<Date>,
        #[serde(default)] pub horizon: Option<Horizon>,
        /// The factors of the assessment that it works on.
        #[serde(default)] pub factor_refs: Vec<Id>,
    }
}
record! {
    /// The objective said anew, whole.
    pub struct ObjectiveChange {
        pub objective: Id, pub text: String,
        #[serde(default)] pub indicator: Option<String>,
        #[serde(default)] pub baseline: Option<String>,
        #[serde(default)] pub target: Option<String>,
        #[serde(default)] pub due: Option<Date>,
        #[serde(default)] pub horizon: Option<Horizon>,
        #[serde(default)] pub factor_refs: Vec<Id>,
    }
}
record! {
    /// The objective is taken out of the plan.
    pub struct ObjectiveDrop { pub objective: Id, pub reason: String }
}
record! {
    /// An action: who does what from when to when.
    pub struct Action {
        #[serde(default)] pub action: Id,
        pub objective: Id, pub action_type: ActionType,
        #[serde(default)] pub service_type: Option<ServiceType>,
        pub responsible: Responsible, pub start: Date, pub due: Date,
        /// The partner that a referral goes to.
        #[serde(default)] pub recipient: Option<Id>,
        /// The action that must be done first.
        #[serde(default)] pub depends_on: Option<Id>,
        #[serde(default)] pub note: Option<String>,
    }
}
record! {
    /// Who and when, said anew; what the action is stays, so that its readers stay the same.
    pub struct ActionChange {
        pub action: Id, pub responsible: Responsible, pub start: Date, pub due: Date,
        #[serde(default)] pub recipient: Option<Id>,
        #[serde(default)] pub depends_on: Option<Id>,
        #[serde(default)] pub note: Option<String>,
    }
}
record! {
    /// A cost line; amounts are in minor units (cents) of the currency.
    pub struct Cost {
        #[serde(default)] pub cost: Id,
        pub action: Id, pub budget_line: String, pub donor: String, pub currency: String,
        pub amount_planned: i64,
    }
}
record! {
    /// Another amount; an approval of the old one no longer counts.
    pub struct CostChange { pub cost: Id, pub amount_planned: i64, pub reason: String }
}
record! {
    /// A supervisor approves a cost above the authority of the worker.
    pub struct CostApproval { pub cost: Id, #[serde(default)] pub comment: Option<String> }
}
record! {
    /// Money that was spent, in minor units, with its receipt.
    pub struct Spending { pub cost: Id, pub amount_spent: i64, pub receipt_ref: String }
}
record! {
    /// How the plan is watched, how the person is heard, how information flows (S1).
    pub struct Monitoring {
        pub how: String, pub how_often: String, pub by_whom: Responsible,
        pub feedback_channel: Channel, pub info_sharing_summary: String,
    }
}
record! {
    /// When the plan is looked at again.
    pub struct ReviewDate { pub review_date: Date }
}
record! {
    /// How the person agreed, or what they disagree with, in their words (G3).
    pub struct Agreement {
        pub agreed_how: AgreedHow, pub agreed_on: Date, pub language: Language,
        pub copy_given: CopyGiven,
        /// Who agreed with or for the person; absent in older records, where it was the person.
        #[serde(default, skip_serializing_if = "Vec::is_empty")] pub agreed_by: Vec<GivenBy>,
        #[serde(default)] pub disagreement: Option<String>,
        /// The worker's written certificate of a verbal agreement.
        #[serde(default)] pub certificate: Option<String>,
    }
}
record! {
    /// The plan as it was begun.
    pub struct Started { pub start: Date }
}
