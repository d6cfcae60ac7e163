/** Lets the page be opened without a connection. One address alone may be named to the browser as a script. */
export function pakaiPekerja() {
  const policy = globalThis.trustedTypes?.createPolicy("sopir-isian", {
    createScriptURL: () => "/isian/pekerja.js",
  });
  const url = policy?.createScriptURL("") ?? "/isian/pekerja.js";
  // Where there is none, drafts are kept all the same.
  navigator.serviceWorker?.register(url, { scope: "/isian" }).catch(() => undefined);
}
