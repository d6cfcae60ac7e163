let zone = "Asia/Makassar";

export function setZone(next) {
  zone = next;
}

const part = (options) => (atMs) =>
  new Intl.DateTimeFormat("id-ID", { timeZone: zone, ...options }).format(atMs);

/** "07.30", as the office clock shows it. */
export const clockOf = part({ hour: "2-digit", minute: "2-digit", hourCycle: "h23" });

/** "Senin, 4 Januari 2027". */
export const dayOf = part({ weekday: "long", day: "numeric", month: "long", year: "numeric" });
