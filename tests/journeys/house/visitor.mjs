// Somebody at a browser: goes to pages, fills in forms by the names of their fields, reads what
// the page says back. Everything the page does is watched on the way.

import assert from "node:assert/strict";

import { inspect } from "./inspect.mjs";

export class Visitor {
  constructor(house, context, page) {
    this.house = house;
    this.context = context;
    this.page = page;
    this.faults = [];
    this.seen = [];
    this.keeps = false;
    this.#watch();
  }

  /** Anything that a browser complains about, and any request that leaves the house. */
  #watch() {
    const { page, faults } = this;
    page.on("console", (message) => {
      // A browser logs every answer above 399 as an error; that an answer was a "no" is no fault.
      const answered = message.text().startsWith("Failed to load resource: the server responded");
      if (message.type() === "error" && !(answered && this.#isPage(message.location().url))) {
        faults.push(`console: ${message.text()}`);
      }
    });
    page.on("pageerror", (failure) => faults.push(`script: ${failure.message}`));
    page.on("request", (request) => {
      const url = new URL(request.url());
      const ours = url.origin === this.house.origin || ["data:", "about:", "blob:"].includes(url.protocol);
      if (!ours) faults.push(`another origin: ${url.origin}`);
    });
    page.on("response", (response) => {
      const type = response.headers()["content-type"] ?? "";
      if (this.keeps && type.startsWith("text/html")) this.seen.push(response.text().catch(() => ""));
    });
  }

  #isPage(url) {
    return url.split("#")[0] === this.page.url().split("#")[0];
  }

  /** Goes to a page of the house and inspects it. Answers the status. */
  async go(path, { look = true } = {}) {
    const response = await this.page.goto(this.house.origin + path);
    if (look) await this.inspects();
    return response.status();
  }

  /** Inspects the page as it stands. */
  async inspects() {
    await inspect(this.page);
    const violations = await this.page.evaluate(() => window.violations ?? []);
    assert.deepEqual([...this.faults, ...violations], [], `${this.page.url()}: the browser complains`);
  }

  /** Presses what matches and waits for the page that follows. */
  async press(locator, { look = true } = {}) {
    const target = typeof locator === "string" ? this.page.locator(locator).first() : locator;
    const [response] = await Promise.all([this.page.waitForNavigation(), target.click()]);
    if (look) await this.inspects();
    return this.#outcome(response?.status());
  }

  /** Fills in fields by name: text, a code, a list of codes, true, or words of a label to look for. */
  async fill(fields) {
    for (const [name, value] of Object.entries(fields)) await this.#answer(name, value);
  }

  async #answer(name, value) {
    const controls = this.page.locator(`form.form [name="${name}"]`);
    const first = controls.first();
    assert.ok((await controls.count()) > 0, `${this.page.url()}: the form has no field ${name}`);
    const folded = first.locator("xpath=ancestor::details[not(@open)]/summary");
    if ((await folded.count()) > 0) await folded.first().click();
    const kind = await first.evaluate((one) => (one.tagName === "INPUT" ? one.type : one.tagName));
    if (kind === "radio" || kind === "checkbox") {
      for (const one of [value].flat()) await this.#choose(name, kind, one);
    } else if (kind === "SELECT" && Array.isArray(value)) {
      await this.#chooseSeveral(controls, value);
    } else if (kind === "SELECT") {
      await first.selectOption(value instanceof RegExp ? await this.#valueOf(first, value) : String(value));
    } else {
      await first.fill(String(value));
    }
  }

  /** Several of a long list: one list after the other, those after the first folded. */
  async #chooseSeveral(lists, values) {
    for (const [place, value] of values.entries()) {
      const list = lists.nth(place);
      if (!(await list.isVisible())) await list.locator("xpath=ancestor::details[1]/summary").click();
      await list.selectOption(value);
    }
  }

  async #choose(name, kind, value) {
    const all = `form.form input[name="${name}"]`;
    if (value instanceof RegExp) {
      await this.page.locator("form.form label.option", { hasText: value, has: this.page.locator(`input[name="${name}"]`) })
        .first().locator("input").check();
      return;
    }
    const code = value === true ? "yes" : value === false ? "no" : value;
    await this.page.locator(`${all}[value="${code}"]`).check();
  }

  #valueOf(select, words) {
    return select.evaluate((one, source) => {
      const found = [...one.options].find((option) => new RegExp(source).test(option.text));
      return found?.value;
    }, words.source);
  }

  /** Sends the form of the page. */
  async send(options) {
    return this.press("form.form .form-end button", options);
  }

  /** Signs out; beside it stands the button that locks. */
  async signOut(options) {
    return this.press(".top-acts button:not([data-lock])", options);
  }

  /** Does one kind of thing on a case: opens its form, fills it in, sends it. */
  async act(file, what, fields = {}, options) {
    const [room, kind] = what.split(".");
    const status = await this.go(`/cases/${file}/${room}/${kind}`, options);
    assert.equal(status, 200, `${what}: the form does not open`);
    await this.fill(fields);
    return this.send(options);
  }

  /** The same, and it must be done. */
  async does(file, what, fields = {}, options) {
    const outcome = await this.act(file, what, fields, options);
    assert.ok(outcome.done, `${what} was not done: ${JSON.stringify(outcome, null, 2)}`);
    return outcome;
  }

  /** The same, and it must be refused; answers what was said. */
  async isRefused(file, what, fields = {}, options) {
    const outcome = await this.act(file, what, fields, options);
    assert.ok(!outcome.done, `${what} was done and should not have been`);
    assert.ok([409, 422].includes(outcome.status), `${what}: ${outcome.status}`);
    return outcome;
  }

  /** Posts pairs as a form would, whatever the form allows. */
  async post(pairs, { look = true, path = "" } = {}) {
    const [response] = await Promise.all([
      this.page.waitForNavigation(),
      this.page.evaluate(([pairs, path]) => {
        const form = document.createElement("form");
        form.method = "post";
        if (path) form.action = path;
        for (const [name, value] of pairs) {
          const field = document.createElement("textarea");
          field.name = name;
          field.value = value;
          form.append(field);
        }
        form.hidden = true;
        document.body.append(form);
        form.submit();
      }, [pairs, path]),
    ]);
    if (look) await this.inspects();
    return this.#outcome(response?.status());
  }

  async #outcome(status) {
    const read = await this.page.evaluate(() => {
      const text = (one) => one.textContent.trim().replaceAll(/\s+/g, " ");
      const wrong = [...document.querySelectorAll(".field-wrong")].map((field) => [
        field.querySelector("[name]")?.name ?? "",
        text(field.querySelector(".error") ?? field),
      ]);
      return {
        problems: Object.fromEntries(wrong),
        summary: [...document.querySelectorAll("[data-problems] li")].map(text),
        notices: [...document.querySelectorAll(".notice:not([data-problems])")].map(text),
        points: [...document.querySelectorAll(".notice:not([data-problems]) li")].map(text),
      };
    });
    const url = new URL(this.page.url());
    return { status, path: url.pathname, done: url.searchParams.has("done"), ...read };
  }

  /** The visible text of the page's main part. */
  async text() {
    return this.page.locator("main").innerText();
  }

  /** Every address of the page that begins so. */
  async links(beginning) {
    const all = await this.page.locator("a[href]").evaluateAll((links) => links.map((a) => a.getAttribute("href")));
    return [...new Set(all.filter((href) => href.startsWith(beginning)))];
  }

  /** Every byte of every page that came since the last call; set `keeps` before. */
  async bytes() {
    const all = await Promise.all(this.seen.splice(0));
    return all.join("\n");
  }

  close() {
    return this.context.close();
  }
}
