// Keeps the page readable without a connection; what is asked of the office never goes through here.
const SIMPANAN = "sopir-isian-1";
const FILES = [
  "/isian",
  "/isian/angka.js",
  "/isian/api.js",
  "/isian/baris.js",
  "/isian/bukti.js",
  "/isian/catatan.js",
  "/isian/draf.js",
  "/isian/elemen.js",
  "/isian/icon.svg",
  "/isian/layar.js",
  "/isian/luring.js",
  "/isian/main.js",
  "/isian/masukan.js",
  "/isian/meja.js",
  "/isian/pengiriman.js",
  "/isian/simpanan.js",
  "/isian/style.css",
  "/isian/teks.js",
  "/isian/teks.json",
  "/isian/telegram.js",
];

self.addEventListener("install", (event) => {
  event.waitUntil(
    caches
      .open(SIMPANAN)
      .then((cache) => cache.addAll(FILES))
      .then(() => self.skipWaiting()),
  );
});

self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

self.addEventListener("fetch", (event) => {
  const { method, url } = event.request;
  const { origin, pathname } = new URL(url);
  if (method !== "GET" || origin !== self.location.origin || !FILES.includes(pathname)) return;
  event.respondWith(fresh(event.request, pathname));
});

/** The newest there is: from the server, else as it was seen last. */
async function fresh(request, pathname) {
  const cache = await caches.open(SIMPANAN);
  const response = await fetch(request).catch(() => null);
  if (response?.ok) {
    await cache.put(pathname, response.clone());
    return response;
  }
  return (await cache.match(pathname)) ?? response ?? Response.error();
}
