// Hides the questions of a form that are not to be asked. The server drops their answers anyway,
// so what was typed may stay where it is until the person changes their mind again.

function answers(form, name) {
  return new FormData(form).getAll(name);
}

function isAsked(form, field, asked) {
  const { when, is } = field.dataset;
  if (asked.get(when) === false) return false;
  const wanted = is.split(" ");
  return answers(form, when).some((answer) => wanted.includes(answer));
}

function nameOf(field) {
  return field.querySelector("[name]")?.name;
}

function reveal(form) {
  const asked = new Map();
  for (const field of form.querySelectorAll("[data-when]")) {
    const yes = isAsked(form, field, asked);
    asked.set(nameOf(field), yes);
    field.hidden = !yes;
  }
  for (const section of form.querySelectorAll("fieldset.section")) {
    const fields = [...section.querySelectorAll(".field")];
    section.hidden = fields.length > 0 && fields.every((field) => field.hidden);
  }
}

for (const form of document.querySelectorAll("form[data-form]")) {
  if (!form.querySelector("[data-when]")) continue;
  form.classList.add("reveals");
  form.addEventListener("change", () => reveal(form));
  reveal(form);
}
