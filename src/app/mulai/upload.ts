import { temuanPemantau } from "../../core/berkas-kantor/inspect.ts";
import type { KantorIsi } from "../../core/berkas-kantor/schema.ts";
import { formatAngka } from "../../core/kinerja/angka/tulis.ts";
import type { Indikator } from "../../core/kinerja/indikator.ts";
import { readWorkbook, type WorkbookRead } from "../office/buku.ts";
import { isTanpaPerubahan, type LoadPlan, loadKantor, planKantor } from "../office/load-kantor.ts";
import { pratinjauText } from "../office/plan-text.ts";
import type { BukuDimuat, BukuDiunggah, Mulai, PratinjauBuku } from "../ports/mulai.ts";
import type { FirstRunDeps } from "./deps.ts";

/** The workbook that was uploaded last, kept until it is agreed to. */
interface Seen {
  readonly kunci: string;
  readonly isi: KantorIsi;
}

/** Uploading a workbook and agreeing to what it would do. One at a time: an office is set up by one person. */
export function createUploads(deps: FirstRunDeps): Pick<Mulai, "unggah" | "muat"> {
  let seen: Seen | null = null;
  return {
    async unggah(nama, data) {
      seen = null;
      const read = await readWorkbook(deps, { nama, data }, await deps.tersedia());
      const { galatList, peringatanList } = await besideOthers(deps, read);
      if (read.isi === null || galatList.length > 0) {
        return { galatList, peringatanList, pratinjau: null };
      }
      const plan = await planKantor(deps, read.isi);
      const kunci = deps.random.id();
      if (plan.tolakanList.length === 0) seen = { kunci, isi: read.isi };
      return { galatList, peringatanList, pratinjau: previewOf(kunci, read.isi, plan) };
    },
    async muat(kunci) {
      if (seen === null || seen.kunci !== kunci) return { kind: "basi" };
      const { isi } = seen;
      const result = await take(deps, isi);
      if (result.kind === "dimuat") seen = null;
      return result;
    },
  };
}

/** What is wrong with the office it names as watching over it is told with the rest. */
async function besideOthers(
  { store }: FirstRunDeps,
  { isi, galatList, peringatanList, selDari }: WorkbookRead,
): Promise<Pick<BukuDiunggah, "galatList" | "peringatanList">> {
  const id = isi?.kantor.pemantau;
  if (isi === null || id === undefined) return { galatList, peringatanList };
  const temuan = temuanPemantau(isi.kantor, (await store.loadKantor(id))?.kantor ?? null);
  if (temuan === null) return { galatList, peringatanList };
  const masalah = { sel: selDari(temuan.jalur), pesan: temuan.pesan };
  return temuan.tingkat === "galat"
    ? { galatList: [...galatList, masalah], peringatanList }
    : { galatList, peringatanList: [...peringatanList, masalah] };
}

/** Looked at once more: the chat may have changed the office since. Invitations are made when they are printed. */
async function take(deps: FirstRunDeps, isi: KantorIsi): Promise<BukuDimuat> {
  const { tolakanList } = await planKantor(deps, isi);
  if (tolakanList.length > 0) return { kind: "ditolak", sebab: tolakanList };
  await loadKantor(deps, isi, { undangan: false });
  return { kind: "dimuat", kantorId: isi.kantor.id, nama: isi.kantor.nama };
}

function previewOf(kunci: string, isi: KantorIsi, plan: LoadPlan): PratinjauBuku {
  const { nama, pegawaiList, indikatorList } = isi.kantor;
  const siapa = new Map(pegawaiList.map(({ id, jabatan }) => [id, jabatan]));
  return {
    kunci,
    nama,
    baru: plan.baru,
    tetap: isTanpaPerubahan(plan),
    ubahan: pratinjauText(isi, plan),
    tolakanList: plan.tolakanList,
    pegawaiList: pegawaiList.map(({ nama, jabatan, peran }) => ({
      nama,
      jabatan,
      peran: peran.join(", "),
    })),
    indikatorList: indikatorList.map((one) => ({
      kode: `${one.kode} (${one.tahun})`,
      nama: `${one.nama} (${one.satuan})`,
      siapa: siapa.get(one.penanggungJawab) ?? one.penanggungJawab,
      target: targetOf(one),
    })),
  };
}

/** "80 · 82 · 84 · 85": a dash where there is none. */
const targetOf = ({ targetTriwulan, desimal }: Indikator): string =>
  targetTriwulan.map((nilai) => (nilai === null ? "–" : formatAngka(nilai, desimal))).join(" · ");
