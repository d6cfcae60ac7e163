import { PEJABAT_SEBELUMNYA } from "../kantor/pegawai.ts";
import type { Kantor } from "../kantor/schema.ts";
import { formatAngka } from "../kinerja/angka/tulis.ts";
import { hariTanggal } from "../waktu/format.ts";
import { clock } from "../waktu/instant.ts";
import type { NilaiFormulir } from "./nilai.ts";

/** What was filled into a field, in words; "" where nothing was. */
export function nilaiText(nilai: NilaiFormulir | undefined, kantor: Kantor): string {
  if (nilai === undefined) return "";
  switch (nilai.tipe) {
    case "teks":
    case "pilihan":
      return nilai.teks;
    case "daftar":
      return nilai.butirList.join("; ");
    case "tanggal":
      return hariTanggal(nilai.tanggal);
    case "jam":
      return jamText(nilai.menit);
    case "angka":
      return formatAngka(nilai.nilai);
    case "pegawai":
      return nilai.idList.map((id) => jabatanOf(kantor, id)).join(", ");
    case "berkas":
      return nilai.buktiList.map(({ nama }) => nama).join(", ");
    case "nomor":
      return nilai.nomor ?? "";
  }
}

/** "09.00". */
export const jamText = (menit: number): string => clock(menit).replace(":", ".");

const jabatanOf = ({ pegawaiList }: Kantor, id: string): string =>
  pegawaiList.find((one) => one.id === id)?.jabatan ?? PEJABAT_SEBELUMNYA;
