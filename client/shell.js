// Comfort on every page. Without it everything still works.

import "./away.js";
import "./reveal.js";
import "./draft.js";
import "./similar.js";
import "./lock.js";

// The menu closes when one turns to something else.
const menu = document.querySelector("[data-menu]");
addEventListener("pointerdown", (event) => {
  if (menu && !menu.contains(event.target)) menu.open = false;
});
menu?.addEventListener("focusout", (event) => {
  if (event.relatedTarget && !menu.contains(event.relatedTarget)) menu.open = false;
});

document.querySelector("[data-problems]")?.focus();
