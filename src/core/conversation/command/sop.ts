import { jawabanText } from "../../../generated/teks.ts";
import { decline, say, type Talk } from "../talk.ts";
import { type Command, semua } from "./handler.ts";
import { sheetText } from "./sop-sheet.ts";

/** The sheet the office runs: header block, langkah, executor, mutu baku; with its flow chart. */
export const sop: Command = {
  untuk: semua,
  run: (talk, argumen) => {
    const { sopList } = talk.world;
    const [only, second] = sopList;
    if (only === undefined) return say(talk, { teks: jawabanText.sopKosong });
    if (argumen === "" && second !== undefined) return choose(talk);
    const found = sopList.find(({ sop }) => argumen === "" || sop.id === argumen);
    return found === undefined
      ? decline(talk, "tidak-ada-sop")
      : say(talk, {
          teks: sheetText(found.sop, talk.world.kantor),
          lampiran: { jenis: "bagan", sopHash: found.hash },
        });
  },
};

const choose = (talk: Talk): Talk =>
  say(talk, {
    teks: jawabanText.sopPilih,
    pilihan: talk.world.sopList.map(({ sop }) => [{ id: `/sop ${sop.id}`, judul: sop.nama }]),
  });
