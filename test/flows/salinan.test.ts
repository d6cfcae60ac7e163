import { describe, expect, it } from "vitest";
import type { Dokumen } from "../../src/core/dokumen/model.ts";
import type { Effect } from "../../src/core/pesan/effect.ts";
import { Play } from "../core/engine/play.ts";
import { at } from "../support/world.ts";
import type { Script } from "./script.ts";
import { contextOf, type Sheet, sheetList } from "./sheets.ts";

const saysOf = (isi: Dokumen): string => JSON.stringify({ ...isi, dibuatMs: 0 });

/** Every drawn paper of a script, in its order, and the berkas at its end. */
function played(
  sheet: Sheet,
  script: Script,
): { readonly play: Play; readonly papers: readonly Effect[] } {
  const sop = sheet.kantor.sopList.find(({ sop: { id } }) => id === sheet.sheet)?.sop;
  if (sop === undefined) throw new Error(`the office does not run ${sheet.sheet}`);
  const play = Play.open({ sop, periode: script.periode, context: contextOf(sheet, script) });
  const papers: Effect[] = [...play.effects];
  for (const act of script.acts) {
    if ("sampai" in act) play.context = { ...play.context, nowMs: at(act.sampai) };
    else {
      const decision = play.act(act);
      if (decision?.kind === "accepted") papers.push(...decision.effects);
    }
  }
  return { play, papers: papers.filter(({ kind }) => kind === "naskah") };
}

describe.each(sheetList)(
  "$sheet makes no paper that says what the last of its kind says",
  (sheet) => {
    it.each(sheet.scriptList)("$nama", (script) => {
      const { play, papers } = played(sheet, script);
      const lastByJenis = new Map<string, string>();
      for (const effect of papers) {
        if (effect.kind !== "naskah" || effect.isi === null) continue;
        const { jenis } = effect.naskah;
        const says = saysOf(effect.isi);
        expect(says, jenis).not.toBe(lastByJenis.get(jenis));
        lastByJenis.set(jenis, says);
      }
      const { naskahList } = play.state;
      expect(new Set(naskahList.map(({ id }) => id)).size).toBe(naskahList.length);
      for (const jenis of new Set(naskahList.map((one) => one.jenis))) {
        const versiList = naskahList.filter((one) => one.jenis === jenis).map(({ versi }) => versi);
        expect(versiList).toEqual(versiList.map((_, ke) => ke + 1));
      }
    });
  },
);
