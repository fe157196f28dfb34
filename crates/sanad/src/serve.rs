//! `serve` and `demo`: the program itself.

use std::{
    cell::OnceCell, net::SocketAddr, os::unix::fs::MetadataExt, path::Path, process::ExitCode,
    sync::Arc, time::Duration,
};

use anyhow::{Context, bail};
use casebook::{Casebook, SystemClock, fresh_id};
use casework::Sop;
use jiff::tz::TimeZone;
use ledger::{Ledger, SealedLedger};
use tokio::sync::Notify;
use web::{App, Demo, Safety, SessionCookie};

use crate::{commands::ServeArgs, demo, dirs};

/// Starts the program and waits for it to be told to stop. The demonstration may be told to begin
/// anew instead; who asks for a page meanwhile waits at the same door.
pub fn serve(args: &ServeArgs, demonstration: bool) -> anyhow::Result<ExitCode> {
    refuse_plain_http(args.listen)?;
    no_core_dumps()?;
    start_logging();
    let sop = dirs::sop(args.sop.as_deref())?;
    if args.places.database.is_some() {
        bail!(
            "pages from a ledger in PostgreSQL are not ready: their lists do not follow other nodes yet. \
             `sanad move` brings the ledger into a file"
        );
    }
    if demonstration {
        demo::clear_unfinished(&dirs::dirs(&args.places))?;
    }
    let door = Door::new(args.listen);
    while one_life(args, &sop, &door, demonstration)? == Ended::ToBeginAnew {
        demo::clear(&dirs::dirs(&args.places))?;
    }
    Ok(ExitCode::SUCCESS)
}

/// Why the program stopped serving.
#[derive(PartialEq, Eq)]
enum Ended {
    ForGood,
    ToBeginAnew,
}

/// From an open ledger to a closed one.
fn one_life(
    args: &ServeArgs,
    sop: &Sop,
    door: &Door,
    demonstration: bool,
) -> anyhow::Result<Ended> {
    let places = dirs::dirs(&args.places);
    let ledger: Arc<dyn Ledger> = Arc::new(SealedLedger::open(&places)?);
    warn_of_open_keys(&places.keys);
    if demonstration {
        demo::build(&ledger, sop, &args.places.data)?;
    }
    let book = Casebook::open(ledger, sop.clone(), Arc::new(SystemClock))?;
    let anew = demonstration && demo::may_begin_anew(&args.places.data, &book);
    let anew = anew.then(|| Arc::new(Notify::new()));
    let app = App {
        book,
        cookie: SessionCookie::new(false),
        zone: zone(sop)?,
        demo: demonstration.then(|| Demo {
            password: demo::PASSWORD,
            reset: anew.clone(),
        }),
    };
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()?;
    let app = Arc::new(app);
    let ended = runtime.block_on(run(Arc::clone(&app), door, demonstration, anew))?;
    drop(runtime);
    if ended == Ended::ForGood {
        keep_snapshot(&app);
    }
    Ok(ended)
}

/// Where the program listens: one socket, however often the demonstration begins anew.
struct Door {
    listen: SocketAddr,
    socket: OnceCell<std::net::TcpListener>,
}

impl Door {
    const fn new(listen: SocketAddr) -> Self {
        Self {
            listen,
            socket: OnceCell::new(),
        }
    }

    async fn open(&self) -> anyhow::Result<tokio::net::TcpListener> {
        if let Some(socket) = self.socket.get() {
            return Ok(tokio::net::TcpListener::from_std(socket.try_clone()?)?);
        }
        let listen = self.listen;
        let bound = tokio::net::TcpListener::bind(listen)
            .await
            .with_context(|| {
                format!("cannot listen on {listen}: is it in use by another program?")
            })?
            .into_std()?;
        let listener = tokio::net::TcpListener::from_std(bound.try_clone()?)?;
        let _ = self.socket.set(bound);
        Ok(listener)
    }
}

/// Passwords and names do not cross a network in the clear (`security.md` requirement 37).
fn refuse_plain_http(listen: SocketAddr) -> anyhow::Result<()> {
    if !listen.ip().is_loopback() {
        bail!(
            "{listen} is not on this machine alone, and this version speaks plain HTTP: \
             listen on 127.0.0.1 and put a TLS proxy on the same machine before it"
        );
    }
    Ok(())
}

/// Whoever can read the keys folder can read everything. Copying it by hand often opens it.
fn warn_of_open_keys(keys: &Path) {
    let open = std::fs::metadata(keys).is_ok_and(|found| found.mode() & 0o077 != 0);
    if open {
        let path = keys.display();
        eprintln!(
            "sanad: warning: others on this machine may enter the keys folder: chmod 700 {path}"
        );
    }
}

/// A core file would hold keys and names.
fn no_core_dumps() -> anyhow::Result<()> {
    let none = rustix::process::Rlimit {
        current: Some(0),
        maximum: Some(0),
    };
    rustix::process::setrlimit(rustix::process::Resource::Core, none)
        .context("core dumps cannot be switched off; the program does not start with them on")
}

fn start_logging() {
    let filter = tracing_subscriber::EnvFilter::try_from_env("SANAD_LOG")
        .unwrap_or_else(|_| tracing_subscriber::EnvFilter::new("warn,sanad=info"));
    tracing_subscriber::fmt()
        .json()
        .with_env_filter(filter)
        .with_writer(std::io::stderr)
        .init();
}

fn zone(sop: &Sop) -> anyhow::Result<TimeZone> {
    Ok(TimeZone::get(&sop.time_zone)?)
}

async fn run(
    app: Arc<App>,
    door: &Door,
    demonstration: bool,
    anew: Option<Arc<Notify>>,
) -> anyhow::Result<Ended> {
    let listener = door.open().await?;
    let address = listener.local_addr()?;
    let safety = Safety {
        tls: false,
        invented: demonstration,
        patience: Duration::from_secs(30),
        failure_id,
    };
    let router = web::pages::router(Arc::clone(&app), safety);
    let stopped = told_to_stop()?;
    println!("http://{address}");
    if demonstration {
        println!("{}", demo::GREETING);
    }
    tokio::spawn(keep_views_fresh(app));
    let (tell, told) = tokio::sync::oneshot::channel();
    let stopping = async move {
        let ended = tokio::select! {
            () = stopped => Ended::ForGood,
            () = asked(anew) => Ended::ToBeginAnew,
        };
        let _ = tell.send(ended);
    };
    axum::serve(
        listener,
        router.into_make_service_with_connect_info::<SocketAddr>(),
    )
    .with_graceful_shutdown(stopping)
    .await?;
    Ok(told.await.unwrap_or(Ended::ForGood))
}

/// Somebody wants the demonstration as on its first day.
async fn asked(anew: Option<Arc<Notify>>) {
    match anew {
        Some(anew) => anew.notified().await,
        None => std::future::pending().await,
    }
}

/// Some rows change with time alone, such as a child's eighteenth birthday; drafts grow too old; and
/// a start after a crash is quick when a snapshot was kept not long ago.
async fn keep_views_fresh(app: Arc<App>) {
    let warming = Arc::clone(&app);
    let warm = tokio::task::spawn_blocking(move || warming.book.warm());
    if !matches!(warm.await, Ok(Ok(_))) {
        tracing::warn!("the index of people is not ready: whoever asks it first waits for it");
    }
    let mut kept = None;
    for minute in 0_u64.. {
        tokio::time::sleep(Duration::from_secs(60)).await;
        let position = app.book.ledger().position();
        let due = minute % MINUTES_BETWEEN_SNAPSHOTS == 0 && kept != Some(position);
        kept = if due { Some(position) } else { kept };
        let app = Arc::clone(&app);
        let renewed = tokio::task::spawn_blocking(move || {
            let renewed = app.book.refresh(jiff::SignedDuration::ZERO);
            if due {
                keep_snapshot(&app);
            }
            if minute % 60 == 0 {
                app.book.sweep_drafts()?;
            }
            renewed
        });
        if !matches!(renewed.await, Ok(Ok(()))) {
            tracing::error!("the views could not be renewed, or old drafts not dropped");
        }
    }
}

const MINUTES_BETWEEN_SNAPSHOTS: u64 = 15;

/// That this may fail is by design: the next start then reads the whole ledger.
fn keep_snapshot(app: &App) {
    if app.book.keep_snapshot().is_err() {
        tracing::warn!("no snapshot of the views could be kept: the next start takes longer");
    }
}

fn failure_id() -> String {
    fresh_id().map_or_else(
        |_| "unknown".to_owned(),
        |id| id.to_string()[..8].to_owned(),
    )
}

/// Listens for the two ways of being told to stop, from this call on: whoever reads the address may
/// tell at once.
fn told_to_stop() -> anyhow::Result<impl Future<Output = ()>> {
    use tokio::signal::unix::{SignalKind, signal};
    let mut terminate = signal(SignalKind::terminate())?;
    let mut interrupt = signal(SignalKind::interrupt())?;
    Ok(async move {
        tokio::select! {
            _ = terminate.recv() => {}
            _ = interrupt.recv() => {}
        }
    })
}
