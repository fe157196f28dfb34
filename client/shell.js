// Comfort on every page. Without it everything still works.

import "./away.js";
import "./reveal.js";
import "./draft.js";
import "./lock.js";

document.querySelector("[data-problems]")?.focus();
