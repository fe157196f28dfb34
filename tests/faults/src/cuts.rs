//! G2: after a power cut everything acknowledged is there, with the keys on the same disk and apart.

use std::fs;

use powercut::Mount;

use crate::{
    Storm,
    chance::Chance,
    kills::{rounds, verdict},
    server::{Binary, Home},
    storm::{self, Plan},
};

/// Cuts of each variant when nothing else is asked for.
const ROUNDS: u64 = 20;

/// Runs the proof in both variants, or its control.
pub fn prove(args: &Storm) -> anyhow::Result<bool> {
    if let Some(reason) = powercut::unavailable() {
        println!("skipped: {reason}");
        return Ok(true);
    }
    let mut holds = true;
    for keys_too in [false, true] {
        holds &= variant(args, keys_too)?;
        if args.control {
            break;
        }
    }
    Ok(holds)
}

fn variant(args: &Storm, keys_too: bool) -> anyhow::Result<bool> {
    let folder = tempfile::tempdir()?;
    let at = folder.path().join("at");
    for path in [&at, &folder.path().join("backing")] {
        fs::create_dir(path)?;
    }
    let mount = Mount::start(&folder.path().join("backing"), &at)?;
    let mut home = Home::within(folder.path());
    home.data = at.join("data");
    if keys_too {
        home.keys = at.join("keys");
    }
    let sound = Binary::found()?;
    let mut binary = sound.clone();
    if args.control {
        binary = binary.with("SANAD_TEST_WEAK_SYNC");
    }
    let rounds = rounds(args, "FAULTS_CUTS", ROUNDS, ROUNDS);
    let seed = args.seed.map_or_else(Chance::seed, Ok)?;
    let where_keys = if keys_too {
        "on the same disk"
    } else {
        "apart"
    };
    eprintln!("{rounds} power cuts with the keys {where_keys}, seed {seed}");
    let control = args.control;
    let blow = || {
        let took = mount.cut()?.unsynced_bytes;
        // The head kept with the keys would tell of the loss at the door. That is a proof of its
        // own; here it is the reading back that must find what is lost.
        if control {
            fs::remove_file(home.keys.join("head"))?;
        }
        Ok(took)
    };
    let plan = Plan {
        sound: &sound,
        binary: &binary,
        home: &home,
        rounds,
        seed,
        blow: &blow,
    };
    let tally = storm::run(&plan)?;
    println!("{}", tally.to_json());
    Ok(verdict(&tally, control))
}
