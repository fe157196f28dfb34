//! Points on the earth, as the specification measures them: on a sphere of the equator's radius.

const RADIUS: f64 = 6_378_100.0;

/// Points as written: `lat lon alt acc`, several between semicolons. None where one is no point.
pub(super) fn points(texts: &[String]) -> Option<Vec<(f64, f64)>> {
    texts
        .iter()
        .flat_map(|text| text.trim().trim_end_matches(';').split(';'))
        .map(point)
        .collect()
}

/// One point, with latitude and longitude where they can be.
pub(crate) fn point(text: &str) -> Option<(f64, f64)> {
    let numbers: Vec<f64> = text
        .split_whitespace()
        .map(|part| part.parse::<f64>().ok().filter(|n| n.is_finite()))
        .collect::<Option<_>>()?;
    match numbers.as_slice() {
        [lat, lon, rest @ ..] if rest.len() <= 2 && lat.abs() <= 90.0 && lon.abs() <= 180.0 => {
            Some((*lat, *lon))
        }
        _ => None,
    }
}

fn cents(number: f64) -> f64 {
    ((number * 100.0 + 0.5).floor() / 100.0).abs()
}

/// Square metres inside the line through the points.
pub(super) fn area(points: &Option<Vec<(f64, f64)>>) -> f64 {
    let Some(points) = points else {
        return f64::NAN;
    };
    if points.len() < 3 {
        return 0.0;
    }
    let next = points.iter().cycle().skip(1);
    let sum: f64 = points
        .iter()
        .zip(next)
        .map(|(a, b)| {
            (b.1 - a.1).to_radians() * (2.0 + a.0.to_radians().sin() + b.0.to_radians().sin())
        })
        .sum();
    cents((sum * RADIUS * RADIUS / 2.0).abs())
}

/// Metres along the points.
pub(super) fn distance(points: &Option<Vec<(f64, f64)>>) -> f64 {
    let Some(points) = points else {
        return f64::NAN;
    };
    let legs = points.windows(2).map(|leg| match leg {
        [a, b] => {
            let (lat1, lat2) = (a.0.to_radians(), b.0.to_radians());
            let across = (a.1 - b.1).to_radians();
            let cosine = lat1.sin() * lat2.sin() + lat1.cos() * lat2.cos() * across.cos();
            cosine.clamp(-1.0, 1.0).acos() * RADIUS
        }
        _ => 0.0,
    });
    cents(legs.sum())
}

/// Whether a point lies inside a shape: a ray from it crosses the outline an odd number of times.
pub(super) fn within(at: &str, shape: &str) -> bool {
    let (Some(at), Some(shape)) = (point(at), points(&[shape.to_owned()])) else {
        return false;
    };
    let next = shape.iter().cycle().skip(1);
    shape
        .iter()
        .zip(next)
        .filter(|(a, b)| {
            (a.1 > at.1) != (b.1 > at.1) && at.0 < (b.0 - a.0) * (at.1 - a.1) / (b.1 - a.1) + a.0
        })
        .count()
        % 2
        == 1
}
