import type { IsianFormulir, Tahap } from "./schema.ts";

/** Something in the parts of a form that cannot be right, and the keys and positions that lead to it. */
export interface CacatTahap {
  readonly jalur: readonly (string | number)[];
  readonly pesan: string;
}

/** What the parts of one form cannot mean, wherever it is used. */
export function inspectTahap(tahapList: readonly Tahap[]): readonly CacatTahap[] {
  const earlier: Tahap[] = [];
  return tahapList.flatMap((tahap, index) => {
    const faults = faultsOf(tahap, earlier).map(({ jalur, pesan }) => ({
      jalur: [index, ...jalur],
      pesan,
    }));
    earlier.push(tahap);
    return faults;
  });
}

function faultsOf(tahap: Tahap, earlier: readonly Tahap[]): readonly CacatTahap[] {
  const laporan = tahap.naskah.indexOf("laporan");
  const pairs: readonly (readonly [boolean, CacatTahap["jalur"], string])[] = [
    [
      tahap.ulang !== undefined && earlier.length === 0,
      ["ulang"],
      "bagian pertama tidak dapat diulang; tidak ada bagian sebelumnya",
    ],
    [
      laporan >= 0,
      ["naskah", laporan],
      "laporan tidak dibuat formulir; pakai versi pada langkahnya",
    ],
  ];
  return [
    ...pairs.flatMap(([holds, jalur, pesan]) => (holds ? [{ jalur, pesan }] : [])),
    ...sejakFaults(tahap, earlier),
    ...kembaliFaults(tahap),
    ...setiapFaults(tahap, earlier),
    ...tahap.isian.flatMap((isian, at) =>
      isianFaults(isian, tahap.isian.slice(0, at), earlier).map(([key, pesan]) => ({
        jalur: ["isian", at, key],
        pesan,
      })),
    ),
  ];
}

/** The hour a part begins to count must have been asked in a part before it. */
function sejakFaults({ sejak }: Tahap, earlier: readonly Tahap[]): readonly CacatTahap[] {
  if (sejak === undefined) return [];
  const asked = earlier.flatMap(({ isian }) => isian);
  return (["tanggal", "jam"] as const).flatMap((tipe) =>
    asked.some((one) => one.kode === sejak[tipe] && one.tipe === tipe)
      ? []
      : [
          {
            jalur: ["sejak", tipe],
            pesan: `sejak: isian ${tipe} "${sejak[tipe]}" tidak ditanyakan di bagian sebelumnya`,
          },
        ],
  );
}

/** A reason can be added to a list only. */
const kembaliFaults = ({ saatKembali, isian }: Tahap): readonly CacatTahap[] =>
  saatKembali === undefined ||
  isian.some((one) => one.kode === saatKembali && one.tipe === "daftar")
    ? []
    : [
        {
          jalur: ["saatKembali"],
          pesan: `saatKembali: isian daftar "${saatKembali}" tidak ditanyakan di bagian ini`,
        },
      ];

/** What a part is asked for each of is a list of a part before it, with columns of the right kind. */
function setiapFaults({ setiap }: Tahap, earlier: readonly Tahap[]): readonly CacatTahap[] {
  if (setiap === undefined) return [];
  const found = earlier.flatMap(({ isian }) => isian).find(({ kode }) => kode === setiap.isian);
  const kolomList = found?.tipe === "daftar" ? found.kolom : undefined;
  if (kolomList === undefined) {
    const pesan = `setiap: daftar berkolom "${setiap.isian}" tidak ditanyakan di bagian sebelumnya`;
    return [{ jalur: ["setiap", "isian"], pesan }];
  }
  return (
    [
      ["oleh", "pegawai"],
      ["batas", "tanggal"],
    ] as const
  ).flatMap(([key, tipe]) =>
    kolomList.some((one) => one.kode === setiap[key] && one.tipe === tipe && one.wajib)
      ? []
      : [{ jalur: ["setiap", key], pesan: `setiap: kolom ${tipe} "${setiap[key]}" tidak ada` }],
  );
}

function isianFaults(
  isian: IsianFormulir,
  before: readonly IsianFormulir[],
  earlier: readonly Tahap[],
): readonly (readonly [key: string, pesan: string])[] {
  const others = [...earlier.flatMap((one) => one.isian), ...before];
  const ganda = others.some(({ kode }) => kode === isian.kode);
  return [
    ...(ganda ? [["kode", `kode isian ${isian.kode} sudah dipakai`] as const] : []),
    ...bawaanFaults(isian, earlier).map((pesan) => ["bawaan", pesan] as const),
  ];
}

function bawaanFaults(isian: IsianFormulir, earlier: readonly Tahap[]): readonly string[] {
  if (isian.tipe === "pilihan") return choiceFaults(isian);
  if (isian.tipe === "angka") {
    return isWithin(isian) ? [] : [`bawaan ${isian.bawaan} di luar batasnya sendiri`];
  }
  return isian.tipe === "pegawai" || isian.tipe === "daftar" || isian.tipe === "teks"
    ? sourceFaults(isian, earlier)
    : [];
}

const choiceFaults = ({
  opsi,
  bawaan,
}: Extract<IsianFormulir, { tipe: "pilihan" }>): readonly string[] =>
  bawaan === undefined || opsi.includes(bawaan)
    ? []
    : [`bawaan "${bawaan}" tidak ada di opsi: ${opsi.join(", ")}`];

const isWithin = ({ min, maks, bawaan }: Extract<IsianFormulir, { tipe: "angka" }>): boolean =>
  bawaan === undefined || (bawaan >= (min ?? bawaan) && bawaan <= (maks ?? bawaan));

function sourceFaults(
  { tipe, bawaan }: Extract<IsianFormulir, { tipe: "pegawai" | "daftar" | "teks" }>,
  earlier: readonly Tahap[],
): readonly string[] {
  if (typeof bawaan !== "object" || !("dari" in bawaan)) return [];
  const { dari } = bawaan;
  if (tipe === "pegawai" && (dari === "rencana" || dari === "perhatian")) {
    return [`bawaan dari ${dari} bukan orang; pakai hadir atau pelaksana`];
  }
  const invited = earlier.some(({ sampaikan }) => sampaikan?.tanggapan === "hadir");
  return dari === "hadir" && !invited
    ? ["bawaan dari hadir, tetapi bagian sebelumnya tidak mengundang siapa pun"]
    : [];
}
