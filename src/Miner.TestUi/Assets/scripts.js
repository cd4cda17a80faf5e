// Libraries, each fetched when it is first needed: most visits need none of them.
const loading = new Map();

/** Gives the global name under which a library of the folder Vendor offers itself. */
export function loadScript(file, name) {
  if (!loading.has(file)) loading.set(file, load(file, name));
  return loading.get(file);
}

function load(file, name) {
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = `/assets/Vendor/${file}`;
    script.addEventListener("load", () => resolve(globalThis[name]));
    script.addEventListener("error", () => {
      loading.delete(file);
      reject(new Error(file));
    });
    document.head.append(script);
  });
}
