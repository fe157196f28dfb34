//! Administration of accounts and centres: no case content anywhere.

use std::sync::Arc;

use access::organisation::Facility;
use axum::{
    extract::{Path, State},
    http::StatusCode,
    response::Response,
};
use casebook::{NewAccount, No};
use casework::{Id, actor::Role, class::Class};
use forms::{Answers, Choices, CodeList, Form, check};
use serde_json::Value;
use strum::VariantNames;

use super::{
    agreements, refusal,
    sheet::{Piece, Sheet, Way},
    sign_in::{change_password, password_page},
};
use crate::{
    App, FormView, Page, Posted, T,
    app::{Inside, Visit, answer, enter, fresh_command, id_of, off, say_no, to},
    drafting, not_here,
    parts::{Badge, Cell, Table},
    rooms::{ABOUT, choices},
};

const ROLE: CodeList = CodeList {
    name: Role::LIST,
    codes: Role::CODES,
};
const FACILITY: CodeList = CodeList {
    name: "facility",
    codes: Facility::VARIANTS,
};

fn centre_form() -> Form {
    Form::new("admin.centre")
        .purpose("account")
        .text("name", 120)
        .required()
        .code("facility", FACILITY)
        .required()
}

fn account_form() -> Form {
    Form::new("admin.account")
        .purpose("account")
        .text("username", 60)
        .required()
        .text("display_name", 120)
        .required()
        .code("role", ROLE)
        .required()
        .pick("centre")
        .required()
        .multi("grants", ABOUT)
        .text("password", 200)
        .required()
}

fn change_form() -> Form {
    Form::new("admin.change")
        .purpose("account")
        .text("display_name", 120)
        .required()
        .code("role", ROLE)
        .required()
        .pick("centre")
        .required()
        .multi("grants", ABOUT)
        .tick("closed")
}

/// Lets administrators in.
pub(super) fn administer(app: &App, visit: Visit) -> Result<Inside, Response> {
    let inside = enter(app, visit)?;
    let may = app.book.may_anywhere(&inside.actor, "admin.read");
    if may {
        Ok(inside)
    } else {
        Err(not_here(inside.shell.lang))
    }
}

/// Everything that is administered.
pub async fn show(State(app): State<Arc<App>>, visit: Visit) -> Response {
    off(app, move |app| {
        answer(administer(app, visit).map(|inside| overview(app, &inside)))
    })
    .await
}

fn overview(app: &App, inside: &Inside) -> Response {
    let t = inside.shell.t();
    let way = |href: &str, key: &str| Way {
        href: href.into(),
        words: t.say(key),
        hint: String::new(),
    };
    let pieces = vec![
        Piece::Buttons(vec![
            way("/admin/accounts/new", "admin-new-account"),
            way("/admin/centres/new", "admin-new-centre"),
            way("/admin/partners/new", "admin-new-partner"),
        ]),
        Piece::Table(accounts(app, t)),
        Piece::Table(centres(app, t)),
        Piece::Table(agreements::partners(app, t)),
    ];
    Page::new(&inside.shell, "admin-title")
        .lead(t.say("admin-lead"))
        .show(Sheet { pieces })
}

fn accounts(app: &App, t: T) -> Table {
    let known = app.book.organisation();
    let heads = vec![
        t.say("head-name"),
        t.say("field-username"),
        t.say("field-role"),
        t.say("field-centre"),
        t.say("head-state"),
    ];
    known.accounts().fold(
        Table::new(t.say("admin-accounts"), heads),
        |table, account| {
            let state = if account.closed {
                Badge::overdue(t.say("account-closed"))
            } else {
                Badge::new(t.say("account-open"))
            };
            table.row(vec![
                Cell::Link(
                    format!("/admin/accounts/{}", account.id),
                    account.display_name.clone(),
                ),
                Cell::Text(account.username.clone()),
                Cell::Text(t.code("role", account.role.code())),
                Cell::Text(known.name(account.centre).unwrap_or_default().to_owned()),
                Cell::Badge(state),
            ])
        },
    )
}

fn centres(app: &App, t: T) -> Table {
    let heads = vec![t.say("head-name"), t.say("field-facility")];
    app.book.organisation().centres().fold(
        Table::new(t.say("admin-centres"), heads),
        |table, centre| {
            table.row(vec![
                Cell::Text(centre.name.clone()),
                Cell::Text(t.code("facility", centre.facility.into())),
            ])
        },
    )
}

/// One of the small forms here, asked or asked again.
fn ask(
    inside: &Inside,
    title: &str,
    status: StatusCode,
    view: FormView<'_>,
    more: Vec<Piece<'_>>,
) -> Response {
    let mut pieces = vec![Piece::Form(Box::new(view.cancel("/admin").keeping()))];
    pieces.extend(more);
    Page::new(&inside.shell, title)
        .status(status)
        .back("/admin", inside.shell.t().say("admin-title"))
        .sheet(pieces)
}

pub(super) fn fresh(
    app: &App,
    visit: Visit,
    title: &str,
    form: &Form,
) -> Result<Response, Response> {
    let inside = administer(app, visit)?;
    filled(app, &inside, title, form, &[], Vec::new())
}

/// One of the small forms, begun with what stands, or as it was left.
pub(super) fn filled(
    app: &App,
    inside: &Inside,
    title: &str,
    form: &Form,
    typed: &[(String, String)],
    more: Vec<Piece<'_>>,
) -> Result<Response, Response> {
    let t = inside.shell.t();
    let choices = choices(app, t, form, None, inside.actor.by.centre);
    let view = FormView::new(form, &choices, t);
    let view = match drafting::begun(app, inside)? {
        Some(draft) => view.begun(&draft, &app.zone),
        None => view.typed(typed).command(&fresh_command(&inside.shell)?),
    };
    Ok(ask(inside, title, StatusCode::OK, view, more))
}

/// A post of one of the small forms: checked, carried out, or shown again with what is wrong.
pub(super) fn save(
    app: &App,
    visit: Visit,
    title: &str,
    form: &Form,
    posted: &Posted,
    work: impl FnOnce(&Inside, Id, &Answers) -> Result<(), No>,
) -> Result<Response, Response> {
    let inside = administer(app, visit)?;
    let t = inside.shell.t();
    let choices: Choices = choices(app, t, form, None, inside.actor.by.centre);
    let command = id_of(&inside.shell, posted.command().unwrap_or_default())?;
    let view = || FormView::new(form, &choices, t).command(&command.to_string());
    let wrong = StatusCode::UNPROCESSABLE_ENTITY;
    let answers = match check(form, &choices, &posted.0, &app.now()) {
        Ok(answers) => answers,
        Err(problems) => {
            return Ok(ask(
                &inside,
                title,
                wrong,
                view().with_problems(&problems),
                Vec::new(),
            ));
        }
    };
    match work(&inside, command, &answers) {
        Ok(()) => Ok(to("/admin")),
        Err(No::Refused(refused)) => {
            let problems = refusal::beside(t, form, &refused, &posted.0, None);
            let view = view()
                .with_problems(&problems)
                .notice(refusal::notice(t, form, &refused, None));
            Ok(ask(&inside, title, wrong, view, Vec::new()))
        }
        Err(no) => Err(say_no(inside.shell.lang, &no)),
    }
}

pub(super) fn text(answers: &Answers, name: &str) -> String {
    answers
        .get(name)
        .and_then(Value::as_str)
        .unwrap_or_default()
        .to_owned()
}

pub(super) fn read<T: serde::de::DeserializeOwned>(answers: &Answers, name: &str) -> Result<T, No> {
    let value = answers.get(name).cloned().unwrap_or(Value::Null);
    serde_json::from_value(value).map_err(|_| No::NotHere)
}

/// The form for a centre.
pub async fn show_centre(State(app): State<Arc<App>>, visit: Visit) -> Response {
    off(app, move |app| {
        answer(fresh(app, visit, "admin-new-centre", &centre_form()))
    })
    .await
}

/// Opens a centre.
pub async fn open_centre(State(app): State<Arc<App>>, visit: Visit, posted: Posted) -> Response {
    off(app, move |app| {
        answer(save(
            app,
            visit,
            "admin-new-centre",
            &centre_form(),
            &posted,
            |inside, command, answers| {
                app.book
                    .open_centre(
                        &inside.actor,
                        command,
                        &text(answers, "name"),
                        read(answers, "facility")?,
                    )
                    .map(drop)
            },
        ))
    })
    .await
}

/// The form for an account.
pub async fn show_account(State(app): State<Arc<App>>, visit: Visit) -> Response {
    off(app, move |app| {
        answer(fresh(app, visit, "admin-new-account", &account_form()))
    })
    .await
}

fn account_of(answers: &Answers) -> Result<NewAccount, No> {
    Ok(NewAccount {
        username: text(answers, "username"),
        display_name: text(answers, "display_name"),
        role: read(answers, "role")?,
        centre: read(answers, "centre")?,
        grants: if answers.contains_key("grants") {
            read::<Vec<Class>>(answers, "grants")?
        } else {
            Vec::new()
        },
        password: text(answers, "password"),
    })
}

/// Opens an account.
pub async fn open_account(State(app): State<Arc<App>>, visit: Visit, posted: Posted) -> Response {
    off(app, move |app| {
        answer(save(
            app,
            visit,
            "admin-new-account",
            &account_form(),
            &posted,
            |inside, command, answers| {
                app.book
                    .open_account(&inside.actor, command, &account_of(answers)?)
                    .map(drop)
            },
        ))
    })
    .await
}

/// The form to change an account.
pub async fn show_change(
    State(app): State<Arc<App>>,
    visit: Visit,
    Path(id): Path<String>,
) -> Response {
    off(app, move |app| {
        answer(administer(app, visit).and_then(|inside| change_page(app, &inside, &id)))
    })
    .await
}

fn change_page(app: &App, inside: &Inside, id: &str) -> Result<Response, Response> {
    let t = inside.shell.t();
    let id = id_of(&inside.shell, id)?;
    let account = app
        .book
        .organisation()
        .account(id)
        .cloned()
        .ok_or_else(|| not_here(inside.shell.lang))?;
    let mut typed = vec![
        ("display_name".to_owned(), account.display_name.clone()),
        ("role".to_owned(), account.role.code().to_owned()),
        ("centre".to_owned(), account.centre.to_string()),
    ];
    typed.extend(
        account
            .grants
            .iter()
            .map(|class| ("grants".to_owned(), class.code().to_owned())),
    );
    if account.closed {
        typed.push(("closed".to_owned(), "yes".to_owned()));
    }
    let carried = app.book.carried_by(&inside.actor, id);
    let carried = carried.map_err(|no| say_no(inside.shell.lang, &no))?;
    let mut more = Vec::new();
    if carried > 0 {
        more.push(Piece::Text(
            t.say_with("account-carries", &[("count", carried.into())]),
        ));
    }
    let way = |href: String, key: &str| Way {
        href,
        words: t.say(key),
        hint: String::new(),
    };
    more.push(Piece::Ways(vec![
        way(format!("/admin/accounts/{id}/password"), "password-title"),
        way(format!("/supervision/workers/{id}/leave"), "do-leave-set"),
    ]));
    filled(
        app,
        inside,
        "admin-change-account",
        &change_form(),
        &typed,
        more,
    )
}

/// Changes, closes or reopens an account.
pub async fn change_account(
    State(app): State<Arc<App>>,
    visit: Visit,
    Path(id): Path<String>,
    posted: Posted,
) -> Response {
    off(app, move |app| {
        answer(save(
            app,
            visit,
            "admin-change-account",
            &change_form(),
            &posted,
            |inside, command, answers| {
                let id: Id = id.parse().map_err(|_| No::NotHere)?;
                let known = app
                    .book
                    .organisation()
                    .account(id)
                    .cloned()
                    .ok_or(No::NotHere)?;
                let to = account_of(answers)?;
                app.book.change_account(&inside.actor, command, id, &to)?;
                let closed: bool = read(answers, "closed")?;
                if closed == known.closed {
                    return Ok(());
                }
                app.book
                    .close_account(&inside.actor, command.nth(9), id, closed)
            },
        ))
    })
    .await
}

/// The form to set somebody's password.
pub async fn show_password(
    State(app): State<Arc<App>>,
    visit: Visit,
    Path(id): Path<String>,
) -> Response {
    off(app, move |app| {
        answer(administer(app, visit).and_then(|inside| {
            id_of(&inside.shell, &id)?;
            password_page(&inside, false, StatusCode::OK, None)
        }))
    })
    .await
}

/// Sets somebody's password.
pub async fn set_password(
    State(app): State<Arc<App>>,
    visit: Visit,
    Path(id): Path<String>,
    posted: Posted,
) -> Response {
    off(app, move |app| {
        answer(administer(app, visit).and_then(|inside| {
            let id = id_of(&inside.shell, &id)?;
            if app.book.organisation().account(id).is_none() {
                return Err(not_here(inside.shell.lang));
            }
            change_password(app, &inside, id, &posted)
        }))
    })
    .await
}
