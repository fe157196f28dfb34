//! Plays the script through the doors. Lanes are shared out among threads, each with its own
//! turned clock, so that what arrives together shares one wait for the disk, as it does when
//! many people work.

use std::collections::BTreeMap;

use anyhow::bail;
use casebook::{Casebook, No};
use casework::feedback::FeedbackAsk;

use super::{
    Turned,
    script::{Deed, Script, What},
    staff::Staff,
};

const THREADS: usize = 8;

/// Does everything, in the order of time within each lane. Who mends the demonstration is told of
/// every life that the rules did not let go on, not of the first alone.
pub fn play(book: &Casebook, staff: &Staff, script: Script) -> anyhow::Result<()> {
    let mut shares: Vec<Vec<Deed>> = (0..THREADS).map(|_| Vec::new()).collect();
    for deed in script.deeds {
        shares[deed.lane % THREADS].push(deed);
    }
    let stuck = std::thread::scope(|together| {
        let players: Vec<_> = (shares.iter())
            .map(|share| together.spawn(|| plays(book, staff, share)))
            .collect();
        let ended = players.into_iter().map(|player| player.join());
        ended.collect::<Result<Vec<_>, _>>()
    });
    let stuck = stuck.map_err(|_| anyhow::anyhow!("a thread of the demonstration ended early"))?;
    let stuck: Vec<String> = stuck.into_iter().flatten().collect();
    if stuck.is_empty() {
        Ok(())
    } else {
        bail!("the demonstration does not go on:\n{}", stuck.join("\n"))
    }
}

/// One share of the lanes; answers where lives got stuck.
fn plays(book: &Casebook, staff: &Staff, share: &[Deed]) -> Vec<String> {
    let mut stuck = BTreeMap::new();
    for deed in share {
        if !stuck.contains_key(&deed.lane)
            && let Err(no) = done(book, staff, deed)
        {
            stuck.insert(deed.lane, no.to_string());
        }
    }
    stuck.into_values().collect()
}

fn done(book: &Casebook, staff: &Staff, deed: &Deed) -> anyhow::Result<()> {
    Turned::to(deed.at);
    let actor = staff.actor(deed.who)?;
    let done = match &deed.what {
        What::Case(command) => book.carry_out(&actor, command).map(drop),
        What::Form(command, members) => book
            .form_household(&actor, *command, None, members)
            .map(drop),
        What::Feedback(command, Some(file), asked) => {
            book.answer_feedback(&actor, *command, None, *file, asked)
        }
        What::Feedback(command, None, FeedbackAsk::Receive(said)) => {
            book.receive_feedback(&actor, *command, None, said)
        }
        What::Feedback(_, None, _) => Err(No::NotHere),
    };
    done.map_err(|no| anyhow::anyhow!("{} at {}: {no:?}", deed.about, deed.at))
}
