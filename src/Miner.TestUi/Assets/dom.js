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
  const folded = field?.closest("details");
  if (folded) folded.open = true;
  field?.focus();
}

/** Puts a failure's messages beside their fields. */
export function markFields(failure) {
  for (const link of failure.querySelectorAll("[data-field]")) {
    const field = document.getElementById(link.dataset.field);
    const message = document.getElementById(`${link.dataset.field}-error`);
    if (!field || !message) continue;
    field.setAttribute("aria-invalid", "true");
    message.textContent = `${message.textContent} ${link.dataset.message}`.trim();
    message.hidden = false;
    const folded = field.closest("details");
    if (folded) folded.open = true;
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
