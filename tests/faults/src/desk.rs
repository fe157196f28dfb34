//! Somebody at a desk: signed in once, with a session that outlives the program.

use std::net::SocketAddr;

use anyhow::{Context, bail};

use crate::http::{self, Answer, Fields};

/// The password of every demonstration account.
pub const PASSWORD: &str = "invented people only";

/// A signed-in account.
#[derive(Clone, Debug)]
pub struct Desk {
    /// Where the program listens; another port after every restart.
    pub at: SocketAddr,
    cookie: String,
}

impl Desk {
    /// Signs in.
    pub fn sign_in(at: SocketAddr, username: &str) -> anyhow::Result<Self> {
        let fields = [("username", username), ("password", PASSWORD)];
        let answer = http::post(at, "/sign-in", None, &fields)?;
        if answer.status != 303 {
            bail!("{username} cannot sign in: status {}", answer.status);
        }
        let cookie = answer.cookie.context("no session came")?;
        Ok(Self { at, cookie })
    }

    /// The same session at another address.
    pub const fn moved(&mut self, at: SocketAddr) {
        self.at = at;
    }

    /// The session's secret.
    pub fn secret(&self) -> &str {
        self.cookie.split_once('=').map_or("", |(_, value)| value)
    }

    /// A page.
    pub fn get(&self, path: &str) -> anyhow::Result<Answer> {
        http::get(self.at, path, Some(&self.cookie))
    }

    /// The whole story of a case as one text, and how many pages it took; the answer of the first
    /// that is not 200 stands for all.
    pub fn story(&self, file: &str) -> anyhow::Result<(Answer, u64)> {
        let mut whole = self.get(&format!("/cases/{file}/story"))?;
        let mut pages = 1;
        while whole.status == 200 {
            let next = format!("/cases/{file}/story?page={}", pages + 1);
            if !whole.body.contains(&format!("{next}\"")) {
                break;
            }
            let page = self.get(&next)?;
            whole.status = page.status;
            whole.body.push_str(&page.body);
            pages += 1;
        }
        Ok((whole, pages))
    }

    /// A form.
    pub fn post(&self, path: &str, fields: Fields<'_>) -> anyhow::Result<Answer> {
        http::post(self.at, path, Some(&self.cookie), fields)
    }

    /// Does something on a case, and fails unless it was done.
    pub fn does(
        &self,
        file: &str,
        what: &str,
        command: &str,
        fields: Fields<'_>,
    ) -> anyhow::Result<()> {
        let mut all = vec![("command", command)];
        all.extend_from_slice(fields);
        let answer = self.post(&format!("/cases/{file}/{what}"), &all)?;
        if answer.status != 303 {
            bail!(
                "{what}: status {}: {}",
                answer.status,
                problem(&answer.body)
            );
        }
        Ok(())
    }

    /// Somebody arrives; gives the file.
    pub fn arrives(&self, command: &str, request: &str, need: &str) -> anyhow::Result<String> {
        let answer = self.post("/reception/new", &arrival(command, request, need))?;
        if answer.status != 303 {
            bail!(
                "arrival: status {}: {}",
                answer.status,
                problem(&answer.body)
            );
        }
        Ok(file_of(command))
    }
}

/// The answers of an arrival.
pub fn arrival<'a>(command: &'a str, request: &'a str, need: &'a str) -> Vec<(&'a str, &'a str)> {
    vec![
        ("command", command),
        ("immediate_needs", need),
        ("request", request),
        ("action_taken", "water, a meal, a quiet seat"),
        ("delivery_model", "individual_care"),
        ("channel", "in_person_centre"),
        ("language", "ar"),
        ("sex_observed", "female"),
        ("age_band", "from18_to59"),
    ]
}

/// The file that an arrival with this command id makes: known before the answer, and without it.
pub fn file_of(command: &str) -> String {
    let (head, tail) = command.split_at(command.len().saturating_sub(4));
    let tail = u16::from_str_radix(tail, 16).unwrap_or(0) ^ u16::MAX;
    format!("{head}{tail:04x}")
}

/// The words of a refusal on a page, for a report.
fn problem(page: &str) -> String {
    let at = page.find("notice").unwrap_or(0);
    let text: String = page.get(at..).unwrap_or(page).chars().take(600).collect();
    text.replace('\n', " ")
}
