//! What people do all day, measured one request after the other, and notes by several at once.

use std::time::{Duration, Instant};

use anyhow::ensure;
use casebook::{Clock, SystemClock, fresh_id};
use jiff::tz::TimeZone;

use super::{
    browser::{Answer, Browser},
    figures::{Commands, PageFigures, Size, as_f64},
    population::{PASSWORD, Population, Worker},
    process::Program,
};

/// Pages and posts, each kind on its own.
pub fn pages(
    program: &Program,
    population: &Population,
    requests: usize,
    size: &mut Size,
) -> anyhow::Result<()> {
    // Who reads carries 25 cases in every run on the same population: whatever is written is written
    // in the last centre, where a size has more than one.
    let mut stranger = Browser::open(&program.address)?;
    let ([reader, ..], [.., registrar, desk, caller]) =
        (&population.workers[..], &population.workers[..])
    else {
        anyhow::bail!("a population has at least three workers");
    };
    let signed_in = |worker: &Worker| {
        let mut browser = Browser::open(&program.address)?;
        browser.signs_in(&worker.username, PASSWORD)?;
        anyhow::Ok(browser)
    };
    let file = |n: usize| reader.files[n % reader.files.len()];
    let called = |n: usize| caller.files[n % caller.files.len()];
    let name = |n: usize| &population.names[n * 31 % population.names.len()];
    let (mut reader, mut registrar) = (signed_in(reader)?, signed_in(registrar)?);
    let (mut desk, mut caller) = (signed_in(desk)?, signed_in(caller)?);
    size.pages = vec![
        each(program, "sign-in page", requests, 200, |_| {
            stranger.get("/sign-in")
        })?,
        each(program, "my day", requests, 200, |_| reader.get("/day"))?,
        each(program, "caseload", requests, 200, |_| reader.get("/cases"))?,
        each(program, "a case", requests, 200, |n| {
            reader.get(&format!("/cases/{}", file(n)))
        })?,
        each(program, "a step of a case", requests, 200, |n| {
            reader.get(&format!("/cases/{}/registration", file(n)))
        })?,
        each(program, "search by name", requests, 200, |n| {
            reader.get(&format!("/search?q={}", name(n).replace(' ', "+")))
        })?,
    ];
    let mut inquiries = Vec::new();
    for _ in 0..requests + requests / 10 {
        inquiries.push(inquiry(&mut registrar)?);
    }
    let inquiry = |n: usize| &inquiries[n];
    size.pages.extend([
        each(program, "somebody arrives", requests, 303, |_| {
            posts(&mut desk, "/reception/new", ARRIVAL)
        })?,
        each(program, "a person is registered", requests, 303, |n| {
            let name = format!("{} {n}", name(n));
            records_identity(&mut registrar, inquiry(n), &name)
        })?,
        each(program, "the page after it", requests, 200, |n| {
            registrar.get(&format!("{}/registration", inquiry(n)))
        })?,
        each(program, "a contact in passing", requests, 303, |n| {
            contact(&mut caller, called(n))
        })?,
    ]);
    let mut first = Browser::open(&program.address)?;
    let mut bytes = first.get("/sign-in")?.body.len();
    for asset in assets(&mut first)? {
        bytes += first.get(&asset)?.body.len();
    }
    size.first_visit_bytes = bytes;
    Ok(())
}

const ARRIVAL: &[(&str, &str)] = &[
    ("delivery_model", "individual_care"),
    ("channel", "in_person_centre"),
    ("language", "ar"),
    ("immediate_needs", "food_water"),
    ("request", "somewhere to sleep"),
    ("action_taken", "a meal"),
    ("age_band", "from18_to59"),
    ("sex_observed", "female"),
];

const SCREENING: &[(&str, &str)] = &[
    ("entry_route", "self_referred"),
    ("eligibility_criteria", "stranded_or_destitute"),
    ("eligibility_result", "eligible"),
    ("complaint_route_explained", "yes"),
    ("intl_protection_concern", "no"),
    ("initial_concerns", "destitute"),
    ("initial_risk", "medium"),
    ("risk_reason", "no income, nobody here"),
];

const CONSENT: &[(&str, &str)] = &[
    ("scope", "registration"),
    ("decision", "given"),
    ("given_by", "oneself"),
    ("form", "written"),
    ("text_version", "2026-1"),
    ("language", "ar"),
    ("understanding_checked", "yes"),
    ("understanding_words", "I can say stop"),
    ("capacity", "able"),
    ("explained", "purpose"),
    ("explained", "recipients"),
    ("explained", "risks"),
    ("explained", "benefits"),
    ("explained", "refusal_has_no_penalty"),
    ("explained", "withdrawal"),
    ("explained", "limits_of_confidentiality"),
    ("explained", "complaint_route"),
];

/// Somebody arrives, is screened and agrees to be registered: the path of the case.
fn inquiry(browser: &mut Browser) -> anyhow::Result<String> {
    let arrived = posts(browser, "/reception/new", ARRIVAL)?;
    let path = arrived.header("location").unwrap_or_default();
    let path = path.split('?').next().unwrap_or_default().to_owned();
    posts(browser, &format!("{path}/screening/screen"), SCREENING)?;
    posts(browser, &format!("{path}/consent/record_consent"), CONSENT)?;
    Ok(path)
}

/// The contact of half a minute, from the day's page.
fn contact(browser: &mut Browser, file: impl std::fmt::Display) -> anyhow::Result<Answer> {
    let today = SystemClock.now().to_zoned(TimeZone::UTC).date();
    let tomorrow = today.tomorrow()?.to_string();
    let fields = [
        ("mode", "phone_call"),
        ("reached", "yes"),
        ("safety_now", "safe"),
        ("progress_note", "is well"),
        ("next_contact_due", tomorrow.as_str()),
    ];
    posts(browser, &format!("/contact/{file}"), &fields)
}

fn posts(browser: &mut Browser, path: &str, fields: &[(&str, &str)]) -> anyhow::Result<Answer> {
    let command = fresh_id()?.to_string();
    let mut all = vec![("command", command.as_str())];
    all.extend_from_slice(fields);
    let answer = browser.post(path, &all)?;
    ensure!(answer.status == 303, "{path}: {}", answer.status);
    Ok(answer)
}

fn records_identity(browser: &mut Browser, path: &str, name: &str) -> anyhow::Result<Answer> {
    let fields = [
        ("base", "0"),
        ("preferred_name", name),
        ("sex", "female"),
        ("nationality", "sdn"),
        ("languages", "ar"),
        ("dob", "1994-03-11"),
        ("dob_confidence", "stated"),
    ];
    posts(
        browser,
        &format!("{path}/registration/record_identity"),
        &fields,
    )
}

/// What the sign-in page asks for: it is fetched plain to be read.
fn assets(browser: &mut Browser) -> anyhow::Result<Vec<String>> {
    let page = browser.get_plain("/sign-in")?;
    let text = String::from_utf8_lossy(&page.body).into_owned();
    let mut found: Vec<String> = text
        .split('"')
        .filter(|part| part.starts_with("/assets/"))
        .map(str::to_owned)
        .collect();
    found.sort();
    found.dedup();
    Ok(found)
}

/// One kind of request, `requests` times; the first few warm up and do not count.
fn each(
    program: &Program,
    what: &'static str,
    requests: usize,
    status: u16,
    mut ask: impl FnMut(usize) -> anyhow::Result<Answer>,
) -> anyhow::Result<PageFigures> {
    let warm = requests / 10;
    for n in 0..warm {
        ask(n)?;
    }
    let (mut times, mut bytes) = (Vec::new(), Vec::new());
    let before = program.cpu()?;
    for n in warm..warm + requests {
        let begun = Instant::now();
        let answer = ask(n)?;
        times.push(begun.elapsed());
        bytes.push(answer.body.len());
        ensure!(answer.status == status, "{what}: {}", answer.status);
    }
    let cpu = program.cpu()?.saturating_sub(before);
    Ok(PageFigures::of(what, times, cpu, bytes))
}

/// Durable notes, by one person and by several at once.
pub fn commands(program: &Program, population: &Population) -> anyhow::Result<Vec<Commands>> {
    [1, 8]
        .into_iter()
        .map(|people| notes(program, population, people))
        .collect()
}

const SECONDS: Duration = Duration::from_secs(4);

fn notes(program: &Program, population: &Population, people: usize) -> anyhow::Result<Commands> {
    let mut browsers = Vec::new();
    // Not the reader, whose pages are measured in the next run too.
    for worker in population.workers.iter().skip(1).cycle().take(people) {
        let mut browser = Browser::open(&program.address)?;
        browser.signs_in(&worker.username, PASSWORD)?;
        browsers.push((browser, &worker.files));
    }
    let before = program.cpu()?;
    let begun = Instant::now();
    let counts: Vec<anyhow::Result<usize>> = std::thread::scope(|scope| {
        let threads: Vec<_> = browsers
            .into_iter()
            .map(|(mut browser, files)| {
                scope.spawn(move || {
                    let mut count = 0;
                    while begun.elapsed() < SECONDS {
                        let command = fresh_id()?.to_string();
                        let path =
                            format!("/cases/{}/reception/write_note", files[count % files.len()]);
                        let fields = [("command", command.as_str()), ("text", "a quiet evening")];
                        let answer = browser.post(&path, &fields)?;
                        ensure!(answer.status == 303, "a note: {}", answer.status);
                        count += 1;
                    }
                    Ok(count)
                })
            })
            .collect();
        threads
            .into_iter()
            .map(|thread| {
                thread
                    .join()
                    .unwrap_or_else(|_| Err(anyhow::anyhow!("a thread failed")))
            })
            .collect()
    });
    let seconds = begun.elapsed().as_secs_f64();
    let cpu = program.cpu()?.saturating_sub(before);
    let mut all = 0;
    for count in counts {
        all += count?;
    }
    Ok(Commands {
        people,
        per_second: as_f64(all) / seconds,
        cpu_ms: cpu.as_secs_f64() * 1e3 / as_f64(all.max(1)),
    })
}
