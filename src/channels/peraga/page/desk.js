/** Which phones stand on the desk; remembered by this browser, so that a reload shows the same. */
const KEY = "sopir-peraga";

export function loadDesk() {
  try {
    const { shown, count } = JSON.parse(localStorage.getItem(KEY) ?? "{}");
    return {
      shown: Array.isArray(shown) ? shown.filter((chat) => typeof chat === "string") : [],
      count: [1, 2, 4].includes(count) ? count : window.innerWidth < 760 ? 1 : 2,
    };
  } catch {
    return { shown: [], count: 2 };
  }
}

export function saveDesk({ shown, count }) {
  try {
    localStorage.setItem(KEY, JSON.stringify({ shown, count }));
  } catch {
    // Without storage the desk is merely set anew each time.
  }
}

/** The desk with this phone on it; the one that has stood there longest makes room. */
export function withPhone({ shown, count }, chat) {
  if (shown.includes(chat)) return { shown, count };
  const room = shown.length < count ? shown : shown.slice(1);
  return { shown: [...room, chat], count };
}

/** The desk for so many phones, filled up with people who have something to do. */
export function withCount({ shown }, count, pegawai) {
  const wanted = pegawai
    .toSorted((a, b) => Number(b.tugas > 0) - Number(a.tugas > 0))
    .map(({ chat }) => chat)
    .filter((chat) => !shown.includes(chat));
  const known = shown.filter((chat) => pegawai.some((one) => one.chat === chat));
  return { shown: [...known.slice(-count), ...wanted].slice(0, count), count };
}
