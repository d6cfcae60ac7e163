import { fill, h } from "./dom.js";
import { faces } from "./face.js";

/**
 * The row of people. Those shown are pressed; pressing another brings that phone to the desk.
 * @param {{ pegawai: object[], shown: string[], unread: (chat: string) => number }} state
 * @param {(chat: string) => void} choose
 */
export function drawPeople(container, { pegawai, shown, unread }, choose) {
  const face = faces(pegawai.map(({ nama }) => nama));
  fill(
    container,
    ...pegawai.map(({ chat, nama, tugas }, nomor) => {
      const news = unread(chat);
      return h(
        "button",
        {
          type: "button",
          class: "orang-satu",
          "data-kunci": chat,
          "aria-pressed": String(shown.includes(chat)),
          onclick: () => choose(chat),
        },
        face(nomor),
        h("span", { class: "orang-nama" }, nama),
        tugas > 0 ? h("span", { class: "titik", title: `${tugas} tugas` }) : null,
        news > 0 ? badge(news) : null,
      );
    }),
  );
}

const badge = (count) =>
  h("span", { class: "lencana", "aria-label": `${count} pesan belum dibaca` }, String(count));

/** How many phones stand side by side. */
export function drawCounts(container, current, choose) {
  fill(
    container,
    ...[1, 2, 4].map((count) =>
      h(
        "button",
        {
          type: "button",
          "data-kunci": String(count),
          "aria-pressed": String(count === current),
          "aria-label": `${count} ponsel`,
          onclick: () => choose(count),
        },
        String(count),
      ),
    ),
  );
}
