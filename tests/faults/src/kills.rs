//! G1 and G19: killed at any moment, nothing acknowledged is lost, nothing is there twice or in
//! part, and every page that was answered stands in the log of looks.

use crate::{
    Storm,
    chance::Chance,
    server::{Binary, Home},
    storm::{self, Plan},
    tally::Tally,
};

/// Kills when nothing else is asked for.
const ROUNDS: u64 = 200;
/// Kills in the control run: the window is short.
const CONTROL_ROUNDS: u64 = 40;

/// Runs the proof, or its control.
pub fn prove(args: &Storm) -> anyhow::Result<bool> {
    let folder = tempfile::tempdir()?;
    let home = Home::within(folder.path());
    let sound = Binary::found()?;
    let mut binary = sound.clone();
    if args.control {
        binary = binary.with("SANAD_TEST_EARLY_ACK");
    }
    let rounds = rounds(args, "FAULTS_KILLS", ROUNDS, CONTROL_ROUNDS);
    let seed = args.seed.map_or_else(Chance::seed, Ok)?;
    eprintln!("{rounds} kills, seed {seed}");
    let plan = Plan {
        sound: &sound,
        binary: &binary,
        home: &home,
        rounds,
        seed,
        blow: &|| Ok(0),
    };
    let tally = storm::run(&plan)?;
    println!("{}", tally.to_json());
    Ok(verdict(&tally, args.control))
}

/// From the arguments, the environment, or the default.
pub fn rounds(args: &Storm, variable: &str, proof: u64, control: u64) -> u64 {
    let from_env = || std::env::var(variable).ok()?.parse().ok();
    let default = if args.control { control } else { proof };
    args.rounds.or_else(from_env).unwrap_or(default)
}

/// Green when nothing is wrong; a control run when something acknowledged was lost.
pub fn verdict(tally: &Tally, control: bool) -> bool {
    if control {
        let red = tally.lost() > 0;
        let words = if red {
            "red, as it must be"
        } else {
            "STILL GREEN: the proof proves nothing, or the binary has no test switches"
        };
        eprintln!("control: {words}");
        return red;
    }
    let most = tally.rounds_with_answers * 2 > tally.rounds;
    if !most {
        eprintln!("too few blows fell after an acknowledgement: the proof proves little");
    }
    most && tally.wrong() == 0
}
