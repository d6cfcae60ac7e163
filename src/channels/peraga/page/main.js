import * as api from "./api.js";
import { drawBoard } from "./board.js";
import { drawCounts, drawPeople } from "./chooser.js";
import { drawClock } from "./clock.js";
import { loadDesk, saveDesk, withCount, withPhone } from "./desk.js";
import { byId } from "./dom.js";
import { faces } from "./face.js";
import { drawGuide, drawLog, drawNext } from "./lists.js";
import { createPhone } from "./phone.js";
import { betweenPresses } from "./press.js";
import { setZone } from "./time.js";

/** Everything the page knows; the server tells it anew whenever the line is new. */
const state = { view: null, pesan: new Map(), perintah: {}, desk: loadDesk(), busy: false };
const phones = new Map();
const reading = new Set();
const drawn = new Map();

const acts = {
  say: (chat, teks) => attempt(() => api.say(chat, teks)),
  tap: (chat, pesan, token) => attempt(() => api.tap(chat, pesan, token)),
  upload: (chat, nama, mime, data) => attempt(() => api.upload(chat, nama, mime, data)),
};

const events = new EventSource("/peraga/events");
events.addEventListener("awal", ({ data }) => begin(JSON.parse(data)));
events.addEventListener("pesan", ({ data }) => receive(JSON.parse(data)));
events.addEventListener("papan", ({ data }) => drawView(JSON.parse(data)));
events.addEventListener("error", () => tell("Terputus dari program. Menghubungkan lagi…", true));
document.addEventListener("visibilitychange", markRead);
for (const button of document.querySelectorAll("[data-tab] > *, .tab button"))
  if (button.dataset.tab) button.addEventListener("click", () => openTab(button.dataset.tab));

function begin({ token, view, pesan, perintah }) {
  api.setToken(token);
  setZone(view.zona);
  tell("");
  state.perintah = perintah;
  state.pesan = new Map(view.pegawai.map(({ chat }) => [chat, []]));
  for (const one of pesan) state.pesan.get(one.chat)?.push(one);
  state.view = view;
  setDesk(withCount(state.desk, state.desk.count, firstPeople(view)));
  for (const [chat, phone] of phones) phone.setList(state.pesan.get(chat) ?? []);
  drawView(view);
  document.body.dataset.siap = "";
}

/** At first: the phone on which there is something to do, then everybody in order. */
function firstPeople({ pegawai, panduan }) {
  const next = panduan.find(({ selesai }) => !selesai)?.chat ?? null;
  return pegawai.toSorted((a, b) => Number(b.chat === next) - Number(a.chat === next));
}

function receive(pesan) {
  const list = state.pesan.get(pesan.chat);
  if (list === undefined) return;
  const at = list.findIndex(({ id }) => id === pesan.id);
  if (at === -1) list.push(pesan);
  else list[at] = pesan;
  phones.get(pesan.chat)?.put(pesan);
  drawChoosers();
  markRead();
}

function drawView(view) {
  state.view = view;
  const { kantor, jam, berkas, catatan, panduan, pegawai } = view;
  byId("kantor").textContent = `${kantor.nama}, ${kantor.kabupaten}`;
  whenChanged("jam", [jam, state.busy], () => drawClock(byId("jam"), jam, state.busy, push));
  whenChanged("papan", berkas, () => drawBoard(byId("papan"), berkas, show));
  whenChanged("catatan", catatan, () => drawLog(byId("catatan"), catatan));
  whenChanged("panduan", panduan, () => {
    drawGuide(byId("panduan"), byId("panduan-hitung"), panduan, { show, push });
    drawNext(byId("berikut"), panduan, { show, push });
  });
  for (const { chat, tugas } of pegawai) phones.get(chat)?.setTasks(tugas);
  drawChoosers();
}

/** What looks the same is left alone, and nothing is swapped under a finger. */
function whenChanged(part, data, draw) {
  const look = JSON.stringify(data);
  if (drawn.get(part) === look) return;
  drawn.set(part, look);
  betweenPresses(part, draw);
}

function drawChoosers() {
  const { pegawai } = state.view;
  const { shown, count } = state.desk;
  const people = pegawai.map(({ chat, tugas }) => [chat, tugas, unread(chat)]);
  whenChanged("orang", [people, shown], () =>
    drawPeople(byId("orang"), { pegawai, shown, unread }, show),
  );
  whenChanged("jumlah", count, () =>
    drawCounts(byId("jumlah"), count, (next) =>
      setDesk(withCount(state.desk, next, state.view.pegawai)),
    ),
  );
  const news = pegawai.reduce((sum, { chat }) => sum + unread(chat), 0);
  byId("lencana-tab").hidden = news === 0;
  byId("lencana-tab").textContent = String(news);
}

const unread = (chat) =>
  (state.pesan.get(chat) ?? []).filter(({ keadaan }) => keadaan === "baru").length;

/** Puts phones on the desk; one that stays keeps what was being written on it. */
function setDesk(desk) {
  state.desk = desk;
  saveDesk(desk);
  const row = byId("ponsel");
  const chosen = desk.shown.map((chat) => phones.get(chat) ?? openPhone(chat));
  for (const [chat] of phones) if (!desk.shown.includes(chat)) phones.delete(chat);
  const wanted = chosen.map(({ element }) => element);
  for (const old of Array.from(row.children)) if (!wanted.includes(old)) old.remove();
  for (const element of wanted) if (!element.isConnected) row.append(element);
  byId("utama").dataset.jumlah = String(desk.count);
  drawChoosers();
  markRead();
}

function openPhone(chat) {
  const { pegawai } = state.view;
  const nomor = pegawai.findIndex((one) => one.chat === chat);
  const { nama, tugas } = pegawai[nomor];
  const wajah = faces(pegawai.map((one) => one.nama))(nomor);
  const phone = createPhone({ chat, nama, wajah, perintah: state.perintah[chat] ?? [] }, acts);
  phone.setList(state.pesan.get(chat) ?? []);
  phone.setTasks(tugas);
  phones.set(chat, phone);
  return phone;
}

function show(chat) {
  setDesk(withPhone(state.desk, chat));
  openTab("ponsel");
  const { element } = phones.get(chat);
  element.scrollIntoView({ block: "nearest", inline: "nearest" });
  element.classList.remove("kilat");
  requestAnimationFrame(() => element.classList.add("kilat"));
}

function openTab(tab) {
  byId("utama").dataset.tab = tab;
  for (const button of document.querySelectorAll(".tab button"))
    button.setAttribute("aria-pressed", String(button.dataset.tab === tab));
  markRead();
}

/** What is on the desk and visible has been seen. */
function markRead() {
  if (document.visibilityState !== "visible") return;
  for (const [chat, { element }] of phones)
    if (unread(chat) > 0 && element.offsetParent !== null) void readOnce(chat);
}

/** One at a time for a chat; what came meanwhile is read by the next. */
async function readOnce(chat) {
  if (reading.has(chat)) return;
  reading.add(chat);
  await api.read(chat).catch(() => undefined);
  reading.delete(chat);
}

async function push(lompatan) {
  if (state.busy) return;
  state.busy = true;
  drawView(state.view);
  await attempt(() => api.push(lompatan));
  state.busy = false;
  drawView(state.view);
}

async function attempt(act) {
  try {
    await act();
    tell("");
  } catch (error) {
    tell(error.message, true);
  }
}

function tell(text, wrong = false) {
  const kabar = byId("kabar");
  kabar.textContent = text;
  kabar.hidden = text === "";
  kabar.classList.toggle("salah", wrong);
}
