import { gabunganTarget } from "../../kinerja/agregasi.ts";
import { formatAngka } from "../../kinerja/angka/tulis.ts";
import { lipat } from "../buku/lipat.ts";
import type { BarisSusun } from "./susun.ts";
import type { BidangUsul } from "./usulan.ts";

/** Something about a cell that was read well and still looks wrong. */
export interface Janggal {
  readonly bidang: BidangUsul;
  readonly pesan: string;
}

/** What of a row does not go together, or stands a second time. */
export const periksaBaris = (
  baris: BarisSusun,
  others: readonly BarisSusun[],
): readonly Janggal[] => [
  ...targetBeda(baris),
  ...targetTurun(baris),
  ...persenPecahan(baris),
  ...namaGanda(baris, others),
];

const angkaOf = ({ nilai }: { readonly nilai: unknown }): number | null =>
  typeof nilai === "number" ? nilai : null;

/** The targets of triwulan must come to that of the year. */
function targetBeda({ triwulan, tahunan, nilai }: BarisSusun): readonly Janggal[] {
  const angka = triwulan.map(angkaOf);
  const setahun = angkaOf(tahunan);
  const last = angka[3];
  if (nilai.agregasi === null || setahun === null || last === undefined || last === null) return [];
  const found = gabunganTarget(
    nilai.agregasi,
    angka.filter((one) => one !== null),
  );
  if (Math.abs(found - setahun) < SAMA) return [];
  const sebut = `TW I–IV ${angka.map((one) => (one === null ? "–" : formatAngka(one, 6))).join(", ")}`;
  const pesan = `${sebut} tidak menjadi target setahun ${formatAngka(setahun, 6)} bila ${nilai.agregasi === "jumlah" ? "dijumlahkan" : "dibaca pada TW IV"}; periksa salah satunya`;
  return [{ bidang: "targetTahunan", pesan }];
}

const SAMA = 1e-6;
const bidangTriwulan = [
  "targetTriwulan.0",
  "targetTriwulan.1",
  "targetTriwulan.2",
  "targetTriwulan.3",
] as const;

/** What is to grow does not aim lower from one triwulan to the next. */
function targetTurun({ triwulan, nilai }: BarisSusun): readonly Janggal[] {
  const running = nilai.agregasi === "kumulatif" || nilai.agregasi === "posisi_akhir";
  if (nilai.arah !== "naik" || !running) return [];
  const found: Janggal[] = [];
  for (const [at, bidang] of bidangTriwulan.entries()) {
    const own = triwulan[at] === undefined ? null : angkaOf(triwulan[at]);
    const before = triwulan
      .slice(0, at)
      .map(angkaOf)
      .findLast((one) => one !== null);
    if (own === null || before === undefined || before === null || own >= before) continue;
    found.push({
      bidang,
      pesan: `target turun dari ${formatAngka(before, 6)} menjadi ${formatAngka(own, 6)}, padahal makin tinggi makin baik; periksa`,
    });
  }
  return found;
}

/** A program keeps 85 % as 0,85 where nobody formatted the cell. */
function persenPecahan({ satuan, triwulan, tahunan }: BarisSusun): readonly Janggal[] {
  if (!/%|persen/i.test(String(satuan.nilai ?? ""))) return [];
  const angka = [...triwulan, tahunan].map(angkaOf).filter((one) => one !== null);
  if (angka.length === 0 || angka.some((one) => one > 1 || one <= 0)) return [];
  const [first = 0] = angka;
  return [
    {
      bidang: "targetTahunan",
      pesan: `satuannya persen dan targetnya ${formatAngka(first, 6)}; tulis ${formatAngka(first * 100, 4)} bila itu maksudnya`,
    },
  ];
}

function namaGanda({ nama }: BarisSusun, others: readonly BarisSusun[]): readonly Janggal[] {
  const own = lipat(String(nama.nilai ?? ""));
  const twice = others.some((one) => lipat(String(one.nama.nilai ?? "")) === own);
  return twice
    ? [
        {
          bidang: "nama",
          pesan: "nama ini ada lebih dari satu kali; bedakan, atau hapus salah satunya",
        },
      ]
    : [];
}
