//! What stands around every page: who is here, where they can go, which language they read.

mod errors;
mod page;
mod routes;

use std::convert::Infallible;

use axum::extract::FromRequestParts;
use axum::http::request::Parts;

pub(crate) use errors::among_invented;
pub use errors::{failure, not_here, refused};
pub use page::{Page, page};
pub use routes::{is_ours, routes};

use crate::i18n::{Lang, T};

/// The frame of a page. As an extractor it knows the language and the address; whoever knows the
/// session adds [`Shell::signed_in`] and [`Shell::nav`].
#[derive(Debug, Clone, Default)]
pub struct Shell {
    /// The language of the page.
    pub lang: Lang,
    /// The address of the page, for coming back after a change of language.
    pub path: String,
    /// Where one can go from everywhere.
    pub nav: Vec<Place>,
    /// Who is signed in.
    pub who: Option<Who>,
    /// Whether everybody on the page is invented.
    pub invented: bool,
    /// After how many minutes without a key or a touch the page locks itself.
    pub lock_minutes: Option<u32>,
}

/// How many places stand beside the menu: as many as fit on one line in every language.
const NEAR: usize = 4;

/// A place in the navigation.
#[derive(Debug, Clone, Default)]
pub struct Place {
    /// Its address.
    pub href: String,
    /// The key of its name.
    pub key: &'static str,
    /// A number worth showing beside it, such as open alerts.
    pub count: Option<u32>,
}

/// Who is signed in.
#[derive(Debug, Clone, Default)]
pub struct Who {
    /// The name they are shown under.
    pub name: String,
    /// Role and centre, already in words.
    pub role: String,
}

impl Shell {
    /// A frame for a language and an address, without anybody.
    pub fn new(lang: Lang, path: &str) -> Self {
        Shell {
            lang,
            path: path.to_owned(),
            ..Shell::default()
        }
    }

    /// What speaks the page's language.
    pub fn t(&self) -> T {
        self.lang.t()
    }

    /// The same, with somebody signed in.
    pub fn signed_in(mut self, name: &str, role: &str) -> Self {
        self.who = Some(Who {
            name: name.to_owned(),
            role: role.to_owned(),
        });
        self
    }

    /// The same, with one more place to go.
    pub fn place(mut self, href: &str, key: &'static str) -> Self {
        self.nav.push(Place {
            href: href.to_owned(),
            key,
            count: None,
        });
        self
    }

    /// Is there a day's work to print? Whoever has no caseload has none.
    pub fn has_cases(&self) -> bool {
        self.nav.iter().any(|place| place.href == "/cases")
    }

    /// The places that stand open beside the menu, where there is room.
    pub fn near(&self) -> &[Place] {
        self.nav.get(..NEAR).unwrap_or(&self.nav)
    }

    /// Is the page at this place, or below it?
    pub fn is_at(&self, place: &Place) -> bool {
        let path = self.path.split('?').next().unwrap_or_default();
        let below = path
            .strip_prefix(place.href.as_str())
            .is_some_and(|rest| rest.starts_with('/'));
        path == place.href || (place.href != "/" && below)
    }
}

impl<S: Send + Sync> FromRequestParts<S> for Shell {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        let path = parts.uri.path_and_query().map_or("/", |path| path.as_str());
        Ok(Shell::new(Lang::of_visitor(&parts.headers), path))
    }
}
