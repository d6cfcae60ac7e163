import { fill, h } from "./dom.js";
import { drawn } from "./icons.js";

/** The event log, newest first. */
export function drawLog(container, catatan) {
  fill(
    container,
    ...catatan
      .toReversed()
      .map(({ seq, waktu, siapa, teks }) =>
        h(
          "li",
          { "data-seq": seq },
          h("b", {}, siapa),
          h("span", { class: "redup" }, waktu),
          h("span", {}, teks),
        ),
      ),
  );
}

/** What to do first, each point ticked by the office itself; the first open one is the next. */
export function drawGuide(container, heading, panduan, { show, push }) {
  const next = panduan.find(({ selesai }) => !selesai);
  const done = panduan.filter(({ selesai }) => selesai).length;
  heading.textContent = `${done} dari ${panduan.length}`;
  fill(container, ...panduan.map((point) => guideItem(point, point === next, { show, push })));
}

/** The same in one line, where there is no room for the list beside the phone. */
export function drawNext(container, panduan, { show, push }) {
  const next = panduan.find(({ selesai }) => !selesai);
  container.hidden = next === undefined;
  if (next === undefined) return;
  fill(container, h("p", {}, ...drawn(next.teks)), actionOf(next, { show, push }));
}

function guideItem({ id, teks, chat, selesai }, isNext, { show, push }) {
  return h(
    "li",
    {
      class: selesai ? "sudah" : isNext ? "berikut" : "",
      "data-panduan": id,
      "aria-current": isNext ? "step" : null,
    },
    h("span", { class: "kotak", role: "img", "aria-label": selesai ? "sudah" : "belum" }),
    h("span", {}, ...drawn(teks)),
    isNext ? actionOf({ id, chat }, { show, push }) : null,
  );
}

function actionOf({ id, chat }, { show, push }) {
  if (id === "buka") return action(id, "+15 menit", () => push("15-menit"));
  return chat === null ? null : action(id, "Buka ponselnya", () => show(chat));
}

const action = (id, judul, onclick) =>
  h("button", { type: "button", class: "aksi", "data-kunci": `panduan/${id}`, onclick }, judul);
