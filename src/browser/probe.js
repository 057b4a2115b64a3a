// The prober: asks one address by one means, and says what a page may know of the answer. It plans nothing and judges nothing; that
// is Rust's. It runs in the page and, as it is, in the frame of probe.html, whose origin is opaque and which cannot afford the program.
//
// It is told `ask <id> <signal> <limit in ms> <address>`, `stop <id>` or `ask-state`, and tells `told <id> <outcome> <elapsed in ms>
// <exchange>` or `state <permission> <online> <delegated> <spaces>`.
// A block of its own: this is no module, because from an opaque origin a module could not be loaded.
{
  const page = document.documentElement.dataset.asker === "parent" ? parent : window;
  const tell = (...words) => page.postMessage(words.join(" "), "*");
  const running = new Map();

  // In which of the browser's address spaces the connection has to end; a browser that knows the option refuses any other.
  const knowsSpaces = "targetAddressSpace" in Request.prototype;
  const SPACES = { "public-space": "public", "local-space": "local", "loopback-space": "loopback" };

  const ask = (id, signal, limit, url) => {
    const began = performance.now();
    const space = SPACES[signal];
    const abort = new AbortController();
    let forbidden = false;
    let release = () => {};

    // A policy that only reports fires the same event while the request succeeds.
    const violated = (event) => (forbidden ||= event.disposition === "enforce" && event.blockedURI === url);
    const end = (outcome) => {
      if (!running.delete(id)) return;
      clearTimeout(timer);
      document.removeEventListener("securitypolicyviolation", violated);
      // Nothing of an answer is wanted; letting it run on would keep a connection busy.
      release();
      abort.abort();
      const elapsed = Math.round(performance.now() - began);
      // Of a failed fetch one engine tells by this time whether an HTTP exchange had begun. The entry comes a little later.
      const failed = outcome === "rejected" || outcome === "cut-off";
      setTimeout(
        () => {
          const entry = failed && performance.getEntriesByName(url).findLast((one) => one.startTime >= began - 1);
          tell("told", id, outcome, elapsed, entry ? Number(entry.duration > 0) : "-");
        },
        failed ? 50 : 0,
      );
    };
    const fail = (outcome) => end(forbidden ? "policy-blocked" : outcome);
    const timer = setTimeout(end, limit, "cut-off");
    running.set(id, end);
    document.addEventListener("securitypolicyviolation", violated);

    if (signal.endsWith("events")) {
      const source = new EventSource(url);
      release = () => source.close();
      source.onopen = () => end("opaque");
      // Closed for good: something answered, and it was no stream or may not be read. About to try again: there was no answer.
      source.onerror = () => fail(source.readyState === 2 ? "withheld" : "no-transport");
    } else if (signal === "prefetch") {
      const link = document.createElement("link");
      if (!link.relList.supports("prefetch")) return end("unsupported");
      link.rel = "prefetch";
      link.referrerPolicy = "no-referrer";
      link.href = url;
      link.onload = () => end("loaded");
      // One engine puts it under `default-src`, which no page can widen for it alone, and learns nothing from it anyway.
      link.onerror = () => end(forbidden ? "unsupported" : "load-failed");
      release = () => link.remove();
      document.head.append(link);
    } else if (space && !knowsSpaces) {
      end("unsupported");
    } else {
      const own = url.startsWith(`${location.origin}/`);
      const mode = signal === "cors" ? "cors" : "no-cors";
      // Any other treatment of redirects makes an opaque request fail at once, without being sent.
      const how = { mode, credentials: "omit", referrerPolicy: "no-referrer", cache: "no-store", redirect: "follow" };
      if (space) how.targetAddressSpace = space;
      how.signal = abort.signal;
      fetch(url, how).then(
        ({ type, status }) => {
          if (mode === "cors") end(own || type === "cors" ? status : "not-opaque");
          // From another host only the browser itself, or something in it, can give an answer that is not opaque.
          else end(own || type === "opaque" ? "opaque" : "not-opaque");
        },
        () => fail("rejected"),
      );
    }
  };

  let permission;
  const state = async () => {
    // The newer name first; a browser that knows neither asks nobody.
    for (const name of ["local-network", "local-network-access"]) {
      try {
        permission ??= await navigator.permissions.query({ name });
        permission.onchange = state;
      } catch {
        continue;
      }
    }
    const policy = document.featurePolicy;
    const may = (name) => !policy?.features().includes(name) || policy.allowsFeature(name);
    const delegated = top === self || (may("local-network") && may("local-network-access"));
    tell("state", permission?.state ?? "unsupported", navigator.onLine, delegated, knowsSpaces);
  };

  addEventListener("message", ({ source, data }) => {
    if (source !== page || typeof data !== "string") return;
    const [what, id, signal, limit, url] = data.split(" ");
    if (what === "ask") ask(id, signal, Number(limit), url);
    // What is stopped says so itself.
    if (what === "stop") running.get(id)?.("cancelled");
    if (what === "ask-state") state();
  });
}
