//! G17 in short: erased on the command line by two people, a person is gone from the pages, from the
//! data folder, and from a backup made before; the chain still verifies.

use std::fs;

use anyhow::{Context, ensure};
use rusqlite::Connection;
use serde_json::json;

use crate::{
    chance::Chance,
    desk::{Desk, PASSWORD},
    http,
    life::{self, Words},
    server::{Binary, Home},
};

/// Runs the proof, or its control.
pub fn prove(control: bool) -> anyhow::Result<bool> {
    let mut chance = Chance::new(Chance::seed()?);
    let folder = tempfile::tempdir()?;
    let home = Home::within(folder.path());
    let mut binary = Binary::found()?;
    if control {
        binary = binary.with("SANAD_TEST_KEEP_KEYS");
    }
    let server = binary.start(&home, "demo")?;
    let worker = Desk::sign_in(server.address, "worker")?;
    let manager = Desk::sign_in(server.address, "manager")?;
    let (gone, stays) = (Words::new(&mut chance), Words::new(&mut chance));
    let (file, code) = life::registered(&worker, &manager, &gone, &mut chance)?;
    let (other, _) = life::registered(&worker, &manager, &stays, &mut chance)?;
    let to = folder.path().join("backup");
    let made = binary.run(&["backup"], &["--to", &to.to_string_lossy()], &home, "")?;
    ensure!(made.status.success(), "no backup");
    server.stop()?;
    refused_attempts(&binary, &home, &code)?;
    erase(&binary, &home, &code)?;
    let mut wrong = Vec::new();
    let keys_left = keys_of(&home, &file)?;
    if keys_left > 0 {
        wrong.push(format!("{keys_left} keys of the erased file are left"));
    }
    wrong.extend(look(&binary, &home, &file, &other, &gone, &stays)?);
    let old = Home::within(&folder.path().join("restored"));
    restore(&binary, &home, &old, &to)?;
    wrong.extend(look(&binary, &old, &file, &other, &gone, &stays)?);
    let left = keys_of(&old, &file)?;
    if left > 0 {
        wrong.push(format!(
            "{left} keys of the erased file came back with an old backup"
        ));
    }
    println!("{}", json!({"keys_left": keys_left + left, "wrong": wrong}));
    if control {
        let red = !wrong.is_empty();
        eprintln!(
            "control: {}",
            if red {
                "red, as it must be"
            } else {
                "STILL GREEN"
            }
        );
        return Ok(red);
    }
    Ok(wrong.is_empty())
}

fn erase(binary: &Binary, home: &Home, code: &str) -> anyhow::Result<()> {
    let out = call(binary, home, code, "dataprotection", "supervisor", PASSWORD)?;
    ensure!(
        out.status.success(),
        "not erased: {}",
        String::from_utf8_lossy(&out.stderr)
    );
    Ok(())
}

fn call(
    binary: &Binary,
    home: &Home,
    code: &str,
    proposer: &str,
    confirmer: &str,
    password: &str,
) -> anyhow::Result<std::process::Output> {
    let more = [
        "--person",
        code,
        "--reason",
        "asked for it",
        "--proposer",
        proposer,
        "--confirmer",
        confirmer,
    ];
    binary.run(
        &["erase"],
        &more,
        home,
        &format!("{password}\n{password}\n"),
    )
}

/// No back door: one person alone, a wrong password and the wrong roles erase nothing.
fn refused_attempts(binary: &Binary, home: &Home, code: &str) -> anyhow::Result<()> {
    for (proposer, confirmer, password) in [
        ("dataprotection", "dataprotection", PASSWORD),
        ("dataprotection", "supervisor", "not the password"),
        ("worker", "supervisor", PASSWORD),
        ("dataprotection", "worker", PASSWORD),
        ("dataprotection", "supervisor2", PASSWORD),
    ] {
        let out = call(binary, home, code, proposer, confirmer, password)?;
        ensure!(
            out.status.code() == Some(1) && !out.stderr.is_empty(),
            "{proposer} and {confirmer} erased, or nobody said why not"
        );
    }
    Ok(())
}

fn keys_of(home: &Home, file: &str) -> anyhow::Result<u64> {
    let db = Connection::open(home.data.join("ledger.db"))?;
    let id: Vec<u8> = (0..16)
        .filter_map(|at| u8::from_str_radix(file.get(2 * at..2 * at + 2)?, 16).ok())
        .collect();
    let count: i64 = db.query_row("SELECT count(*) FROM keys WHERE file = ?1", [id], |row| {
        row.get(0)
    })?;
    Ok(count.unsigned_abs())
}

/// The erased person is nowhere, the other is as before, and everything verifies.
fn look(
    binary: &Binary,
    home: &Home,
    file: &str,
    other: &str,
    gone: &Words,
    stays: &Words,
) -> anyhow::Result<Vec<String>> {
    let mut wrong = Vec::new();
    let verified = binary.verify(home)?;
    if !verified.holds() {
        wrong.push(format!(
            "verify: {:?} {}",
            verified.findings, verified.problem
        ));
    }
    let server = binary.start(home, "demo")?;
    let worker = Desk::sign_in(server.address, "worker")?;
    let status = worker.get(&format!("/cases/{file}"))?.status;
    if status != 404 {
        wrong.push(format!("the erased case answers {status}"));
    }
    for path in [
        "/cases".to_owned(),
        "/cases/closed".to_owned(),
        format!("/search?q={}", http::escaped(&gone.name)),
        format!("/search?q={}", http::escaped(&gone.alias)),
    ] {
        let page = worker.get(&path)?;
        if page.status != 200 || page.body.contains(file) {
            wrong.push(format!("{path} still leads to the erased case"));
        }
    }
    let page = worker.get(&format!("/cases/{other}"))?;
    if !page.body.contains(&stays.note) || !page.body.contains(&stays.alias) {
        wrong.push("the other person is not as before".into());
    }
    server.stop()?;
    Ok(wrong)
}

/// The old backup in a new place, with the master key and the newest list of erasures.
fn restore(
    binary: &Binary,
    home: &Home,
    into: &Home,
    from: &std::path::Path,
) -> anyhow::Result<()> {
    fs::create_dir_all(&into.keys)?;
    for name in ["master.key", "head"] {
        fs::copy(home.keys.join(name), into.keys.join(name))?;
    }
    let (ledger, keys) = (from.join("ledger.backup"), from.join("keys.backup"));
    let text = |path: &std::path::Path| {
        path.to_str()
            .map(str::to_owned)
            .context("a path is not text")
    };
    let (ledger, keys, erasures) = (
        text(&ledger)?,
        text(&keys)?,
        text(&home.keys.join("erasures"))?,
    );
    let without = ["--ledger", &ledger, "--keys-backup", &keys];
    let refused = binary.run(&["restore"], &without, into, "")?;
    ensure!(
        refused.status.code() == Some(1),
        "restored without the list of erasures"
    );
    let with = [
        "--ledger",
        &ledger,
        "--keys-backup",
        &keys,
        "--erasures",
        &erasures,
    ];
    let done = binary.run(&["restore"], &with, into, "")?;
    ensure!(
        done.status.success(),
        "not restored: {}",
        String::from_utf8_lossy(&done.stderr)
    );
    Ok(())
}
