//! Every answer passes the layers: headers, origin, limits, failures.

use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::http::header::{
    ACCEPT_ENCODING, CACHE_CONTROL, CONTENT_ENCODING, CONTENT_TYPE, LOCATION, SET_COOKIE,
    STRICT_TRANSPORT_SECURITY,
};
use axum::http::{HeaderMap, HeaderValue, Request, StatusCode};
use axum::response::Response;
use axum::routing::{get, post};
use tower::ServiceExt;

use super::text_of;
use crate::{CSP, Lang, MAX_BODY, Posted, Safety, SessionCookie, assets, guarded, routes};

async fn fails() -> Response {
    panic!("نور lives at the harbour")
}

async fn sleeps() -> &'static str {
    tokio::time::sleep(Duration::from_secs(5)).await;
    "late"
}

fn app(tls: bool) -> Router {
    let rooms = Router::new()
        .route("/hello", get(|| async { "hello ".repeat(100) }))
        .route(
            "/echo",
            post(|posted: Posted| async move { posted.get("name").unwrap_or_default().to_owned() }),
        )
        .route("/forbidden", get(|| async { StatusCode::FORBIDDEN }))
        .route("/fails", get(fails))
        .route("/sleeps", get(sleeps));
    guarded(
        rooms.merge(routes(tls)),
        Safety {
            tls,
            patience: Duration::from_millis(200),
            invented: false,
            failure_id: || "id-77".to_owned(),
        },
    )
}

async fn ask(request: Request<Body>) -> Response {
    app(false).oneshot(request).await.unwrap()
}

fn get_of(path: &str) -> Request<Body> {
    Request::get(path)
        .header("accept-language", "en")
        .body(Body::empty())
        .unwrap()
}

fn post_to(path: &str, body: &str) -> Request<Body> {
    let request = Request::post(path)
        .header("sec-fetch-site", "same-origin")
        .header(CONTENT_TYPE, "application/x-www-form-urlencoded");
    request.body(Body::from(body.to_owned())).unwrap()
}

fn assert_guarded(headers: &HeaderMap, what: &str) {
    let expected = [
        ("content-security-policy", CSP),
        ("x-content-type-options", "nosniff"),
        ("x-frame-options", "DENY"),
        ("referrer-policy", "no-referrer"),
        ("cross-origin-opener-policy", "same-origin"),
        ("cross-origin-resource-policy", "same-origin"),
    ];
    for (name, value) in expected {
        assert_eq!(headers.get(name).unwrap(), value, "{what}");
    }
    assert!(headers.contains_key("permissions-policy"), "{what}");
}

#[tokio::test]
async fn every_answer_carries_the_headers_errors_included() {
    let mut without_proof = post_to("/echo", "name=x");
    without_proof.headers_mut().remove("sec-fetch-site");
    let tries = [
        (get_of("/hello"), 200),
        (get_of("/nowhere"), 404),
        (get_of("/forbidden"), 404),
        (get_of("/echo"), 405),
        (get_of("/fails"), 500),
        (get_of("/sleeps"), 503),
        (get_of("/assets/none.css"), 404),
        (without_proof, 403),
        (post_to("/echo", &"x".repeat(MAX_BODY + 1)), 413),
    ];
    for (request, status) in tries {
        let what = format!("{} {}", request.method(), request.uri());
        let response = ask(request).await;
        assert_eq!(response.status(), status, "{what}");
        assert_guarded(response.headers(), &what);
        assert_eq!(response.headers()[CACHE_CONTROL], "no-store", "{what}");
        if status >= 400 {
            assert_eq!(
                response.headers()[CONTENT_TYPE],
                "text/html; charset=utf-8",
                "{what}"
            );
        }
    }
}

#[test]
fn the_policy_is_the_one_that_was_decided() {
    for part in [
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' blob:",
        "connect-src 'self'",
        "worker-src 'self'",
        "manifest-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
        "require-trusted-types-for 'script'",
    ] {
        assert!(CSP.split("; ").any(|known| known == part), "{part}");
    }
    assert!(!CSP.contains("unsafe"));
}

#[tokio::test]
async fn transport_is_pinned_under_tls_only() {
    let plain = ask(get_of("/hello")).await;
    assert!(!plain.headers().contains_key(STRICT_TRANSPORT_SECURITY));
    let sealed = app(true).oneshot(get_of("/hello")).await.unwrap();
    assert_eq!(
        sealed.headers()[STRICT_TRANSPORT_SECURITY],
        "max-age=31536000"
    );
}

#[tokio::test]
async fn a_post_of_ours_arrives_and_one_of_another_site_does_not() {
    assert_eq!(
        text_of(ask(post_to("/echo", "name=%D9%86%D9%88%D8%B1")).await).await,
        "نور"
    );
    let mut foreign = post_to("/echo", "name=x");
    foreign
        .headers_mut()
        .insert("sec-fetch-site", HeaderValue::from_static("cross-site"));
    assert_eq!(ask(foreign).await.status(), StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn a_post_that_is_no_form_is_not_taken() {
    let mut json = post_to("/echo", "{}");
    json.headers_mut()
        .insert(CONTENT_TYPE, HeaderValue::from_static("application/json"));
    assert_eq!(ask(json).await.status(), StatusCode::UNSUPPORTED_MEDIA_TYPE);
}

#[tokio::test]
async fn absent_and_forbidden_are_the_same_page() {
    let (absent, forbidden) = (
        ask(get_of("/nowhere")).await,
        ask(get_of("/forbidden")).await,
    );
    assert_eq!(absent.headers(), forbidden.headers());
    assert_eq!(text_of(absent).await, text_of(forbidden).await);
}

#[tokio::test]
async fn a_failure_shows_an_id_and_nothing_of_what_happened() {
    let page = text_of(ask(get_of("/fails")).await).await;
    assert!(page.contains("id-77") && !page.contains("harbour") && !page.contains("نور"));
}

#[tokio::test]
async fn assets_are_pressed_and_kept_for_ever() {
    for asset in assets::all() {
        let response = ask(get_of(asset.path)).await;
        assert_eq!(
            response.headers()[CACHE_CONTROL],
            "public, max-age=31536000, immutable"
        );
        assert_eq!(response.headers()[CONTENT_TYPE], asset.kind);
        assert_guarded(response.headers(), asset.name);
        let mut pressed = get_of(asset.path);
        pressed
            .headers_mut()
            .insert(ACCEPT_ENCODING, HeaderValue::from_static("gzip, br"));
        assert_eq!(ask(pressed).await.headers()[CONTENT_ENCODING], "br");
    }
    // The interpreter of forms is fetched by pages that hold such a form, and by no first page.
    let first_visit: usize = assets::all()
        .iter()
        .filter(|asset| asset.name != "expression.js")
        .map(|asset| asset.pressed.len())
        .sum();
    assert!(
        first_visit < 30_000,
        "{first_visit} bytes before the first page"
    );
}

#[tokio::test]
async fn modules_name_each_other_by_their_hashed_names() {
    let shell = assets::all()
        .iter()
        .find(|asset| asset.name == "shell.js")
        .unwrap();
    let text = String::from_utf8(shell.plain.to_vec()).unwrap();
    let away = assets::path("away.js").rsplit('/').next().unwrap();
    assert!(text.contains(&format!("\"./{away}\"")), "{text}");
}

#[tokio::test]
async fn pages_are_pressed_on_their_way() {
    let mut request = get_of("/hello");
    request
        .headers_mut()
        .insert(ACCEPT_ENCODING, HeaderValue::from_static("gzip"));
    assert_eq!(ask(request).await.headers()[CONTENT_ENCODING], "gzip");
}

#[tokio::test]
async fn the_language_is_chosen_and_remembered() {
    let response = ask(post_to("/lang", "lang=ar&back=%2Fcases%2Fk7%3Ftab%3D1")).await;
    assert_eq!(
        (response.status(), &response.headers()[LOCATION]),
        (
            StatusCode::SEE_OTHER,
            &HeaderValue::from_static("/cases/k7?tab=1")
        )
    );
    let cookie = response.headers()[SET_COOKIE].to_str().unwrap();
    assert!(
        cookie.starts_with("lang=ar; Path=/; HttpOnly; SameSite=Strict"),
        "{cookie}"
    );
    assert_eq!(
        ask(post_to("/lang", "lang=xx")).await.status(),
        StatusCode::BAD_REQUEST
    );
}

#[tokio::test]
async fn coming_back_never_leads_away() {
    for elsewhere in [
        "https://evil.example",
        "//evil.example",
        "/\\evil.example",
        "/%0d%0aset-cookie:x",
        "%2F%5Cevil",
    ] {
        let response = ask(post_to("/lang", &format!("lang=fr&back={elsewhere}"))).await;
        assert_eq!(response.headers()[LOCATION], "/", "{elsewhere}");
    }
}

#[test]
fn a_visitor_reads_what_they_chose_or_what_the_browser_asks_for() {
    let read = |pairs: &[(&'static str, &'static str)]| {
        Lang::of_visitor(
            &pairs
                .iter()
                .map(|(name, value)| ((*name).parse().unwrap(), HeaderValue::from_static(value)))
                .collect(),
        )
    };
    assert_eq!(
        read(&[("accept-language", "ar-TN,ar;q=0.9,fr;q=0.8")]),
        Lang::Ar
    );
    assert_eq!(
        read(&[("accept-language", "ti, am;q=0.9, it;q=0.5")]),
        Lang::It
    );
    assert_eq!(
        read(&[("accept-language", "ar"), ("cookie", "a=b; lang=es")]),
        Lang::Es
    );
    assert_eq!(
        read(&[("accept-language", "zz-ZZ"), ("cookie", "lang=zz")]),
        Lang::En
    );
    assert_eq!(read(&[]), Lang::En);
}

#[test]
fn a_session_cookie_is_bound_to_the_host_under_tls() {
    let sealed = SessionCookie::new(true).set("abc-123").unwrap();
    assert_eq!(
        sealed,
        "__Host-notebook=abc-123; Path=/; HttpOnly; SameSite=Strict; Secure"
    );
    let plain = SessionCookie::new(false);
    assert_eq!(
        plain.set("abc-123").unwrap(),
        "notebook=abc-123; Path=/; HttpOnly; SameSite=Strict"
    );
    assert_eq!(
        plain.clear(),
        "notebook=; Path=/; HttpOnly; SameSite=Strict; Max-Age=0"
    );
    assert_eq!(plain.set("a; Domain=evil.example"), None);
}

#[test]
fn a_cookie_that_comes_twice_is_nobodys() {
    let headers = |value: &'static str| {
        HeaderMap::from_iter([(axum::http::header::COOKIE, HeaderValue::from_static(value))])
    };
    let cookie = SessionCookie::new(false);
    assert_eq!(cookie.read(&headers("x=1; notebook=abc")), Some("abc"));
    assert_eq!(cookie.read(&headers("notebook=abc; notebook=def")), None);
    assert_eq!(cookie.read(&headers("__Host-notebook=abc")), None);
}
