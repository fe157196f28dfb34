//! Usual lives at a centre, done through the pages: somebody arrives, is registered, is assigned.

use web::rooms;

use crate::{
    house::House,
    visitor::{Fields, Visitor},
};

const ARRIVAL: Fields<'static> = &[
    ("immediate_needs", "food_water"),
    ("request", "somewhere to sleep"),
    ("action_taken", "a meal and a seat"),
    ("delivery_model", "individual_care"),
    ("channel", "in_person_centre"),
    ("language", "ar"),
    ("sex_observed", "female"),
    ("age_band", "from18_to59"),
];

/// Fields with some of them said otherwise.
pub fn but<'f>(
    usual: &[(&'f str, &'f str)],
    other: &[(&'f str, &'f str)],
) -> Vec<(&'f str, &'f str)> {
    let said = |name: &str| other.iter().any(|(known, _)| *known == name);
    let kept = usual.iter().filter(|(name, _)| !said(name));
    kept.chain(other).copied().collect()
}

/// What is asked at the door.
pub fn arrival() -> Vec<(&'static str, &'static str)> {
    ARRIVAL.to_vec()
}

/// Somebody arrives; the file.
pub fn arrives(visitor: &Visitor<'_>, otherwise: Fields<'_>) -> String {
    let answer = visitor.posts("/reception/new", &but(ARRIVAL, otherwise));
    answer.done("arrival");
    let path = answer.leads_to().split('?').next().unwrap_or_default();
    path.trim_start_matches("/cases/").to_owned()
}

const SCREENING: Fields<'static> = &[
    ("entry_route", "self_referred"),
    ("eligibility_criteria", "stranded_or_destitute"),
    ("eligibility_result", "eligible"),
    ("complaint_route_explained", "yes"),
    ("intl_protection_concern", "no"),
    ("initial_concerns", "destitute"),
    ("initial_risk", "medium"),
    ("risk_reason", "no income, nobody here"),
];

/// A screening, with some answers otherwise.
pub fn screened(visitor: &Visitor<'_>, file: &str, otherwise: Fields<'_>) {
    visitor.did(file, "screening.screen", &but(SCREENING, otherwise));
}

const CONSENT: Fields<'static> = &[
    ("decision", "given"),
    ("given_by", "oneself"),
    ("form", "written"),
    ("text_version", "2026-1"),
    ("language", "ar"),
    ("understanding_checked", "yes"),
    ("understanding_words", "I can say stop"),
    ("capacity", "able"),
    ("caregiver_situation", "absent"),
];

const EXPLAINED: [&str; 8] = [
    "purpose",
    "recipients",
    "risks",
    "benefits",
    "refusal_has_no_penalty",
    "withdrawal",
    "limits_of_confidentiality",
    "complaint_route",
];

/// The fields of a consent to a scope.
pub fn consent<'f>(scope: &'f str, otherwise: &[(&'f str, &'f str)]) -> Vec<(&'f str, &'f str)> {
    let mut fields = but(CONSENT, otherwise);
    fields.push(("scope", scope));
    fields.extend(EXPLAINED.map(|point| ("explained", point)));
    fields
}

/// A consent given.
pub fn consents(visitor: &Visitor<'_>, file: &str, scope: &str, otherwise: Fields<'_>) {
    visitor.did(file, "consent.record_consent", &consent(scope, otherwise));
}

/// A record that replaces a part is done on the version of that part.
pub fn replaces(visitor: &Visitor<'_>, file: &str, what: &str, fields: Fields<'_>) {
    let page = visitor.opens(file, &what.replacen('.', "/", 1));
    assert_eq!(page.status, 200, "{what}: {}", page.said());
    let mut fields = fields.to_vec();
    let base = page.input("base").map(str::to_owned);
    if let Some(base) = &base {
        fields.push(("base", base));
    }
    visitor.did(file, what, &fields);
}

/// Who somebody is.
pub const IDENTITY: Fields<'static> = &[
    ("preferred_name", "Salma Invented"),
    ("sex", "female"),
    ("nationality", "sdn"),
    ("languages", "ar"),
    ("dob", "1994-03-11"),
    ("dob_confidence", "stated"),
];

/// How somebody may be contacted.
pub const CONTACT: Fields<'static> = &[
    ("safe_channel", "phone_call"),
    ("may_leave_message", "no"),
    ("code_word", "bread"),
];

/// Somebody arrived at this centre ("" or "2"), registered, carried by its caseworker.
pub fn registered(house: &House, centre: &str) -> String {
    let worker = house.visitor(&format!("caseworker{centre}"));
    let manager = house.visitor(&format!("case_manager{centre}"));
    let carries = house.account(&format!("caseworker{centre}")).to_string();
    let file = arrives(&worker, &[]);
    screened(&worker, &file, &[]);
    for scope in ["registration", "case_management"] {
        consents(&worker, &file, scope, &[]);
    }
    replaces(&worker, &file, "registration.record_identity", IDENTITY);
    worker.did(
        &file,
        "registration.resolve_duplicate",
        &[("duplicate_outcome", "none_found")],
    );
    let assign = [("worker", carries.as_str())];
    replaces(&manager, &file, "registration.assign_worker", &assign);
    replaces(&worker, &file, "registration.set_safe_contact", CONTACT);
    worker.did(&file, "registration.complete_registration", &[]);
    file
}

/// The file and what stands in it, handed to another worker.
pub fn assigned(house: &House, file: &str, worker: &str) {
    let carries = house.account(worker).to_string();
    let manager = house.visitor("case_manager");
    let assign = [("worker", carries.as_str())];
    replaces(&manager, file, "registration.assign_worker", &assign);
}

/// Every action's `room.kind`.
pub fn all_actions() -> impl Iterator<Item = &'static rooms::Action> {
    rooms::actions().iter()
}

/// Somebody whose case was closed again, carried by the first centre's caseworker.
pub fn closed(house: &House) -> String {
    let file = registered(house, "");
    let worker = house.visitor("caseworker");
    closes(
        house,
        &worker,
        &file,
        &[
            ("reason", "registered_in_error"),
            ("reason_in_words", "a test of the house"),
        ],
    );
    file
}

/// A closure proposed by its worker and approved by the supervisor.
pub fn closes(house: &House, worker: &Visitor<'_>, file: &str, proposal: Fields<'_>) {
    let usual = &[("final_risk", "low")];
    let fields = but(usual, proposal);
    replaces(worker, file, "closure.propose_closure", &fields);
    let subject = [("subject", "closure")];
    worker.did(file, "approval.submit", &subject);
    let supervisor = house.visitor("supervisor");
    supervisor.did(file, "approval.approve", &subject);
}

/// The person code that stands on a page.
pub fn code_on(page: &str) -> String {
    let is_code = |word: &&str| {
        let parts: Vec<&str> = word.split('-').collect();
        let lengths = parts.iter().map(|part| part.len());
        let upper = |c: char| c.is_ascii_uppercase() || c.is_ascii_digit() || c == '-';
        lengths.eq([4, 4, 1]) && word.chars().all(upper)
    };
    let words = page.split(|c: char| !c.is_ascii_alphanumeric() && c != '-');
    words
        .into_iter()
        .find(is_code)
        .expect("a code on the page")
        .to_owned()
}
