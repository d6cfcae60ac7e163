import type { Tersimpan } from "../../core/arsip/jadwal.ts";
import type { BerkasState } from "../../core/engine/state.ts";
import type { Logo } from "../../core/kantor/logo.ts";
import type { Kantor } from "../../core/kantor/schema.ts";
import type { Instant } from "../../core/waktu/instant.ts";
import type { JenisArsip } from "../../core/waktu/penyimpanan.ts";
import type { NaskahRecord } from "../ports/naskah.ts";
import type { RealisasiRow } from "../ports/rows.ts";
import type { Store } from "../ports/store.ts";

/** Every stored file the database names for an office; one that is named twice comes twice. */
export async function storedFiles(
  store: Pick<Store, "listBerkas" | "listNaskah" | "listBukti">,
  { id: kantorId, logo }: Pick<Kantor, "id" | "logo">,
): Promise<readonly Tersimpan[]> {
  const berkasList = await store.listBerkas(kantorId);
  const endById = new Map(berkasList.map(({ state }) => [state.id, endOf(state)]));
  const tutup = (berkasId: string): Instant | null => endById.get(berkasId) ?? null;
  return [
    ...(logo === undefined ? [] : [ofLogo(logo)]),
    ...(await store.listNaskah(kantorId, null)).flatMap((one) => ofNaskah(one, tutup)),
    ...(await store.listBukti(kantorId)).flatMap((one) => ofRealisasi(one, tutup)),
    ...berkasList.flatMap(({ state }) => ofFormulir(state)),
  ];
}

/** In use as long as the office names it. */
const ofLogo = ({ nama, hash, ukuranByte }: Logo): Tersimpan => ({
  jenis: "lampiran",
  apa: `Logo kop (${nama})`,
  kunci: hash,
  ukuranByte,
  berkasId: null,
  naskahId: null,
  tutupMs: null,
});

const endOf = ({ status, selesaiMs }: BerkasState): Instant | null =>
  status === "berjalan" ? null : selesaiMs;

type Tutup = (berkasId: string) => Instant | null;

function ofNaskah({ berkasId, naskah, fileList }: NaskahRecord, tutup: Tutup): Tersimpan[] {
  const nama = [naskah.nama, naskah.sebutan].filter((one) => one !== null).join(", ");
  const apa = `Naskah ${naskah.id} (${nama})`;
  const common = { berkasId, naskahId: naskah.id, tutupMs: tutup(berkasId) };
  const { unggahan } = naskah;
  const upload =
    unggahan === null ? [] : [{ apa, hash: unggahan.hash, ukuranByte: unggahan.ukuranByte }];
  const made = fileList
    .filter(({ hash }) => hash !== unggahan?.hash)
    .map(({ bentuk, hash, ukuranByte }) => ({ apa: `${apa} sebagai ${bentuk}`, hash, ukuranByte }));
  return [...upload, ...made].map(({ hash, ...file }) => ({
    ...common,
    ...file,
    jenis: jenisOf(naskah),
    kunci: hash,
  }));
}

function jenisOf({ jenis }: NaskahRecord["naskah"]): JenisArsip {
  if (jenis === "laporan") return "laporan";
  return jenis === "arsip" ? "arsip" : "naskah";
}

const ofRealisasi = ({ berkasId, periode, kode, bukti }: RealisasiRow, tutup: Tutup): Tersimpan[] =>
  bukti.map((one) => ({
    jenis: "bukti",
    apa: `Bukti ${kode} ${periode} (${one.nama})`,
    kunci: one.hash,
    ukuranByte: one.ukuranByte,
    berkasId,
    naskahId: null,
    tutupMs: tutup(berkasId),
  }));

const ofFormulir = (state: BerkasState): Tersimpan[] =>
  Object.entries(state.formulirByLangkah).flatMap(([no, isi]) =>
    Object.entries(isi).flatMap(([kode, nilai]): Tersimpan[] =>
      nilai.tipe !== "berkas"
        ? []
        : nilai.buktiList.map((one) => ({
            jenis: "lampiran",
            apa: `Formulir langkah ${no}, ${kode} (${one.nama})`,
            kunci: one.hash,
            ukuranByte: one.ukuranByte,
            berkasId: state.id,
            naskahId: null,
            tutupMs: endOf(state),
          })),
    ),
  );
