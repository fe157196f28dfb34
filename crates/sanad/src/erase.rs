//! `erase`: no back door. Two accounts with their passwords pass the same doors as on the pages.

use std::{
    io::{BufRead, IsTerminal, Write},
    process::ExitCode,
};

use access::Actor;
use anyhow::{Context, bail};
use casebook::{Casebook, SignInNo, fresh_id};

use crate::{commands::EraseArgs, dirs};

/// Erases a person: one account proposes, another confirms; each password is read from the
/// terminal, or as one line each from standard input.
pub fn erase(args: &EraseArgs) -> anyhow::Result<ExitCode> {
    if args.proposer == args.confirmer {
        bail!("two people are needed: one proposes, another confirms");
    }
    let book = dirs::open(&args.places)?;
    let proposer = actor(&book, &args.proposer)?;
    let confirmer = actor(&book, &args.confirmer)?;
    let proposal = book
        .propose_erasure(&proposer, fresh_id()?, &args.person, &args.reason)
        .context(
            "the erasure was not proposed: the code is not known here, or the account may not",
        )?;
    book.confirm_erasure(&confirmer, fresh_id()?, proposal)
        .context("the erasure was not confirmed: the account may not")?;
    println!(
        "erased; the chain still verifies. Renew the epoch to darken old backups: sanad keys renew"
    );
    Ok(ExitCode::SUCCESS)
}

fn actor(book: &Casebook, username: &str) -> anyhow::Result<Actor> {
    let password = password_of(username)?;
    book.actor_with_password(username, &password)
        .map_err(|no| match no {
            SignInNo::Wrong | SignInNo::Gone => {
                anyhow::anyhow!("{username}: the name or the password is wrong")
            }
            SignInNo::Wait(left) => anyhow::anyhow!(
                "{username}: too many tries; wait {} seconds",
                left.as_secs() + 1
            ),
            SignInNo::Failed(no) => no.into(),
        })
}

fn password_of(username: &str) -> anyhow::Result<String> {
    let input = std::io::stdin();
    if input.is_terminal() {
        eprint!("Password of {username} (shown while typed): ");
        std::io::stderr().flush()?;
    }
    let mut line = String::new();
    input.lock().read_line(&mut line)?;
    Ok(line.trim_end_matches(['\r', '\n']).to_owned())
}
