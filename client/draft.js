// Keeps what is typed, on the server and nowhere in the browser: shortly after the last key, when
// the page is left, and before anything is sent. Without a network the text stays in the page, and
// the page stays where it is.

const PAUSE_MS = 800;
const AGAIN_MS = [2000, 5000, 15000, 30000];

// The buttons of the frame keep the form first. Where nothing was typed they need not.
function plain(button) {
  button.removeAttribute("form");
  if (button.value.startsWith("lang-")) {
    button.name = "lang";
    button.value = button.value.slice("lang-".length);
    return;
  }
  if (button.value === "lock") button.setAttribute("formaction", "/lock");
  button.removeAttribute("name");
}

class Draft {
  constructor(form) {
    this.form = form;
    this.told = form.querySelector("[data-kept]");
    this.touched = form.querySelector("[data-touched]");
    this.typed = form.dataset.draft === "unsent" ? 1 : 0;
    this.kept = 0;
    this.failed = 0;
    this.leaving = false;
    this.flight = Promise.resolve();
    form.addEventListener("input", (event) => this.change(event));
    form.addEventListener("change", (event) => this.change(event));
    form.addEventListener("focusin", (event) => this.touch(event));
    form.addEventListener("submit", (event) => this.submit(event));
    document.addEventListener("click", (event) => this.click(event), true);
    document.addEventListener("visibilitychange", () => {
      if (document.visibilityState === "hidden") this.part();
    });
    addEventListener("pagehide", () => this.part());
    addEventListener("online", () => this.save());
    addEventListener("beforeunload", (event) => {
      if (this.failed > 0 && this.isDirty() && !this.leaving) event.preventDefault();
    });
    if (this.isDirty()) this.soon(PAUSE_MS);
  }

  isDirty() {
    return this.typed !== this.kept;
  }

  touch(event) {
    if (event.target.name && event.target.type !== "submit") this.touched.value = event.target.name;
  }

  change(event) {
    this.touch(event);
    this.typed += 1;
    this.soon(PAUSE_MS);
  }

  soon(pause) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.save(), pause);
  }

  address() {
    return this.form.getAttribute("action") || location.href.split("#")[0];
  }

  body() {
    const body = new URLSearchParams(new FormData(this.form));
    body.set("keep", "auto");
    return body;
  }

  // One after the other: what was typed last is kept last.
  save() {
    clearTimeout(this.timer);
    this.flight = this.flight.then(() => this.send());
    return this.flight;
  }

  async send() {
    if (!this.isDirty() || this.leaving) return "kept";
    const typed = this.typed;
    let answer;
    try {
      answer = await fetch(this.address(), { method: "POST", body: this.body(), redirect: "manual" });
    } catch {
      return this.wait();
    }
    this.failed = 0;
    if (answer.type === "opaqueredirect") return this.locked();
    if (!answer.ok) {
      this.say(this.form.dataset.sayRefused);
      return "refused";
    }
    this.kept = typed;
    this.say(await answer.text());
    return "kept";
  }

  // The session is locked or over. The server kept the text; the page has to go.
  locked() {
    this.leaving = true;
    location.reload();
    return "locked";
  }

  wait() {
    this.say(this.form.dataset.sayOffline);
    this.soon(AGAIN_MS[Math.min(this.failed, AGAIN_MS.length - 1)]);
    this.failed += 1;
    return "offline";
  }

  // Said again only when it says something else: it is read aloud.
  say(text) {
    if (this.told && this.told.textContent !== text) this.told.textContent = text;
  }

  click(event) {
    const button = event.target.closest?.("button[name='keep'][form]");
    if (button && button.form === this.form && !this.isDirty()) plain(button);
  }

  async submit(event) {
    const { submitter } = event;
    if (this.leaving || !this.isDirty() || submitter?.value === "discard") {
      this.leaving = true;
      return;
    }
    event.preventDefault();
    const outcome = await this.save();
    if (outcome === "offline") this.say(this.form.dataset.sayStopped);
    if (outcome === "offline" || outcome === "locked") return;
    this.leaving = true;
    this.form.requestSubmit(submitter);
  }

  // The page goes away: the browser carries the rest.
  part() {
    if (this.isDirty() && !this.leaving) navigator.sendBeacon(this.address(), this.body());
  }
}

for (const form of document.querySelectorAll("form[data-draft]")) new Draft(form);
