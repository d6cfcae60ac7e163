import { pantauText, peranText } from "../../generated/teks.ts";
import { type KantorDipantau, urutPapan } from "../kabupaten/papan.ts";
import { type KantorId, Peran } from "../kantor/schema.ts";
import { fill, type Teks } from "../pesan/teks.ts";
import type { World } from "./world.ts";

/** People of other offices a broadcast may go to. Who they are, each office finds out itself. */
export interface AudiensKantor {
  readonly id: string;
  readonly judul: Teks;
  readonly kantorList: readonly KantorId[];
  /** Null for everybody there. */
  readonly peran: Peran | null;
  readonly jumlah: number;
}

/** The groups whoever watches over offices may write to: all of them, the late ones, each role. */
export function audiensKantor(world: World): readonly AudiensKantor[] {
  const kantorList = urutPapan(world.dipantau);
  const late = kantorList.filter(({ keadaan }) => keadaan === "terlambat");
  const groups = [
    groupOf("kantor-semua", kantorList, null, (jumlah) => fill(pantauText.semua, { jumlah })),
    groupOf("kantor-terlambat", late, null, (jumlah) =>
      fill(pantauText.kantorTerlambat, { jumlah }),
    ),
    ...Peran.options.map((peran) =>
      groupOf(`kantor-peran-${peran}`, kantorList, peran, (jumlah) =>
        fill(pantauText.peran, { peran: peranText[peran], jumlah }),
      ),
    ),
  ];
  return groups.filter(({ jumlah }) => jumlah > 0);
}

/** The same of each office by itself. */
export const audiensSatuKantor = ({ dipantau }: World): readonly AudiensKantor[] =>
  dipantau
    .map((kantor) =>
      groupOf(`satu-${kantor.id}`, [kantor], null, (jumlah) =>
        fill(pantauText.kantor, { kantor: kantor.nama, jumlah }),
      ),
    )
    .filter(({ jumlah }) => jumlah > 0);

function groupOf(
  id: string,
  kantorList: readonly KantorDipantau[],
  peran: Peran | null,
  title: (jumlah: number) => Teks,
): AudiensKantor {
  const counted = kantorList.map(({ id: kantorId, orangList }) => ({
    kantorId,
    jumlah: orangList.filter((one) => peran === null || one.peran.includes(peran)).length,
  }));
  const jumlah = counted.reduce((sum, one) => sum + one.jumlah, 0);
  const reached = counted.filter((one) => one.jumlah > 0).map(({ kantorId }) => kantorId);
  return { id, judul: title(jumlah), kantorList: reached, peran, jumlah };
}
