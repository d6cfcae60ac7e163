import { isianText, umumText } from "../../../generated/teks.ts";
import { holdersOf, langkahOf, openWaits, progressOf } from "../../engine/holders.ts";
import { sebutanPemegang } from "../../engine/penjawab.ts";
import type { Wait } from "../../engine/state.ts";
import type { Kantor, Pegawai } from "../../kantor/schema.ts";
import { sebutPeriode } from "../../pesan/periode.ts";
import { fill, isEmpty, joined, type Teks } from "../../pesan/teks.ts";
import type { BerkasTerbuka } from "../world.ts";

/** More names than this are counted instead. */
const NAMA_PALING_BANYAK = 3;

/** Where a berkas is now and who holds it, in one sentence. */
export function positionText(kantor: Kantor, berkas: BerkasTerbuka): Teks {
  const { sop, state } = berkas;
  const periode = sebutPeriode(state.periode);
  if (state.status === "selesai") return fill(umumText.posisiSelesai, { periode });
  if (state.status === "dibatalkan") return fill(umumText.posisiBatal, { periode });
  if (openWaits(state).some(({ macam }) => macam === "pembukaan")) {
    return fill(umumText.posisiPembukaan, { periode, pemegang: holderText(kantor, berkas) });
  }
  return fill(umumText.posisi, {
    uraian: langkahOf(sop, state.langkahNo).uraian,
    ...progressOf(sop, state),
    pemegang: holderText(kantor, berkas),
  });
}

/** Who is waited for now: by office, or counted when they are many. */
export function holderText(
  kantor: Kantor,
  { state }: BerkasTerbuka,
  named: Named = (pegawai, wait) => sebutanPemegang(wait, pegawai),
): Teks {
  const waitList = openWaits(state).filter(
    ({ macam }) => macam === "meja" || macam === "unit" || macam === "pembukaan",
  );
  if (waitList.length > NAMA_PALING_BANYAK) {
    return fill(umumText.unitLain, { jumlah: waitList.length });
  }
  const nameList = waitList.map((wait) => namesOf(kantor, wait, named));
  return nameList.every(isEmpty) ? umumText.tanpaPemegang : joined(nameList);
}

/** How a person is named. */
type Named = (pegawai: Pegawai, wait: Wait) => Teks;

const namesOf = (kantor: Kantor, wait: Wait, named: Named): Teks =>
  joined(
    holdersOf(wait, kantor).map((one) => named(one, wait)),
    isianText.atau,
  );
