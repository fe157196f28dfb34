//! What came back.

use axum::http::HeaderMap;
use web::{CSP, Lang};

/// Status, headers and the page.
#[derive(Debug, Clone)]
pub struct Answer {
    pub status: u16,
    pub headers: HeaderMap,
    pub body: String,
}

impl Answer {
    /// A header's text.
    pub fn header(&self, name: &str) -> &str {
        let value = self.headers.get(name);
        value.map_or("", |value| value.to_str().unwrap())
    }

    /// Where it leads.
    pub fn leads_to(&self) -> &str {
        self.header("location")
    }

    /// The value of a cookie that it sets, unless it is emptied.
    pub fn cookie(&self, name: &str) -> Option<String> {
        let all = self.headers.get_all("set-cookie").iter();
        let found = all
            .filter_map(|cookie| cookie.to_str().ok()?.split(';').next()?.split_once('='))
            .find(|(known, _)| *known == name);
        found
            .map(|(_, value)| value.to_owned())
            .filter(|value| !value.is_empty())
    }

    /// It was done: the page that follows is named.
    pub fn done(&self, what: &str) -> &Self {
        assert_eq!(self.status, 303, "{what}: {}", self.said());
        self
    }

    /// It was refused for this reason, in the reader's words.
    pub fn refused(&self, why: &str) -> &Self {
        assert_eq!(self.status, 422, "{why}: {}", self.said());
        assert!(
            self.says(&format!("refusal-{why}")),
            "{why}: {}",
            self.said()
        );
        self
    }

    /// A gate stays shut, and this is missing.
    pub fn misses(&self, what: &str) -> &Self {
        assert!(
            self.says(&format!("missing-{what}")),
            "{what}: {}",
            self.said()
        );
        self
    }

    /// Whether the page holds a message's words, whatever they name.
    pub fn says(&self, key: &str) -> bool {
        let words = Lang::En.t().say_with(
            key,
            &[
                ("which", "\u{1}".into()),
                ("level", "\u{1}".into()),
                ("seconds", 0.into()),
            ],
        );
        let page = plain(&self.body);
        plain(&words)
            .split('\u{1}')
            .all(|part| page.contains(part.trim()))
    }

    /// Whether this field has a problem beside it.
    pub fn minds(&self, field: &str) -> bool {
        self.body.contains(&format!("id=\"f-{field}-error\""))
    }

    /// The page without what is new on each: the command's id.
    pub fn lasting(&self) -> String {
        let mut parts = self.body.split("name=\"command\" value=\"");
        let first = parts.next().unwrap_or_default().to_owned();
        parts.fold(first, |page, part| {
            page + "name=\"command\" value=\"" + part.get(32..).unwrap_or_default()
        })
    }

    /// The value of an input.
    pub fn input(&self, name: &str) -> Option<&str> {
        let rest = self
            .body
            .split(&format!("name=\"{name}\" value=\""))
            .nth(1)?;
        rest.split('"').next()
    }

    /// The values offered under a name, except the blank one.
    pub fn options(&self, name: &str) -> Vec<String> {
        let select = format!("name=\"{name}\">");
        if let Some(rest) = self.body.split(&select).nth(1) {
            let list = rest.split("</select>").next().unwrap_or_default();
            return values(list, "<option value=\"");
        }
        values(&self.body, &format!("name=\"{name}\" value=\""))
    }

    /// The notices and problems of the page: what a test wants to read when it fails.
    pub fn said(&self) -> String {
        let from = self.body.find("<main").unwrap_or(0);
        let text: String = self.body[from..]
            .split('<')
            .filter_map(|part| part.split_once('>'))
            .map(|(_, text)| text.trim())
            .filter(|text| !text.is_empty())
            .take(60)
            .collect::<Vec<_>>()
            .join(" | ");
        format!("{} {} {text}", self.status, self.leads_to())
    }

    /// It carries every header that an answer must carry.
    pub fn assert_guarded(&self, what: &str) {
        let own = self.header("content-security-policy");
        assert!(own.starts_with(CSP), "{what}: {own}");
        for (name, value) in [
            ("x-content-type-options", "nosniff"),
            ("x-frame-options", "DENY"),
            ("referrer-policy", "no-referrer"),
            ("cross-origin-opener-policy", "same-origin"),
            ("cross-origin-resource-policy", "same-origin"),
            ("x-robots-tag", "noindex, nofollow"),
        ] {
            assert_eq!(self.header(name), value, "{what}: {name}");
        }
        assert!(self.headers.contains_key("permissions-policy"), "{what}");
        assert!(self.headers.contains_key("cache-control"), "{what}");
    }
}

fn values(page: &str, before: &str) -> Vec<String> {
    let found = page.split(before).skip(1);
    let values = found.filter_map(|rest| Some(rest.split('"').next()?.to_owned()));
    values.filter(|value| !value.is_empty()).collect()
}

/// Text as a reader sees it: unescaped, without isolates.
pub fn plain(page: &str) -> String {
    page.replace("&#39;", "'")
        .replace("&#34;", "\"")
        .replace("&#60;", "<")
        .replace("&#62;", ">")
        .replace("&#38;", "&")
        .replace(['\u{2068}', '\u{2069}'], "")
}
