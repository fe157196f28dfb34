//! The picture of vulnerability (section 4): factors, their links, the context, and what a person
//! makes of it in words. Nothing here counts, adds up or ranks.

use jiff::civil::Date;

use crate::{
    case::{Case, Stamp},
    class::{Class, Classes},
    decide::Yes,
    event::Body,
    id::Id,
    lists::{
        Active, Confidence, FactorCode, FactorLevel, FactorLinkKind, NeedDomain, Overall,
        PersonAgrees, Phase, Polarity, Source, Step, Strength,
    },
    macros::record,
    order::Order,
    refusal::{Refusal, Why, ensure_at},
};

use super::{Event, State, given, said};

record! {
    /// A factor (section 4); polarity is chosen for this case. With the id of a known factor it
    /// replaces what was said about it.
    pub struct Factor {
        #[serde(default)] pub factor: Id,
        pub level: FactorLevel, pub code: FactorCode,
        /// What it is, when no code says it.
        #[serde(default)] pub other: Option<String>,
        pub polarity: Polarity, pub phase: Phase, pub active: Active, pub strength: Strength,
        pub evidence_text: String, pub source: Source, pub confidence: Confidence,
        #[serde(default)] pub assessed_on: Option<Date>,
        pub person_agrees: PersonAgrees,
        /// Rule 4: instead of an objective, with what makes it easier to bear.
        #[serde(default)] pub not_changeable_by_us: bool,
        #[serde(default)] pub mitigation: Option<String>,
        /// The needs that it has to do with.
        #[serde(default, skip_serializing_if = "Vec::is_empty")] pub linked_needs: Vec<NeedDomain>,
        /// What the factor is about; decides who may read it, beside its code.
        #[serde(default)] pub about: Vec<Class>,
    }
}
record! {
    /// A factor does not hold any more.
    pub struct FactorRetired { pub factor: Id, pub reason: String }
}
record! {
    /// A factor of this level stands: all that general readers know of a restricted one.
    pub struct LevelCovered { pub factor: Id, pub level: FactorLevel }
}
record! {
    /// That restricted factor stands no more.
    pub struct LevelUncovered { pub factor: Id }
}
record! {
    /// How one factor acts on another (section 4).
    pub struct FactorLink { pub from: Id, pub to: Id, pub kind: FactorLinkKind, pub note: String }
}
record! {
    /// One factor of the context, as whoever keeps the context describes it.
    pub struct ContextFactor {
        pub code: FactorCode, pub polarity: Polarity, pub strength: Strength,
    }
}
record! {
    /// The context of a place or a country, and how far it holds for this person (section 4).
    pub struct Profile {
        pub level: FactorLevel, pub place: String, pub valid_from: Date, pub source: String,
        #[serde(default)] pub applies: Vec<FactorCode>,
        #[serde(default)] pub does_not_apply: Vec<FactorCode>,
        #[serde(default)] pub applies_differently: Vec<FactorCode>,
        #[serde(default)] pub text: Option<String>,
        /// The centre's own profile that it answers, and which version of it.
        #[serde(default, skip_serializing_if = "Option::is_none")] pub context: Option<Id>,
        #[serde(default, skip_serializing_if = "Option::is_none")] pub version: Option<u32>,
        /// What that version says: every one of them is answered.
        #[serde(default, skip_serializing_if = "Vec::is_empty")] pub factors: Vec<ContextFactor>,
    }
}
record! {
    /// What the picture means, in words (section 4): four answers, a formulation, a judgement.
    pub struct Formulation {
        pub exposed_to: String, pub helps_avoid: String, pub helps_resist: String,
        pub helps_recover: String,
        pub formulation_text: String, pub person_view: String,
        pub overall: Overall, pub rationale: String,
        /// Rule 2: none, or not explored?
        #[serde(default)] pub nothing_protective_because: Option<String>,
        #[serde(default)] pub no_context_because: Option<String>,
        /// What the text is about; decides who may read it.
        #[serde(default)] pub about: Vec<Class>,
    }
}
record! {
    /// The judgement alone: a human one, and distinct from the risk level (rule 3).
    pub struct PictureJudged { pub overall: Overall }
}

/// A factor as it stands.
#[derive(Clone, Debug, PartialEq)]
#[expect(missing_docs, reason = "the names say it")]
pub struct FactorState {
    pub factor: Factor,
    /// Who assessed it, when, and who may read it.
    pub at: Stamp,
    pub retired: Option<(Stamp, String)>,
}

impl FactorState {
    /// Whether a plan must answer it with an objective: it is not said to be beyond us, with what
    /// makes it easier to bear (rule 4).
    #[must_use]
    pub const fn needs_objective(&self) -> bool {
        !self.factor.not_changeable_by_us
    }
}

/// The classes that a factor's code tells about.
const fn class_of(code: FactorCode) -> Classes {
    use FactorCode as F;
    match code {
        F::UntreatedIllness | F::PregnancyWithoutCare => Classes::of(Class::Health),
        F::TraumaSymptoms | F::HarmfulCoping => Classes::of(Class::Mhpss),
        F::TargetedIdentity | F::RejectionOfIdentity => Classes::of(Class::Sogi),
        F::FamilyViolence | F::ForcedMarriagePlans => Classes::of(Class::Gbv),
        F::HiddenDebtToRecruiter => Classes::of(Class::Trafficking),
        _ => Classes::GENERAL,
    }
}

impl State {
    /// Factors that stand.
    pub fn standing(&self) -> impl Iterator<Item = &FactorState> {
        self.factors.iter().filter(|known| known.retired.is_none())
    }

    /// Strong risk factors that act now: each needs an objective, or "not changeable by us" with
    /// a mitigation (rule 4, gate G3).
    pub fn strong_risks(&self) -> impl Iterator<Item = &FactorState> {
        self.standing().filter(|known| {
            known.factor.polarity == Polarity::Risk
                && known.factor.strength == Strength::Strong
                && known.factor.active == Active::Now
        })
    }

    /// Strong protective factors: each should be used in some objective (rule 5).
    pub fn strong_protections(&self) -> impl Iterator<Item = &FactorState> {
        self.standing().filter(|known| {
            known.factor.polarity == Polarity::Protective
                && known.factor.strength == Strength::Strong
        })
    }

    fn standing_factor(&self, id: Id) -> Option<&FactorState> {
        self.standing().find(|known| known.factor.factor == id)
    }

    fn has_protection(&self) -> bool {
        self.standing()
            .any(|known| known.factor.polarity != Polarity::Risk)
    }

    fn has_context(&self) -> bool {
        let of_factor = self.standing().any(|known| is_context(known.factor.level));
        of_factor
            || self.profiles.iter().any(|(_, profile)| {
                !profile.applies.is_empty() || !profile.applies_differently.is_empty()
            })
    }
}

const fn is_context(level: FactorLevel) -> bool {
    matches!(level, FactorLevel::Community | FactorLevel::Structural)
}

pub(super) fn record(case: &Case, order: &Order, asked: &Factor) -> Result<Yes, Refusal> {
    said(&asked.evidence_text, "evidence_text")?;
    ensure_at(
        asked.code != FactorCode::Other || given(asked.other.as_deref()),
        Why::TextNeeded,
        "other",
    )?;
    ensure_at(
        !asked.not_changeable_by_us || given(asked.mitigation.as_deref()),
        Why::ReasonNeeded,
        "mitigation",
    )?;
    let about: Classes = asked.about.iter().copied().collect();
    let mut classes = about.union(class_of(asked.code));
    let mut factor = asked.clone();
    if asked.factor == Id::default() {
        factor.factor = order.command.nth(0);
    } else {
        // What was restricted stays restricted.
        classes = classes.union(known(case, asked.factor, "factor")?.at.classes);
    }
    let covered = LevelCovered {
        factor: factor.factor,
        level: factor.level,
    };
    Ok(
        Yes::of(classes, Body::Assessment(Event::FactorRecorded(factor))).and_if(
            classes != Classes::GENERAL,
            Classes::GENERAL,
            || Body::Assessment(Event::LevelCovered(covered)),
        ),
    )
}

fn known<'c>(case: &'c Case, id: Id, field: &'static str) -> Result<&'c FactorState, Refusal> {
    let found = case.assessment.standing_factor(id);
    found.ok_or(Refusal::at(Why::NoSuchThing, field))
}

pub(super) fn retire(case: &Case, asked: &FactorRetired) -> Result<Yes, Refusal> {
    let classes = known(case, asked.factor, "factor")?.at.classes;
    said(&asked.reason, "reason")?;
    let uncovered = LevelUncovered {
        factor: asked.factor,
    };
    Ok(Yes::of(
        classes,
        Body::Assessment(Event::FactorRetired(asked.clone())),
    )
    .and_if(classes != Classes::GENERAL, Classes::GENERAL, || {
        Body::Assessment(Event::LevelUncovered(uncovered))
    }))
}

pub(super) fn link(case: &Case, asked: &FactorLink) -> Result<Yes, Refusal> {
    let from = known(case, asked.from, "from")?;
    let to = known(case, asked.to, "to")?;
    ensure_at(asked.from != asked.to, Why::NotAllowed, "to")?;
    Ok(Yes::of(
        from.at.classes.union(to.at.classes),
        Body::Assessment(Event::FactorsLinked(asked.clone())),
    ))
}

pub(super) fn attach(asked: &Profile) -> Result<Yes, Refusal> {
    ensure_at(is_context(asked.level), Why::NotAllowed, "level")?;
    said(&asked.place, "place")?;
    let lists = [
        &asked.applies,
        &asked.does_not_apply,
        &asked.applies_differently,
    ];
    let mut marked: Vec<FactorCode> = lists.into_iter().flatten().copied().collect();
    ensure_at(!marked.is_empty(), Why::TextNeeded, "applies")?;
    let all = marked.len();
    marked.sort_unstable();
    marked.dedup();
    ensure_at(marked.len() == all, Why::NoneWithOthers, "applies")?;
    // A profile of the centre is answered factor by factor: nothing is inherited unread.
    let mut described: Vec<FactorCode> = asked.factors.iter().map(|known| known.code).collect();
    described.sort_unstable();
    ensure_at(
        asked.context.is_none() || described == marked,
        Why::AnswerEach,
        "applies",
    )?;
    ensure_at(
        asked.applies_differently.is_empty() || given(asked.text.as_deref()),
        Why::TextNeeded,
        "text",
    )?;
    Ok(Yes::general(Body::Assessment(Event::ProfileAttached(
        asked.clone(),
    ))))
}

pub(super) fn formulate(case: &Case, asked: &Formulation) -> Result<Yes, Refusal> {
    for (text, field) in [
        (&asked.exposed_to, "exposed_to"),
        (&asked.helps_avoid, "helps_avoid"),
        (&asked.helps_resist, "helps_resist"),
        (&asked.helps_recover, "helps_recover"),
        (&asked.formulation_text, "formulation_text"),
        (&asked.person_view, "person_view"),
        (&asked.rationale, "rationale"),
    ] {
        said(text, field)?;
    }
    // None, or not explored? (rule 2)
    let state = &case.assessment;
    ensure_at(
        state.has_protection() || given(asked.nothing_protective_because.as_deref()),
        Why::ReasonNeeded,
        "nothing_protective_because",
    )?;
    ensure_at(
        state.has_context() || given(asked.no_context_because.as_deref()),
        Why::ReasonNeeded,
        "no_context_because",
    )?;
    let judged = PictureJudged {
        overall: asked.overall,
    };
    Ok(
        Yes::general(Body::Assessment(Event::PictureJudged(judged))).and(
            asked.about.iter().copied().collect(),
            Body::Assessment(Event::FormulationWritten(asked.clone())),
        ),
    )
}

pub(super) fn apply(case: &mut Case, stamp: Stamp, event: &Event) {
    case.step_mut(Step::Assessment).begin(stamp.happened);
    let state = &mut case.assessment;
    match event {
        Event::FactorRecorded(factor) => keep(state, stamp, factor),
        Event::FactorRetired(retired) => {
            state.covered.remove(&retired.factor);
            let mut standing = state.factors.iter_mut();
            if let Some(known) = standing.find(|known| known.factor.factor == retired.factor) {
                known.retired = Some((stamp, retired.reason.clone()));
            }
        }
        Event::FactorsLinked(link) => state.links.push((stamp, link.clone())),
        Event::LevelCovered(covered) => {
            state.covered.insert(covered.factor, covered.level);
        }
        Event::LevelUncovered(uncovered) => {
            state.covered.remove(&uncovered.factor);
        }
        Event::ProfileAttached(profile) => state.profiles.push((stamp, profile.clone())),
        Event::PictureJudged(judged) => {
            state.overall = Some((stamp, judged.overall));
            case.touch("formulation");
        }
        Event::FormulationWritten(text) => state.formulation = Some((stamp, text.clone())),
        _ => {}
    }
}

fn keep(state: &mut State, stamp: Stamp, factor: &Factor) {
    state.covered.insert(factor.factor, factor.level);
    let fresh = FactorState {
        factor: factor.clone(),
        at: stamp,
        retired: None,
    };
    let known = state
        .factors
        .iter_mut()
        .find(|known| known.factor.factor == factor.factor);
    match known {
        Some(known) => *known = fresh,
        None => state.factors.push(fresh),
    }
}
