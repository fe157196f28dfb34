//! sanad
fn main() {}
