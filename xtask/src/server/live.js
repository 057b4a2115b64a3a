// Added to every page by `cargo xtask serve`: reloads after a build, shows why a build failed. Never in a release.
const address = new URL("__live", import.meta.url);
const pause = (ms) => new Promise((done) => setTimeout(done, ms));

// Styled through the object model: the content policy forbids style elements and attributes.
const notice = document.createElement("pre");
notice.setAttribute("role", "alert");
Object.assign(notice.style, {
  position: "fixed", inset: "auto 0 0 0", zIndex: "2147483647", maxHeight: "60vh", overflow: "auto", margin: "0",
  padding: "1rem", font: "13px/1.4 monospace", whiteSpace: "pre-wrap", color: "#fff", background: "#5c0f14",
});

// A release that was once served at this address has left a service worker, which would go on showing that release.
for (const worker of (await navigator.serviceWorker?.getRegistrations()) ?? []) await worker.unregister();

let seen = "";
for (;;) {
  try {
    address.search = `?seen=${seen}`;
    const answer = await (await fetch(address, { cache: "no-store" })).text();
    const end = answer.indexOf("\n");
    const token = answer.slice(0, end);
    // The build's number, before the dot; the rest tells failures apart.
    if (seen && token.split(".")[0] !== seen.split(".")[0]) location.reload();
    seen = token;
    notice.textContent = answer.slice(end + 1);
    if (notice.textContent) document.body.append(notice);
    else notice.remove();
  } catch {
    // The server is gone: it may come back.
    await pause(1000);
  }
}
