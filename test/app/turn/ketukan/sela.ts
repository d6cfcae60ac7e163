// What may happen to an office between a prompt and a tap on it.
import { handleTick } from "../../../../src/app/clock/handle-tick.ts";
import { changeOffice } from "../../../../src/app/office/change-office.ts";
import { jabatanTetap } from "../../../../src/core/kantor/halangan-baru.ts";
import type { Perubahan } from "../../../../src/core/kantor/perubahan.ts";
import { type Pegawai, PegawaiId } from "../../../../src/core/kantor/schema.ts";
import { Tanggal } from "../../../../src/core/waktu/tanggal.ts";
import { KANTOR, muatOffice } from "../../../support/desk.ts";
import { yaml } from "./kantor.ts";
import type { Loket } from "./loket.ts";
import type { Macam } from "./macam.ts";

export const PENERUS = PegawaiId.parse("penerus");
export const DALAM = "2027-01-06T08:00:00+08:00";
export const LEWAT = "2027-01-08T08:00:00+08:00";

/** The holder is away on 6 and 7 January and somebody stands in; these mornings have come. */
export const plh =
  (...pagi: readonly string[]) =>
  async (loket: Loket, { siapa }: Macam): Promise<void> => {
    const halangan = {
      id: "h1",
      jabatan: jabatanTetap(await pegawaiOf(loket, siapa)),
      mulai: Tanggal.parse("2027-01-06"),
      sampai: Tanggal.parse("2027-01-07"),
      alasan: "cuti",
      wakil: { jenis: "plh", pegawaiId: PENERUS, surat: "SP 800/2/2027" },
    } as const;
    await ubah(loket, [{ jenis: "halangan", halangan }]);
    for (const iso of pagi) {
      loket.moveTo(iso);
      await handleTick(loket.meja().deps);
    }
  };

/** The admin unlinks the phones of the holder. */
export const diputus = (loket: Loket, { siapa }: Macam): Promise<void> => ubah(loket, [], siapa);

/** Somebody else has the roles of the holder now. */
export async function gantiPeran(loket: Loket, { siapa }: Macam): Promise<void> {
  const { id, peran } = await pegawaiOf(loket, siapa);
  await ubah(loket, [
    { jenis: "ubah", pegawaiId: PENERUS, peran: [...peran] },
    { jenis: "ubah", pegawaiId: id, peran: ["staf"] },
  ]);
}

/** The operator loads the office file anew, without one indikator. */
export const tanpaIndikator = (loket: Loket): Promise<void> =>
  muatOffice(loket.meja(), {
    yaml: (text) =>
      yaml(text)
        .replace(/ {2}- \{\n {6}kode: "1\.1"[\s\S]*?\n {4}\}\n/, "")
        .replace(/realisasi:[\s\S]*/, ""),
  });

/** The same with other words in every langkah of its sheets. */
export const lembarDisunting = (loket: Loket): Promise<void> =>
  muatOffice(loket.meja(), {
    yaml,
    sop: (sop) => ({
      ...sop,
      langkah: sop.langkah.map((one) => ({ ...one, uraian: `${one.uraian} (baru)` })),
    }),
  });

/** A second office works with the same bot; the chat of its Camat is called so. */
export const CAMAT_LAIN = "camat-lain";
export const kantorLain = (loket: Loket): Promise<void> =>
  muatOffice(loket.meja(), { id: "uji-lain", sebagai: (pegawaiId) => `${pegawaiId}-lain` });

async function pegawaiOf(loket: Loket, id: string): Promise<Pegawai> {
  const record = await loket.store.loadKantor(KANTOR);
  const found = record?.kantor.pegawaiList.find((one) => one.id === id);
  if (found === undefined) throw new Error(`nobody is called ${id}`);
  return found;
}

async function ubah(
  loket: Loket,
  perubahanList: readonly Perubahan[],
  putus?: string,
): Promise<void> {
  const sebab = await changeOffice(loket.meja().deps, KANTOR, {
    perubahanList,
    ...(putus !== undefined && { putus: PegawaiId.parse(putus) }),
  });
  if (sebab !== null) throw new Error(sebab);
}
