// Comfort on every page. Without it everything still works.

import "./away.js";
import "./reveal.js";
import "./draft.js";
import "./similar.js";
import "./lock.js";

// On a narrow screen the places are a strip: what one is at lies in view.
const strip = document.querySelector(".places");
const here = strip?.querySelector("[aria-current]");
if (here && strip.scrollWidth > strip.clientWidth) {
  const [place, room] = [here.getBoundingClientRect(), strip.getBoundingClientRect()];
  strip.scrollLeft += place.left + place.width / 2 - (room.left + room.width / 2);
}

document.querySelector("[data-problems]")?.focus();
