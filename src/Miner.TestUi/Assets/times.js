// Times as the clock on the wall shows them, beside UTC.
const local = new Intl.DateTimeFormat(undefined, { dateStyle: "short", timeStyle: "medium" });

export function setUpTimes() {
  for (const name of ["view", "times"]) document.addEventListener(name, event => addLocalTimes(event.target));
}

function addLocalTimes(view) {
  for (const time of view.querySelectorAll("time[datetime]:not([data-local])")) {
    const moment = new Date(time.dateTime);
    time.dataset.local = "";
    if (Number.isNaN(moment.getTime()) || moment.getTimezoneOffset() === 0) continue;
    const here = document.createElement("span");
    here.className = "here";
    here.textContent = ` (${local.format(moment)} here)`;
    time.append(here);
  }
}
