// The house of a run: one program, one browser, one session for each account.

import assert from "node:assert/strict";

import { open } from "./browser.mjs";
import { start } from "./program.mjs";
import { Visitor } from "./visitor.mjs";

export class House {
  #program;
  #browser;
  #sessions = new Map();
  #visitors = [];

  static async open() {
    const house = new House();
    [house.#program, house.#browser] = await Promise.all([start(), open()]);
    return house;
  }

  get origin() {
    return this.#program.origin;
  }

  get accounts() {
    return this.#program.accounts;
  }

  account(username) {
    const found = this.accounts.find((account) => account.username === username);
    assert.ok(found, `the demonstration has no account ${username}`);
    return found;
  }

  /** Somebody at a browser of their own, not signed in; whoever `stays` outlives the test. */
  async visitor({ stays = false, ...options } = {}) {
    const context = await this.#browser.newContext({
      viewport: { width: 1200, height: 900 },
      locale: "en-GB",
      // Colours that are still on their way would be measured half-way.
      reducedMotion: "reduce",
      baseURL: this.origin,
      ...options,
    });
    context.setDefaultTimeout(10_000);
    await context.addInitScript(() => {
      window.violations = [];
      document.addEventListener("securitypolicyviolation", (event) =>
        window.violations.push(`${event.violatedDirective}: ${event.blockedURI}`),
      );
    });
    const visitor = new Visitor(this, context, await context.newPage());
    if (!stays) this.#visitors.push(visitor);
    return visitor;
  }

  /** The same, signed in. Hashing a password is slow on purpose, so a session is kept and used again. */
  async as(username, options = {}) {
    if (!this.#sessions.has(username)) {
      const door = await this.visitor();
      await this.signIn(door, username);
      this.#sessions.set(username, await door.context.storageState());
      await door.close();
    }
    return this.visitor({ storageState: this.#sessions.get(username), ...options });
  }

  /** Signs in through the door. */
  async signIn(visitor, username, password = this.account(username).password) {
    await visitor.go("/sign-in");
    await visitor.page.fill("#username", username);
    await visitor.page.fill("#password", password);
    return visitor.press("main form button");
  }

  /** The power goes, and comes back. */
  cut(meanwhile) {
    return this.#program.cut(meanwhile);
  }

  /** Closes what is still open of the browser; the program goes on. */
  async tidy() {
    await Promise.all(this.#visitors.splice(0).map((visitor) => visitor.close().catch(() => {})));
  }

  /** What the program wrote to its log. */
  get log() {
    return this.#program.said;
  }

  async close() {
    await this.tidy();
    await this.#browser.close();
    await this.#program.stop();
  }
}
