import { type RealisasiByKode, terkiniOf } from "../../core/kinerja/indikator.ts";
import { tahunPeriode } from "../../core/kinerja/periode.ts";
import type { CommitRequest } from "../ports/commit.ts";
import type { Account, Office } from "../ports/rows.ts";
import { isSameAddress } from "./same-address.ts";

/** An office after a commit that was decided on it, as it would be read now; null where it has to be read. */
export function advance(office: Office, request: CommitRequest): Office | null {
  // Calendar and sheets change with the file.
  if (request.kantor !== null) return null;
  const { sessions, log, nomor } = request;
  const last = log.at(-1);
  const isHeld = (tahun: number): boolean => tahun === office.tahun || tahun === office.tahun - 1;
  return {
    ...office,
    versi: office.versi + 1,
    log: last === undefined ? office.log : { seq: office.log.seq + log.length, atMs: last.atMs },
    sessionByPegawai: new Map([
      ...office.sessionByPegawai,
      ...sessions.map(({ pegawaiId, session }) => [pegawaiId, session] as const),
    ]),
    ...withBerkas(office, request),
    accountList: withAccounts(office.accountList, request),
    realisasi: request.realisasi
      .filter(({ periode }) => /-TW\d$/.test(periode) && isHeld(tahunPeriode(periode)))
      .reduce(withFigure, office.realisasi),
    nomorList: [
      ...office.nomorList,
      ...nomor
        .filter(({ tahun }) => isHeld(tahun))
        .map(({ register, tahun, urut }) => ({ register, tahun, urut })),
    ],
  };
}

/** Those that run stay, closed ones leave. */
function withBerkas(
  before: Pick<Office, "berkasById" | "periodeSelesai">,
  { berkas }: CommitRequest,
): Pick<Office, "berkasById" | "periodeSelesai"> {
  const berkasById = new Map(before.berkasById);
  const periodeSelesai = new Set(before.periodeSelesai);
  for (const one of berkas) {
    const { id, status, sopId, periode } = one.state;
    if (status === "berjalan") berkasById.set(id, one);
    else berkasById.delete(id);
    if (status === "selesai") periodeSelesai.add(`${sopId}/${periode}`);
    else periodeSelesai.delete(`${sopId}/${periode}`);
  }
  return { berkasById, periodeSelesai };
}

const withFigure = (
  realisasi: RealisasiByKode,
  row: CommitRequest["realisasi"][number],
): RealisasiByKode => ({
  ...realisasi,
  [row.kode]: { ...realisasi[row.kode], [row.periode]: terkiniOf(row) },
});

/** In the order in which a commit is written: reach, untied, tied, preferred, pinned. */
function withAccounts(before: readonly Account[], request: CommitRequest): readonly Account[] {
  const { reach, unlinks, links, preferred, sematan, kantorId, nowMs } = request;
  const changes = [reach, unlinks, links, preferred, sematan];
  if (kantorId === null || changes.every((list) => list.length === 0)) return before;
  const markById = new Map(reach.map((one) => [one.accountId, one.takTerjangkauMs]));
  const gone = [...unlinks, ...links.map(({ address }) => address)];
  const kept = before
    .filter(({ address }) => !gone.some((one) => isSameAddress(one, address)))
    .map((one) => {
      const mark = markById.get(one.id);
      return mark === undefined ? one : { ...one, takTerjangkauMs: mark };
    });
  const tied = links.map(({ accountId, pegawaiId, address, utama }) => ({
    id: accountId,
    kantorId,
    pegawaiId,
    address,
    utama,
    dibuatMs: nowMs,
    takTerjangkauMs: null,
  }));
  const pinById = new Map(sematan.map(({ accountId, isi }) => [accountId, isi]));
  return preferred
    .reduce(
      (list, { pegawaiId, accountId }) =>
        list.map((one) =>
          one.pegawaiId === pegawaiId ? { ...one, utama: one.id === accountId } : one,
        ),
      [...kept, ...tied],
    )
    .map((one) => withSematan(one, pinById.get(one.id)))
    .toSorted(byPreference);
}

function withSematan(
  account: Account,
  isi: CommitRequest["sematan"][number]["isi"] | undefined,
): Account {
  if (isi === undefined) return account;
  const { sematan: _, ...bare } = account;
  return isi === null ? bare : { ...bare, sematan: isi };
}

const byPreference = (a: Account, b: Account): number =>
  Number(b.utama) - Number(a.utama) || a.dibuatMs - b.dibuatMs || (a.id < b.id ? -1 : 1);
