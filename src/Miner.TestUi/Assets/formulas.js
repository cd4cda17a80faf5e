// Typesets the formulas of a view as MathML, shows their sources on demand, and copies them as LaTeX.
import { announce } from "./dom.js";
import { loadScript } from "./scripts.js";

/** More than a formula has that somebody wrote to be read. */
const maxLength = 10_000;

/** What an answer of formulas alone may keep the window waiting for at a time, in milliseconds. */
const patience = 50;

const options = { throwOnError: true, trust: false, strict: false, maxSize: [20, 20], maxExpand: 200 };

export function setUpFormulas() {
  document.addEventListener("view", event => typeset(event.target));
  document.addEventListener("click", event => {
    const button = event.target.closest("[data-sources]");
    if (button) showSources(button, button.getAttribute("aria-pressed") !== "true");
  });
  document.addEventListener("copy", copySources);
  window.addEventListener("resize", () => markWide(document));
}

/** Each formula that cannot be typeset stays as it was written. */
async function typeset(view) {
  const formulas = [...view.querySelectorAll(".formula[data-tex]")];
  if (formulas.length === 0) return;
  for (const formula of formulas) formula.dataset.source ??= formula.textContent;
  for (const button of view.querySelectorAll("[data-sources]")) button.hidden = false;
  const temml = await loadScript("temml.min.js", "temml").catch(() => null);
  if (!temml) return;
  let resumed = performance.now();
  for (const formula of formulas) {
    if (performance.now() - resumed > patience) {
      await new Promise(resolve => { setTimeout(resolve); });
      resumed = performance.now();
    }
    render(temml, formula);
  }
  markWide(view);
}

function render(temml, formula) {
  const { tex, source } = formula.dataset;
  if (tex.length > maxLength) return;
  const isDisplay = formula.classList.contains("display");
  const typed = document.createElement("span");
  try {
    temml.render(isDisplay ? rowsOf(tex) : tex, typed, { ...options, displayMode: isDisplay });
    formula.replaceChildren(...typed.childNodes);
  } catch {
    formula.textContent = source;
  }
}

/** Rows outside an environment: MathML breaks no lines by itself. */
function rowsOf(tex) {
  return tex.includes("\\\\") && !tex.includes("\\begin") ? `\\begin{gathered}${tex}\\end{gathered}` : tex;
}

async function showSources(button, wanted) {
  const view = button.closest(".formulas");
  button.setAttribute("aria-pressed", String(wanted));
  announce(wanted ? "LaTeX shown" : "Formulas shown");
  if (!wanted) {
    await typeset(view);
    return;
  }
  for (const formula of view.querySelectorAll(".formula[data-source]")) formula.textContent = formula.dataset.source;
  markWide(view);
}

/** A formula that is wider than its column scrolls in it: by keyboard, too. */
function markWide(view) {
  for (const formula of view.querySelectorAll(".formula")) {
    const room = formula.closest("p, li, td, th, h4, h5, h6, blockquote, .markdown")?.clientWidth ?? 0;
    const isWide = formula.classList.contains("display")
      ? formula.scrollWidth > formula.clientWidth
      : room > 0 && (formula.firstElementChild?.getBoundingClientRect().width ?? 0) > room;
    formula.classList.toggle("wide", isWide);
    if (isWide) formula.tabIndex = 0;
    else formula.removeAttribute("tabindex");
  }
}

/** What is copied has each formula as LaTeX, whole even where a part of it was selected. */
function copySources(event) {
  const selection = getSelection();
  if (selection.isCollapsed || event.target.closest?.("input, textarea")) return;
  const range = selection.getRangeAt(0).cloneRange();
  const [first, last] = [range.startContainer, range.endContainer].map(formulaOf);
  if (first) range.setStartBefore(first);
  if (last) range.setEndAfter(last);
  const copied = document.createElement("div");
  copied.className = "copied";
  copied.append(range.cloneContents());
  const formulas = copied.querySelectorAll(".formula[data-source]");
  if (formulas.length === 0) return;
  for (const formula of formulas) formula.textContent = formula.dataset.source;
  // Lines are those that are shown, so it has to be.
  document.body.append(copied);
  event.clipboardData.setData("text/plain", copied.innerText);
  copied.remove();
  event.preventDefault();
}

function formulaOf(node) {
  return (node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement)?.closest(".formula");
}
