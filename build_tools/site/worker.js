// The service worker: keeps the site on a reader's device, for when there is no network.
//
// Above these lines stands KEPT, which build_tools/site/offline.py writes: `version`, one hash of
// all that is kept; `notice`, what a kept page says of itself; `files`, the hash of each by its path.
// A page always comes from the network if there is one: nobody is shown an older danger sign.

const ROOT = new URL("./", location).href;
const MINE = `kept ${new URL(ROOT).pathname} `; // as in javascripts/offline.js
const CACHE = MINE + KEPT.version;
const PARTS = new Set(["style", "script", "font", "image", "manifest"]);
const AT_ONCE = 6;

let isCurrent = true; // whether the last page from the network is one of this build

self.addEventListener("install", (event) => {
  self.skipWaiting();
  event.waitUntil(keepAll());
});

self.addEventListener("activate", (event) => {
  event.waitUntil(dropOthers().then(() => self.clients.claim()));
});

self.addEventListener("fetch", (event) => {
  const { method, url } = event.request;
  if (method === "GET" && url.startsWith(ROOT)) event.respondWith(answer(event.request));
});

async function answer(request) {
  const path = pathOf(request.url);
  const isPage = request.mode === "navigate";
  const own = PARTS.has(request.destination) && isCurrent && (await kept(path));
  if (own) return own;
  const found = await fetch(request, { cache: "no-cache" }).catch(() => undefined);
  if (found && found.status < 500) {
    if (isPage && found.type !== "opaqueredirect") isCurrent = await isOfThisBuild(path, found);
    return found;
  }
  return (await (isPage ? keptPage(path) : kept(path))) ?? found ?? Response.error();
}

// The path of a file below the root, as KEPT names it: a folder's address is that of its index.
function pathOf(url) {
  const path = url.slice(ROOT.length).split(/[?#]/, 1)[0];
  return path.replace(/(^|\/)$/, "$1index.html");
}

async function kept(path) {
  return path in KEPT.files ? caches.match(ROOT + path, { cacheName: CACHE }) : undefined;
}

async function keptPage(path) {
  if (`${path}/index.html` in KEPT.files) return Response.redirect(`${ROOT}${path}/`);
  const own = await kept(path);
  if (own && !path.endsWith(".html")) return own;
  const found = own ?? (await kept("404.html"));
  const html = (await found?.text())?.replace(/<article\b[^>]*>/, (start) => start + KEPT.notice);
  const headers = { "Content-Type": "text/html; charset=utf-8" };
  return html && new Response(html, { status: own ? 200 : 404, headers });
}

async function isOfThisBuild(path, found) {
  return (await hashOf(await found.clone().arrayBuffer())) === KEPT.files[path];
}

async function keepAll() {
  const cache = await caches.open(CACHE);
  const waiting = Object.keys(KEPT.files);
  const all = waiting.length;
  const older = await Promise.all((await others()).map((name) => caches.open(name)));
  const keepSome = async () => {
    for (let path = waiting.pop(); path; path = waiting.pop()) {
      await keepOne(cache, older, path);
      await tell({ done: all - waiting.length, all });
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, keepSome));
}

// Takes a file from an older copy or the network, and only if it is the one of this build.
async function keepOne(cache, older, path) {
  const key = ROOT + path;
  if (await cache.match(key)) return;
  const address = key.replace(/\/index\.html$/, "/");
  const places = [...older.map((old) => () => old.match(key)), () => fetch(address, { cache: "no-cache" })];
  for (const look of places) {
    const found = await look();
    const bytes = found?.ok ? await found.arrayBuffer() : new ArrayBuffer(0);
    if ((await hashOf(bytes)) === KEPT.files[path]) {
      const headers = { "Content-Type": found.headers.get("Content-Type") ?? "" };
      return void (await cache.put(key, new Response(bytes, { headers })));
    }
  }
  throw new Error(path);
}

async function hashOf(bytes) {
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return Array.from(hash, (byte) => byte.toString(16).padStart(2, "0")).join("").slice(0, 16);
}

async function others() {
  return (await caches.keys()).filter((name) => name.startsWith(MINE) && name !== CACHE);
}

async function dropOthers() {
  await Promise.all((await others()).map((name) => caches.delete(name)));
}

async function tell(progress) {
  for (const page of await self.clients.matchAll({ includeUncontrolled: true })) page.postMessage(progress);
}
