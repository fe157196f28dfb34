//! Control runs: with a switch on, the proof of the promise that it breaks must fail.
//!
//! Each runs as a process of its own, because a switch holds for a whole process.

use std::process::Command;

/// Runs one test of this same program with a switch on, and says whether it passed.
fn passes(test: &str, switch: Option<&str>) -> bool {
    let output = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", test])
        .envs(switch.map(|switch| (switch, "1")))
        .output()
        .unwrap();
    let words = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(words.contains("running 1 test"), "there is no test {test}");
    output.status.success()
}

#[test]
fn every_switch_turns_its_proof_red() {
    for (switch, test) in [
        (
            "SANAD_TEST_NO_CLAIM_CHECK",
            "appending::a_claimed_value_belongs_to_one_file_until_it_is_released",
        ),
        (
            "SANAD_TEST_NO_CLAIM_CHECK",
            "concurrency::of_many_who_claim_the_same_name_one_gets_it",
        ),
        (
            "SANAD_TEST_KEEP_KEYS",
            "erasing::an_erased_file_is_gone_and_stays_gone",
        ),
        (
            "SANAD_TEST_KEEP_KEYS",
            "erasing::no_byte_of_a_destroyed_key_is_left_in_the_data",
        ),
    ] {
        assert!(passes(test, None), "{test} fails without any switch");
        assert!(!passes(test, Some(switch)), "{test} does not see {switch}");
    }
}
