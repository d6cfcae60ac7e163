import type { YAMLError } from "yaml";

type Code = YAMLError["code"];

/** What is wrong with the notation itself, for somebody who does not know YAML by heart. */
const textByCode: { readonly [C in Code]: string } = {
  ALIAS_PROPS: "rujukan (*) tidak boleh diberi tanda lain",
  BAD_ALIAS: "rujukan (*) tidak dikenal",
  BAD_COLLECTION_TYPE: "jenis kumpulan tidak sesuai dengan tandanya",
  BAD_DIRECTIVE: "baris yang diawali % tidak dikenal",
  BAD_DQ_ESCAPE: "tanda \\ di dalam kutip ganda tidak dikenal; pakai kutip tunggal",
  BAD_INDENT: "letak baris tidak lurus dengan baris sekelompoknya; periksa spasi di depannya",
  BAD_PROP_ORDER: "urutan tanda tidak sesuai",
  BAD_SCALAR_START: "teks yang diawali tanda ini harus ditulis dalam kutip",
  BLOCK_AS_IMPLICIT_KEY: "ada titik dua di dalam nilai; tulis nilainya dalam kutip",
  BLOCK_IN_FLOW: "daftar berbaris tidak boleh berada di dalam kurung",
  DUPLICATE_KEY: "kunci ini sudah ada di kelompok yang sama",
  IMPOSSIBLE: "tulisan ini tidak dapat dibaca",
  KEY_OVER_1024_CHARS: "kunci terlalu panjang",
  MISSING_CHAR: "ada tanda yang kurang: kutip, kurung, koma, atau titik dua",
  MULTILINE_IMPLICIT_KEY: "kunci harus berada pada satu baris; mungkin titik dua atau kutip kurang",
  MULTIPLE_ANCHORS: "penanda (&) hanya boleh satu",
  MULTIPLE_DOCS: "satu berkas hanya boleh memuat satu dokumen; hapus garis ---",
  MULTIPLE_TAGS: "tanda (!) hanya boleh satu",
  NON_STRING_KEY: "kunci harus berupa teks",
  RESOURCE_EXHAUSTION: "susunannya terlalu dalam",
  TAB_AS_INDENT: "baris harus dimasukkan dengan spasi, bukan tab",
  TAG_RESOLVE_FAILED: "tanda (!) tidak dikenal",
  UNEXPECTED_TOKEN: "tanda ini tidak pada tempatnya",
};

/** One sentence about a fault of notation. */
export const yamlText = ({ code }: YAMLError): string => textByCode[code];
