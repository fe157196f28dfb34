//! Some rows change with time alone: an answer becomes late, a child turns eighteen. Until when a
//! file's rows stay as they are is found by asking for later moments, so that only the files whose
//! time has come are made anew, and never all at once.

use casework::{
    Case, Sop,
    due::{Due, due},
};
use jiff::{SignedDuration, Timestamp};

/// How late a change that time brings may show.
const LATE: i64 = 5 * 60;

const HOUR: i64 = 3600;

/// Hours after which is looked: what time changes it changes once, not there and back.
const AHEAD: [i64; 7] = [1, 6, 24, 3 * 24, 8 * 24, 21 * 24, 64 * 24];

/// Until when what is due on a case stays as it is.
pub fn until(case: &Case, sop: &Sop, now: Timestamp, as_now: &[Due]) -> Timestamp {
    let after = |seconds| now + SignedDuration::from_secs(seconds);
    let same = |seconds: i64| due(case, sop, after(seconds)) == as_now;
    let mut known = 0;
    for hours in AHEAD {
        if same(hours * HOUR) {
            known = hours * HOUR;
            continue;
        }
        let mut other = hours * HOUR;
        while other - known > LATE.max(known / 8) {
            let middle = known.midpoint(other);
            if same(middle) {
                known = middle;
            } else {
                other = middle;
            }
        }
        break;
    }
    after(known.max(LATE))
}
