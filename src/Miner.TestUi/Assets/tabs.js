// Tabs after the WAI-ARIA pattern with manual activation: arrows move the focus, Enter or Space opens.
import { run } from "./calls.js";

const tabs = [...document.querySelectorAll("[role=tab]")];
const panelOf = tab => document.getElementById(tab.getAttribute("aria-controls"));

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
}

/** Opens a tab by its name and loads what it shows by itself. */
export function openTab(name) {
  const open = document.getElementById(`tab-${name}`);
  for (const tab of tabs) {
    tab.setAttribute("aria-selected", String(tab === open));
    tab.tabIndex = tab === open ? 0 : -1;
    panelOf(tab).hidden = tab !== open;
  }
  history.replaceState(null, "", `#${name}`);
  loadOpenTab();
  return open;
}

/** Opens the tab that the address names, so that a reload or a bookmark leads to it. */
export function openTabOfAddress() {
  const name = location.hash.slice(1);
  if (document.getElementById(`tab-${name}`)) openTab(name);
}

/** Loads the open tab's view, where it has one that needs no click. */
export function loadOpenTab() {
  const form = panelOf(tabs.find(tab => tab.tabIndex === 0 && tab.getAttribute("aria-selected") === "true")).dataset.onShow;
  if (form) run(document.getElementById(form));
}

function focusTab(tab) {
  for (const other of tabs) other.tabIndex = other === tab ? 0 : -1;
  tab.focus();
}
