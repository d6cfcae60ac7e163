import type { Dokumen } from "../dokumen/model.ts";
import { type Kiriman, suratPengantar } from "../dokumen/surat-pengantar.ts";
import { tandaTerima } from "../dokumen/tanda-terima.ts";
import { jamText } from "../formulir/teks.ts";
import type { Pegawai } from "../kantor/schema.ts";
import { terbilang } from "../kinerja/terbilang.ts";
import { periodeOf, waktuOf } from "../pesan/sebutan.ts";
import { singkatanZona, toLocal } from "../waktu/instant.ts";
import {
  type BahanNaskah,
  butirDari,
  kepalaPenanda,
  nilaiDari,
  pelakuPenanda,
  penandaOf,
  suratDari,
  teksDari,
} from "./bahan.ts";

/** The letter that goes with the report. */
export function suratPengantarDari(bahan: BahanNaskah): Dokumen {
  const kepada = butirDari(bahan, "kepada");
  const { kabupaten } = bahan.turn.context.kantor;
  return suratPengantar({
    ...suratDari(bahan, kepalaPenanda(bahan)),
    kepadaList: kepada.length > 0 ? kepada : [`Inspektur ${kabupaten}`, "di Tempat"],
    kirimanList: [
      kirimanDari(
        bahan,
        teksDari(bahan, "perihal") ?? "Disampaikan dengan hormat untuk menjadi periksa.",
      ),
    ],
  });
}

/** The receipt for what was handed over, confirmed in the chat where the receiver did so. */
export function tandaTerimaDari(bahan: BahanNaskah): Dokumen {
  const { turn, oleh } = bahan;
  const { kantor, nowMs } = turn.context;
  const receiver = kantor.pegawaiList.find(
    ({ id, peran }) => id === oleh && peran.includes("inspektorat"),
  );
  const penyerah = handedOverBy(bahan);
  return tandaTerima({
    ...suratDari(bahan, penyerah === undefined ? pelakuPenanda(bahan) : penandaOf(penyerah)),
    penerima:
      receiver === undefined
        ? { jabatan: teksDari(bahan, "penerima") ?? "Penerima", nama: named(bahan), nip: null }
        : { ...penandaOf(receiver), nama: teksDari(bahan, "namaPenerima") ?? receiver.nama },
    kirimanList: [kirimanDari(bahan, agenda(bahan))],
    pukul: `${jamText(toLocal(nowMs, kantor.zonaWaktu).menit)} ${singkatanZona(kantor.zonaWaktu)}`,
    cara: teksDari(bahan, "cara") ?? "Diantar",
    dikonfirmasi: receiver === undefined ? null : waktuOf(turn, nowMs),
  });
}

const named = (bahan: BahanNaskah): string => teksDari(bahan, "namaPenerima") ?? "…………………";

const agenda = (bahan: BahanNaskah): string => {
  const nomor = teksDari(bahan, "nomorAgenda");
  return nomor === null ? "" : `Nomor agenda ${nomor}`;
};

/** Whoever handed in the part before the receiver's. */
function handedOverBy({ turn, langkah, oleh }: BahanNaskah): Pegawai | undefined {
  const before = turn.state.waitList.findLast(
    ({ macam, langkahNo, jawaban }) =>
      macam === "meja" && langkahNo === langkah.no && jawaban !== null && jawaban.oleh !== oleh,
  );
  return turn.context.kantor.pegawaiList.find(({ id }) => id === before?.jawaban?.oleh);
}

function kirimanDari(bahan: BahanNaskah, keterangan: string): Kiriman {
  const { turn } = bahan;
  const rangkap = nilaiDari(bahan, "jumlahRangkap", "angka")?.nilai ?? null;
  return {
    naskah: `Laporan Kinerja ${periodeOf(turn)} ${turn.context.kantor.nama}`,
    banyaknya: rangkap === null ? "1 (satu) berkas" : `${rangkap} (${terbilang(rangkap)}) rangkap`,
    keterangan,
  };
}
