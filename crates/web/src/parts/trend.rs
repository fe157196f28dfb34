//! A small line of numbers over time, drawn, with its words for those who do not see it.

use askama::Template;
use askama::filters::HtmlSafe;

const WIDTH: i64 = 560;
const HEIGHT: i64 = 150;
/// Room around the line for the words at its points.
const EDGE: i64 = 48;
const FOOT: i64 = 34;
const HEAD: i64 = 22;

/// One point of the line.
#[derive(Debug, Clone)]
struct Point {
    x: i64,
    y: i64,
    mark: String,
    day: String,
}

/// The line.
#[derive(Debug, Clone, Template)]
#[template(path = "parts/trend.html")]
pub struct Trend {
    id: &'static str,
    title: String,
    told: String,
    points: Vec<Point>,
    width: i64,
    height: i64,
    foot: i64,
}

impl HtmlSafe for Trend {}

impl Trend {
    /// Points as a moment, a number and the day in words, oldest first; `highest` is the top.
    pub fn new(
        id: &'static str,
        title: String,
        told: String,
        points: &[(i64, u8, String)],
        highest: u8,
    ) -> Self {
        let first = points.first().map_or(0, |(at, ..)| *at);
        let last = points.last().map_or(0, |(at, ..)| *at);
        let span = (last - first).max(1);
        let high = i64::from(highest.max(1));
        let room = HEIGHT - HEAD - FOOT;
        let place = |(at, number, day): &(i64, u8, String)| Point {
            x: EDGE + (at - first) * (WIDTH - 2 * EDGE) / span,
            y: HEAD + room - i64::from(*number) * room / high,
            mark: number.to_string(),
            day: day.clone(),
        };
        Trend {
            id,
            title,
            told,
            points: points.iter().map(place).collect(),
            width: WIDTH,
            height: HEIGHT,
            foot: HEIGHT - FOOT,
        }
    }

    /// The same with time running from right to left.
    pub fn mirrored(mut self) -> Self {
        for point in &mut self.points {
            point.x = WIDTH - point.x;
        }
        self
    }

    fn line(&self) -> String {
        let points = self.points.iter();
        let points: Vec<String> = points.map(|at| format!("{},{}", at.x, at.y)).collect();
        points.join(" ")
    }

    /// The days at both ends; those between them stand in the table.
    fn ends(&self) -> Vec<&Point> {
        let mut ends: Vec<&Point> = self.points.first().into_iter().collect();
        ends.extend(self.points.last());
        ends
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(numbers: &[u8]) -> Trend {
        let points: Vec<(i64, u8, String)> = (numbers.iter().zip(0..))
            .map(|(number, at)| (at * 86_400, *number, format!("day {at}")))
            .collect();
        Trend::new("phq9", "scores".into(), "words".into(), &points, 27)
    }

    #[test]
    fn a_higher_number_stands_higher_and_time_runs_forward() {
        let trend = line(&[20, 9, 27]);
        let [one, two, three] = &trend.points[..] else {
            panic!("three points");
        };
        assert!(two.y > one.y && three.y < one.y);
        assert!(one.x < two.x && two.x < three.x);
        let turned = line(&[20, 9, 27]).mirrored();
        assert!(turned.points[0].x > turned.points[2].x);
        assert_eq!(turned.points[1].y, two.y);
    }

    #[test]
    fn it_is_told_in_words_too() {
        let html = line(&[3, 4]).render().unwrap();
        assert!(html.contains("<title id=\"trend-title-phq9\">scores</title>"));
        assert!(html.contains("<desc id=\"trend-told-phq9\">words</desc>"));
        assert!(!line(&[3]).render().unwrap().contains("⟦"));
    }
}
