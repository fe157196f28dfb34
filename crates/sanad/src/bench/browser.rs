//! The least of a browser: one kept connection, a session, answers with their bytes as sent.

use std::{
    io::{BufRead, BufReader, Read, Write},
    net::TcpStream,
};

use anyhow::{Context, ensure};

/// A connection with a session.
pub struct Browser {
    stream: BufReader<TcpStream>,
    session: String,
}

/// An answer: its status, its headers, and its body as it came over the wire.
pub struct Answer {
    pub status: u16,
    headers: Vec<(String, String)>,
    pub body: Vec<u8>,
}

impl Answer {
    /// A header's text.
    pub fn header(&self, name: &str) -> Option<&str> {
        let found = self.headers.iter().find(|(known, _)| known == name);
        found.map(|(_, value)| value.as_str())
    }
}

impl Browser {
    /// Connects, without a session.
    pub fn open(address: &str) -> anyhow::Result<Self> {
        let stream = TcpStream::connect(address)?;
        stream.set_nodelay(true)?;
        Ok(Self {
            stream: BufReader::new(stream),
            session: String::new(),
        })
    }

    /// Signs in and keeps the session.
    pub fn signs_in(&mut self, username: &str, password: &str) -> anyhow::Result<()> {
        let fields = [("username", username), ("password", password)];
        let answer = self.post("/sign-in", &fields)?;
        ensure!(answer.status == 303, "signing in: {}", answer.status);
        let cookie = answer.header("set-cookie").context("no session")?;
        cookie
            .split(';')
            .next()
            .unwrap_or_default()
            .clone_into(&mut self.session);
        Ok(())
    }

    /// A page, compressed as browsers ask for it.
    pub fn get(&mut self, path: &str) -> anyhow::Result<Answer> {
        let head = self.head("GET", path);
        self.send(format!("{head}\r\n").as_bytes())
            .with_context(|| path.to_owned())
    }

    /// A page as it is, to be read.
    pub fn get_plain(&mut self, path: &str) -> anyhow::Result<Answer> {
        let head = self
            .head("GET", path)
            .replace("Accept-Encoding: gzip\r\n", "");
        self.send(format!("{head}\r\n").as_bytes())
    }

    /// A form's post.
    pub fn post(&mut self, path: &str, fields: &[(&str, &str)]) -> anyhow::Result<Answer> {
        let pairs = fields.iter().map(|(name, value)| {
            let value: String = value.bytes().map(encoded).collect();
            format!("{name}={value}")
        });
        let body = pairs.collect::<Vec<_>>().join("&");
        let head = self.head("POST", path);
        let length = body.len();
        self.send(
            format!("{head}Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {length}\r\n\r\n{body}")
                .as_bytes(),
        )
        .with_context(|| path.to_owned())
    }

    fn head(&self, method: &str, path: &str) -> String {
        format!(
            "{method} {path} HTTP/1.1\r\nHost: bench\r\nAccept-Encoding: gzip\r\nAccept-Language: en\r\n\
             Sec-Fetch-Site: same-origin\r\nCookie: {}\r\n",
            self.session
        )
    }

    fn send(&mut self, bytes: &[u8]) -> anyhow::Result<Answer> {
        self.stream.get_mut().write_all(bytes)?;
        let status = self.line()?;
        let status = status
            .split(' ')
            .nth(1)
            .and_then(|status| status.parse().ok())
            .context("no status line")?;
        let mut headers = Vec::new();
        loop {
            let line = self.line()?;
            let Some((name, value)) = line.split_once(':') else {
                break;
            };
            headers.push((name.to_lowercase(), value.trim().to_owned()));
        }
        let mut answer = Answer {
            status,
            headers,
            body: Vec::new(),
        };
        if let Some(length) = answer.header("content-length") {
            answer.body = vec![0; length.parse()?];
            self.stream.read_exact(&mut answer.body)?;
        } else if answer.header("transfer-encoding") == Some("chunked") {
            self.chunks(&mut answer.body)?;
        }
        Ok(answer)
    }

    fn chunks(&mut self, body: &mut Vec<u8>) -> anyhow::Result<()> {
        loop {
            let size = usize::from_str_radix(self.line()?.trim(), 16)?;
            let from = body.len();
            body.resize(from + size, 0);
            self.stream.read_exact(&mut body[from..])?;
            self.line()?;
            if size == 0 {
                return Ok(());
            }
        }
    }

    fn line(&mut self) -> anyhow::Result<String> {
        let mut line = String::new();
        ensure!(
            self.stream.read_line(&mut line)? > 0,
            "the program closed the connection"
        );
        line.truncate(line.trim_end().len());
        Ok(line)
    }
}

fn encoded(byte: u8) -> String {
    if byte.is_ascii_alphanumeric() || b"-_.~".contains(&byte) {
        char::from(byte).to_string()
    } else {
        format!("%{byte:02X}")
    }
}
