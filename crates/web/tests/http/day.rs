//! My day: what stands where, for whom, and what a contact in half a minute does to it.

use web::Lang;

use crate::{
    house::House,
    lives::{assigned, registered, replaces},
    visitor::{Fields, Visitor},
};

const URGENT: Fields<'static> = &[
    ("risk_level", "urgent"),
    ("risk_reason", "threatened at the door this morning"),
];

/// A part of the page, by its id.
fn part(page: &str, id: &str) -> String {
    let from = page.split(&format!("aria-labelledby=\"day-{id}\"")).nth(1);
    let whole = from.unwrap_or_else(|| panic!("no part {id}"));
    whole.split("</section>").next().unwrap().to_owned()
}

fn day(visitor: &Visitor<'_>) -> String {
    let answer = visitor.get("/day");
    assert_eq!(answer.status, 200, "{}", answer.said());
    answer.body
}

fn due(code: &str) -> String {
    Lang::En.t().code("due", code)
}

const REACHED: Fields<'static> = &[
    ("mode", "phone_call"),
    ("reached", "yes"),
    ("safety_now", "safe"),
    ("next_contact_due", "2026-11-04"),
];

#[test]
fn whoever_carries_cases_begins_with_their_day_and_others_where_their_work_is() {
    let house = House::new();
    for name in [
        "caseworker",
        "case_manager",
        "psychologist",
        "focal_point_gbv",
    ] {
        assert_eq!(house.visitor(name).get("/").leads_to(), "/day", "{name}");
        assert_eq!(house.visitor(name).get("/day").status, 200, "{name}");
    }
    for (name, home) in [("reception", "/reception"), ("administrator", "/admin")] {
        assert_eq!(house.visitor(name).get("/").leads_to(), home);
        assert_eq!(house.visitor(name).get("/day").status, 404, "{name}");
    }
}

#[test]
fn a_new_case_stands_in_the_day_of_its_worker_and_of_nobody_else() {
    let house = House::new();
    let file = registered(&house, "");
    let link = format!("href=\"/cases/{file}\"");
    let own = day(&house.visitor("caseworker"));
    assert!(part(&own, "all").contains(&link));
    assert!(part(&own, "all").contains("Salma") && !own.contains("Invented</bdi>"));
    for name in ["colleague", "case_manager", "psychologist", "caseworker2"] {
        assert!(!day(&house.visitor(name)).contains(&link), "{name}");
    }
    assigned(&house, &file, "colleague");
    assert!(!day(&house.visitor("caseworker")).contains(&link));
    assert!(day(&house.visitor("colleague")).contains(&link));
}

#[test]
fn names_are_hidden_in_this_browser_until_they_are_shown_again() {
    let house = House::new();
    let file = registered(&house, "");
    let visitor = house.visitor("caseworker");
    let hidden = visitor.post("/day/names", &[("names", "hide")]);
    assert_eq!(hidden.leads_to(), "/day");
    let names = hidden.cookie("names").unwrap();
    let name = house.app.cookie.name();
    let token = visitor.token.clone().unwrap();
    for path in ["/day", "/contact", "/day/late"] {
        let request = axum::http::Request::builder()
            .uri(path)
            .header("cookie", format!("{name}={token}; names={names}"))
            .body(axum::body::Body::empty());
        let page = visitor.ask(request.unwrap());
        assert_eq!(page.status, 200);
        assert!(!page.body.contains("Salma"), "{path}");
        assert!(path == "/day/late" || page.body.contains(&file), "{path}");
    }
    assert!(visitor.get("/contact").body.contains("Salma"));
    let shown = visitor.post("/day/names", &[("names", "show")]);
    assert_eq!(shown.cookie("names"), None);
}

#[test]
fn the_daily_contact_of_somebody_in_danger_cannot_wait_and_others_can() {
    let house = House::new();
    let file = registered(&house, "");
    let visitor = house.visitor("caseworker");
    assert!(!part(&day(&visitor), "now").contains(&due("contact")));
    replaces(&visitor, &file, "screening.decide_risk", URGENT);
    house.hours(20);
    let page = day(&house.visitor("caseworker"));
    let now = crate::answer::plain(&part(&page, "now"));
    assert!(now.contains(&due("contact")), "{now}");
    assert!(
        now.contains("Urgent")
            && now.contains("ask for “bread”")
            && now.contains("no text message")
    );
    assert!(now.contains(&format!("href=\"/contact/{file}\"")));
}

#[test]
fn a_contact_takes_one_form_and_leads_back_to_the_day() {
    let house = House::new();
    let file = registered(&house, "");
    let visitor = house.visitor("caseworker");
    replaces(&visitor, &file, "screening.decide_risk", URGENT);
    house.hours(20);
    let visitor = house.visitor("caseworker");
    assert!(part(&day(&visitor), "now").contains(&due("contact")));
    assert_eq!(
        visitor.get(&format!("/contact?case={file}")).leads_to(),
        format!("/contact/{file}")
    );
    let path = format!("/contact/{file}");
    let form = visitor.get(&path);
    assert!(
        form.body.contains("value=\"phone_call\" selected"),
        "{}",
        form.said()
    );
    assert!(
        form.body.contains("value=\"2026-11-04\""),
        "a day later, as its risk asks"
    );
    let unsaid = visitor.posts(&path, &[("mode", "phone_call"), ("reached", "yes")]);
    assert_eq!(unsaid.status, 422);
    assert!(unsaid.minds("safety_now") && unsaid.minds("next_contact_due"));
    let by_sms = [
        ("mode", "sms"),
        ("reached", "no"),
        ("next_contact_due", "2026-11-03"),
    ];
    visitor.posts(&path, &by_sms).refused("channel_unsafe");
    let done = visitor.posts(&path, REACHED);
    assert_eq!(done.leads_to(), "/day?done=review-record_contact");
    let told = house.told(&file);
    assert!(
        told.iter()
            .any(|event| event.contains("\"contact_type\":\"call\""))
    );
    assert!(
        !part(&day(&visitor), "now").contains(&due("contact")),
        "done for today"
    );
}

#[test]
fn an_appointment_stands_at_its_hour_with_language_and_interpreter() {
    let house = House::new();
    let file = registered(&house, "");
    let visitor = house.visitor("caseworker");
    let call = [
        ("planned_for", "2026-11-02T15:00"),
        ("mode", "phone_call"),
        ("appointment_purpose", "follow_up"),
        ("language", "ar"),
        ("interpreter_needed", "yes"),
    ];
    visitor.did(&file, "review.plan_appointment", &call);
    let today = part(&day(&visitor), "today");
    for words in [
        "15:00",
        "Arabic",
        "interpreter still to be found",
        "ask for “bread”",
    ] {
        assert!(
            crate::answer::plain(&today).contains(words),
            "{words}: {today}"
        );
    }
    house.hours(7);
    let visitor = house.visitor("caseworker");
    let over = part(&day(&visitor), "today");
    assert!(over.contains("end_appointment?appointment="), "{over}");
    let contact = registered_contact();
    replaces(&visitor, &file, "registration.set_safe_contact", &contact);
    let warned = part(&day(&visitor), "today");
    assert!(warned.contains("no longer calls this way safe"), "{warned}");
}

fn registered_contact() -> Vec<(&'static str, &'static str)> {
    vec![("safe_channel", "home_visit"), ("may_leave_message", "no")]
}

#[test]
fn what_is_late_stands_in_the_order_of_harm_and_not_of_age() {
    let house = House::new();
    let older = registered(&house, "");
    house.hours(48);
    let graver = registered(&house, "");
    let visitor = house.visitor("caseworker");
    let high = [("risk_level", "high"), ("risk_reason", "a threat")];
    replaces(&visitor, &graver, "screening.decide_risk", &high);
    house.hours(24 * 20);
    let visitor = house.visitor("caseworker");
    let late = part(&day(&visitor), "late");
    let place = |file: &str| late.find(file).unwrap_or_else(|| panic!("{file}: {late}"));
    assert!(place(&graver) < place(&older));
}

#[test]
fn what_others_recorded_since_i_left_is_told_and_what_i_did_is_not() {
    let house = House::new();
    let file = registered(&house, "");
    let visitor = house.visitor("caseworker");
    visitor.get("/day");
    visitor.post("/sign-out", &[]);
    house.hours(13);
    let note = [("text", "brought a coat")];
    house
        .visitor("case_manager")
        .did(&file, "reception.write_note", &note);
    let (back, _) = Visitor::signs_in(&house, "caseworker", crate::house::PASSWORD);
    let changed = part(&day(&back), "changed");
    let words = |kind: &str| Lang::En.t().say(&format!("event-{kind}"));
    assert!(
        changed.contains(&words("reception-note_written")),
        "{changed}"
    );
    assert!(
        !changed.contains(&words("registration-worker_assigned")),
        "before"
    );
    let help = [
        ("service_type", "food"),
        ("modality", "in_kind"),
        ("what", "a bus ticket"),
    ];
    back.did(&file, "reception.give_help", &help);
    let own = part(&day(&back), "changed");
    assert!(!own.contains(&words("reception-help_given")), "{own}");
    assert!(!changed.contains("coat"), "never what was typed");
}

#[test]
fn the_rows_of_a_day_are_the_same_after_a_rebuild() {
    let house = House::new();
    let file = registered(&house, "");
    let visitor = house.visitor("caseworker");
    let call = [
        ("planned_for", "2026-11-02T15:00"),
        ("mode", "phone_call"),
        ("appointment_purpose", "follow_up"),
        ("interpreter_needed", "no"),
        ("about", "health"),
    ];
    visitor.did(&file, "review.plan_appointment", &call);
    let kept = house.app.book.dump_views().unwrap();
    assert!(kept.iter().any(|row| row.starts_with("appointments ")));
    assert!(kept.iter().any(|row| row.starts_with("changes ")));
    assert_eq!(kept, house.app.book.dump_rebuilt().unwrap());
    house.hours(24 * 15);
    house.app.book.rebuild().unwrap();
    let later = house.app.book.dump_views().unwrap();
    assert!(
        !later.iter().any(|row| row.starts_with("changes ")),
        "told for 14 days"
    );
}

#[test]
fn todays_sheet_lists_the_appointments_of_the_day_by_their_codes() {
    let house = House::new();
    let file = registered(&house, "");
    let visitor = house.visitor("caseworker");
    let none = visitor.get("/print/today");
    assert!(none.said().contains("no appointment"), "{}", none.said());
    for planned_for in ["2026-11-02T15:00", "2026-11-03T10:30"] {
        let call = [
            ("planned_for", planned_for),
            ("mode", "phone_call"),
            ("appointment_purpose", "interview"),
            ("interpreter_needed", "no"),
            ("place", "behind the chapel"),
        ];
        visitor.did(&file, "review.plan_appointment", &call);
    }
    let sheet = visitor.get("/print/today");
    let said = crate::answer::plain(&sheet.said());
    let code = crate::lives::code_on(&visitor.get(&format!("/cases/{file}")).body);
    assert!(
        said.contains("1 appointment."),
        "tomorrow's is not today's: {said}"
    );
    assert!(said.contains("15:00") && said.contains(&code), "{said}");
    assert!(!said.contains("10:30"), "{said}");
    for hidden in ["Salma", "chapel", "Conversation"] {
        assert!(!sheet.body.contains(hidden), "{hidden}: {said}");
    }
    let other = house.visitor("colleague").get("/print/today");
    assert!(!other.body.contains(&code), "{}", other.said());
}
