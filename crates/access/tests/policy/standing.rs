//! How people stand to a case: each relation, with a yes and the nearest no.

use access::{Actor, Standing, stands, themes};
use casework::{
    Id,
    actor::Role,
    class::{Class, Classes},
    lists::Theme,
};
use serde_json::json;

use crate::people::*;

const NONE: Classes = Classes::GENERAL;

fn elsewhere(role: Role) -> Actor {
    let mut actor = actor(role);
    actor.by.centre = ELSEWHERE;
    actor
}

fn assigned(worker: &str, backup: Option<Id>) -> File {
    let mut file = File::of_arrival(&["none"]);
    let body = json!({"worker": worker, "backup": backup});
    file.does("registration", "assign_worker", body);
    file
}

#[test]
fn an_empty_file_is_nobodys() {
    let case = File::default().case();
    for role in Role::ALL {
        let standing = stands(&actor(*role), &case, Classes::all());
        assert_eq!(standing, Standing::default(), "{role:?}");
    }
}

#[test]
fn the_worker_and_the_backup_carry_the_case_and_nobody_else() {
    let me = actor(Role::Caseworker);
    let carried = assigned(&ME.to_string(), None).case();
    assert!(stands(&me, &carried, NONE).own);
    let backup = assigned(&ANOTHER.to_string(), Some(ME)).case();
    assert!(stands(&me, &backup, NONE).own);
    let other = assigned(&ANOTHER.to_string(), Some(Id([3; 16]))).case();
    assert!(!stands(&me, &other, NONE).own);
    assert!(!stands(&me, &assigned("duty", None).case(), NONE).own);
    assert!(
        stands(&elsewhere(Role::Caseworker), &carried, NONE).own,
        "wherever they work"
    );
}

#[test]
fn whoever_carried_the_case_before_has_no_relation_left() {
    let mut file = assigned(&ME.to_string(), None);
    let other = json!({"worker": ANOTHER.to_string()});
    file.does("registration", "assign_worker", other);
    assert!(!stands(&actor(Role::Caseworker), &file.case(), NONE).own);
}

#[test]
fn the_desk_is_an_inquiry_or_the_duty_workers_case_of_the_own_centre() {
    let me = actor(Role::Reception);
    let inquiry = File::of_arrival(&["none"]).case();
    assert!(stands(&me, &inquiry, NONE).desk);
    assert!(!stands(&elsewhere(Role::Reception), &inquiry, NONE).desk);
    assert!(stands(&me, &assigned("duty", None).case(), NONE).desk);
    let carried = assigned(&ANOTHER.to_string(), None).case();
    assert!(
        !stands(&me, &carried, NONE).desk,
        "an inquiry with a worker"
    );
}

#[test]
fn an_open_case_without_worker_is_not_the_desks() {
    let mut file = assigned("duty", None);
    register(&mut file);
    assert!(stands(&actor(Role::Caseworker), &file.case(), NONE).desk);
    let unassigned: Vec<_> = file
        .events
        .into_iter()
        .filter(|event| event.kind().1 != "worker_assigned")
        .collect();
    let case = casework::Case::fold(&unassigned);
    assert!(!stands(&actor(Role::Caseworker), &case, NONE).desk);
}

#[test]
fn the_centre_is_the_one_that_is_responsible() {
    let case = File::of_arrival(&["none"]).case();
    assert!(stands(&actor(Role::Supervisor), &case, NONE).centre);
    assert!(!stands(&elsewhere(Role::Supervisor), &case, NONE).centre);
}

#[test]
fn a_focal_point_stands_by_alert_or_by_class_in_the_own_centre() {
    let plain = File::of_arrival(&["none"]).case();
    let alerted = File::of_arrival(&["child_alone"]).case();
    let child = actor(Role::FocalPointChild);
    assert!(stands(&child, &alerted, NONE).alert);
    assert!(!stands(&child, &plain, NONE).alert);
    assert!(!stands(&elsewhere(Role::FocalPointChild), &alerted, NONE).alert);
    assert!(
        !stands(&actor(Role::FocalPointGbv), &alerted, NONE).alert,
        "another theme"
    );
    for (role, class) in [
        (Role::FocalPointChild, Class::Child),
        (Role::FocalPointGbv, Class::Gbv),
        (Role::FocalPointTip, Class::Trafficking),
    ] {
        assert!(stands(&actor(role), &plain, Classes::of(class)).alert);
        let others: Classes = (Class::ALL.iter().copied())
            .filter(|other| *other != class)
            .collect();
        assert!(!stands(&actor(role), &plain, others).alert, "{role:?}");
    }
    let psea = stands(&actor(Role::FocalPointPsea), &plain, Classes::all());
    assert!(!psea.alert, "no class is theirs, only alerts");
    let worker = stands(&actor(Role::Caseworker), &alerted, Classes::all());
    assert!(!worker.alert, "alerts make no relation for other roles");
}

/// Abuse by aid workers has a focal point of its own, and no class: only the alert tells (2.1).
#[test]
fn abuse_by_an_aid_worker_stands_open_to_its_own_focal_point() {
    let mut file = assigned("duty", None);
    register(&mut file);
    let told = |kind: &str| {
        json!({"type": kind, "phase": "during", "date_or_period": "last winter",
            "ongoing": false, "source": "person"})
    };
    file.does("assessment", "record_vea", told("harmful_practice"));
    let psea = actor(Role::FocalPointPsea);
    let gbv = 1 << Theme::Gbv as u8;
    assert!(!stands(&psea, &file.case(), file.holds()).alert);
    assert_eq!(themes(&file.case(), file.holds()), gbv);
    file.does("assessment", "record_vea", told("sea_by_aid_worker"));
    assert!(stands(&psea, &file.case(), file.holds()).alert);
    assert!(!stands(&elsewhere(Role::FocalPointPsea), &file.case(), file.holds()).alert);
    assert_eq!(
        themes(&file.case(), file.holds()),
        gbv | 1 << Theme::Psea as u8
    );
}

#[test]
fn view_rows_carry_the_themes_of_alerts_and_of_classes() {
    let bit = |theme: Theme| 1u8 << theme as u8;
    let plain = File::of_arrival(&["none"]);
    assert_eq!(themes(&plain.case(), NONE), 0);
    let all = bit(Theme::ChildProtection) | bit(Theme::Gbv) | bit(Theme::Trafficking);
    assert_eq!(themes(&plain.case(), Classes::all()), all);
    let alone = File::of_arrival(&["child_alone"]);
    assert_eq!(themes(&alone.case(), NONE), bit(Theme::ChildProtection));
    let violence = File::of_arrival(&["sexual_violence_recent"]);
    assert_eq!(themes(&violence.case(), NONE), bit(Theme::Gbv));
    let danger = File::of_arrival(&["danger_now"]);
    assert_eq!(
        themes(&danger.case(), NONE),
        0,
        "the supervisor's theme is no focal point's"
    );
    let health = Classes::of(Class::Health);
    assert_eq!(themes(&violence.case(), violence.holds()), bit(Theme::Gbv));
    assert_eq!(themes(&plain.case(), health), 0);
}

fn register(file: &mut File) {
    let consent = json!({"scope": "registration", "decision": "given", "given_by": "oneself",
        "form": "written", "text_version": "2026-1", "language": "ar", "capacity": "able",
        "understanding_checked": true,
        "explained": ["purpose", "recipients", "refusal_has_no_penalty", "withdrawal"]});
    let screening = json!({"entry_route": "self_referred", "eligibility_criteria": ["stranded_or_destitute"],
        "eligibility_result": "eligible", "complaint_route_explained": true,
        "intl_protection_concern": false, "initial_concerns": [], "initial_risk": "low", "risk_reason": "x"});
    let identity =
        json!({"preferred_name": "A", "sex": "male", "nationality": [], "languages": []});
    file.does("screening", "screen", screening)
        .does("consent", "record_consent", consent)
        .does("registration", "record_identity", identity)
        .does(
            "registration",
            "resolve_duplicate",
            json!({"duplicate_outcome": "none_found"}),
        )
        .does(
            "registration",
            "set_safe_contact",
            json!({"safe_channel": ["in_person_centre"], "may_leave_message": false}),
        )
        .does("registration", "complete_registration", json!({}));
}

/// A case offered to this receiver.
fn offered(to: &str, receiver: Id) -> File {
    let mut file = assigned(&Id([3; 16]).to_string(), None);
    register(&mut file);
    let proposal = json!({"to": to, "receiver": receiver, "handover_plan": "meet on Monday",
        "reason": "moved to the other town", "person_informed": true});
    file.does("transfer", "propose_transfer", proposal);
    file
}

fn newest(file: &File) -> Id {
    file.case().transfer.newest().unwrap().asked.transfer
}

#[test]
fn an_offer_stands_until_it_is_answered() {
    let me = elsewhere(Role::Caseworker);
    for (to, receiver, yes) in [
        ("colleague", ME, true),
        ("other_centre", ELSEWHERE, true),
        ("colleague", ANOTHER, false),
        ("other_centre", Id([202; 16]), false),
    ] {
        let mut file = offered(to, receiver);
        assert!(!stands(&me, &file.case(), NONE).receiver, "only proposed");
        let transfer = json!({"transfer": newest(&file)});
        file.does("transfer", "offer", transfer);
        assert_eq!(stands(&me, &file.case(), NONE).receiver, yes, "{to}");
        let back = json!({"transfer": newest(&file), "reason": "stays"});
        file.does("transfer", "revoke", back);
        assert!(!stands(&me, &file.case(), NONE).receiver, "taken back");
    }
}
