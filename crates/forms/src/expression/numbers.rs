//! Numbers, sums and chance.

use super::functions::Given;
use super::library::Function as F;
use super::value::{Node, Value, World, number_of};

pub(super) fn apply(function: F, given: &Given<'_>) -> Option<f64> {
    let x = given.number(0);
    Some(match function {
        F::Number => x,
        F::Int => x.trunc() + 0.0,
        F::Floor => x.floor(),
        F::Ceiling => x.ceil(),
        F::Abs => x.abs(),
        F::Round => rounded(x, given),
        F::Pow => pow(x, given.number(1)),
        F::Sqrt => x.sqrt(),
        F::Exp => x.exp(),
        F::Exp10 => pow(10.0, x),
        F::Log => x.ln(),
        F::Log10 => x.log10(),
        F::Sin => x.sin(),
        F::Cos => x.cos(),
        F::Tan => x.tan(),
        F::Asin => x.asin(),
        F::Acos => x.acos(),
        F::Atan => x.atan(),
        F::Atan2 => x.atan2(given.number(1)),
        F::Pi => std::f64::consts::PI,
        F::Count => match given.values.first() {
            Some(Value::Nodes(nodes)) => nodes.len() as f64,
            _ => f64::NAN,
        },
        F::CountNonEmpty => given.each(0).iter().filter(|text| !text.is_empty()).count() as f64,
        F::Sum => all(given).iter().sum::<f64>() + 0.0,
        F::Min => extreme(&all(given), |a, b| a < b),
        F::Max => extreme(&all(given), |a, b| a > b),
        _ => return None,
    })
}

fn all(given: &Given<'_>) -> Vec<f64> {
    let one = |value: &Value| match value {
        Value::Nodes(_) => value
            .each(given.world)
            .iter()
            .map(|t| number_of(t))
            .collect(),
        other => vec![other.number(given.world)],
    };
    given.values.iter().flat_map(one).collect()
}

/// The least or the greatest; one that is no number makes the whole no number.
fn extreme(numbers: &[f64], better: fn(f64, f64) -> bool) -> f64 {
    if numbers.iter().any(|number| number.is_nan()) {
        return f64::NAN;
    }
    let best = numbers
        .iter()
        .copied()
        .reduce(|best, next| if better(next, best) { next } else { best });
    best.unwrap_or(f64::NAN)
}

/// To the nearest whole number, the greater of two as near (XPath 1.0).
pub(super) fn round(x: f64) -> f64 {
    if x.fract() == -0.5 {
        x.ceil()
    } else {
        x.round()
    }
}

fn rounded(x: f64, given: &Given<'_>) -> f64 {
    if given.values.len() < 2 {
        return round(x) + 0.0;
    }
    let places = given.number(1).trunc();
    if !(-300.0..=300.0).contains(&places) {
        return f64::NAN;
    }
    let scale = 10f64.powi(places.abs() as i32);
    let done = if places >= 0.0 {
        round(x * scale) / scale
    } else {
        round(x / scale) * scale
    };
    done + 0.0
}

/// As browsers have it: one to an unknown power is unknown.
fn pow(base: f64, power: f64) -> f64 {
    if power.is_nan() || (base.abs() == 1.0 && power.is_infinite()) {
        f64::NAN
    } else {
        base.powf(power)
    }
}

const HEX: [char; 16] = [
    '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f',
];

/// A random identifier (RFC 4122, version 4), or as many random hexadecimal digits as asked for.
pub(super) fn uuid(world: &dyn World, length: Option<&Value>) -> String {
    let digit = |from: usize, of: usize| {
        let index = from + (world.chance() * of as f64) as usize;
        HEX.get(index).copied().unwrap_or('0')
    };
    if let Some(length) = length {
        let length = length.number(world).clamp(0.0, 500.0) as usize;
        return (0..length).map(|_| digit(0, 16)).collect();
    }
    "xxxxxxxx-xxxx-4xxx-yxxx-xxxxxxxxxxxx"
        .chars()
        .map(|c| match c {
            'x' => digit(0, 16),
            'y' => digit(8, 4),
            other => other,
        })
        .collect()
}

/// The specification's shuffle: Fisher–Yates, inside out, with Park–Miller where there is a seed.
pub(super) fn shuffle(nodes: &[Node], seed: Option<f64>, world: &dyn World) -> Vec<Node> {
    const MODULUS: i64 = 2_147_483_647;
    let mut state = seed.map(|seed| {
        let seed = if seed.is_finite() {
            seed.trunc().rem_euclid(9e15) as i64
        } else {
            0
        };
        let state = seed % MODULUS;
        if state <= 0 {
            state + MODULUS - 1
        } else {
            state
        }
    });
    let mut next = || match state.as_mut() {
        Some(state) => {
            *state = *state * 16_807 % MODULUS;
            (*state - 1) as f64 / (MODULUS - 1) as f64
        }
        None => world.chance(),
    };
    let mut out: Vec<Node> = Vec::with_capacity(nodes.len());
    for (index, node) in nodes.iter().enumerate() {
        let other = ((next() * (index + 1) as f64) as usize).min(index);
        out.push(*node);
        out.swap(index, other);
    }
    out
}
