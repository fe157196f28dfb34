//! Just enough HTTP to be a browser on the same machine. An answer counts only when its last byte came.

use std::{
    io::{Read, Write},
    net::{SocketAddr, TcpStream},
    time::Duration,
};

use anyhow::{Context, bail};

/// An answer that arrived whole.
#[derive(Clone, Debug)]
pub struct Answer {
    /// The status.
    pub status: u16,
    /// Where a post leads.
    pub location: Option<String>,
    /// The session's cookie, when one is set.
    pub cookie: Option<String>,
    /// The page.
    pub body: String,
}

/// A form as it is posted: names may come more than once.
pub type Fields<'a> = &'a [(&'a str, &'a str)];

/// Asks for a page.
pub fn get(to: SocketAddr, path: &str, cookie: Option<&str>) -> anyhow::Result<Answer> {
    let request = format!(
        "GET {path} HTTP/1.1\r\nhost: {to}\r\naccept-language: en\r\n{}connection: close\r\n\r\n",
        cookie_line(cookie)
    );
    exchange(to, &request)
}

/// Posts a form.
pub fn post(
    to: SocketAddr,
    path: &str,
    cookie: Option<&str>,
    fields: Fields<'_>,
) -> anyhow::Result<Answer> {
    let body: Vec<String> = fields
        .iter()
        .map(|(name, value)| format!("{}={}", escaped(name), escaped(value)))
        .collect();
    let body = body.join("&");
    let request = format!(
        "POST {path} HTTP/1.1\r\nhost: {to}\r\norigin: http://{to}\r\naccept-language: en\r\n{}connection: close\r\n\
         content-type: application/x-www-form-urlencoded\r\ncontent-length: {}\r\n\r\n{body}",
        cookie_line(cookie),
        body.len()
    );
    exchange(to, &request)
}

fn cookie_line(cookie: Option<&str>) -> String {
    cookie.map_or_else(String::new, |cookie| format!("cookie: {cookie}\r\n"))
}

/// Bytes as they stand in an address or a form.
pub fn escaped(text: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-_.~".contains(&byte);
    text.bytes()
        .map(|byte| {
            if plain(byte) {
                char::from(byte).to_string()
            } else {
                format!("%{byte:02X}")
            }
        })
        .collect()
}

fn exchange(to: SocketAddr, request: &str) -> anyhow::Result<Answer> {
    let mut stream = TcpStream::connect_timeout(&to, Duration::from_secs(5))?;
    stream.set_nodelay(true)?;
    stream.set_read_timeout(Some(Duration::from_secs(60)))?;
    stream.write_all(request.as_bytes())?;
    let mut bytes = Vec::new();
    stream.read_to_end(&mut bytes)?;
    read(&bytes)
}

fn read(bytes: &[u8]) -> anyhow::Result<Answer> {
    let end = bytes
        .windows(4)
        .position(|four| four == b"\r\n\r\n")
        .context("the answer ends within its head")?;
    let head = String::from_utf8_lossy(&bytes[..end]).into_owned();
    let body = &bytes[end + 4..];
    let header = |wanted: &str| {
        head.lines().skip(1).find_map(|line| {
            let (name, value) = line.split_once(':')?;
            name.eq_ignore_ascii_case(wanted)
                .then(|| value.trim().to_owned())
        })
    };
    let status = head
        .split(' ')
        .nth(1)
        .and_then(|text| text.parse().ok())
        .context("the answer has no status")?;
    match header("content-length").and_then(|text| text.parse::<usize>().ok()) {
        Some(length) if length == body.len() => {}
        Some(_) => bail!("the answer was cut short"),
        None => bail!("the answer has no length"),
    }
    Ok(Answer {
        status,
        location: header("location"),
        cookie: header("set-cookie").and_then(|line| line.split(';').next().map(str::to_owned)),
        body: String::from_utf8_lossy(body).into_owned(),
    })
}
