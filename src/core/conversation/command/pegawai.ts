import { jawabanText } from "../../../generated/teks.ts";
import { can } from "../../authorize.ts";
import { takTerjangkauSejak } from "../../kantor/jangkauan.ts";
import type { PegawaiId } from "../../kantor/schema.ts";
import { fill, lines, type Teks } from "../../pesan/teks.ts";
import { formatWaktu } from "../../waktu/format.ts";
import { say } from "../talk.ts";
import type { Command } from "./handler.ts";

/** Everybody of the office, and who has an account. */
export const pegawai: Command = {
  untuk: (asking) => can(asking, "undang"),
  run: (talk) => {
    const { kantor, terhubung } = talk.world;
    const keadaan = (id: PegawaiId): Teks => {
      const sejakMs = takTerjangkauSejak(talk.world.akunList, id);
      if (sejakMs === null)
        return terhubung.has(id) ? jawabanText.pegawaiTerhubung : jawabanText.pegawaiBelum;
      const waktu = formatWaktu(sejakMs, kantor.zonaWaktu);
      return fill(jawabanText.pegawaiTakTerjangkau, { waktu });
    };
    const linked = kantor.pegawaiList.filter(({ id }) => terhubung.has(id));
    return say(talk, {
      teks: lines(
        fill(jawabanText.pegawaiKepala, {
          kantor: kantor.nama,
          terhubung: linked.length,
          jumlah: kantor.pegawaiList.length,
        }),
        ...kantor.pegawaiList.map(({ id, jabatan }, index) =>
          fill(jawabanText.pegawaiBaris, {
            nomor: index + 1,
            jabatan,
            keadaan: keadaan(id),
          }),
        ),
        linked.length === kantor.pegawaiList.length ? [] : jawabanText.pegawaiLanjut,
      ),
    });
  },
};
