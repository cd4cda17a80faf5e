// Small helpers around the document.

/** Replaces what an element holds by HTML of the server's, in which all foreign text is encoded. */
export function fill(element, html) {
  const template = document.createElement("template");
  template.innerHTML = html;
  element.replaceChildren(template.content);
}

export function fillText(element, text) {
  const paragraph = document.createElement("p");
  paragraph.textContent = text;
  element.replaceChildren(paragraph);
}

/** Says what went wrong where the server cannot. */
export function fillProblem(element, title, detail) {
  fillText(element, detail);
  const heading = document.createElement("h3");
  heading.textContent = title;
  const problem = document.createElement("div");
  problem.className = "problem";
  problem.setAttribute("role", "alert");
  problem.append(heading, ...element.children);
  element.replaceChildren(problem);
}

/** Has a screen reader say something. */
export function announce(text) {
  document.getElementById("announcement").textContent = text;
}

/** Focuses a field, whatever it is folded into. */
export function showField(field) {
  unfold(field);
  field?.focus();
}

function unfold(field) {
  for (let folded = field?.closest("details"); folded; folded = folded.parentElement.closest("details")) folded.open = true;
}

/** Puts a failure's messages beside their fields. */
export function markFields(failure) {
  for (const link of failure.querySelectorAll("[data-field]")) {
    // Where there is no card of that number, the previous output was pasted.
    const field = document.getElementById(link.dataset.field) ?? document.getElementById(link.dataset.field.replace(/-\d+$/, ""));
    const message = document.getElementById(`${field?.id}-error`);
    if (!field || !message) continue;
    link.dataset.field = field.id;
    field.setAttribute("aria-invalid", "true");
    message.textContent = `${message.textContent} ${link.dataset.message}`.trim();
    message.hidden = false;
    unfold(field);
  }
}

export function clearFields(panel) {
  for (const field of [...panel.querySelectorAll("[aria-invalid]"), document.getElementById("cid")]) {
    field.removeAttribute("aria-invalid");
    const message = document.getElementById(`${field.id}-error`);
    message.textContent = "";
    message.hidden = true;
  }
}
