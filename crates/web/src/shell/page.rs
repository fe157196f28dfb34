//! A page: the frame around a body.

use askama::Template;
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Response};

use super::Shell;
use crate::assets;
use crate::i18n::{Lang, T};
use crate::parts::{Notice, Person, Steps, Tone};

/// Shows a body under a title. For more than that, see [`Page`].
pub fn page(shell: &Shell, title_key: &str, body: impl Template) -> Response {
    Page::new(shell, title_key).show(body)
}

/// A page in the making.
///
/// The title is the heading that people read. The browser's tab says only `tab-<title key>` where
/// such a message exists, and otherwise nothing but the neutral name: a tab is read by bystanders.
#[derive(Debug, Clone)]
pub struct Page<'a> {
    shell: &'a Shell,
    title: String,
    tab: String,
    lead: Option<String>,
    back: Option<(String, String)>,
    person: Option<Person>,
    steps: Option<Steps>,
    notices: Vec<Notice>,
    keeps: Option<String>,
    status: StatusCode,
}

#[derive(Template)]
#[template(path = "shell/layout.html")]
struct Layout<'a> {
    t: T,
    page: &'a Page<'a>,
    shell: &'a Shell,
    body: &'a str,
}

impl<'a> Page<'a> {
    /// A page whose heading is the message of this key.
    pub fn new(shell: &'a Shell, title_key: &str) -> Self {
        let t = shell.t();
        let tab = t
            .find(&format!("tab-{title_key}"))
            .map_or_else(|| t.say("shell-name"), |tab| tab_title(&tab, t));
        Page {
            shell,
            title: t.say(title_key),
            tab,
            lead: None,
            back: None,
            person: None,
            steps: None,
            notices: told(shell).into_iter().collect(),
            keeps: None,
            status: StatusCode::OK,
        }
    }

    /// Another heading, already in words.
    pub fn titled(mut self, title: String) -> Self {
        self.title = title;
        self
    }

    /// No heading beside the name of the person whose file this is; see [`Person::as_heading`].
    pub fn headed_by_person(self) -> Self {
        self.titled(String::new())
    }

    /// One sentence under the heading.
    pub fn lead(mut self, text: String) -> Self {
        self.lead = Some(text);
        self
    }

    /// A way back, above everything else.
    pub fn back(mut self, href: &str, label: String) -> Self {
        self.back = Some((href.to_owned(), label));
        self
    }

    /// Whose file this page is in; stands at the top.
    pub fn person(mut self, person: Person) -> Self {
        self.person = Some(person);
        self
    }

    /// The six steps, as dividers of the file.
    pub fn steps(mut self, steps: Steps) -> Self {
        self.steps = Some(steps);
        self
    }

    /// Something to be read first.
    pub fn notice(mut self, notice: Notice) -> Self {
        self.notices.push(notice);
        self
    }

    /// The form whose answers are kept whatever button of the frame is pressed.
    pub fn keeps(mut self, form: Option<String>) -> Self {
        self.keeps = form;
        self
    }

    /// Another status than 200: 409 for a clash, 422 for a form with problems.
    pub fn status(mut self, status: StatusCode) -> Self {
        self.status = status;
        self
    }

    /// The answer. A template that fails is an error without words; the layer of errors dresses it.
    pub fn show(self, body: impl Template) -> Response {
        let whole = body.render().and_then(|body| self.layout(&body).render());
        match whole {
            Ok(html) => (self.status, Html(html)).into_response(),
            Err(_) => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
        }
    }

    fn layout(&self, body: &'a str) -> Layout<'_> {
        Layout {
            t: self.shell.t(),
            page: self,
            shell: self.shell,
            body,
        }
    }
}

/// What became of a draft, said on the page that one comes to.
fn told(shell: &Shell) -> Option<Notice> {
    let (_, query) = shell.path.split_once('?')?;
    let kept = query
        .split('&')
        .find_map(|pair| pair.strip_prefix("kept="))?;
    let t = shell.t();
    match kept {
        "draft" => Some(
            Notice::new(Tone::Success, t.say("draft-kept"))
                .text(t.say("draft-kept-text"))
                .link("/drafts", t.say("drafts-title")),
        ),
        "discarded" => Some(Notice::new(Tone::Success, t.say("draft-discarded"))),
        "some" => Some(
            Notice::new(Tone::Info, t.say("draft-some")).link("/drafts", t.say("drafts-title")),
        ),
        _ => None,
    }
}

fn tab_title(tab: &str, t: T) -> String {
    format!("{tab} – {}", t.say("shell-name"))
}
