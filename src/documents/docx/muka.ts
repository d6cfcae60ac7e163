import {
  InternalHyperlink,
  LeaderType,
  PageReference,
  Paragraph,
  Tab,
  TabStopType,
  TextRun,
} from "docx";
import type { DaftarIsiTerisi, Muka } from "../../core/dokumen/bagian.ts";
import type { Sampul } from "../../core/dokumen/model.ts";
import { kotakLogo, type LogoTerbaca } from "../gambar/logo.ts";
import { shortened } from "../legal-text.ts";
import { hurufPt, sampulCm, twip } from "../ukuran.ts";
import { docxLogo } from "./kop.ts";
import { halfPt, rataDocx, runList } from "./teks.ts";

const BARIS_TERPANJANG = 200;
const LEKUK_CM = 0.8;

/** A page before the text. */
export const docxMuka = (muka: Muka, lebarCm: number, logo: LogoTerbaca | null): Paragraph[] =>
  muka.jenis === "sampul" ? docxSampul(muka, logo) : docxDaftarIsi(muka, lebarCm);

/** The cover: the title a third down the page, the office at its foot. */
const docxSampul = ({ judulList, instansiList }: Sampul, logo: LogoTerbaca | null): Paragraph[] => [
  ...(logo === null ? [] : [docxSampulLogo(logo)]),
  ...centred(judulList, hurufPt.sampul, logo === null ? sampulCm.atas : sampulCm.bawahLogo),
  ...centred(instansiList, hurufPt.judul[1], sampulCm.antara),
];

const docxSampulLogo = (logo: LogoTerbaca): Paragraph =>
  new Paragraph({
    alignment: rataDocx.tengah,
    spacing: { before: twip(sampulCm.atasLogo), after: 0 },
    children: [docxLogo(logo, kotakLogo.sampul)],
  });

/** The contents; Word fills the page numbers in when it opens the file. */
const docxDaftarIsi = ({ judul, entriList }: DaftarIsiTerisi, lebarCm: number): Paragraph[] => [
  ...centred([judul], hurufPt.judul[1], 0),
  ...entriList.map(
    ({ id, tingkat, teks }) =>
      new Paragraph({
        spacing: { after: 40 },
        indent: { left: twip(LEKUK_CM * (tingkat - 1)) },
        tabStops: [{ type: TabStopType.RIGHT, position: twip(lebarCm), leader: LeaderType.DOT }],
        children: [
          new InternalHyperlink({
            anchor: id,
            children: runList([{ teks: sebutan(teks) }], tingkat === 1 ? { bold: true } : {}),
          }),
          new TextRun({ children: [new Tab()] }),
          // without the link LibreOffice leaves the number out
          new PageReference(id, { hyperlink: true }),
        ],
      }),
  ),
];

const centred = (teksList: readonly string[], size: number, atasCm: number): Paragraph[] =>
  teksList.map(
    (teks, at) =>
      new Paragraph({
        alignment: rataDocx.tengah,
        spacing: { before: at === 0 ? twip(atasCm) : 0, after: 120 },
        children: runList([{ teks: sebutan(teks) }], { bold: true, size: halfPt(size) }),
      }),
  );

const sebutan = (teks: string): string => shortened(teks, BARIS_TERPANJANG).replace(/\s+/gu, " ");
