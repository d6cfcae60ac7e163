import { can } from "../../authorize.ts";
import { jawabanText } from "../../pesan/perintah.ts";
import { fill, lines } from "../../pesan/template.ts";
import { say } from "../talk.ts";
import type { Command } from "./handler.ts";

/** Everybody of the office, and who has an account. */
export const pegawai: Command = {
  untuk: (asking) => can(asking, "undang"),
  run: (talk) => {
    const { kantor, terhubung } = talk.world;
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
            keadaan: terhubung.has(id) ? jawabanText.pegawaiTerhubung : jawabanText.pegawaiBelum,
          }),
        ),
        linked.length === kantor.pegawaiList.length ? [] : fill(jawabanText.pegawaiLanjut, {}),
      ),
    });
  },
};
