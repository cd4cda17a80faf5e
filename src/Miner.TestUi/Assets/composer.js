// The form that asks the components: which one, its queries and its previous outputs.
import { openTab } from "./tabs.js";
import { showField } from "./dom.js";
import { ask, lastOutput } from "./timeline.js";

const maxQueries = 50;
const maxPrevious = 20;
const form = document.getElementById("workbench-form");
const cards = document.getElementById("previous-cards");
const examples = JSON.parse(form.dataset.examples);

export function setUpComposer() {
  document.addEventListener("component", event => choose(event.detail));
  form.addEventListener("input", event => {
    form.dataset.edited = "";
    delete event.target.closest(".previous-card")?.dataset.example;
  });
  document.addEventListener("click", event => {
    const button = event.target.closest("button");
    if (!button) return;
    if (button.matches(".add-query")) showField(addQuery(""));
    if (button.matches(".remove-query")) removeQuery(button.closest(".query"));
    if (button.matches(".add-previous")) showField(addCard({ component: "complete", text: "", notebook: "" })?.querySelector("textarea"));
    if (button.matches(".add-last") && lastOutput()) addOutput(lastOutput());
    if (button.matches(".clear-previous")) clearPrevious();
    if (button.matches(".remove-previous")) removeCard(button.closest(".previous-card"));
    if (button.matches("[data-add]")) addOutput(JSON.parse(button.closest("[data-outputs]").dataset.outputs).at(-1));
    if (button.matches("[data-send-to]")) sendTo(button.dataset.sendTo, button.closest("[data-outputs]").dataset);
  });
}

/** Asks the component that is chosen: once, or as often as tells how far its answers agree. */
export function runComposer(submitter) {
  const { component } = form.dataset;
  const isRepeated = submitter?.id === "run-repeatedly";
  return ask(form, {
    component,
    address: `/views/${component}${isRepeated ? "/runs" : ""}`,
    label: examples[component].label,
  });
}

/** Turns the form to another component; its example is shown as long as nobody has typed anything. */
function choose(component) {
  const { label, purpose, task, query, previous } = examples[component];
  form.dataset.component = component;
  document.getElementById("workbench-label").textContent = label;
  document.getElementById("workbench-purpose").textContent = purpose;
  for (const part of form.querySelectorAll(".run-label")) part.textContent = label;
  for (const link of document.querySelectorAll(".components a")) {
    if (link.dataset.component === component) link.setAttribute("aria-current", "true");
    else link.removeAttribute("aria-current");
  }
  if (!("edited" in form.dataset)) {
    form.elements.task.value = task;
    setQueries([query]);
    cards.replaceChildren();
    for (const text of previous) addCard({ component: "complete", text, notebook: "" }).dataset.example = "";
  }
  if (previous.length > 0 || cards.children.length > 0) form.querySelector(".previous").open = true;
  document.dispatchEvent(new CustomEvent("chosen"));
}

/** Asks another component to go on with an answer: its queries, and the chain of outputs that led to it. */
function sendTo(component, { queries, outputs }) {
  form.dataset.edited = "";
  setQueries(JSON.parse(queries));
  clearPrevious();
  for (const output of JSON.parse(outputs)) addCard(cardOf(output));
  openTab(component).focus();
  runComposer();
}

/** An example that nobody has touched gives way; what somebody put there is kept. */
function addOutput(output) {
  form.dataset.edited = "";
  for (const card of cards.querySelectorAll("[data-example]")) card.remove();
  addCard(cardOf(output));
  form.querySelector(".previous").open = true;
}

function cardOf({ task, input, output, component }) {
  const notebook = output.notebook === "no update" ? "" : output.notebook;
  return { component, text: output.immediate_response, notebook, task, input: JSON.stringify(input) };
}

function addCard({ component, text, notebook, task = "", input = "" }) {
  if (cards.children.length === maxPrevious) return undefined;
  const card = document.getElementById("previous-template").content.firstElementChild.cloneNode(true);
  cards.append(card);
  const select = card.querySelector("[name=previous_component]");
  if (![...select.options].some(option => option.value === component)) select.add(new Option(component, component));
  select.value = component;
  card.querySelector("[name=previous_text]").value = text;
  card.querySelector("[name=previous_notebook]").value = notebook;
  card.querySelector("[name=previous_task]").value = task;
  card.querySelector("[name=previous_input]").value = input;
  card.querySelector("details").open = notebook !== "";
  renumberCards();
  return card;
}

function removeCard(card) {
  const next = card.nextElementSibling ?? card.previousElementSibling;
  card.remove();
  form.dataset.edited = "";
  renumberCards();
  (next?.querySelector("textarea") ?? form.querySelector(".add-previous")).focus();
}

function clearPrevious() {
  form.dataset.edited = "";
  cards.replaceChildren();
  form.elements.previous.value = "";
  renumberCards();
}

function renumberCards() {
  [...cards.children].forEach((card, index) => {
    for (const number of card.querySelectorAll(".number")) number.textContent = index + 1;
    const area = card.querySelector("[name=previous_text]");
    area.id = `previous-${index}`;
    area.setAttribute("aria-describedby", `previous-${index}-error`);
    card.querySelector(".text-label").htmlFor = area.id;
    card.querySelector(".field-error").id = `previous-${index}-error`;
  });
  form.querySelector(".add-previous").disabled = cards.children.length === maxPrevious;
}

function setQueries([first, ...others]) {
  for (const extra of [...form.querySelectorAll(".query")].slice(1)) extra.remove();
  form.querySelector("[name=query]").value = first;
  for (const query of others) addQuery(query);
  renumberQueries();
}

function addQuery(text) {
  const queries = form.querySelectorAll(".query");
  const last = queries[queries.length - 1];
  if (queries.length === maxQueries) return last.querySelector("textarea");
  const added = last.cloneNode(true);
  last.after(added);
  renumberQueries();
  const area = added.querySelector("textarea");
  area.value = text;
  area.removeAttribute("aria-invalid");
  const message = added.querySelector(".field-error");
  message.textContent = "";
  message.hidden = true;
  return area;
}

function removeQuery(query) {
  form.dataset.edited = "";
  query.remove();
  renumberQueries();
  [...form.querySelectorAll("[name=query]")].at(-1).focus();
}

/** Keeps labels, ids and messages in the order of the queries, which is how a failure names them. */
function renumberQueries() {
  const queries = [...form.querySelectorAll(".query")];
  queries.forEach((query, index) => {
    const id = `query-${index}`;
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
