// The recorded calls: a line of the list, or the trace id of an error, opens one.
import { run } from "./calls.js";
import { openTab } from "./tabs.js";

const call = document.getElementById("call-form");

export function setUpRecordedCalls() {
  document.addEventListener("click", event => {
    const button = event.target.closest("button");
    if (button?.matches("[data-trace]")) open(button.dataset);
    if (button?.matches("[data-back-to]")) run(document.getElementById(button.dataset.backTo));
  });
}

function open({ trace, number }) {
  if (call.closest("[role=tabpanel]").hidden) openTab("calls").focus();
  call.elements.trace.value = trace;
  call.elements.number.value = number ?? "";
  run(call);
}
