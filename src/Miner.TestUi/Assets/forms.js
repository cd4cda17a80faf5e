// The components' forms: their queries, their previous outputs, and the way from one answer to the next component.
import { run } from "./calls.js";
import { openTab } from "./tabs.js";
import { showField } from "./dom.js";

const maxQueries = 50;
let lastOutput = null;

export function setUpForms() {
  document.addEventListener("view", event => {
    const outputs = event.target.querySelector("[data-outputs]");
    if (outputs) lastOutput = JSON.parse(outputs.dataset.outputs).at(-1);
  });
  document.addEventListener("input", event => {
    if (event.target.name === "previous") event.target.dataset.edited = "";
  });
  document.addEventListener("click", event => {
    const button = event.target.closest("button");
    if (!button) return;
    const form = button.closest("form");
    if (button.matches(".add-query")) showField(addQuery(form, ""));
    if (button.matches(".remove-query")) removeQuery(form, button.closest(".query"));
    if (button.matches(".add-last")) addLastOutput(form.elements.previous);
    if (button.matches(".clear-previous")) setPrevious(form.elements.previous, "");
    if (button.matches("[data-send-to]")) sendTo(button.dataset.sendTo, button.closest("[data-outputs]").dataset);
  });
}

/** Asks another component to go on with an answer: its queries, and the chain of outputs that led to it. */
function sendTo(name, { queries, outputs }) {
  const form = document.getElementById(`${name}-form`);
  const [first, ...others] = JSON.parse(queries);
  for (const extra of [...form.querySelectorAll(".query")].slice(1)) extra.remove();
  form.querySelector("[name=query]").value = first;
  others.forEach(query => addQuery(form, query));
  renumber(form);
  setPrevious(form.elements.previous, outputs);
  openTab(name).focus();
  run(form);
}

function addQuery(form, text) {
  const queries = form.querySelectorAll(".query");
  const last = queries[queries.length - 1];
  if (queries.length === maxQueries) return last.querySelector("textarea");
  const added = last.cloneNode(true);
  last.after(added);
  renumber(form);
  const area = added.querySelector("textarea");
  area.value = text;
  area.removeAttribute("aria-invalid");
  const message = added.querySelector(".field-error");
  message.textContent = "";
  message.hidden = true;
  return area;
}

function removeQuery(form, query) {
  query.remove();
  renumber(form);
  const left = form.querySelectorAll("[name=query]");
  left[left.length - 1].focus();
}

/** Keeps labels, ids and messages in the order of the queries, which is how a failure names them. */
function renumber(form) {
  const queries = [...form.querySelectorAll(".query")];
  const prefix = form.querySelector(".queries").dataset.prefix;
  queries.forEach((query, index) => {
    const id = prefix + index;
    const label = query.querySelector("label");
    const area = query.querySelector("textarea");
    label.textContent = `Query ${index + 1}`;
    label.htmlFor = id;
    area.id = id;
    area.setAttribute("aria-describedby", `${id}-error`);
    query.querySelector(".field-error").id = `${id}-error`;
    query.querySelector(".number").textContent = index + 1;
    query.querySelector(".remove-query").hidden = queries.length === 1;
  });
  form.querySelector(".add-query").disabled = queries.length === maxQueries;
}

/** An example that nobody has touched gives way; what somebody put there is kept. */
function addLastOutput(area) {
  if (!lastOutput) return;
  const kept = "edited" in area.dataset ? area.value.trim() : "";
  if (!kept.startsWith("[")) {
    setPrevious(area, [kept, JSON.stringify(lastOutput)].filter(Boolean).join("\n"));
    return;
  }
  try {
    setPrevious(area, JSON.stringify([...JSON.parse(kept), lastOutput], null, 2));
  } catch {
    // Not JSON yet: the form says so when it is sent, and nothing that was typed is lost.
  }
}

function setPrevious(area, text) {
  area.value = text;
  area.dataset.edited = "";
}
