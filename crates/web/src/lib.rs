//! Pages: the frame around them, the forms in them, the words on them, and the layers before them.
//!
//! # To add a page
//!
//! A page is a struct and a template. The template holds the body only; [`page`] puts the frame,
//! the title and the words of the reader's language around it.
//!
//! ```ignore
//! #[derive(askama::Template)]
//! #[template(path = "planning/plan.html")]          // crates/web/templates/planning/plan.html
//! struct Plan<'a> { t: T, goals: &'a [Goal], form: FormView<'a> }
//!
//! async fn show(shell: Shell, …) -> Response {       // Shell knows language and address
//!     let shell = shell.signed_in(&name, &role).place("/", "nav-today").place("/cases", "nav-cases");
//!     let form = FormView::new(&declared, &choices, shell.t()).action("/cases/7/plan").command(&id).base("12");
//!     Page::new(&shell, "plan-title").person(strip).steps(steps).show(Plan { t: shell.t(), goals, form })
//! }
//!
//! async fn save(shell: Shell, posted: Posted) -> Response {
//!     match forms::check(&declared, &choices, &posted.0, &now_in_the_centres_zone) {
//!         Ok(answers) => …,
//!         Err(problems) => Page::new(&shell, "plan-title").status(StatusCode::UNPROCESSABLE_ENTITY)
//!             .show(FormView::new(&declared, &choices, shell.t()).with_problems(&problems).command(…)),
//!     }
//! }
//! ```
//!
//! In templates: `{{ t.say("key") }}`, `{{ t.say_with("key", [("n", n.into())]) }}`, `{{ t.code("risk_level", code) }}`,
//! `<bdi>{{ name }}</bdi>` around whatever a person typed, `{{ form }}` and the pieces of [`parts`]
//! as they are. Everything is escaped; `|safe` is for the frame alone.
//!
//! Besides the pieces, a body has these classes: `sheet` (a card), `stack` (things below each
//! other), `columns` and `beside` (next to each other where there is room), `actions` (a row of
//! buttons), `button` with `primary` or `grave`, `lines` (a list with rules), `written` (what
//! somebody wrote, with its line breaks), `soft`, `number`; a control outside of a `FormView` is a
//! `field` with a `label` and an input of class `line`.
//!
//! The program is put together as `guarded(rooms.merge(web::routes(tls)), Safety { .. })`; nothing
//! is served outside of it. Signing out posts to `/sign-out`, which is a room's.
//!
//! What is absent or forbidden answers [`not_here`], which is the same page for both. Any error
//! status without a body is dressed as a page by the layers.
//!
//! # To add words
//!
//! `locales/en/<room>.ftl`, then the same keys in the other languages. Keys: `<page>-title`,
//! `tab-<title key>` (only if it is harmless in a browser's tab), `nav-…`; for forms `field-<name>`,
//! `field-<form id with dashes>-<name>` to differ in one form, `hint-…` likewise, `section-<key>`,
//! `score-<name>-<mark>`, `code-<list>-<code>`.

#![allow(
    clippy::result_large_err,
    reason = "the error of a page is its answer, made once a request and passed on as it is"
)]

pub mod app;
pub mod assets;
pub mod cookies;
mod drafting;
mod form;
pub mod i18n;
pub mod pages;
pub mod parts;
mod posted;
pub mod rooms;
mod safety;
mod shell;
#[cfg(test)]
mod tests;

pub use app::{App, Demo};
pub use cookies::SessionCookie;
pub use form::{FormView, read_out};
pub use i18n::{Lang, T};
pub use posted::Posted;
pub use safety::{CSP, MAX_BODY, Safety, guarded};
pub use shell::{Page, Place, Shell, Who, failure, not_here, page, refused, routes};
