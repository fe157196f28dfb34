// People who are like what is typed, beside the form. It never waits for an answer: the newest
// question overtakes older ones, and one that fails leaves the form as it is.

const PAUSE_MS = 80;
const ASKED = [
  "preferred_name",
  "alias",
  "legal_name",
  "dob",
  "dob_confidence",
  "age_claimed",
  "sex",
  "nationality",
  "mother_name",
];

function element(name, className, text) {
  const made = document.createElement(name);
  if (className) made.className = className;
  if (text) made.textContent = text;
  return made;
}

function entry(person) {
  const item = element("li", "similar-one");
  const who = element("p", "similar-who");
  const link = element("a");
  link.href = person.href;
  link.append(element("bdi", "", person.name));
  who.append(link, " ", element("bdi", "soft number", person.code));
  item.append(who, element("p", "similar-how", person.degree));
  if (person.agrees) item.append(element("p", "similar-agrees", person.agrees));
  if (person.differs) item.append(element("p", "similar-differs", person.differs));
  return item;
}

class Similar {
  constructor(form, aside) {
    this.form = form;
    this.aside = aside;
    this.said = aside.querySelector("[data-said]");
    this.found = aside.querySelector("[data-found]");
    this.asked = "";
    const soon = (event) => {
      if (ASKED.includes(event.target.name)) this.soon();
    };
    form.addEventListener("input", soon);
    form.addEventListener("change", soon);
    this.soon();
  }

  soon() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.ask(), PAUSE_MS);
  }

  body() {
    const typed = [...new FormData(this.form)].filter(([name, value]) => ASKED.includes(name) && value);
    return new URLSearchParams(typed);
  }

  async ask() {
    const body = this.body();
    const asked = body.toString();
    if (asked === this.asked) return;
    this.asked = asked;
    this.flight?.abort();
    this.flight = new AbortController();
    try {
      const answer = await fetch(this.aside.dataset.similar, {
        method: "POST",
        body,
        redirect: "manual",
        signal: this.flight.signal,
      });
      if (answer.ok) this.show(await answer.json());
    } catch {
      // Offline, or overtaken: what was found before may no longer fit what is typed.
      if (asked === this.asked) this.show({ said: "", people: [], elsewhere: [] });
    }
  }

  show({ said, people, elsewhere }) {
    this.found.replaceChildren(
      ...people.map(entry),
      ...elsewhere.map((text) => element("li", "similar-one", text)),
    );
    if (this.said.textContent !== said) this.said.textContent = said;
    this.aside.hidden = people.length + elsewhere.length === 0;
  }
}

for (const aside of document.querySelectorAll("[data-similar]")) {
  new Similar(aside.closest("form"), aside);
}
