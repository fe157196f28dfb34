//! Pages and their routes. Each file holds one page or a few of a kind; a handler reads downwards:
//! enter, open, check, carry out, show.

mod act;
mod admin;
mod agenda;
mod agreements;
mod alerts;
mod arrived;
mod case;
mod contact;
mod context;
mod day;
mod demo;
mod drafts;
mod duty;
mod erasures;
mod feedback;
mod household;
mod lists;
pub mod lock;
mod looks;
mod offer;
mod overview;
mod own_form;
mod pairs;
mod paper;
mod picture;
mod place;
mod plan;
mod reading;
mod reception;
mod refusal;
mod registering;
mod sheet;
mod side_by_side;
mod sign_in;
mod similar;
mod supervision;
mod telling;
mod waiting;
mod workers;
mod year;

use std::sync::Arc;

use axum::{
    Router,
    middleware::from_fn_with_state,
    routing::{MethodRouter, get, post},
};

use crate::{App, Safety, drafting, guarded, routes};

/// One address of the program: its path, the methods it takes, and what answers.
#[derive(Debug)]
pub struct Route {
    /// The path, with its parameters in braces.
    pub path: &'static str,
    /// The methods that it takes.
    pub methods: &'static [&'static str],
    answers: fn() -> MethodRouter<Arc<App>>,
}

/// A page.
const fn page(path: &'static str, answers: fn() -> MethodRouter<Arc<App>>) -> Route {
    let methods = &["GET"];
    Route {
        path,
        methods,
        answers,
    }
}

/// A page whose form posts to its own address.
const fn form(path: &'static str, answers: fn() -> MethodRouter<Arc<App>>) -> Route {
    let methods = &["GET", "POST"];
    Route {
        path,
        methods,
        answers,
    }
}

/// A button's address.
const fn button(path: &'static str, answers: fn() -> MethodRouter<Arc<App>>) -> Route {
    let methods = &["POST"];
    Route {
        path,
        methods,
        answers,
    }
}

/// Every address of the rooms. What each answers to a stranger and to every role stands in
/// `tests/http/routes.txt`, and is tried there.
pub const ROUTES: &[Route] = &[
    page("/", || get(lists::home)),
    form("/begin", || get(sign_in::show_begin).post(sign_in::begin)),
    form("/sign-in", || get(sign_in::show).post(sign_in::sign_in)),
    button("/sign-out", || post(sign_in::sign_out)),
    button("/lock", || post(lock::lock)),
    button("/unlock", || post(lock::unlock)),
    page("/away", || get(lock::away)),
    page("/drafts", || get(drafts::list)),
    page("/print/today", || get(paper::today)),
    page("/forms", || get(paper::forms)),
    page("/forms/{room}/{kind}", || get(paper::form)),
    form("/password", || {
        get(sign_in::show_password).post(sign_in::set_password)
    }),
    page("/day", || get(day::show)),
    page("/day/late", || get(day::late)),
    button("/day/names", || post(day::names)),
    page("/contact", || get(contact::choose)),
    form("/contact/{file}", || {
        get(contact::show).post(contact::record)
    }),
    page("/reception", || get(reception::desk)),
    form("/reception/new", || {
        get(reception::show_new).post(reception::receive)
    }),
    page("/reception/{file}", || get(reception::person)),
    page("/cases", || get(lists::cases)),
    page("/cases/closed", || get(lists::closed)),
    page("/search", || get(lists::search)),
    page("/approvals", || get(waiting::approvals)),
    page("/meetings", || get(waiting::meetings)),
    page("/alerts", || get(alerts::list)),
    page("/pairs", || get(pairs::list)),
    button("/pairs/compare", || post(pairs::compare)),
    form("/pairs/{id}", || get(pairs::show).post(pairs::judge)),
    page("/supervision", || get(supervision::show)),
    page("/supervision/{watch}", || get(supervision::list)),
    page("/supervision/workers/{id}", || get(workers::show)),
    form("/supervision/workers/{id}/leave", || {
        get(workers::show_leave).post(workers::set_leave)
    }),
    button("/supervision/workers/{id}/cover", || post(workers::cover)),
    page("/duty", || get(duty::show)),
    form("/duty/new", || get(duty::show_new).post(duty::set)),
    form("/duty/{id}", || get(duty::show_one).post(duty::set)),
    page("/context", || get(context::show)),
    form("/context/new", || {
        get(context::show_new).post(context::write)
    }),
    form("/context/{id}", || {
        get(context::show_one).post(context::rewrite)
    }),
    page("/year", || get(year::show)),
    form("/year/keep", || {
        get(year::kept::show).post(year::kept::keep)
    }),
    page("/year/people", || get(year::show_people)),
    page("/tallies", || get(lists::tallies)),
    page("/looks", || get(looks::show)),
    form("/erasures", || get(erasures::show).post(erasures::propose)),
    form("/erasures/{id}", || {
        get(erasures::show_one).post(erasures::confirm)
    }),
    page("/admin", || get(admin::show)),
    form("/admin/centres/new", || {
        get(admin::show_centre).post(admin::open_centre)
    }),
    form("/admin/partners/new", || {
        get(agreements::show_partner).post(agreements::add_partner)
    }),
    form("/admin/partners/{id}", || {
        get(agreements::show_change).post(agreements::change)
    }),
    form("/admin/accounts/new", || {
        get(admin::show_account).post(admin::open_account)
    }),
    form("/admin/accounts/{id}", || {
        get(admin::show_change).post(admin::change_account)
    }),
    form("/admin/accounts/{id}/password", || {
        get(admin::show_password).post(admin::set_password)
    }),
    page("/feedback", || get(feedback::list)),
    form("/feedback/new", || {
        get(feedback::show_new).post(feedback::receive)
    }),
    page("/feedback/{id}", || get(feedback::show)),
    form("/feedback/{id}/{kind}", || {
        get(feedback::show_answer).post(feedback::answer_it)
    }),
    form("/households/new", || {
        get(household::show_new).post(household::form)
    }),
    page("/households/{id}", || get(household::show)),
    form("/households/{id}/give_kit", || {
        get(household::show_kit).post(household::give_kit)
    }),
    form("/cases/{file}/transfer/accept", || {
        get(offer::show_accept).post(offer::accept)
    }),
    form("/cases/{file}/transfer/reject", || {
        get(offer::show_reject).post(offer::reject)
    }),
    page("/cases/{file}", || get(case::show)),
    page("/cases/{file}/story", || get(case::show_story)),
    page("/cases/{file}/plan", || get(plan::show)),
    page("/cases/{file}/plan/compare", || get(plan::show_compared)),
    page("/cases/{file}/picture", || get(picture::show)),
    page("/cases/{file}/picture/compare", || {
        get(picture::show_compared)
    }),
    button("/cases/{file}/similar", || post(similar::ask)),
    form("/cases/{file}/context/{id}", || {
        get(context::answer::show).post(context::answer::post)
    }),
    page("/cases/{file}/side_by_side", || get(side_by_side::show)),
    page("/cases/{file}/{place}", || get(place::show)),
    form("/cases/{file}/{room}/{kind}", || {
        get(act::show).post(act::act)
    }),
];

/// The program: every address behind the layers.
pub fn router(app: Arc<App>, safety: Safety) -> Router {
    let keeping = from_fn_with_state(Arc::clone(&app), drafting::keep);
    let rooms = ROUTES.iter().fold(Router::new(), |rooms, route| {
        rooms.route(route.path, (route.answers)())
    });
    let rooms = if demo::resets(&app) {
        rooms.route(demo::RESET, get(demo::show).post(demo::reset))
    } else {
        rooms
    };
    let rooms = rooms.route_layer(keeping);
    guarded(rooms.with_state(app).merge(routes(safety.tls)), safety)
}
