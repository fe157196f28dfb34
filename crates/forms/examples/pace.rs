//! How long a form of 300 questions with 150 conditions takes: `cargo run --release -p forms --example pace`.

use std::fmt::Write as _;
use std::time::Instant;

use forms::sitting::{Around, Sitting};
use forms::xlsform::{Book, read};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut survey = String::from("type,name,label,relevant,constraint,calculation\n");
    let mut answers = serde_json::Map::new();
    for n in 0..300 {
        let before = n.max(1) - 1;
        match n % 6 {
            0 => writeln!(survey, "integer,q{n},Q{n},,. >= 0 and . < 120,")?,
            1 => writeln!(survey, "text,q{n},Q{n},${{q{before}}} > 17,,")?,
            2 => writeln!(
                survey,
                "select_multiple yn,q{n},Q{n},,\"not(selected(., 'yes') and selected(., 'no'))\","
            )?,
            3 => writeln!(
                survey,
                "calculate,q{n},,,,\"if(selected(${{q{before}}}, 'yes'), 'a', 'b')\""
            )?,
            _ => writeln!(survey, "text,q{n},Q{n},,,")?,
        }
        let answer = match n % 6 {
            0 => serde_json::json!(40),
            2 => serde_json::json!("yes"),
            _ => serde_json::json!("some text"),
        };
        answers.insert(format!("q{n}"), answer);
    }
    let choices = "list_name,name,label\nyn,yes,Yes\nyn,no,No\n";
    let start = Instant::now();
    let form = read(Book::from_csv(&[
        ("survey", &survey),
        ("choices", choices),
    ])?)
    .map_err(|_| "refused")?;
    println!("read: {:?}", start.elapsed());
    let around = Around::at("2026-11-22T09:30:00.000+01:00", &|| 0.5);
    let start = Instant::now();
    let rounds = 100;
    for _ in 0..rounds {
        Sitting::new(&form, &answers, &around)?.wrongs()?;
    }
    println!("checked: {:?} each", start.elapsed() / rounds);
    let file = std::env::temp_dir().join("pace-form.json");
    std::fs::write(
        &file,
        serde_json::json!({"form": form.to_json(), "answers": answers}).to_string(),
    )?;
    println!("for the browser: {}", file.display());
    Ok(())
}
