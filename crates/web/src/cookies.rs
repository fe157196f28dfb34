//! The cookies: who is signed in, which language they read, and whether names are hidden.

use axum::http::header::COOKIE;
use axum::http::{HeaderMap, HeaderValue};

/// The cookie of the chosen language.
pub const LANG: &str = "lang";

/// The cookie of whether names are hidden, and its one value.
const NAMES: &str = "names";
const HIDDEN: &str = "hidden";

/// Whether lists show codes only.
pub fn hides_names(headers: &HeaderMap) -> bool {
    read(headers, NAMES) == Some(HIDDEN)
}

/// How the session cookie is named and written. Its name says nothing about the program.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SessionCookie {
    tls: bool,
}

impl SessionCookie {
    /// Under TLS the cookie is bound to the host and never sent in the clear. Plain HTTP exists on
    /// loopback only, where browsers would not keep a `__Host-` cookie.
    pub fn new(tls: bool) -> Self {
        SessionCookie { tls }
    }

    /// Whether the program speaks TLS.
    pub fn is_tls(&self) -> bool {
        self.tls
    }

    /// Its name.
    pub fn name(&self) -> &'static str {
        if self.tls {
            "__Host-notebook"
        } else {
            "notebook"
        }
    }

    /// The `Set-Cookie` that begins a session. It ends with the browser; the server ends it earlier.
    /// `None` when the token has characters that no token of ours has.
    pub fn set(&self, token: &str) -> Option<HeaderValue> {
        let plain = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
        let is_plain = !token.is_empty() && token.chars().all(plain);
        is_plain.then(|| self.write(token, "")).flatten()
    }

    /// The `Set-Cookie` that ends it.
    pub fn clear(&self) -> HeaderValue {
        self.write("", "; Max-Age=0")
            .unwrap_or_else(|| HeaderValue::from_static(""))
    }

    /// The token that came with a request.
    pub fn read<'a>(&self, headers: &'a HeaderMap) -> Option<&'a str> {
        read(headers, self.name())
    }

    /// The `Set-Cookie` that hides names in lists, or shows them again. It says nothing about
    /// anybody and ends with the browser, as the session does.
    pub fn names(&self, hidden: bool) -> HeaderValue {
        let (value, more) = if hidden {
            (HIDDEN, "")
        } else {
            ("", "; Max-Age=0")
        };
        write(NAMES, value, self.tls, more).unwrap_or_else(|| HeaderValue::from_static(""))
    }

    fn write(&self, value: &str, more: &str) -> Option<HeaderValue> {
        write(self.name(), value, self.tls, more)
    }
}

/// The `Set-Cookie` that remembers a language for a year.
pub fn remember_lang(code: &'static str, tls: bool) -> Option<HeaderValue> {
    write(LANG, code, tls, "; Max-Age=31536000")
}

/// The value of a cookie; `None` when it is absent, empty, or there twice.
pub fn read<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    let mut found = headers
        .get_all(COOKIE)
        .into_iter()
        .filter_map(|header| header.to_str().ok())
        .flat_map(|header| header.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .filter(|(known, _)| *known == name)
        .map(|(_, value)| value);
    match (found.next(), found.next()) {
        (Some(value), None) if !value.is_empty() => Some(value),
        _ => None,
    }
}

fn write(name: &str, value: &str, tls: bool, more: &str) -> Option<HeaderValue> {
    let secure = if tls { "; Secure" } else { "" };
    HeaderValue::try_from(format!(
        "{name}={value}; Path=/; HttpOnly; SameSite=Strict{secure}{more}"
    ))
    .ok()
}
