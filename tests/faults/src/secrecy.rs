//! G16: whatever people say and type, it stands nowhere in the clear: not in the data folder, the
//! keys folder, the backups or the log, at any level of logging.

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::Context;
use serde_json::json;

use crate::{
    chance::Chance,
    desk::{self, Desk, PASSWORD},
    http,
    hunt::{Quarry, dresses, hunt, plain, raw},
    life::{self, Words},
    server::{Binary, Home},
};

/// Runs the proof.
pub fn prove() -> anyhow::Result<bool> {
    let seed = Chance::seed()?;
    let mut chance = Chance::new(seed);
    self_test(&mut chance)?;
    let mut holds = true;
    for level in [None, Some("trace")] {
        holds &= at_level(level, &mut chance)?;
    }
    Ok(holds)
}

/// The search finds what is there, in every dress, at any place in a line.
fn self_test(chance: &mut Chance) -> anyhow::Result<()> {
    let folder = tempfile::tempdir()?;
    let word = format!("selftest{}", chance.id());
    let plants = [
        format!("before {word} after").into_bytes(),
        format!("x{word}")
            .encode_utf16()
            .flat_map(u16::to_le_bytes)
            .collect(),
        format!("x{word}")
            .encode_utf16()
            .flat_map(u16::to_be_bytes)
            .collect(),
        word.bytes()
            .map(|b| format!("{b:02x}"))
            .collect::<String>()
            .into(),
        word.bytes()
            .map(|b| format!("{b:02X}"))
            .collect::<String>()
            .into(),
    ];
    for (place, plant) in plants.iter().enumerate() {
        let path = folder.path().join(place.to_string());
        fs::write(&path, plant)?;
        let (hits, _) = hunt(&[&path], &dresses(&word))?;
        anyhow::ensure!(!hits.is_empty(), "the search misses plant {place}");
    }
    // The three places in Base64, made by another program than ours.
    for (shift, before) in ["", "a", "bc"].into_iter().enumerate() {
        let path = folder.path().join("base64");
        fs::write(&path, format!("{before}{word}zz"))?;
        let out = std::process::Command::new("base64")
            .arg("-w0")
            .arg(&path)
            .output()?;
        fs::write(&path, out.stdout)?;
        let (hits, _) = hunt(&[&path], &dresses(&word))?;
        anyhow::ensure!(!hits.is_empty(), "the search misses Base64 at {shift}");
    }
    Ok(())
}

fn at_level(level: Option<&str>, chance: &mut Chance) -> anyhow::Result<bool> {
    let folder = tempfile::tempdir()?;
    let mut home = Home::within(folder.path());
    home.level = level.map(str::to_owned);
    let temp = folder.path().join("temp");
    fs::create_dir(&temp)?;
    let binary = Binary::found()?.with_value("TMPDIR", &temp.to_string_lossy());
    let server = binary.start(&home, "demo")?;
    let worker = Desk::sign_in(server.address, "worker")?;
    let manager = Desk::sign_in(server.address, "manager")?;
    let mut words = vec!["Salma Invented".to_owned(), "Issa Imagined".to_owned()];
    words.extend([worker.secret().to_owned(), manager.secret().to_owned()]);
    for _ in 0..10 {
        let said = Words::new(chance);
        let (file, _) = life::registered(&worker, &manager, &said, chance)?;
        let seen = worker.get(&format!("/cases/{file}"))?;
        anyhow::ensure!(
            seen.body.contains(&said.note),
            "the note is not on its page"
        );
        words.extend(said.all());
        words.push(begun(&worker, &file, chance)?);
    }
    words.extend(mistakes(&worker, chance)?);
    words.push(new_password(&server.address, chance)?);
    let places = [&home.data, &home.keys, &home.log, &temp].map(PathBuf::as_path);
    let quarry: Vec<Quarry> = words.iter().flat_map(|word| dresses(word)).collect();
    let (mut hits, mut searched) = hunt(&places, &quarry)?;
    server.kill()?;
    let killed = hunt(&places, &quarry)?;
    hits.extend(killed.0);
    let server = binary.start(&home, "demo")?;
    let to = folder.path().join("backup");
    let more = ["--to", &to.to_string_lossy()];
    let made = binary.run(&["backup"], &more, &home, "")?;
    anyhow::ensure!(
        made.status.success(),
        "no backup: {}",
        String::from_utf8_lossy(&made.stderr)
    );
    server.stop()?;
    let (all, read) = hunt(&[folder.path()], &quarry)?;
    hits.extend(all);
    searched += read;
    let (keys_out, _) = hunt(&[&home.data, &to, &home.log, &temp], &key_of(&home.keys)?)?;
    hits.extend(keys_out);
    hits.sort();
    hits.dedup();
    println!(
        "{}",
        json!({"log_level": level.unwrap_or("default"), "words": words.len(), "patterns": quarry.len(),
            "bytes_searched": searched, "log_bytes": fs::metadata(&home.log)?.len(), "hits": hits.len(),
            "examples": hits.iter().take(12).collect::<Vec<_>>()})
    );
    Ok(hits.is_empty())
}

/// What somebody began to write and did not send.
fn begun(worker: &Desk, file: &str, chance: &mut Chance) -> anyhow::Result<String> {
    let word = format!("begun {}", chance.id());
    let form = format!("/cases/{file}/reception/write_note");
    let command = chance.id();
    let typed = [
        ("command", command.as_str()),
        ("keep", "auto"),
        ("text", word.as_str()),
    ];
    worker.post(&form, &typed)?;
    let again = worker.get(&form)?;
    anyhow::ensure!(again.body.contains(&word), "the draft is not in its form");
    Ok(word)
}

/// What people type where it does not belong: searches, wrong names and passwords, bad answers.
fn mistakes(worker: &Desk, chance: &mut Chance) -> anyhow::Result<Vec<String>> {
    let mut words = Vec::new();
    let mut word = |what: &str| {
        let id = chance.id();
        let word = format!("{what}slip{}", &id[..14]);
        words.push(word.clone());
        word
    };
    for path in [
        format!("/search?q={}", word("query")),
        format!("/cases/{}", word("file")),
        format!("/cases/{}/{}/{}", word("file"), word("room"), word("kind")),
        format!("/{}", word("path")),
        format!("/reception/new?{}={}", word("name"), word("value")),
    ] {
        worker.get(&path)?;
    }
    let (name, password) = (word("username"), word("password"));
    let wrong = [("username", name.as_str()), ("password", password.as_str())];
    http::post(worker.at, "/sign-in", None, &wrong)?;
    http::get(
        worker.at,
        "/cases",
        Some(&format!("notebook={}", word("cookie"))),
    )?;
    let (said, code) = (word("request"), word("language"));
    let mut bad = desk::arrival("0123", &said, "food_water");
    worker.post("/reception/new", &bad)?;
    bad.retain(|(name, _)| !["command", "language"].contains(name));
    let (extra, command, value) = (word("field"), word("command"), word("extra"));
    bad.extend([
        ("language", code.as_str()),
        (extra.as_str(), value.as_str()),
    ]);
    bad.push(("command", "0123456789abcdef0123456789abcdef"));
    worker.post("/reception/new", &bad)?;
    worker.post("/reception/new", &[("command", &command)])?;
    let long = word("long").repeat(400);
    worker.post(
        "/erasures",
        &[("person_code", &long), ("reason", &word("why"))],
    )?;
    worker.post(
        "/begin",
        &[("centre", &word("centre")), ("username", &word("first"))],
    )?;
    Ok(words)
}

/// A new password: only its hash may stand anywhere.
fn new_password(at: &std::net::SocketAddr, chance: &mut Chance) -> anyhow::Result<String> {
    let desk = Desk::sign_in(*at, "desk")?;
    let word = format!("passphrase {}", chance.id());
    let answer = desk.post(
        "/password",
        &[
            ("command", &chance.id()),
            ("present_password", PASSWORD),
            ("password", &word),
            ("password_again", &word),
        ],
    )?;
    anyhow::ensure!(
        answer.status == 303,
        "the password was not set: {}",
        answer.status
    );
    Ok(word)
}

/// The master key, as bytes and as text.
fn key_of(keys: &Path) -> anyhow::Result<Vec<Quarry>> {
    let text = fs::read_to_string(keys.join("master.key"))?;
    let hex = text
        .lines()
        .nth(2)
        .context("the master key has no third line")?;
    let bytes: Vec<u8> = (0..hex.len() / 2)
        .filter_map(|at| u8::from_str_radix(&hex[2 * at..2 * at + 2], 16).ok())
        .collect();
    anyhow::ensure!(bytes.len() == 32, "the master key is not 32 bytes");
    let mut all = raw(&bytes, "master key");
    all.push(plain(&bytes, "master key"));
    Ok(all)
}
