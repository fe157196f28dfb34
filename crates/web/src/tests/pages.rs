//! Every page in every language: nothing unsaid, nothing raw.

use std::collections::BTreeSet;

use axum::http::StatusCode;

use super::{samples, text_of};
use crate::{Lang, failure, not_here, refused};

async fn all_pages(lang: Lang) -> Vec<String> {
    let mut pages = Vec::new();
    for page in [
        samples::file_page(lang),
        samples::form_page(lang),
        samples::day_page(lang),
        not_here(lang),
        failure(lang, "f00d"),
    ] {
        pages.push(text_of(page).await);
    }
    for status in [401, 403, 408, 413, 415, 429, 503] {
        pages.push(text_of(refused(lang, StatusCode::from_u16(status).unwrap())).await);
    }
    pages
}

#[tokio::test]
async fn every_page_speaks_every_language() {
    for lang in Lang::ALL {
        for page in all_pages(lang).await {
            let unsaid: Vec<_> = page
                .split('⟦')
                .skip(1)
                .filter_map(|rest| rest.split('⟧').next())
                .collect();
            assert!(unsaid.is_empty(), "{lang:?}: {unsaid:?}");
            assert!(page.contains(&format!(
                "<html lang=\"{}\" dir=\"{}\">",
                lang.code(),
                lang.dir()
            )));
        }
    }
}

#[tokio::test]
async fn arabic_runs_from_right_to_left() {
    assert!(
        text_of(samples::day_page(Lang::Ar))
            .await
            .contains("dir=\"rtl\"")
    );
    assert!(
        text_of(samples::day_page(Lang::Fr))
            .await
            .contains("<html lang=\"fr\" dir=\"ltr\">")
    );
}

#[tokio::test]
async fn markup_that_somebody_typed_is_text() {
    let page = text_of(samples::form_page(Lang::En)).await;
    assert!(!page.contains("<b>") && page.contains("&#60;b&#62;&#34;x&#34;&#60;/b&#62;"));
}

#[tokio::test]
async fn nothing_is_inline() {
    for page in all_pages(Lang::En).await {
        assert!(
            !page.contains(" style=") && !page.contains("<style") && !page.contains("javascript:")
        );
        assert!(
            page.matches("<script").count()
                == page
                    .matches("<script type=\"module\" src=\"/assets/")
                    .count()
        );
        assert!(
            !["onclick", "onload", "onerror", "onsubmit"]
                .iter()
                .any(|on| page.contains(&format!(" {on}=")))
        );
    }
}

#[tokio::test]
async fn every_id_stands_once_and_every_reference_leads_somewhere() {
    for page in all_pages(Lang::En).await {
        let attribute = |name: &str| -> Vec<String> {
            let marker = format!(" {name}=\"");
            page.split(marker.as_str())
                .skip(1)
                .filter_map(|rest| Some(rest.split('"').next()?.to_owned()))
                .collect()
        };
        let ids = attribute("id");
        let known: BTreeSet<_> = ids.iter().cloned().collect();
        assert_eq!(known.len(), ids.len(), "{ids:?}");
        let described = attribute("aria-describedby");
        let referred = described
            .iter()
            .flat_map(|ids| ids.split(' '))
            .map(str::to_owned);
        let anchors = attribute("href")
            .into_iter()
            .filter_map(|href| href.strip_prefix('#').map(str::to_owned));
        for id in referred.chain(attribute("for")).chain(anchors) {
            assert!(known.contains(&id), "{id}");
        }
    }
}

#[tokio::test]
async fn a_tab_tells_a_bystander_nothing() {
    let title = |page: String| {
        page.split("<title>")
            .nth(1)
            .unwrap()
            .split("</title>")
            .next()
            .unwrap()
            .to_owned()
    };
    assert_eq!(
        title(text_of(samples::file_page(Lang::En)).await),
        "Notebook"
    );
    assert_eq!(
        title(text_of(samples::day_page(Lang::En)).await),
        "Today – Notebook"
    );
    assert_eq!(title(text_of(not_here(Lang::En)).await), "Notebook");
}
