// A text that entries of a view must hold to be shown.
export function setUpFilters() {
  document.addEventListener("input", event => {
    if (event.target.matches("[data-filter]")) apply(event.target);
  });
  document.addEventListener("view", event => {
    for (const field of event.target.closest("[role=tabpanel]")?.querySelectorAll("[data-filter]") ?? []) apply(field);
  });
}

function apply(field) {
  const wanted = field.value.trim().toLocaleLowerCase();
  const panel = field.closest("[role=tabpanel]");
  const entries = [...panel.querySelectorAll(field.dataset.filter)];
  for (const entry of entries) entry.hidden = !textOf(entry).toLocaleLowerCase().includes(wanted);
  for (const group of panel.querySelectorAll(".insights")) group.hidden = !group.querySelector(".entry:not([hidden])");
  const none = panel.querySelector(".none-left");
  if (none) none.hidden = entries.length === 0 || entries.some(entry => !entry.hidden);
}

/** Not what is folded away: many entries are learnt from one feedback. */
function textOf(entry) {
  return [...entry.children].filter(part => !part.matches("details")).map(part => part.textContent).join(" ");
}
