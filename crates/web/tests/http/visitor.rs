//! Somebody with a browser.

use axum::{
    body::Body,
    http::{
        Request,
        header::{CONTENT_TYPE, COOKIE},
    },
};
use casebook::fresh_id;
use casework::Id;
use http_body_util::BodyExt;
use sha2::{Digest, Sha256};
use tower::ServiceExt;

use crate::{answer::Answer, house::House};

/// Fields of a post.
pub type Fields<'f> = &'f [(&'f str, &'f str)];

/// A browser, with or without a session.
#[derive(Clone)]
pub struct Visitor<'h> {
    pub house: &'h House,
    pub token: Option<String>,
}

impl<'h> Visitor<'h> {
    pub fn stranger(house: &'h House) -> Self {
        Self { house, token: None }
    }

    /// With a session begun in the ledger, as signing in does once the password was right.
    pub fn inside(house: &'h House, account: Id) -> Self {
        let token = format!("{}{}", fresh(), fresh());
        let kept = serde_json::to_vec(&serde_json::json!({"account": account})).unwrap();
        let hash = Sha256::digest(token.as_bytes()).into();
        let now = house.app.book.now();
        house.ledger.session_begin(now, hash, &kept).unwrap();
        Self {
            house,
            token: Some(token),
        }
    }

    /// Through the door, with name and password.
    pub fn signs_in(house: &'h House, username: &str, password: &str) -> (Self, Answer) {
        let fields = [("username", username), ("password", password)];
        let answer = Self::stranger(house).post("/sign-in", &fields);
        let token = answer.cookie(house.app.cookie.name());
        (Self { house, token }, answer)
    }

    /// A page.
    pub fn get(&self, path: &str) -> Answer {
        self.send("GET", path, None, Some("same-origin"))
    }

    /// A page of the case.
    pub fn opens(&self, file: &str, place: &str) -> Answer {
        self.get(&format!("/cases/{file}/{place}"))
    }

    /// A post as it stands.
    pub fn post(&self, path: &str, fields: Fields<'_>) -> Answer {
        self.send("POST", path, Some(&encoded(fields)), Some("same-origin"))
    }

    /// A post with a command id of its own.
    pub fn posts(&self, path: &str, fields: Fields<'_>) -> Answer {
        let command = fresh();
        let mut all = vec![("command", command.as_str())];
        all.extend_from_slice(fields);
        self.post(path, &all)
    }

    /// Does something on a case: `room.kind` and the fields of its form.
    pub fn does(&self, file: &str, what: &str, fields: Fields<'_>) -> Answer {
        self.posts(&path_of(file, what), fields)
    }

    /// Does it, and it must be done.
    pub fn did(&self, file: &str, what: &str, fields: Fields<'_>) {
        self.does(file, what, fields).done(what);
    }

    /// Makes something that carries the id of the command that made it, such as a referral.
    pub fn makes(&self, file: &str, what: &str, fields: Fields<'_>) -> String {
        let command = fresh();
        let mut all = vec![("command", command.as_str())];
        all.extend_from_slice(fields);
        self.post(&path_of(file, what), &all).done(what);
        command
    }

    /// Any request; `site` is what the browser says of where it comes from.
    pub fn send(&self, method: &str, path: &str, body: Option<&str>, site: Option<&str>) -> Answer {
        let mut request = Request::builder()
            .method(method)
            .uri(path)
            .header("host", "desk.example")
            .header("accept-language", "en");
        if let Some(token) = &self.token {
            let name = self.house.app.cookie.name();
            request = request.header(COOKIE, format!("{name}={token}"));
        }
        if let Some(site) = site {
            request = request.header("sec-fetch-site", site);
        }
        if body.is_some() {
            request = request.header(CONTENT_TYPE, "application/x-www-form-urlencoded");
        }
        let body = Body::from(body.unwrap_or_default().to_owned());
        self.ask(request.body(body).unwrap())
    }

    /// Any request at all.
    pub fn ask(&self, request: Request<Body>) -> Answer {
        let router = self.house.router.clone();
        self.house.runtime.block_on(async move {
            let response = router.oneshot(request).await.unwrap();
            let (head, body) = response.into_parts();
            let bytes = body.collect().await.unwrap().to_bytes();
            Answer {
                status: head.status.as_u16(),
                headers: head.headers,
                body: String::from_utf8(bytes.to_vec()).unwrap(),
            }
        })
    }
}

/// The address of something that can be done.
pub fn path_of(file: &str, what: &str) -> String {
    format!("/cases/{file}/{}", what.replacen('.', "/", 1))
}

/// A fresh id.
pub fn fresh() -> String {
    fresh_id().unwrap().to_string()
}

/// Fields as a browser writes them.
pub fn encoded(fields: Fields<'_>) -> String {
    let escape = |text: &str| -> String {
        let plain = |byte: &u8| byte.is_ascii_alphanumeric() || b"-_.".contains(byte);
        text.bytes()
            .map(|byte| {
                if plain(&byte) {
                    char::from(byte).to_string()
                } else {
                    format!("%{byte:02X}")
                }
            })
            .collect()
    };
    let pairs = fields
        .iter()
        .map(|(name, value)| format!("{}={}", escape(name), escape(value)));
    pairs.collect::<Vec<_>>().join("&")
}
