//! Writers at work, a blow at a random moment, a restart, a look at everything: again and again.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::atomic::{AtomicBool, Ordering},
    thread,
    time::{Duration, Instant},
};

use anyhow::Context;

use crate::{
    chance::Chance,
    deeds::Post,
    desk::Desk,
    readback::{self, Found},
    server::{Binary, Home, Server},
    tally::Tally,
    writer::Writer,
};

/// How a storm is to blow.
pub struct Plan<'a> {
    /// What makes the centre and signs people in.
    pub sound: &'a Binary,
    /// What is struck; in a control run a promise of it is broken.
    pub binary: &'a Binary,
    /// Where it lives.
    pub home: &'a Home,
    /// How often it is struck.
    pub rounds: u64,
    /// For the picks.
    pub seed: u64,
    /// What happens to the disk after the kill; gives how many bytes that took.
    pub blow: &'a dyn Fn() -> anyhow::Result<u64>,
}

/// The four who write.
const WRITERS: [&str; 4] = ["worker", "colleague", "manager", "supervisor"];

/// Runs a storm.
pub fn run(plan: &Plan<'_>) -> anyhow::Result<Tally> {
    let begun = Instant::now();
    let mut chance = Chance::new(plan.seed);
    let mut storm = Storm::begin(plan, &mut chance)?;
    for round in 1..=plan.rounds {
        storm.round(&mut chance)?;
        if round % 50 == 0 || round == plan.rounds {
            storm.look_at_everything()?;
            eprintln!(
                "  {round} of {}: {} acknowledged, {} wrong, {} s",
                plan.rounds,
                storm.tally.answered_so_far(),
                storm.tally.wrong(),
                begun.elapsed().as_secs()
            );
        }
    }
    storm.end(begun)
}

struct Storm<'a> {
    plan: &'a Plan<'a>,
    server: Option<Server>,
    writers: Vec<Writer>,
    /// One who may read the tallies and every file of the centre.
    reader: Desk,
    common: String,
    touched: BTreeSet<String>,
    tally: Tally,
    /// Tallies that the demonstration began with.
    older: usize,
}

impl<'a> Storm<'a> {
    fn begin(plan: &'a Plan<'a>, chance: &mut Chance) -> anyhow::Result<Self> {
        let server = plan.sound.start(plan.home, "demo")?;
        let mut writers = Vec::new();
        for name in WRITERS {
            let desk = Desk::sign_in(server.address, name)?;
            writers.push(Writer::new(desk, chance.branch()));
        }
        let reader = writers.last().context("no writer")?.desk.clone();
        let mut storm = Self {
            plan,
            server: None,
            writers,
            reader,
            common: String::new(),
            touched: BTreeSet::new(),
            tally: Tally::default(),
            older: 0,
        };
        storm.older = storm.tallies()?;
        storm.new_common(chance)?;
        server.stop()?;
        storm.start()?;
        Ok(storm)
    }

    /// Starts what is struck; everybody goes on with the session that they have.
    fn start(&mut self) -> anyhow::Result<()> {
        let server = self.plan.binary.start(self.plan.home, "demo")?;
        self.reader.moved(server.address);
        for writer in &mut self.writers {
            writer.desk.moved(server.address);
        }
        self.tally.started(server.took);
        self.server = Some(server);
        Ok(())
    }

    /// A file to which everybody adds, for a while.
    fn new_common(&mut self, chance: &mut Chance) -> anyhow::Result<()> {
        let mut post = Post::arrival(chance);
        self.reader
            .arrives(&post.command, &post.token, "food_water")?;
        post.acknowledged = true;
        self.common.clone_from(&post.file);
        if let Some(first) = self.writers.first_mut() {
            first.posts.push(post);
        }
        Ok(())
    }

    fn round(&mut self, chance: &mut Chance) -> anyhow::Result<()> {
        if chance.once_in(8) {
            self.new_common(chance)?;
        }
        let before: Vec<usize> = self.writers.iter().map(|w| w.posts.len()).collect();
        let pause = Duration::from_millis(chance.within(10, 401));
        let (struck, common) = (AtomicBool::new(false), self.common.clone());
        let mut server = self.server.take().context("no server")?;
        thread::scope(|scope| {
            for writer in &mut self.writers {
                scope.spawn(|| writer.work(&common, &struck));
            }
            thread::sleep(pause);
            struck.store(true, Ordering::SeqCst);
            server.strike()
        })?;
        self.tally.took += (self.plan.blow)()?;
        self.start()?;
        let mut acknowledged = 0;
        for (writer, from) in self.writers.iter().zip(before) {
            let posts = &writer.posts[from..];
            acknowledged += posts.iter().filter(|post| post.acknowledged).count();
            self.touched
                .extend(posts.iter().map(|post| post.file.clone()));
        }
        self.tally.round(acknowledged);
        let touched = std::mem::take(&mut self.touched);
        self.compare(|file| touched.contains(file))?;
        for writer in &mut self.writers {
            writer.retry();
        }
        self.touched = touched;
        self.compare_touched()
    }

    /// After the retries once more.
    fn compare_touched(&mut self) -> anyhow::Result<()> {
        let touched = std::mem::take(&mut self.touched);
        self.compare(|file| touched.contains(file))
    }

    fn compare(&mut self, wanted: impl Fn(&String) -> bool) -> anyhow::Result<()> {
        let mut files: BTreeMap<String, Vec<&Post>> = BTreeMap::new();
        for post in self.writers.iter().flat_map(|writer| &writer.posts) {
            if wanted(&post.file) {
                files.entry(post.file.clone()).or_default().push(post);
            }
        }
        let mut parts: Vec<BTreeMap<String, Vec<&Post>>> = vec![BTreeMap::new(); 4];
        for (place, (file, posts)) in files.into_iter().enumerate() {
            parts[place % 4].insert(file, posts);
        }
        let desk = &self.reader;
        let found: Vec<anyhow::Result<Found>> = thread::scope(|scope| {
            let asked: Vec<_> = parts
                .iter()
                .map(|part| scope.spawn(|| readback::compare(desk, part)))
                .collect();
            let fell = || anyhow::anyhow!("a reader fell");
            asked
                .into_iter()
                .map(|one| one.join().map_err(|_| fell())?)
                .collect()
        });
        let mut all = Found::default();
        for part in found {
            all.join(part?);
        }
        for post in self.writers.iter_mut().flat_map(|w| &mut w.posts) {
            if let Some(seen) = all.seen.get(&post.command) {
                post.seen = Some(*seen);
            }
        }
        self.tally.add(&all);
        Ok(())
    }

    /// How many tallies the page of them shows.
    fn tallies(&self) -> anyhow::Result<usize> {
        let page = self.reader.get("/tallies")?;
        Ok(page.body.matches("<tr>").count().saturating_sub(1))
    }

    /// Every file, the tallies, and the program's own verification while it is stopped.
    fn look_at_everything(&mut self) -> anyhow::Result<()> {
        self.compare(|_| true)?;
        let counted = self.tallies()?;
        self.tally.tallies(counted.saturating_sub(self.older));
        let kept = self.lists()?;
        let server = self.server.take().context("no server")?;
        server.kill()?;
        let verified = self.plan.binary.verify(self.plan.home)?;
        self.tally.verified(&verified);
        self.start()?;
        // Before: kept up to date post by post. After: rebuilt from the ledger.
        for ((path, before), (_, after)) in kept.into_iter().zip(self.lists()?) {
            if before != after {
                self.tally.list_differs(path);
            }
        }
        Ok(())
    }

    /// The pages that come from the views.
    fn lists(&self) -> anyhow::Result<Vec<(&'static str, String)>> {
        ["/cases", "/reception", "/approvals", "/search?q=canary"]
            .into_iter()
            .map(|path| Ok((path, self.reader.get(path)?.body)))
            .collect()
    }

    fn end(mut self, begun: Instant) -> anyhow::Result<Tally> {
        drop(self.server.take());
        for writer in &self.writers {
            self.tally.writer(writer);
        }
        self.tally.looks(self.plan.home)?;
        self.tally.seconds = begun.elapsed().as_secs_f64();
        Ok(self.tally)
    }
}
