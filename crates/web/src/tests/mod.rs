//! The shell as a whole: its words, its pages, its answers.

mod answers;
mod drawing;
mod keys;
mod pages;
mod retention;
mod samples;

use axum::response::Response;
use http_body_util::BodyExt;

async fn text_of(response: Response) -> String {
    let bytes = response.into_body().collect().await.unwrap().to_bytes();
    String::from_utf8(bytes.to_vec()).unwrap()
}
