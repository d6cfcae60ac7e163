import type { PonselPesan } from "../../../src/app/ports/peraga.ts";
import type { PeragaChannel } from "../../../src/channels/peraga/index.ts";
import type { BlokTeks, PeranPilihan, Pilihan } from "../../../src/core/pesan/pesan.ts";
import { plainText } from "../../../src/core/pesan/spans.ts";
import {
  type ChannelHarness,
  describeChannel,
  type LaidOut,
  type ShownMessage,
} from "../contract.ts";
import { openFolder, until } from "./harness.ts";

describeChannel("the simulator", openHarness);

const chat = "kasi-pelayanan";

async function openHarness(): Promise<ChannelHarness> {
  const folder = openFolder();
  const channel = await folder.open();
  const { ponsel } = channel;
  const dataByHash = new Map<string, Uint8Array>();
  let repeat = false;
  let queue: Promise<unknown> = Promise.resolve();
  const does = (act: () => Promise<unknown>): void => {
    queue = queue.then(act);
  };
  return {
    channel: dyingOnce(
      channel,
      () => repeat,
      () => {
        repeat = false;
      },
    ),
    chat,
    says: (text) => does(() => ponsel.say(chat, text)),
    taps: (title) => does(() => tap(channel, title)),
    uploads: (file, caption) => does(() => ponsel.upload(chat, file, caption)),
    shown: () =>
      ponsel
        .list(chat)
        .filter(({ dari }) => dari === "kantor")
        .map((pesan) => shownOf(pesan, dataByHash)),
    failNextSend: (how) => channel.failNext(how),
    repeatNext: () => {
      repeat = true;
    },
    until,
    async close() {
      await queue;
      folder.remove();
    },
  };

  /** Sends as the channel does, and reads each file back so that `shown` need not wait. */
  function dyingOnce(
    inner: PeragaChannel,
    dies: () => boolean,
    died: () => void,
  ): ChannelHarness["channel"] {
    return {
      ...inner,
      start: (sink) =>
        inner.start(async (event) => {
          await sink(event);
          if (!dies()) return;
          died();
          throw new Error("stored, and died before it was noted");
        }),
      async send(to, content) {
        const result = await inner.send(to, content);
        for (const { id, file } of ponsel.list(to)) {
          const kept = file && (await ponsel.file(id));
          if (file && kept) dataByHash.set(file.hash, kept.data);
        }
        return result;
      },
    };
  }
}

async function tap({ ponsel }: PeragaChannel, title: string): Promise<void> {
  const pesan = ponsel
    .list(chat)
    .findLast(({ pilihan }) => pilihan.flat().some(({ judul }) => judul === title));
  const choice = pesan?.pilihan.flat().find(({ judul }) => judul === title);
  if (!pesan || !choice) throw new Error(`no button ${title}`);
  await ponsel.tap(chat, pesan.id, choice.id);
}

const shownOf = (
  { teks, blok, pilihan, file }: PonselPesan,
  dataByHash: ReadonlyMap<string, Uint8Array>,
): ShownMessage => ({
  text: plainText(teks),
  buttons: pilihan.map((row) => row.map(({ judul }) => judul)),
  bold: teks.filter(({ tebal }) => tebal === true).map((span) => span.teks),
  ...(blok && { laidOut: { rows: rowsOf(blok), ...leading(pilihan.flat()) } }),
  file: file && {
    nama: file.nama,
    data: dataByHash.get(file.hash) ?? new Uint8Array(),
    gambar: file.gambar === true,
  },
});

const rowsOf = (blokList: readonly BlokTeks[]): LaidOut["rows"] =>
  blokList.flatMap((blok) => {
    if (blok.jenis === "rincian") return rowsOf(blok.isi);
    if (blok.jenis !== "tabel") return [];
    return [blok.kolom.map(({ judul }) => judul), ...blok.barisList].map((row) =>
      row.map(plainText),
    );
  });

function leading(all: readonly Pilihan[]): Pick<LaidOut, "forward" | "back"> {
  const titled = (one: PeranPilihan): readonly string[] =>
    all.filter(({ peran }) => peran === one).map(({ judul }) => judul);
  return { forward: titled("maju"), back: titled("mundur") };
}
