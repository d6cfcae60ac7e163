import type { FromPerson } from "../../../../src/app/ports/channel.ts";
import type { Loket } from "./loket.ts";
import type { Macam, NamaMacam } from "./macam.ts";
import {
  CAMAT_LAIN,
  DALAM,
  diputus,
  gantiPeran,
  kantorLain,
  LEWAT,
  lembarDisunting,
  PENERUS,
  plh,
  tanpaIndikator,
} from "./sela.ts";

/** What becomes of each tap: `diterima`, `tanya` where it only leads to a question, else why not. */
export type Jadi = readonly string[];

/** What happens between a prompt and a tap on it, how it is tapped, and what becomes of that. */
export interface Baris {
  readonly nama: string;
  readonly jadi: Jadi;
  /** Where it is different; null where it cannot be. */
  readonly kecuali: Readonly<Partial<Record<NamaMacam, Jadi | null>>>;
  readonly sela?: (loket: Loket, macam: Macam) => Promise<void>;
  readonly ketuk: Ketuk;
}

type Ketuk = (loket: Loket, macam: Macam, token: string) => Promise<readonly FromPerson[]>;

/** Of a question of a dialogue, which is its person's alone. */
const dialog = (jadi: Jadi): Baris["kecuali"] => ({
  "a figure": jadi,
  Kirim: jadi,
  "a broadcast": jadi,
});

const tanya = { Kembalikan: ["tanya"] } as const;

const duaKali: Pick<Baris, "jadi" | "kecuali"> = {
  jadi: ["diterima", "sudah-dijawab"],
  kecuali: {
    "a figure": ["diterima", "pertanyaan-lama"],
    Kirim: ["diterima", "tombol-lama"],
    "a broadcast": ["diterima", "tombol-lama"],
    // Asked what is to be mended, twice: nothing is sent back before that is said.
    Kembalikan: ["tanya", "tanya"],
  },
};

const oleh =
  (...chats: readonly ((macam: Macam) => string)[]): Ketuk =>
  async (loket, macam, token) =>
    loket.handles(chats.map((chat) => loket.tap(chat(macam), token)));

const pemegang = ({ siapa }: Macam): string => siapa;
const sekali = oleh(pemegang);
const orang = (chat: string): Ketuk => oleh(() => chat);

export const barisList: readonly Baris[] = [
  { nama: "once", jadi: ["diterima"], kecuali: tanya, ketuk: sekali },
  {
    nama: "twice, 5 ms apart",
    ...duaKali,
    ketuk: (loket, { siapa }, token) =>
      loket.handles([loket.tap(siapa, token), loket.tap(siapa, token)], 5),
  },
  {
    nama: "twice, in two processes at once",
    ...duaKali,
    async ketuk(loket, { siapa }, token) {
      const eventList = [loket.tap(siapa, token), loket.tap(siapa, token)];
      await Promise.all(eventList.map((one) => loket.handles([one])));
      return eventList;
    },
  },
  {
    nama: "on two services at once",
    ...duaKali,
    ketuk: (loket, { siapa }, token) =>
      loket.handles([loket.tap(siapa, token), loket.tap(`${siapa}-wa`, token, "lain")]),
  },
  {
    nama: "on one service and typed on another at once",
    ...duaKali,
    kecuali: {
      ...duaKali.kecuali,
      // The question that is open by then was never seen in that chat.
      "a figure": ["diterima", "ditanya-di-lain"],
      // Nothing waits any more that the word could mean.
      Kirim: ["diterima", "tidak-dipahami"],
      "a broadcast": ["diterima", "tidak-dipahami"],
      "an order": ["diterima", "tidak-dipahami"],
    },
    ketuk: (loket, { siapa, kata }, token) =>
      loket.handles([loket.tap(siapa, token), loket.types(`${siapa}-wa`, kata, "lain")]),
  },
  {
    nama: "of a superseded version",
    jadi: ["draf-lama"],
    kecuali: {
      "a figure": ["pertanyaan-lama"],
      Kirim: ["pertanyaan-lama"],
      "a broadcast": ["tombol-lama"],
      "an order": null,
    },
    sela: async (loket, macam) => macam.usang?.(loket),
    ketuk: sekali,
  },
  {
    nama: "after it was returned",
    jadi: ["sudah-dijawab"],
    kecuali: {
      "a figure": null,
      Kirim: null,
      // It was the compiler's own, and comes back to them as a new one.
      Teruskan: null,
      "an order": null,
      "a broadcast": null,
    },
    sela: async (loket, macam) => macam.kembali?.(loket),
    ketuk: sekali,
  },
  {
    nama: "by a colleague it is not for",
    jadi: ["bukan-pelaksana"],
    kecuali: dialog(["tombol-lama"]),
    ketuk: orang("kasi-pemerintahan"),
  },
  {
    nama: "forwarded to a stranger",
    jadi: ["asing"],
    kecuali: {},
    ketuk: orang("orang-lain"),
  },
  {
    nama: "forwarded to another office",
    jadi: ["tombol-lama"],
    kecuali: {},
    sela: kantorLain,
    ketuk: orang(CAMAT_LAIN),
  },
  {
    nama: "by the Plh before the dates",
    jadi: ["bukan-pelaksana"],
    kecuali: dialog(["tombol-lama"]),
    sela: plh(),
    ketuk: orang(PENERUS),
  },
  {
    nama: "by the Plh within the dates",
    jadi: ["diterima"],
    kecuali: { ...dialog(["tombol-lama"]), ...tanya, Tandatangani: ["khusus-definitif"] },
    sela: plh(DALAM),
    ketuk: orang(PENERUS),
  },
  {
    nama: "by whoever is stood in for",
    jadi: ["sedang-diwakili"],
    // What no Plh may sign waits for its holder, and what belongs to no desk is everybody's own.
    kecuali: { Tandatangani: ["diterima"], "a broadcast": ["diterima"] },
    sela: plh(DALAM),
    ketuk: sekali,
  },
  {
    nama: "by the Plh after the dates",
    jadi: ["penugasan-usai"],
    kecuali: dialog(["tombol-lama"]),
    sela: plh(DALAM, LEWAT),
    ketuk: orang(PENERUS),
  },
  {
    nama: "delivered again after a restart",
    jadi: ["diterima"],
    kecuali: tanya,
    async ketuk(loket, { siapa }, token) {
      const event = loket.tap(siapa, token);
      await loket.handles([event]);
      return loket.handles([event]);
    },
  },
  {
    nama: "from an account that was revoked",
    jadi: ["asing"],
    kecuali: {},
    sela: diputus,
    ketuk: sekali,
  },
  {
    nama: "by whoever has lost the role",
    jadi: ["bukan-pelaksana"],
    // Figures are asked of whoever answers for them by name.
    kecuali: {
      "a figure": ["diterima"],
      Kirim: ["diterima"],
      "a broadcast": ["tidak-berwenang"],
    },
    sela: gantiPeran,
    ketuk: sekali,
  },
  {
    // A running berkas keeps the indikator it began with.
    nama: "when an indikator was removed",
    jadi: ["diterima"],
    kecuali: tanya,
    sela: tanpaIndikator,
    ketuk: sekali,
  },
  {
    // And its sheet.
    nama: "when the sheet was edited",
    jadi: ["diterima"],
    kecuali: tanya,
    sela: lembarDisunting,
    ketuk: sekali,
  },
];
