// Every form of the program, found by following links as people of every role, and posts to them
// that need no window: a page is read as a document of its own.

import { registered } from "./cases.mjs";

const READERS = [
  "worker", "supervisor", "manager", "psychologist", "tip", "child", "gbv", "psea", "dataprotection", "desk", "admin", "worker2",
];

/** A case, and every kind of form that anybody can reach from it or from the lists. */
export async function everyForm(house) {
  const id = await registered(house, { name: "Hind Fictional" });
  const reader = await Reader.open(house);
  const forms = new Map();
  for (const username of READERS) await collect(reader, username, forms, id);
  return { id, forms: [...forms.values()], reader };
}

/** Reads pages without showing them. */
export class Reader {
  #sessions = new Map();

  static async open(house) {
    const reader = new Reader();
    reader.house = house;
    // Not a page of the house: its policy, rightly, lets nobody parse documents.
    reader.desk = await house.visitor({ stays: true });
    await reader.desk.page.goto("about:blank");
    return reader;
  }

  async get(username, path) {
    const session = await this.#session(username);
    return this.#read(await session.get(path));
  }

  /** Posts pairs to a form's address as a page of the house would. */
  async post(username, path, pairs) {
    const session = await this.#session(username);
    const body = new URLSearchParams(pairs).toString();
    const headers = { "content-type": "application/x-www-form-urlencoded", "sec-fetch-site": "same-origin" };
    return this.#read(await session.post(path, { data: body, headers, maxRedirects: 0 }));
  }

  async #session(username) {
    if (!this.#sessions.has(username)) this.#sessions.set(username, (await this.house.as(username, { stays: true })).context);
    return this.#sessions.get(username).request;
  }

  async #read(response) {
    const html = await response.text();
    return { status: response.status(), html, ...(await this.desk.page.evaluate(understand, html)) };
  }
}

/** What stands on a page; runs in the browser. */
function understand(html) {
  const page = new DOMParser().parseFromString(html, "text/html");
  const text = (one) => one.textContent.trim().replaceAll(/\s+/g, " ");
  const form = page.querySelector("form.form");
  const fields = new Map();
  for (const one of form?.querySelectorAll("[name]:not([type=hidden]):not(button)") ?? []) {
    if (fields.has(one.name)) continue;
    fields.set(one.name, {
      name: one.name,
      kind: one.tagName === "INPUT" ? one.type : one.tagName.toLowerCase(),
      max: one.maxLength ?? -1,
      many: one.type === "checkbox" && one.closest(".options") !== null,
      number: one.inputMode !== "",
      when: one.closest("[data-when]") !== null,
      value: one.value,
    });
  }
  const wrong = [...page.querySelectorAll(".field-wrong")].map((field) => [
    field.querySelector("[name]")?.name ?? "",
    text(field.querySelector(".error") ?? page.createElement("p")),
  ]);
  return {
    text: text(page.querySelector("main") ?? page.body),
    hasForm: form !== null,
    fields: [...fields.values()],
    hidden: [...(form?.querySelectorAll("input[type=hidden]") ?? [])].map((one) => [one.name, one.value]),
    links: [...page.querySelectorAll("a[href^='/']")].map((a) => a.getAttribute("href").split("#")[0]),
    problems: Object.fromEntries(wrong),
    summary: [...page.querySelectorAll("[data-problems] li")].map(text),
  };
}

async function collect(reader, username, forms, id) {
  const seen = new Set();
  const waiting = [`/cases/${id}`, "/"];
  while (waiting.length > 0) {
    const path = waiting.shift();
    const kind = path.split("?")[0].replaceAll(/[0-9a-f]{32}|[0-9a-f-]{36}/g, "…");
    // Of other people's cases one page of each kind is enough.
    const key = path.includes(id) || /^\/cases\/[^/]+$/.test(path) ? path : kind;
    // The way out and the screen turned to the person lock the session; neither holds a form.
    const locks = path === "/away" || path.includes("/side_by_side");
    if (seen.has(key) || path.startsWith("/assets") || locks) continue;
    seen.add(key);
    if (forms.has(kind) && forms.get(kind).path.includes(id)) continue;
    const page = await reader.get(username, path);
    if (page.status !== 200) continue;
    if (page.hasForm && !forms.has(kind)) forms.set(kind, { what: kind, username, path, ...page });
    waiting.push(...page.links);
  }
}
