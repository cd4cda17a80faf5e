// Tabs after the WAI-ARIA pattern with manual activation: arrows move the focus, Enter or Space opens. The components have addresses of
// their own, which lead to the workbench.
import { run } from "./calls.js";

const tabs = [...document.querySelectorAll("[role=tab]")];
const panelOf = tab => document.getElementById(tab.getAttribute("aria-controls"));
const components = document.querySelector(".components");
const linkOf = name => document.querySelector(`.components [data-component="${CSS.escape(name)}"]`);

export function setUpTabs() {
  const list = document.querySelector("[role=tablist]");
  list.addEventListener("click", event => {
    const tab = event.target.closest("[role=tab]");
    if (tab) openTab(tab.id.slice("tab-".length));
  });
  list.addEventListener("keydown", event => {
    const here = tabs.indexOf(document.activeElement);
    const next = { ArrowRight: here + 1, ArrowLeft: here - 1, Home: 0, End: tabs.length - 1 }[event.key];
    if (here < 0 || next === undefined) return;
    event.preventDefault();
    focusTab(tabs[(next + tabs.length) % tabs.length]);
  });
  window.addEventListener("hashchange", openTabOfAddress);
  // Where a row gets too narrow for all of them, when a telephone is turned.
  new ResizeObserver(() => showInRow(selected())).observe(list);
  new ResizeObserver(showComponent).observe(components);
}

/** Opens a tab, or the workbench with a component, by its name, and loads what it shows by itself; gives what leads there. */
export function openTab(name) {
  const link = linkOf(name);
  const open = document.getElementById(`tab-${link ? "workbench" : name}`);
  for (const tab of tabs) {
    tab.setAttribute("aria-selected", String(tab === open));
    tab.tabIndex = tab === open ? 0 : -1;
    panelOf(tab).hidden = tab !== open;
  }
  open.scrollIntoView({ block: "nearest", inline: "nearest" });
  history.replaceState(null, "", `#${name}`);
  if (link) document.dispatchEvent(new CustomEvent("component", { detail: name }));
  showComponent();
  loadOpenTab();
  return link ?? open;
}

/** Opens the tab that the address names, so that a reload or a bookmark leads to it; without one, the first. */
export function openTabOfAddress() {
  const name = location.hash.slice(1);
  openTab(document.getElementById(`tab-${name}`) || linkOf(name) ? name : tabs[0].id.slice("tab-".length));
}

/** The open tab's panel. */
export function openPanel() {
  return panelOf(selected());
}

/** Loads the open tab's view, where it has one that needs no click. */
export function loadOpenTab() {
  const form = openPanel().dataset.onShow;
  if (form) run(document.getElementById(form));
}

function selected() {
  return tabs.find(tab => tab.getAttribute("aria-selected") === "true");
}

function showComponent() {
  const link = components.querySelector("[aria-current]");
  if (link) showInRow(link);
}

/** Brings a tab or a component into its row's view, and leaves the page where it is. */
function showInRow(element) {
  const row = element.parentElement;
  const before = element.offsetLeft - row.offsetLeft;
  const after = before + element.offsetWidth - row.clientWidth;
  row.scrollLeft = Math.min(Math.max(row.scrollLeft, after), before);
}

function focusTab(tab) {
  for (const other of tabs) other.tabIndex = other === tab ? 0 : -1;
  tab.focus();
}
