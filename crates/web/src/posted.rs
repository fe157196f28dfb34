//! What a form posted, in order and untouched.

use axum::Form;
use axum::extract::{FromRequest, Request};
use axum::response::{IntoResponse, Response};

use crate::drafting::{HOME, TOUCHED};

/// The fields of a post. Take it as the last argument of a handler and hand it to `forms::check`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Posted(pub Vec<(String, String)>);

impl Posted {
    /// The first value of this name, if it is not blank.
    pub fn get(&self, name: &str) -> Option<&str> {
        let value = self
            .0
            .iter()
            .find(|(known, _)| known == name)
            .map(|(_, value)| value.trim());
        value.filter(|value| !value.is_empty())
    }

    /// The command's own id, made when the page was.
    pub fn command(&self) -> Option<&str> {
        self.get("command")
    }

    /// The version that the person was looking at.
    pub fn base(&self) -> Option<&str> {
        self.get("base")
    }
}

impl<S: Send + Sync> FromRequest<S> for Posted {
    type Rejection = Response;

    async fn from_request(request: Request, state: &S) -> Result<Self, Response> {
        match Form::<Vec<(String, String)>>::from_request(request, state).await {
            Ok(Form(mut fields)) => {
                // What a page says of its draft is for the layer before (`drafting.rs`).
                fields.retain(|(name, _)| name != HOME && name != TOUCHED);
                Ok(Posted(fields))
            }
            Err(refused) => Err(refused.into_response().status().into_response()),
        }
    }
}

impl From<Posted> for Vec<(String, String)> {
    fn from(posted: Posted) -> Self {
        posted.0
    }
}
