//! What people do about consent.

use casework::{consent::PAPER, lists::ConsentDecision};
use forms::{CodeList, Form};

use super::{Action, list};

pub fn actions() -> Vec<Action> {
    vec![
        Action::new("consent", "record_consent", "consent_recorded", consent()),
        Action::new(
            "consent",
            "withdraw_consent",
            "consent_withdrawn",
            withdrawal(),
        )
        .grave(),
        Action::new(
            "consent",
            "propose_substitute",
            "substitute_proposed",
            substitute(),
        ),
        Action::new(
            "consent",
            "confirm_substitute",
            "substitute_confirmed",
            confirm(),
        ),
        Action::new("consent", "make_override", "override_made", make_override()).grave(),
        Action::new(
            "consent",
            "countersign_override",
            "override_countersigned",
            countersign(),
        ),
        Action::new("consent", "tell_person", "person_told", tell()),
    ]
}

/// What a person says when asked. Taking a yes back is a form of its own, and a consent expires by
/// its date.
const SAID: CodeList = CodeList {
    name: ConsentDecision::LIST,
    codes: &["given", "refused", "partial"],
};

fn consent() -> Form {
    let form = Form::new("consent.record_consent")
        .purpose("consent")
        .section("decision")
        .code("scope", list!(Scope))
        .required()
        .pick_many("recipients")
        .only_when(
            "scope",
            &[
                "referral",
                "transfer_partner",
                "case_conference",
                "authority_report",
                "consular_contact",
            ],
        )
        .multi("service_types", list!(ServiceType))
        .only_when("scope", &["referral"])
        .code("decision", SAID)
        .required()
        .code("given_by", list!(GivenBy))
        .required();
    seldom(proof(explained(form)))
}

fn explained(form: Form) -> Form {
    form.section("explained")
        .code("language", list!(Language))
        .required()
        .text("interpreter_ref", 80)
        .pick("text_version")
        .required()
        .text("paper_form", 120)
        .required()
        .only_when("text_version", &[PAPER])
        .multi("explained", list!(Explained))
        .tick("understanding_checked")
        .long_text("understanding_words", 1000)
        .medium()
        .code("capacity", list!(Capacity))
        .required()
        .section("child")
        .code("assent", list!(Assent))
        .code("caregiver_situation", list!(CaregiverSituation))
        .high()
        .tick("caregiver_agrees")
        .only_when("caregiver_situation", &["present_and_safe"])
}

/// The form of a yes and what proves it: a spoken one the certificate, any other the place where the
/// paper or recording is kept.
fn proof(form: Form) -> Form {
    form.section("proof")
        .code("form", list!(ConsentForm))
        .required()
        .long_text("certificate", 1000)
        .only_when("form", &["verbal_certified"])
        .text("evidence", 200)
        .only_when("form", &["written", "thumbprint", "audio", "video"])
}

fn seldom(form: Form) -> Form {
    form.section("seldom")
        .multi("data_categories", list!(DataCategory))
        .text("withhold_from", 400)
        .high()
        .date("expires_on", true)
}

fn withdrawal() -> Form {
    Form::new("consent.withdraw_consent")
        .purpose("consent")
        .code("scope", list!(Scope))
        .required()
        .pick_many("recipients")
        .long_text("in_their_words", 1000)
        .medium()
}

fn substitute() -> Form {
    Form::new("consent.propose_substitute")
        .purpose("consent")
        .code("scope", list!(Scope))
        .required()
        .pick_many("recipients")
        .code("legal_basis", list!(LegalBasis))
        .required()
        .long_text("reason", 2000)
        .required()
        .medium()
        .text("informed", 400)
        .medium()
        .code("assent", list!(Assent))
}

fn confirm() -> Form {
    Form::new("consent.confirm_substitute")
        .purpose("consent")
        .pick("substitute")
        .required()
        .long_text("reason", 2000)
        .required()
}

fn make_override() -> Form {
    Form::new("consent.make_override")
        .purpose("safety")
        .pick("recipient")
        .required()
        .long_text("danger", 2000)
        .required()
        .high()
        .long_text("why_not_asked", 2000)
        .required()
        .code("capacity", list!(Capacity))
        .multi("minimum_data", list!(DataCategory))
        .required()
        .long_text("what_was_shared", 2000)
        .required()
        .high()
}

fn countersign() -> Form {
    Form::new("consent.countersign_override")
        .purpose("account")
        .pick("override_id")
        .required()
        .long_text("comment", 2000)
        .required()
}

fn tell() -> Form {
    Form::new("consent.tell_person")
        .purpose("account")
        .pick("override_id")
        .required()
        .long_text("in_their_words", 1000)
        .medium()
}
