//! Needs by domain, vulnerability categories and the person's own priorities (2.2, 3.2, 3.3).

use crate::{
    case::{Case, Stamp},
    class::{Class, Classes},
    decide::Yes,
    event::Body,
    id::Id,
    lists::{
        NeedDomain, NeedStatus, Severity, SocialRisk, Step, Urgency,
        VulnerabilityCategory as Category,
    },
    macros::record,
    order::Order,
    refusal::{Refusal, Why, ensure_at},
    screening,
};

use super::{Event, State, given, said};

record! {
    /// The answer for one need domain (2.2).
    pub struct NeedAnswer {
        pub domain: NeedDomain, pub status: NeedStatus,
        #[serde(default)] pub severity: Option<Severity>,
        #[serde(default)] pub urgency: Option<Urgency>,
        #[serde(default)] pub description: Option<String>,
        #[serde(default)] pub resources_available: Option<String>,
        #[serde(default)] pub person_priority: Option<i64>,
    }
}
record! {
    /// A need as lists and gates know it: general in every domain.
    pub struct NeedRow {
        pub need: Id, pub domain: NeedDomain, pub status: NeedStatus,
        #[serde(default)] pub severity: Option<Severity>,
        #[serde(default)] pub urgency: Option<Urgency>,
        #[serde(default)] pub person_priority: Option<i64>,
    }
}
record! {
    /// What is said about a need, in the class of its domain.
    pub struct NeedText {
        pub domain: NeedDomain,
        #[serde(default)] pub description: Option<String>,
        #[serde(default)] pub resources_available: Option<String>,
    }
}
record! {
    /// Vulnerability categories and social risk conditions (3.2): what was found, and what no
    /// longer holds.
    pub struct Categories {
        #[serde(default)] pub vulnerability_categories: Vec<Category>,
        #[serde(default)] pub social_risk_conditions: Vec<SocialRisk>,
        #[serde(default)] pub no_longer: Vec<Category>,
    }
}
record! {
    /// Categories of one class.
    pub struct CategoriesKept {
        pub vulnerability_categories: Vec<Category>, #[serde(default)] pub no_longer: Vec<Category>,
    }
}
record! {
    /// Social risk conditions as they stand.
    pub struct SocialRisks { pub social_risk_conditions: Vec<SocialRisk> }
}
record! {
    /// What matters to the person, in their own words and order (2.2).
    pub struct Priorities {
        pub own_priorities: String, #[serde(default)] pub ranked_domains: Vec<NeedDomain>,
    }
}

/// One need. Its id stays when the domain is answered again.
#[derive(Clone, Debug, PartialEq)]
#[expect(missing_docs, reason = "the names say it")]
pub struct Need {
    pub row: NeedRow,
    pub since: Stamp,
}

/// The class of what is said about a need of this domain.
const fn class_of(domain: NeedDomain) -> Classes {
    match domain {
        NeedDomain::Health | NeedDomain::SexualReproductiveHealth => Classes::of(Class::Health),
        NeedDomain::Mhpss => Classes::of(Class::Mhpss),
        _ => Classes::GENERAL,
    }
}

impl State {
    /// A need by its id.
    #[must_use]
    pub fn need(&self, need: Id) -> Option<&Need> {
        self.needs.values().find(|known| known.row.need == need)
    }

    /// Whether a domain was answered; declined is an answer, not discussed is none (G2).
    #[must_use]
    pub fn answered(&self, domain: NeedDomain) -> bool {
        self.needs
            .get(&domain)
            .is_some_and(|need| need.row.status != NeedStatus::NotDiscussed)
    }

    /// Needs that stand open.
    pub fn open_needs(&self) -> impl Iterator<Item = &Need> {
        self.needs
            .values()
            .filter(|need| need.row.status == NeedStatus::Need)
    }
}

pub(super) fn answer(case: &Case, order: &Order, asked: &NeedAnswer) -> Result<Yes, Refusal> {
    ensure_at(
        asked.status != NeedStatus::Need || asked.severity.is_some(),
        Why::SeverityNeeded,
        "severity",
    )?;
    let known = case.assessment.needs.get(&asked.domain);
    let row = NeedRow {
        need: known.map_or_else(|| order.command.nth(0), |known| known.row.need),
        domain: asked.domain,
        status: asked.status,
        severity: asked.severity,
        urgency: asked.urgency,
        person_priority: asked.person_priority,
    };
    let described =
        given(asked.description.as_deref()) || given(asked.resources_available.as_deref());
    Ok(
        Yes::general(Body::Assessment(Event::NeedAnswered(row))).and_if(
            described,
            class_of(asked.domain),
            || {
                Body::Assessment(Event::NeedDescribed(NeedText {
                    domain: asked.domain,
                    description: asked.description.clone(),
                    resources_available: asked.resources_available.clone(),
                }))
            },
        ),
    )
}

/// Categories by class. Those of trafficking follow a confirmed screening and nothing else
/// (section 5), so nobody ticks them here.
pub(super) fn categories(asked: &Categories) -> Result<Yes, Refusal> {
    let follows =
        |category: &Category| matches!(category, Category::VotPotential | Category::VotIdentified);
    for (list, field) in [
        (&asked.vulnerability_categories, "vulnerability_categories"),
        (&asked.no_longer, "no_longer"),
    ] {
        ensure_at(!list.iter().any(follows), Why::NotConcluded, field)?;
    }
    let mut yes = Yes::default();
    let both = screening::by_class(&asked.vulnerability_categories);
    for (classes, found) in both {
        yes = yes.and(classes, kept(found, Vec::new()));
    }
    for (classes, gone) in screening::by_class(&asked.no_longer) {
        yes = yes.and(classes, kept(Vec::new(), gone));
    }
    Ok(yes.and(
        Classes::GENERAL,
        Body::Assessment(Event::SocialRisksRecorded(SocialRisks {
            social_risk_conditions: asked.social_risk_conditions.clone(),
        })),
    ))
}

/// The event that keeps categories.
pub(super) const fn kept(found: Vec<Category>, gone: Vec<Category>) -> Body {
    Body::Assessment(Event::CategoriesRecorded(CategoriesKept {
        vulnerability_categories: found,
        no_longer: gone,
    }))
}

pub(super) fn priorities(asked: &Priorities) -> Result<Yes, Refusal> {
    said(&asked.own_priorities, "own_priorities")?;
    Ok(Yes::general(Body::Assessment(Event::PrioritiesRecorded(
        asked.clone(),
    ))))
}

pub(super) fn apply(case: &mut Case, stamp: Stamp, event: &Event) {
    case.step_mut(Step::Assessment).begin(stamp.happened);
    let state = &mut case.assessment;
    match event {
        Event::NeedAnswered(row) => {
            let need = Need {
                row: row.clone(),
                since: stamp,
            };
            state.needs.insert(row.domain, need);
            case.touch(row.domain.code());
        }
        Event::NeedDescribed(text) => {
            state.need_texts.insert(text.domain, text.clone());
        }
        Event::CategoriesRecorded(kept) => keep(case, kept),
        Event::SocialRisksRecorded(risks) => {
            state.social_risks = risks.social_risk_conditions.iter().copied().collect();
        }
        Event::PrioritiesRecorded(priorities) => {
            state.priorities = Some((stamp, priorities.clone()));
            case.touch("priorities");
        }
        _ => {}
    }
}

/// The floors of 3.1 read the concerns of the screening: categories found later join them, and
/// leave them when they no longer hold.
fn keep(case: &mut Case, kept: &CategoriesKept) {
    for category in &kept.vulnerability_categories {
        case.assessment.categories.insert(*category);
        if !case.screening.concerns.contains(category) {
            case.screening.concerns.push(*category);
        }
    }
    for category in &kept.no_longer {
        case.assessment.categories.remove(category);
        case.screening.concerns.retain(|known| known != category);
    }
}
