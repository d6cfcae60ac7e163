import type { Command } from "commander";
import { changeOffice } from "../../app/office/change-office.ts";
import { createUndangan } from "../../app/office/create-undangan.ts";
import { noteForOperator } from "../../app/office/note.ts";
import { personData } from "../../app/papers/person-data.ts";
import type { KantorRecord } from "../../app/ports/rows.ts";
import { dikenal } from "../../core/arsip/orang.ts";
import { NAMA_ANONIM } from "../../core/kantor/anonim.ts";
import { kantorPada } from "../../core/kantor/pada.ts";
import { pejabatOf, sebutanPejabat } from "../../core/kantor/pejabat.ts";
import type { Perubahan } from "../../core/kantor/perubahan.ts";
import { OPERATOR, type Pegawai, PegawaiId, Peran } from "../../core/kantor/schema.ts";
import { formatTanggal, formatWaktu } from "../../core/waktu/format.ts";
import { createDocuments } from "../../documents/index.ts";
import { opsiKantor } from "../argument.ts";
import type { Cli, CliIo } from "../io.ts";
import { done, type Outcome, refused } from "../outcome.ts";
import { table } from "../table.ts";
import { type StoreDeps, withKantor } from "../with-store.ts";
import { writeWhole } from "../write-whole.ts";
import { undanganJson } from "./undangan.ts";

interface Named {
  readonly kantor?: string;
}

/** `pegawai` and `akun`: who works in an office, and which phones are theirs. */
export function addPegawai(program: Command, { io, settle }: Cli): void {
  const pegawai = program.command("pegawai").description("who works in an office");
  pegawai
    .command("list")
    .description("people, their roles of today, accounts and absences")
    .option(...opsiKantor)
    .action((options: Named) => settle(list(io, options)));
  pegawai
    .command("add <id>")
    .description("somebody new, with an invitation")
    .requiredOption("--nama <nama>", "full name")
    .requiredOption("--jabatan <jabatan>", "office, as on the door")
    .requiredOption("--peran <peran>", "roles, with commas")
    .option(...opsiKantor)
    .action((id: string, options: Masuk) => settle(add(io, id, options)));
  pegawai
    .command("set <id>")
    .description("another office or other roles for somebody")
    .option("--jabatan <jabatan>", "office, as on the door")
    .option("--peran <peran>", "roles, with commas")
    .option(...opsiKantor)
    .action((id: string, options: Ubah) => settle(set(io, id, options)));
  pegawai
    .command("leave <id>")
    .description("somebody leaves: accounts unlinked, everything handed to --penerus")
    .option("--penerus <id>", "who goes on with tasks and indikator")
    .option(...opsiKantor)
    .action((id: string, options: Keluar) => settle(leave(io, id, options)));
  pegawai
    .command("data <id>")
    .description("write everything kept of one person as a .zip file, of those who left too")
    .requiredOption("-o, --output <file>", "file to write")
    .option(...opsiKantor)
    .action((id: string, options: Data) => settle(exportData(io, id, options)));
  pegawai
    .command("anonim <id>")
    .description("forget name, number, accounts and messages of somebody who left")
    .option(...opsiKantor)
    .action((id: string, options: Named) => settle(anonymise(io, id, options)));
  program
    .command("akun")
    .description("chat accounts")
    .command("putus <pegawai>")
    .description("unlink every account of somebody at once, and make a new invitation")
    .option(...opsiKantor)
    .action((id: string, options: Named) => settle(unlink(io, id, options)));
}

interface Masuk extends Named {
  readonly nama: string;
  readonly jabatan: string;
  readonly peran: string;
}

interface Ubah extends Named {
  readonly jabatan?: string;
  readonly peran?: string;
}

interface Keluar extends Named {
  readonly penerus?: string;
}

interface Data extends Named {
  readonly output: string;
}

const list = (io: CliIo, { kantor: named }: Named): Promise<Outcome> =>
  withKantor(io, named, async ({ store, clock }, record) => {
    const kantor = kantorPada(record.kantor, clock.now());
    const accountList = await store.listAccount(kantor.id);
    const rows = kantor.pegawaiList.map(({ id, nama, jabatan, peran, kini }) => ({
      id,
      nama,
      jabatan,
      peran,
      akun: accountList
        .filter(({ pegawaiId }) => pegawaiId === id)
        .map(({ address }) => address.channelId),
      keadaan: [
        ...(kini?.halangan
          ? [`${kini.halangan.alasan} sampai ${formatTanggal(kini.halangan.sampai)}`]
          : []),
        ...(kini?.mewakili ?? []).map(
          ({ jabatan: post, sampai }) =>
            `${wakilText(kantor.pegawaiList, id, post.pegawaiId)} sampai ${formatTanggal(sampai)}`,
        ),
      ],
    }));
    const text = table(
      rows.map((row) => [
        row.id,
        row.jabatan,
        row.peran.join(" "),
        row.akun.join(" ") || "-",
        row.keadaan.join("; "),
      ]),
    );
    return done({ pegawai: rows }, text);
  });

function wakilText(pegawaiList: readonly Pegawai[], id: string, untuk: PegawaiId): string {
  const pegawai = pegawaiList.find((one) => one.id === id);
  return pegawai === undefined ? "" : sebutanPejabat(pejabatOf(pegawai, untuk));
}

const add = (io: CliIo, id: string, options: Masuk): Promise<Outcome> =>
  withKantor(io, options.kantor, async (deps, record) => {
    const pegawaiId = PegawaiId.safeParse(id).data;
    const peran = readPeran(options.peran);
    if (pegawaiId === undefined) return refused(`${id}: huruf kecil, angka, dan tanda hubung.`);
    if (typeof peran === "string") return refused(peran);
    const { nama, jabatan } = options;
    const pegawai = { id: pegawaiId, nama, jabatan, peran };
    const refusal = await changeOffice(deps, record.kantor.id, {
      perubahanList: [{ jenis: "masuk", pegawai }],
    });
    return refusal === null ? invited(deps, record, pegawaiId) : refused(refusal);
  });

const set = (io: CliIo, id: string, options: Ubah): Promise<Outcome> =>
  withKantor(io, options.kantor, async (deps, record) => {
    const pegawai = known(record, id);
    if (pegawai === null) return unknown(record, id);
    const peran = options.peran === undefined ? undefined : readPeran(options.peran);
    if (typeof peran === "string") return refused(peran);
    const { jabatan } = options;
    const perubahan: Perubahan = {
      jenis: "ubah",
      pegawaiId: pegawai.id,
      ...(jabatan !== undefined && { jabatan }),
      ...(peran !== undefined && { peran }),
    };
    const refusal = await changeOffice(deps, record.kantor.id, { perubahanList: [perubahan] });
    return refusal === null
      ? done({ pegawai: pegawai.id }, `${pegawai.id} disimpan.`)
      : refused(refusal);
  });

const leave = (io: CliIo, id: string, options: Keluar): Promise<Outcome> =>
  withKantor(io, options.kantor, async (deps, record) => {
    const pegawai = known(record, id);
    if (pegawai === null) return unknown(record, id);
    const penerus = options.penerus === undefined ? null : known(record, options.penerus);
    if (options.penerus !== undefined && penerus === null) return unknown(record, options.penerus);
    const refusal = await changeOffice(deps, record.kantor.id, {
      perubahanList: [{ jenis: "keluar", pegawaiId: pegawai.id, penerus: penerus?.id ?? null }],
      putus: pegawai.id,
      ...(penerus !== null && { serah: { dari: pegawai, ke: penerus.id } }),
    });
    const said = `${pegawai.jabatan} keluar${penerus === null ? "" : `, diteruskan ${penerus.jabatan}`}; akunnya diputus.`;
    return refusal === null
      ? done({ pegawai: pegawai.id, penerus: penerus?.id ?? null }, said)
      : refused(refusal);
  });

const unlink = (io: CliIo, id: string, { kantor: named }: Named): Promise<Outcome> =>
  withKantor(io, named, async (deps, record) => {
    const pegawai = known(record, id);
    if (pegawai === null) return unknown(record, id);
    const accountList = await deps.store.listAccount(record.kantor.id);
    if (!accountList.some(({ pegawaiId }) => pegawaiId === pegawai.id)) {
      return refused(`${pegawai.jabatan} tidak punya akun. Mengundang: undangan create ${id}.`);
    }
    await changeOffice(deps, record.kantor.id, { perubahanList: [], putus: pegawai.id });
    return invited(deps, record, pegawai.id);
  });

const exportData = (io: CliIo, id: string, { kantor, output }: Data): Promise<Outcome> =>
  withKantor(io, kantor, async (deps, record) => {
    const pegawaiId = PegawaiId.safeParse(id).data;
    const data =
      pegawaiId === undefined
        ? null
        : await personData({ ...deps, documents: createDocuments(deps.files) }, record, pegawaiId);
    if (data === null) return unknown(record, id);
    const catatan = {
      kind: "catat",
      jenis: "data-pegawai",
      berkasId: null,
      oleh: OPERATOR,
    } as const;
    await noteForOperator(deps, record.kantor.id, [{ ...catatan, data: { untuk: id } }]);
    await writeWhole(data.zip, output);
    const { jumlah } = data;
    return done(
      { pegawai: id, output, jumlah },
      `Data ${id} ditulis ke ${output}: ${jumlah.akun} akun, ${jumlah.pesan} pesan, ${jumlah.jawaban} jawaban, ` +
        `${jumlah.angka} angka, ${jumlah.bukti} bukti, ${jumlah.catatan} catatan log.`,
    );
  });

const anonymise = (io: CliIo, id: string, { kantor }: Named): Promise<Outcome> =>
  withKantor(io, kantor, async (deps, record) => {
    const pegawaiId = PegawaiId.safeParse(id).data;
    if (pegawaiId === undefined) return unknown(record, id);
    if (!dikenal(record.kantor, pegawaiId) && !(await isKept(deps, record, pegawaiId))) {
      return refused(`Tidak ada lagi nama, akun, atau pesan ${id} yang tersimpan.`);
    }
    const refusal = await changeOffice(deps, record.kantor.id, {
      perubahanList: [{ jenis: "anonim", pegawaiId }],
    });
    if (refusal !== null) return refused(refusal);
    return done(
      { pegawai: id, nama: NAMA_ANONIM },
      `Nama, NIP, akun, percakapan, undangan, dan pesan ${id} dihapus; jabatannya tetap.\n` +
        "Tetap ada: naskah yang sudah dibuat, persetujuan di berkasnya, register surat, dan log, karena itu arsip kantor. Berkas kantor (YAML) diubah sendiri bila masih memuat namanya.",
    );
  });

/** Whether the queues keep anything of somebody. */
async function isKept(
  { store }: StoreDeps,
  { kantor }: KantorRecord,
  id: PegawaiId,
): Promise<boolean> {
  const { pesanList, masukList, percakapan } = await store.loadPerson(kantor.id, id);
  const undangan = await store.listUndangan(kantor.id);
  return (
    percakapan ||
    pesanList.length + masukList.length > 0 ||
    undangan.some(({ pegawaiId }) => pegawaiId === id)
  );
}

async function invited(
  deps: StoreDeps,
  { kantor }: KantorRecord,
  pegawaiId: PegawaiId,
): Promise<Outcome> {
  const result = await createUndangan(deps, { kantorId: kantor.id, pegawaiId });
  if (result.kind === "refused") return refused(`Pegawai ${pegawaiId} tidak ada lagi.`);
  const { undangan } = result;
  const sampai = formatWaktu(undangan.berlakuSampaiMs, kantor.zonaWaktu, { tahun: true });
  return done(
    undanganJson(undangan, kantor.zonaWaktu),
    `${undangan.kode}  untuk ${undangan.pegawai.jabatan}, berlaku sampai ${sampai}; kirim /start ${undangan.kode}`,
  );
}

const known = ({ kantor }: KantorRecord, id: string): Pegawai | null =>
  kantor.pegawaiList.find((one) => one.id === id) ?? null;

const unknown = ({ kantor }: KantorRecord, id: string): Outcome =>
  refused(
    `Pegawai ${id} tidak ada di ${kantor.nama}. Yang ada: ${kantor.pegawaiList.map((one) => one.id).join(", ")}.`,
  );

/** Roles as an option names them, or why they are none. */
function readPeran(text: string): Peran[] | string {
  const wordList = text.split(",").map((word) => word.trim());
  const wrong = wordList.find((word) => !Peran.safeParse(word).success);
  return wrong === undefined
    ? wordList.flatMap((word) => Peran.safeParse(word).data ?? [])
    : `Peran ${wrong} tidak dikenal. Yang ada: ${Peran.options.join(", ")}.`;
}
