// The service worker: after one visit the guide is there without network, in every language visited.
//
// One cache per version, and a version is everything that a build wrote. A language is kept whole: first the files that its pages
// name, then its pages, which come in one file named after its content, then the mark that it is whole. So no page meets a program
// of another version, whatever is deployed meanwhile: what a page names is kept with it, or comes from the server that it came from.
//
// Only two kinds of requests are answered here: pages, and files that are named after their content. All others, and so whatever a
// check sends, here or elsewhere, pass by. The names in capitals are filled in by the prerenderer.
const BASE = "BASE-PATH";
const OURS = `registry-guide ${BASE} `;
const CACHE = OURS + "VERSION";
// By language, the file with its pages.
const BUNDLES = "BUNDLES";

// Whether the language is kept now.
const keep = async (language) => {
  const cache = await caches.open(CACHE);
  const bundle = BASE + BUNDLES[language];
  if (await cache.match(bundle)) return true;
  const answer = await fetch(bundle);
  // Gone: there is a newer version, which will keep this language when it comes.
  if (!answer.ok) return false;
  const { files, pages } = await answer.json();
  for (const [file, integrity] of Object.entries(files)) {
    if (await cache.match(file)) continue;
    // One after the other and last in line: the reader may be checking a registry by now.
    await cache.put(file, (await caches.match(file)) ?? (await fetch(file, { integrity, priority: "low" })));
  }
  // A page is kept with the host's own headers, its content policy above all.
  const headers = new Headers(answer.headers);
  for (const name of ["content-encoding", "content-length", "etag"]) headers.delete(name);
  headers.set("cache-control", "no-cache");
  headers.set("content-type", "text/html; charset=utf-8");
  for (const [path, html] of Object.entries(pages)) await cache.put(BASE + path, new Response(html, { headers }));
  await cache.put(bundle, new Response());
  return true;
};

// A new version is whole only with every language that the ones before it have kept.
const install = async () => {
  for (const name of await caches.keys()) {
    if (!name.startsWith(OURS)) continue;
    for (const { url } of await (await caches.open(name)).keys()) {
      const language = url.match(/\/pages-([\w-]+)-\w{16}\.json$/)?.[1];
      if (BUNDLES[language] && !(await keep(language))) throw new Error(language);
    }
  }
};

addEventListener("install", (event) => {
  event.waitUntil(install());
  // Where the browser knows how, it lets pass by what is not ours without asking.
  const { protocol, hostname, port } = location;
  const ours = { protocol: protocol.slice(0, -1), hostname, port, pathname: BASE + "*" };
  const routes = [{ not: { urlPattern: ours } }, { urlPattern: { ...ours, pathname: BASE + "here.json" } }];
  event.addRoutes?.(routes.map((condition) => ({ condition, source: "network" }))).catch(() => {});
});

addEventListener("activate", (event) => event.waitUntil(clients.claim()));

// Older versions are given up when the only page open is one of this version, and no newer one is on its way.
const sweep = async () => {
  const names = await caches.keys();
  const pages = await clients.matchAll({ includeUncontrolled: true });
  const { installing, waiting } = registration;
  if (pages.length > 1 || installing || waiting) return;
  for (const name of names) if (name.startsWith(OURS) && name !== CACHE) await caches.delete(name);
};

addEventListener("message", (event) => {
  const { data, source } = event;
  if (data === "take-over") return skipWaiting();
  const [language] = new URL(source.url).pathname.slice(BASE.length).split("/");
  const kept = keep(language).then(async (whole) => {
    await sweep();
    if (whole) source.postMessage("kept");
  });
  event.waitUntil(kept.catch(() => source.postMessage("not-kept")));
});

const page = async (request, path) => {
  const cache = await caches.open(CACHE);
  const kept = (await cache.match(path)) ?? (await cache.match(path + "/"));
  if (kept) return kept;
  try {
    return await fetch(request);
  } catch (error) {
    const calm = await cache.match(BASE + "offline");
    if (calm) return calm;
    throw error;
  }
};

const file = async (request) => (await caches.match(request, { ignoreVary: true })) ?? fetch(request);

addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== location.origin || !pathname.startsWith(BASE)) return;
  if (/-[0-9a-f]{16}(_bg)?\.\w+$/.test(pathname)) event.respondWith(file(request));
  // Pages have no dot in their last part: neither here.json nor the guide as one file is a page.
  else if (request.mode === "navigate" && /\/[^./]*$/.test(pathname)) event.respondWith(page(request, pathname));
});
