// The start script of every page. It keeps the chosen theme and language, and loads the program once the static page has been
// painted: what the reader came for is on the page already. The names in capitals are filled in by the prerenderer.
const root = document.documentElement;
const stored = (key, value) => {
  try {
    return value === undefined ? localStorage.getItem(key) : localStorage.setItem(key, value);
  } catch {
    // Storage is refused: nothing is kept, everything works.
    return null;
  }
};

const theme = stored("registry-guide.theme");
if (theme) root.dataset.theme = theme;

// A language chosen by hand is remembered, and the place on the page goes along.
addEventListener("click", (event) => {
  const link = event.target.closest?.("a[hreflang]");
  if (!link) return;
  stored("registry-guide.language", link.hreflang);
  link.hash = location.hash;
});

const show = (id) => document.getElementById(id)?.removeAttribute("hidden");

const failed = (error) => {
  console.error("registry-guide: the program could not be started:", error);
  show("without-program");
};

// A program that cannot go on says so by a trap, at once or in something that it was asked to do later.
const trapped = ({ error, reason }) => {
  if ((error ?? reason)?.constructor === globalThis.WebAssembly?.RuntimeError) failed(error ?? reason);
};
addEventListener("error", trapped);
addEventListener("unhandledrejection", trapped);

// Has the guide kept for reading without network (see worker.js), tells of a new version, and says what is not kept here.
const keep = async () => {
  try {
    sessionStorage.setItem("registry-guide.try", "");
    sessionStorage.removeItem("registry-guide.try");
  } catch {
    show("not-stored");
  }
  const { worker } = root.dataset;
  // While the guide is being developed nothing is kept.
  if (!worker) return;
  try {
    const workers = navigator.serviceWorker;
    const registration = await workers.register(worker, { updateViaCache: "none" });
    workers.onmessage = ({ data }) => (data === "kept" ? (root.dataset.kept = "") : show("not-kept"));
    const watch = () => {
      if (registration.installing) registration.installing.onstatechange = watch;
      // The first one takes over by itself.
      if (registration.active && registration.waiting) show("new-version");
    };
    registration.onupdatefound = watch;
    watch();
    document.querySelector("#new-version button").onclick = () => {
      workers.oncontrollerchange = () => location.reload();
      // Another page may have let it take over already.
      if (registration.waiting) registration.waiting.postMessage("take-over");
      else location.reload();
    };
    (await workers.ready).active.postMessage("keep");
  } catch {
    show("not-kept");
  }
};

let program;

const load = async () => {
  // Asked for now so that it is there when the program asks for it; the program says what is wrong with it.
  fetch(root.dataset.words).catch(() => {});
  try {
    program = await import("PROGRAM");
    await program.default({ module_or_path: "WASM" });
    await program.prepare();
    for (const island of document.querySelectorAll("leptos-island")) program[island.dataset.component](island);
    program.ready();
  } catch (error) {
    failed(error);
  }
  // When there is nothing more to do for the reader.
  (globalThis.requestIdleCallback ?? setTimeout)(keep);
};

// Back and forward may bring a page as it was left; what the reader has said since then stands in the tab's storage.
addEventListener("pageshow", (event) => event.persisted && program?.resume());

// After the first paint: starting the program beside it would delay what the reader came for. A page in the background paints
// nothing, and a browser that does not tell of its paints is given three seconds.
const begin = () => {
  let start = () => {
    start = () => {};
    load();
  };
  if (document.hidden) return start();
  setTimeout(() => start(), 3000);
  try {
    new PerformanceObserver(() => start()).observe({ type: "paint", buffered: true });
  } catch {
    requestAnimationFrame(() => setTimeout(() => start()));
  }
};

if (document.readyState === "loading") addEventListener("DOMContentLoaded", begin, { once: true });
else begin();
