// Typesets the formulas of the report; one that cannot be typeset stays as it was written.
for (const formula of document.querySelectorAll(".formula")) {
  const typed = document.createElement("span");
  try {
    const displayMode = formula.classList.contains("display");
    const { tex } = formula.dataset;
    // Rows outside an environment: MathML breaks no lines by itself.
    const hasRows = displayMode && tex.includes("\\\\") && !tex.includes("\\begin");
    const rows = hasRows ? `\\begin{gathered}${tex}\\end{gathered}` : tex;
    temml.render(rows, typed, { displayMode, throwOnError: true, trust: false, maxSize: [20, 20], maxExpand: 200 });
    formula.title = formula.textContent;
    formula.replaceChildren(...typed.childNodes);
  } catch {
    // Not LaTeX that it knows.
  }
}
