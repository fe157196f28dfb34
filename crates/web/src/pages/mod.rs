//! Pages and their routes. Each file holds one page or a few of a kind; a handler reads downwards:
//! enter, open, check, carry out, show.

mod act;
mod admin;
mod case;
mod erasures;
mod feedback;
mod household;
mod lists;
mod offer;
mod overview;
mod own_form;
mod place;
mod reading;
mod reception;
mod refusal;
mod sheet;
mod sign_in;

use std::sync::Arc;

use axum::{
    Router,
    routing::{get, post},
};

use crate::{App, Safety, guarded, routes};

/// Every route of the program behind its layers. The permission of each stands in
/// `access/permissions.txt`; `tests/routes.rs` tries them all as a stranger and as every role.
pub fn router(app: Arc<App>, safety: Safety) -> Router {
    let rooms = Router::new()
        .route("/", get(lists::home))
        .route("/begin", get(sign_in::show_begin).post(sign_in::begin))
        .route("/sign-in", get(sign_in::show).post(sign_in::sign_in))
        .route("/sign-out", post(sign_in::sign_out))
        .route(
            "/password",
            get(sign_in::show_password).post(sign_in::set_password),
        )
        .route("/reception", get(reception::desk))
        .route(
            "/reception/new",
            get(reception::show_new).post(reception::receive),
        )
        .route("/cases", get(lists::cases))
        .route("/cases/closed", get(lists::closed))
        .route("/search", get(lists::search))
        .route("/approvals", get(lists::approvals))
        .route("/meetings", get(lists::meetings))
        .route("/tallies", get(lists::tallies))
        .route("/looks", get(lists::looks))
        .route("/erasures", get(erasures::show).post(erasures::propose))
        .route(
            "/erasures/{id}",
            get(erasures::show_one).post(erasures::confirm),
        )
        .route("/admin", get(admin::show))
        .route(
            "/admin/centres/new",
            get(admin::show_centre).post(admin::open_centre),
        )
        .route(
            "/admin/partners/new",
            get(admin::show_partner).post(admin::add_partner),
        )
        .route(
            "/admin/accounts/new",
            get(admin::show_account).post(admin::open_account),
        )
        .route(
            "/admin/accounts/{id}",
            get(admin::show_change).post(admin::change_account),
        )
        .route(
            "/admin/accounts/{id}/password",
            get(admin::show_password).post(admin::set_password),
        )
        .route("/cases/{file}", get(case::show))
        .route("/cases/{file}/{place}", get(place::show))
        .route("/cases/{file}/{room}/{kind}", get(act::show).post(act::act))
        .merge(own_files())
        .with_state(Arc::clone(&app));
    guarded(rooms.merge(routes(safety.tls)), safety)
}

/// Files of their own beside the cases, and what somebody sees of a case that is offered.
fn own_files() -> Router<Arc<App>> {
    Router::new()
        .route("/feedback", get(feedback::list))
        .route(
            "/feedback/new",
            get(feedback::show_new).post(feedback::receive),
        )
        .route("/feedback/{id}", get(feedback::show))
        .route(
            "/feedback/{id}/{kind}",
            get(feedback::show_answer).post(feedback::answer_it),
        )
        .route(
            "/households/new",
            get(household::show_new).post(household::form),
        )
        .route("/households/{id}", get(household::show))
        .route(
            "/households/{id}/give_kit",
            get(household::show_kit).post(household::give_kit),
        )
        .route(
            "/cases/{file}/transfer/accept",
            get(offer::show_accept).post(offer::accept),
        )
        .route(
            "/cases/{file}/transfer/reject",
            get(offer::show_reject).post(offer::reject),
        )
}
