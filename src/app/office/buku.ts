import { berkasDari, berkasTercatat } from "../../core/berkas-kantor/berkas-dari.ts";
import { bacaBuku } from "../../core/berkas-kantor/buku/baca.ts";
import type { LembarMasuk, MasalahSel } from "../../core/berkas-kantor/buku/model.ts";
import { kodeKantor, periksaBuku } from "../../core/berkas-kantor/buku/periksa.ts";
import { type SebabBuku, tolakanBuku } from "../../core/berkas-kantor/buku/tolakan.ts";
import { tulisBuku } from "../../core/berkas-kantor/buku/tulis.ts";
import { isiKantor, type Tersedia, tanpaKalender } from "../../core/berkas-kantor/isi.ts";
import type { BerkasKantor, KantorIsi, RealisasiAwal } from "../../core/berkas-kantor/schema.ts";
import type { BerkasTerbuka } from "../../core/engine/turn.ts";
import { KantorId } from "../../core/kantor/schema.ts";
import { jenisPeriode, tahunPeriode } from "../../core/kinerja/periode.ts";
import { XLSX_MIME } from "../papers/build-rekap.ts";
import { fileName } from "../papers/file-name.ts";
import type { OutgoingFile } from "../ports/channel.ts";
import type { Documents } from "../ports/documents.ts";
import type { KantorRecord } from "../ports/rows.ts";
import type { Store } from "../ports/store.ts";

type Writer = Pick<Documents, "bukuKantorXlsx">;

/** The workbook an office is set up with, empty but for its examples and the sheets chosen already. */
export const templateWorkbook = async (
  documents: Writer,
  sopIdList: readonly string[],
  sopAwal: readonly string[] = [],
): Promise<OutgoingFile> => ({
  nama: fileName(["Buku Kerja Kantor"], "xlsx"),
  mime: XLSX_MIME,
  data: await documents.bukuKantorXlsx(tulisBuku(null, sopIdList, { sopAwal })),
});

/** The workbook of an office as a file tells it. */
export const workbookOf = async (
  documents: Writer,
  berkas: BerkasKantor,
  sopIdList: readonly string[],
): Promise<OutgoingFile> => ({
  nama: fileName(["Buku Kerja Kantor", berkas.kantor.nama], "xlsx"),
  mime: XLSX_MIME,
  data: await documents.bukuKantorXlsx(tulisBuku(berkas, sopIdList)),
});

/** An office as a file, from the database: its people, targets, and the figures of triwulan that are over. */
export async function officeFile(
  store: Pick<Store, "listBerkas">,
  record: Pick<KantorRecord, "kantor" | "calendar">,
): Promise<BerkasKantor> {
  const { indikatorList } = record.kantor;
  const realisasi = realisasiOf(await store.listBerkas(record.kantor.id));
  const known = new Set(indikatorList.map(({ kode, tahun }) => `${kode} ${tahun}`));
  return berkasDari(
    record,
    realisasi.filter(({ kode, periode }) => known.has(`${kode} ${tahunPeriode(periode)}`)),
  );
}

/** The figures of berkas that are closed, the earliest first; each period has one. */
function realisasiOf(berkasList: readonly BerkasTerbuka[]): readonly RealisasiAwal[] {
  const done = berkasList
    .map(({ state }) => state)
    .filter(({ status, periode }) => status === "selesai" && jenisPeriode(periode) === "triwulan");
  const byPeriode = new Map(done.toReversed().map((state) => [state.periode, state]));
  return [...byPeriode]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([periode, { isianByKode }]) =>
      Object.entries(isianByKode).map(([kode, { isian, keterangan }]) => ({
        kode,
        periode,
        isian,
        ...(keterangan !== null && { keterangan }),
      })),
    );
}

/** A workbook as it was read: the office, or everything that is wrong with it. */
export interface WorkbookRead {
  readonly isi: KantorIsi | null;
  readonly galatList: readonly MasalahSel[];
  readonly peringatanList: readonly MasalahSel[];
  readonly selDari: (jalur: readonly PropertyKey[]) => string;
}

/** Reads the workbook of an office against the sheets and calendars there are. Writes nothing. */
export async function readWorkbook(
  {
    documents,
    store,
  }: { readonly documents: Pick<Documents, "bacaBerkas"> } & {
    readonly store: Pick<Store, "loadKantor">;
  },
  { nama, data }: { readonly nama: string; readonly data: Uint8Array },
  tersedia: Tersedia,
): Promise<WorkbookRead> {
  const lembarList = await sheetsOf(documents, data);
  if (typeof lembarList === "string") return refused(nama, lembarList);
  const dibaca = bacaBuku(lembarList);
  const id = KantorId.safeParse(kodeKantor(dibaca)).data;
  const record = id === undefined ? null : await store.loadKantor(id);
  const checked = periksaBuku(
    dibaca,
    tersedia.sopList.map(({ sop }) => sop),
    record === null ? null : berkasTercatat(record),
  );
  const { berkas, galatList, selDari } = checked;
  const lacking = berkas === null ? [] : tanpaKalender(berkas, tersedia);
  const peringatanList = [
    ...checked.peringatanList,
    ...lacking.map((pesan) => ({ sel: selDari(["indikator"]), pesan })),
  ];
  const isi = berkas === null ? null : withLogo(isiKantor(nama, berkas, tersedia), record);
  return { isi, galatList, peringatanList, selDari };
}

/** A workbook holds no pictures: the one the office has stays. */
const withLogo = (isi: KantorIsi, record: KantorRecord | null): KantorIsi =>
  record?.kantor.logo === undefined
    ? isi
    : { ...isi, kantor: { ...isi.kantor, logo: record.kantor.logo } };

async function sheetsOf(
  documents: Pick<Documents, "bacaBerkas">,
  data: Uint8Array,
): Promise<readonly LembarMasuk[] | SebabBuku> {
  const isi = await documents.bacaBerkas(data, "buku.xlsx", XLSX_MIME);
  if (isi?.jenis === "buku") return isi.lembarList;
  if (isi?.jenis !== "ditolak") return "bukan-buku";
  const { sebab } = isi;
  return isSebab(sebab) ? sebab : "bukan-buku";
}

const isSebab = (sebab: string): sebab is SebabBuku => Object.hasOwn(tolakanBuku, sebab);

const refused = (nama: string, sebab: SebabBuku): WorkbookRead => ({
  isi: null,
  galatList: [{ sel: nama, pesan: tolakanBuku[sebab] }],
  peringatanList: [],
  selDari: () => nama,
});
