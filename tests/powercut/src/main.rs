//! powercut
fn main() {}
