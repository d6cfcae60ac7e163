import type { SebabRantai } from "../app/ports/rows.ts";

/** What is wrong with the first entry of a log that does not fit into its chain. */
export const chainText: { readonly [S in SebabRantai]: string } = {
  hilang: "catatan itu tidak ada",
  sambungan:
    "catatan itu tidak menyambung pada catatan sebelumnya (diganti, disisipkan, atau urutannya diubah)",
  isi: "isi catatan itu tidak sesuai hash-nya (isinya diubah)",
  "tak-terbaca": "catatan itu tidak terbaca",
  ujung: "ujung rantai bukan yang tercatat pada kantor (catatan ditulis ulang)",
  tambahan: "catatan itu berdiri di belakang ujung rantai (ditambahkan di luar sopir)",
};
