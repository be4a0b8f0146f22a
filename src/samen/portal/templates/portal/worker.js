{# files: what the page without a connection needs; folder: where files are; version: another one for other files #}// Without a connection: the page that was kept, with the next meeting and the numbers to call.
"use strict";
const FILES = "samen-my-files-{{ version }}", KEPT = "samen-my-kept", OFFLINE = "/my/offline/";
const NEEDED = [{% for file in files %}"{{ file|escapejs }}"{% if not forloop.last %}, {% endif %}{% endfor %}];

self.addEventListener("install", (event) => {
  event.waitUntil(caches.open(FILES).then((files) => files.addAll(NEEDED)).then(() => self.skipWaiting()));
});

self.addEventListener("activate", (event) => {
  event.waitUntil(
    caches.keys()
      .then((names) => Promise.all(names.filter((name) => name !== FILES && name !== KEPT).map((name) => caches.delete(name))))
      .then(() => self.clients.claim()),
  );
});

// Letters of other scripts are kept once somebody needed them.
const held = async (request) => {
  const found = await caches.match(request);
  if (found) return found;
  const answer = await fetch(request);
  if (answer.ok) (await caches.open(FILES)).put(request, answer.clone());
  return answer;
};

self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.mode === "navigate") {
    event.respondWith(fetch(request).catch(async () => (await caches.match(OFFLINE)) || Response.error()));
  } else if (request.method === "GET" && new URL(request.url).pathname.startsWith("{{ folder|escapejs }}")) {
    event.respondWith(held(request));
  }
});
