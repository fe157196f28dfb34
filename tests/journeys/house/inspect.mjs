// What every page has to pass that a journey comes by: accessible, all words there, as wide as the
// screen, focus to be seen.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";

const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const NARROW = { width: 360, height: 740 };
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** Pages whose keyboard path and dark sheet were looked at: once for each kind of page is enough. */
const known = new Set();

/** By kind of page: of what its pages were made that were found accessible. */
const shapes = new Map();

/** Inspects the page as it stands and leaves it as it was. */
export async function inspect(page) {
  const where = await kindOf(page);
  await words(page, where);
  await fits(page, where);
  const here = await madeOf(page);
  const before = shapes.get(where) ?? new Set();
  if (here.some((shape) => !before.has(shape))) {
    await accessible(page, where);
    shapes.set(where, new Set([...before, ...here]));
  }
  if (known.has(where)) return;
  known.add(where);
  await page.emulateMedia({ colorScheme: "dark" });
  await accessible(page, `${where} (dark)`);
  await page.emulateMedia({ colorScheme: null });
  await focus(page, where);
}

/** The address without what differs from case to case, with the language and the heading. */
async function kindOf(page) {
  const path = new URL(page.url()).pathname.replaceAll(/[0-9a-f-]{32,36}/g, "…");
  const state = await page.evaluate(() => {
    const wrong = document.querySelector("[data-problems], .notice-refusal") ? " with problems" : "";
    return `${document.documentElement.lang}${wrong}`;
  });
  return `${path} ${state}`;
}

/**
 * Of what a page is made: each kind of element in its place, with everything that decides whether
 * it is accessible but its words. A page of nothing new is as accessible as those before it.
 */
function madeOf(page) {
  return page.evaluate(() => {
    const sort = (one) => {
      const attributes = [...one.attributes]
        .filter(({ name }) => !["id", "for", "href", "value", "name", "action", "datetime"].includes(name) && !name.startsWith("data-"))
        .map(({ name, value }) => (name.startsWith("aria-") && !["true", "false"].includes(value) ? name : `${name}=${value}`));
      return `${one.tagName} ${attributes.sort().join(" ")}`;
    };
    const { clientWidth } = document.documentElement;
    return [...new Set([...document.querySelectorAll("*")].map((one) =>
      [clientWidth, sort(one.parentElement ?? one), sort(one), one.textContent.trim() === "", one.matches(":focus")].join(" > ")))];
  });
}

async function words(page, where) {
  const missing = await page.evaluate(() => {
    const all = document.documentElement.outerHTML;
    return [...new Set(all.match(/⟦[^⟧]*⟧/g) ?? [])];
  });
  assert.deepEqual(missing, [], `${where}: words are missing`);
}

async function accessible(page, where) {
  await page.evaluate(axe);
  // On a narrow screen the bar with the button stays in view, and what lies half under it can be
  // scrolled: it is measured on a screen as tall as the page.
  const before = page.viewportSize();
  const tall = await page.evaluate(() => document.documentElement.scrollHeight);
  if (before.width <= NARROW.width) await page.setViewportSize({ ...before, height: Math.max(before.height, tall) });
  const found = await page.evaluate(
    (values) =>
      window.axe
        .run(document, { runOnly: { type: "tag", values }, resultTypes: ["violations"] })
        .then(({ violations }) =>
          violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.html.slice(0, 160)).join(" | ")}`),
        ),
    RULES,
  );
  await page.setViewportSize(before);
  assert.deepEqual(found, [], `${where}: not accessible`);
}

async function fits(page, where) {
  const before = page.viewportSize();
  await page.setViewportSize(NARROW);
  const beyond = await page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= width) return [];
    const out = [...document.body.querySelectorAll("*")].filter((one) => {
      const box = one.getBoundingClientRect();
      return box.width > 0 && (box.right > width + 1 || box.left < -1);
    });
    return out.slice(0, 5).map((one) => one.outerHTML.slice(0, 120));
  });
  await page.setViewportSize(before);
  assert.deepEqual(beyond, [], `${where}: wider than a screen of 360 pixels`);
}

/** Walks with the tab key: each stop must differ to the eye from how it looks without focus. */
async function focus(page, where) {
  await page.evaluate(() => {
    document.activeElement?.blur();
    window.scrollTo(0, 0);
  });
  const seen = new Set();
  for (let step = 0; step < 40; step += 1) {
    await page.keyboard.press("Tab");
    const stop = await page.evaluate(() => {
      const one = document.activeElement;
      if (!one || one === document.body) return null;
      const style = getComputedStyle(one);
      const box = one.getBoundingClientRect();
      return {
        what: `${one.tagName} ${one.id} ${one.getAttribute("href") ?? one.getAttribute("name") ?? ""}`,
        outlined: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
        there: box.bottom > 0 && box.top < innerHeight && box.width > 0,
      };
    });
    if (stop === null) break;
    assert.ok(stop.outlined, `${where}: focus cannot be seen on ${stop.what}`);
    assert.ok(stop.there, `${where}: focus is outside of the screen on ${stop.what}`);
    seen.add(stop.what);
  }
  assert.ok(seen.size > 1, `${where}: the tab key leads nowhere`);
}
