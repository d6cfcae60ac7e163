import { jawabanText, tabelText } from "../../../generated/teks.ts";
import { setiapDi, waitByButir } from "../../engine/formulir/setiap.ts";
import { langkahOf, openWaits, progressOf, unitIndikator, unitList } from "../../engine/holders.ts";
import { isLate } from "../../engine/late.ts";
import { sebutanPemegang } from "../../engine/penjawab.ts";
import type { BerkasState, Wait } from "../../engine/state.ts";
import { pembukaanOf } from "../../engine/terbuka.ts";
import { takTerjangkauSejak } from "../../kantor/jangkauan.ts";
import type { PegawaiId } from "../../kantor/schema.ts";
import { bentuk, kolom, tabelOf } from "../../pesan/bentuk.ts";
import { sebutPeriode } from "../../pesan/periode.ts";
import { jabatanDi } from "../../pesan/sebutan.ts";
import { fill, joined, lines, type Teks } from "../../pesan/teks.ts";
import { sebutTanggal, sebutWaktu } from "../../pesan/waktu.ts";
import { missingKode } from "../tanya/form/isian/sheet.ts";
import { holderText } from "../tugas/position.ts";
import type { BerkasTerbuka, World } from "../world.ts";

/** One berkas on the board: where it is, who holds it until when, and who has delivered. */
export function boardText(world: World, berkas: BerkasTerbuka): Teks {
  const { sop, state } = berkas;
  const langkah = langkahOf(sop, state.langkahNo);
  return lines(
    fill(jawabanText.statusKepala, {
      periode: sebutPeriode(state.periode),
      ...progressOf(sop, state),
      uraian: langkah.uraian,
    }),
    world.sopList.length > 1 ? fill(jawabanText.statusSop, { sop: sop.nama }) : [],
    openingLine(world, state),
    holderLine(world, berkas),
    unitsText(world, state),
    butirLine(berkas),
    readerLine(world, state),
    invitedLine(world, state),
  );
}

/** How many lines of a list have been answered, while they are asked for one by one. */
function butirLine({ sop, state }: BerkasTerbuka): Teks {
  const each = setiapDi(langkahOf(sop, state.langkahNo));
  const waitList = each === null ? [] : [...waitByButir(each, state).values()];
  const sudah = waitList.filter(({ jawaban }) => jawaban !== null).length;
  return waitList.length === 0
    ? []
    : fill(jawabanText.statusButir, { sudah, jumlah: waitList.length });
}

/** Who has not confirmed yet what was passed on to them last. */
function readerLine(world: World, state: BerkasState): Teks {
  const open = openWaits(state).filter(({ macam }) => macam === "baca");
  return open.length === 0 ? [] : fill(jawabanText.statusBaca, { nama: namesOf(world, open) });
}

/** Who comes to the meeting that is being prepared or held. */
function invitedLine(world: World, state: BerkasState): Teks {
  const last = state.waitList.findLast(({ macam }) => macam === "hadir");
  if (last === undefined || last.langkahNo !== state.langkahNo) return [];
  const asked = state.waitList.filter(
    ({ macam, langkahNo, jawaban }) =>
      macam === "hadir" && langkahNo === last.langkahNo && jawaban?.pilihan !== "beralih",
  );
  const answered = (pilihan: string | undefined): Teks => {
    const list = asked.filter(({ jawaban }) => jawaban?.pilihan === pilihan);
    return list.length === 0 ? jawabanText.statusTakSeorangPun : namesOf(world, list);
  };
  return fill(jawabanText.statusHadir, {
    hadir: answered("hadir"),
    berhalangan: answered("berhalangan"),
    belum: answered(undefined),
  });
}

/** Somebody several papers wait for is named once, with a mark where their answer cannot come. */
function namesOf(world: World, waitList: readonly Wait[]): Teks {
  const named = waitList.flatMap(({ pemegang, jawaban }): [string, Teks][] => {
    if (pemegang.jenis !== "pegawai") return [];
    const name = jabatan(world, pemegang.pegawaiId);
    const said = jawaban === null ? marked(world, pemegang.pegawaiId, name) : name;
    return [[`${name}/${said === name}`, said]];
  });
  return joined([...new Map(named).values()]);
}

/** That a finished berkas is open again: at whose wish, for what, until when. */
function openingLine({ kantor }: World, state: BerkasState): Teks {
  const pembukaan = pembukaanOf(state);
  if (pembukaan === null) return [];
  const kode = pembukaan.kodeList.join(", ");
  return fill(jawabanText.statusPembukaan, {
    jabatan: jabatanDi(kantor, pembukaan.oleh),
    kode: kode === "" ? "" : fill(jawabanText.statusPembukaanKode, { kode }),
    waktu: sebutWaktu(pembukaan.batasMs, kantor.zonaWaktu),
  });
}

/** Nothing while units are asked one by one: they stand in lines of their own. */
function holderLine(world: World, berkas: BerkasTerbuka): Teks {
  const desk = openWaits(berkas.state).find(
    ({ macam }) => macam === "meja" || macam === "pembukaan",
  );
  if (desk === undefined) return [];
  const { zonaWaktu } = world.kantor;
  return fill(jawabanText.statusPemegang, {
    pemegang: holderText(world.kantor, berkas, (pegawai, wait) =>
      marked(world, pegawai.id, sebutanPemegang(wait, pegawai)),
    ),
    sejak: sebutWaktu(desk.diterimaMs, zonaWaktu),
    batas: dueText(world, desk),
    dibaca: world.dibaca.has(desk.id) ? jawabanText.statusDibaca : "",
  });
}

function dueText({ kantor, nowMs }: World, { tenggatMs, batasMs }: Wait): Teks {
  const dueMs = tenggatMs ?? batasMs;
  if (dueMs === null) return [];
  const waktu = sebutWaktu(dueMs, kantor.zonaWaktu);
  return fill(dueMs < nowMs ? jawabanText.statusLewat : jawabanText.statusBatas, { waktu });
}

interface UnitRow {
  readonly id: PegawaiId;
  readonly wait: Wait;
}

/** Who has delivered and who has not: a line each way, or a table of everybody. */
function unitsText(world: World, state: BerkasState): Teks {
  const rows = unitList(state).flatMap((id): UnitRow[] => {
    const wait = state.waitList.findLast(
      ({ macam, pemegang }) =>
        macam === "unit" && pemegang.jenis === "pegawai" && pemegang.pegawaiId === id,
    );
    return wait === undefined ? [] : [{ id, wait }];
  });
  const sent = rows.filter(({ wait }) => wait.jawaban?.pilihan === "kirim");
  const open = rows.filter(({ wait }) => wait.jawaban === null);
  const passed = rows.filter(
    ({ wait }) => wait.jawaban !== null && wait.jawaban.pilihan !== "kirim",
  );
  const polos = lines(
    sent.length === 0
      ? []
      : fill(jawabanText.statusSudah, { nama: listed(sent, (row) => sentName(world, row)) }),
    open.length === 0
      ? []
      : fill(jawabanText.statusBelum, { nama: listed(open, (row) => openName(world, state, row)) }),
    passed.length === 0
      ? []
      : fill(jawabanText.statusDitutup, { nama: listed(passed, ({ id }) => jabatan(world, id)) }),
  );
  if (rows.length === 0) return polos;
  return bentuk(
    polos,
    tabelOf(
      [kolom(tabelText.penanggungJawab), kolom(tabelText.terisi)],
      [
        ...open.map((row) => [jabatan(world, row.id), openCell(world, state, row)]),
        ...passed.map(({ id }) => [jabatan(world, id), tabelText.tidakMengirim]),
        ...sent.map((row) => [jabatan(world, row.id), sentCell(row)]),
      ],
    ),
  );
}

const listed = (list: readonly UnitRow[], name: (row: UnitRow) => Teks): Teks =>
  joined(list.map(name));

function sentName(world: World, row: UnitRow): Teks {
  const name = jabatan(world, row.id);
  return wasLate(row) ? fill(jawabanText.statusKirimTerlambat, { jabatan: name }) : name;
}

const sentCell = (row: UnitRow): Teks => [
  tabelText.terkirim,
  wasLate(row) ? jawabanText.statusTerlambat : "",
];

const wasLate = ({ wait }: UnitRow): boolean =>
  wait.jawaban !== null && isLate(wait, wait.jawaban.atMs);

const openName = (world: World, state: BerkasState, row: UnitRow): Teks =>
  fill(jawabanText.statusUnit, {
    jabatan: jabatan(world, row.id),
    ...filledBy(state, row),
    tanda: openMarks(world, row),
  });

const openCell = (world: World, state: BerkasState, row: UnitRow): Teks => [
  fill(tabelText.sekian, filledBy(state, row)),
  openMarks(world, row),
];

function filledBy(state: BerkasState, { id }: UnitRow): Record<"terisi" | "jumlah", number> {
  const jumlah = unitIndikator(state, id).length;
  return { terisi: jumlah - missingKode(state, id).length, jumlah };
}

const openMarks = (world: World, { id, wait }: UnitRow): Teks => [
  isLate(wait, world.nowMs) ? jawabanText.statusTerlambat : "",
  isUnreachable(world, id) ? jawabanText.statusUnitTakTerjangkau : "",
];

const isUnreachable = ({ akunList }: World, id: PegawaiId): boolean =>
  takTerjangkauSejak(akunList, id) !== null;

/** A name, with a mark where its person is away, or nothing we write reaches them. */
function marked(world: World, id: PegawaiId, name: string): Teks {
  const halangan = world.kantor.pegawaiList.find((one) => one.id === id)?.kini?.halangan ?? null;
  if (halangan !== null && halangan.wakil === null) {
    const sampai = sebutTanggal(halangan.sampai);
    return fill(jawabanText.statusBerhalangan, { jabatan: name, alasan: halangan.alasan, sampai });
  }
  return isUnreachable(world, id) ? fill(jawabanText.statusTakTerjangkau, { jabatan: name }) : name;
}

const jabatan = ({ kantor }: World, id: PegawaiId): string => jabatanDi(kantor, id);
