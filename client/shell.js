// Comfort on every page. Without it everything still works.

import "./away.js";
import "./reveal.js";

document.querySelector("[data-problems]")?.focus();
