import type { RefusalCode } from "../engine/decision.ts";
import { kodeText } from "./akun.ts";
import type { RichText } from "./pesan.ts";
import { fill } from "./template.ts";

/** What the conversation itself refuses, before the engine is asked. */
export type PercakapanCode =
  | "tombol-lama"
  | "pertanyaan-lama"
  | "draf-lama"
  | "permintaan-lama"
  | "tidak-dipahami"
  | "perintah-tidak-dikenal"
  | "passphrase"
  | "angka-tidak-terbaca"
  | "rasio-tidak-terbaca"
  | "penyebut-nol"
  | "bukan-pilihan"
  | "naskah-asing"
  | "naskah-bukan-laporan"
  | "isian-tidak-terbaca"
  | "kalimat-terlalu-pendek"
  | "kalimat-terlalu-panjang"
  | "bukti-ditunggu"
  | "bukti-tanpa-indikator"
  | "bukan-waktunya-berkas"
  | "berkas-terlalu-besar"
  | "berkas-kosong"
  | "berkas-makro"
  | "berkas-terkunci"
  | "berkas-rusak"
  | "bukan-docx"
  | "bukan-xlsx"
  | "bukan-format"
  | "format-lama"
  | "format-diganti"
  | "format-ditutup"
  | "format-terjawab"
  | "format-unit-lain"
  | "format-ganda"
  | "berkas-tak-terunduh"
  | "tak-didukung"
  | "tidak-ada-isian"
  | "periode-tidak-terbaca"
  | "periode-belum-mulai"
  | "tanpa-penerima"
  | "pegawai-tidak-dikenal"
  | "sudah-terhubung"
  | "akun-tidak-dikenal"
  | "baru-diingatkan"
  | "di-luar-jam-kerja"
  | "semua-sudah-mengirim"
  | "tidak-ada-sop"
  | "tidak-ada-rekap"
  | "kode-kantor-lain"
  | "ralat-tidak-dibaca"
  | "ralat-belum-jelas"
  | "ralat-dikirim"
  | "ralat-terkirim"
  | "ralat-ditutup"
  | "hapus-tercatat"
  | "hapus-dikirim"
  | "hapus-terkirim"
  | "hapus-ditutup";

/** Every reason for which something is not done. */
export type PenolakanCode = RefusalCode | PercakapanCode | keyof typeof kodeText;

/** One sentence for each reason, with what to do instead. */
const penolakan: { readonly [C in PenolakanCode]: string } = {
  ...kodeText,
  "kode-kantor-lain":
    "Kode itu untuk kantor lain, sedangkan ponsel ini terhubung sebagai {{jabatan}} ({{kantor}}). Bila pindah kantor, putuskan akun ini lewat /saya, lalu kirim kodenya kembali.",
  "bukan-pelaksana":
    "Ini menunggu {{giliran}}. Bapak/Ibu dapat melihat perkembangannya lewat /status.",
  "sudah-dijawab": "Sudah tercatat {{waktu}} oleh {{oleh}}. Keadaan terkini: /status.",
  "sudah-beralih": "Tugas ini sudah beralih ke langkah lain. Tugas Bapak/Ibu sekarang: /tugas.",
  "berkas-selesai": "Berkas ini sudah ditutup. Hasilnya: /rekap.",
  "pilihan-tidak-dikenal": "Pilihan itu tidak ada di sini. Tugas Bapak/Ibu: /tugas.",
  "alasan-wajib": "Mohon tuliskan alasannya, satu kalimat cukup.",
  "indikator-tidak-dikenal": "Indikator {{kode}} tidak ada dalam periode ini. Daftarnya: /isi.",
  "bukan-indikator-anda": "Indikator {{kode}} diisi oleh unit lain. Indikator Bapak/Ibu: /isi.",
  "pengumpulan-selesai":
    "Pengumpulan sudah selesai, jadi realisasi itu tidak dapat ditarik lagi. Mintalah {{giliran}} mengembalikannya bila ada yang perlu diperbaiki.",
  "isian-belum-lengkap": "Belum dapat dikirim: {{kurang}} indikator belum diisi.",
  "penghambat-wajib": "Belum dapat dikirim: {{nama}} memerlukan penjelasan.",
  "bukti-wajib": "Belum dapat dikirim: {{nama}} memerlukan bukti dukung.",
  "tidak-berwenang": "Perintah ini untuk {{untuk}}. Yang dapat Bapak/Ibu lakukan ada di /bantuan.",
  "berkas-sudah-ada": "Berkas {{sop}} {{periode}} sudah ada. Perkembangannya: /status.",
  "periode-tidak-dijalankan": "SOP {{sop}} tidak dijalankan untuk periode itu. Pilih yang lain.",
  "tahun-belum-siap":
    "{{sop}} {{periode}} belum dapat dibuka: {{kurang}} belum ada. Mohon operator melengkapinya, lalu memuat berkas kantor kembali.",
  "kantor-nonaktif":
    "Kantor ini sudah tidak aktif, jadi tidak ada berkas baru. Data yang ada: /rekap.",
  "tanpa-penerus":
    "{{periode}}: indikator {{kode}} menunggu {{siapa}}, yang tidak ada lagi di berkas kantor. Tulis penanggungJawab barunya, atau menggantikan: {{siapa}} pada penggantinya.",
  "tanpa-pemegang":
    "{{periode}}: langkah {{langkah}} menunggu {{siapa}}, dan tidak seorang pun di berkas kantor memegangnya. Beri seseorang peran itu, atau tulis menggantikan pada penggantinya.",
  "isian-tidak-dikenal": "Isian itu tidak ada pada tugas ini. Yang diminta sekarang: /tugas.",
  "formulir-belum-lengkap":
    "Belum dapat dikirim: {{nama}} belum diisi. Pilih Isi untuk melengkapinya.",
  "nomor-terpakai":
    "Nomor {{nomor}} sudah terpakai dalam register. Nomor bebas berikutnya: {{berikut}}.",
  "tombol-lama":
    "Pilihan itu dari pesan lama dan tidak berlaku lagi. Yang menunggu sekarang: /tugas.",
  "pertanyaan-lama": "Pilihan itu dari pertanyaan sebelumnya. Yang ditanyakan sekarang:",
  "draf-lama": "Pilihan itu dari draf lama. Draf terbaru ada di bawah.",
  "permintaan-lama": "Pilihan itu dari permintaan lama. Yang berlaku ada di bawah.",
  "tidak-dipahami": "Maaf, pesan itu belum saya pahami.",
  "perintah-tidak-dikenal":
    "Perintah {{perintah}} tidak dikenal. Yang dapat Bapak/Ibu lakukan ada di /bantuan.",
  passphrase:
    "Demi keamanan, jangan kirim passphrase di sini. Pesan itu tidak kami simpan; mohon hapus dari percakapan.",
  "angka-tidak-terbaca":
    "Angkanya belum terbaca. Ketik angka saja, misalnya {{contoh}}; atau ketik belum atau lewati.",
  "rasio-tidak-terbaca":
    "Mohon ketik pembilang dan penyebut, misalnya 12/40; atau ketik belum atau lewati.",
  "penyebut-nol": "Penyebut tidak boleh nol. Mohon ketik kembali, misalnya 12/40.",
  "naskah-asing":
    "Berkas Word itu berasal dari dokumen yang tidak ada pada berkas Bapak/Ibu. Dokumen yang ada: /dokumen.",
  "naskah-bukan-laporan":
    "{{nama}} disusun dari isiannya, jadi suntingan Word tidak dipakai. Ubah isiannya lewat /tugas.",
  "isian-tidak-terbaca": "Jawaban itu belum terbaca. Mohon ketik kembali.",
  "bukan-pilihan": "Mohon pilih salah satu di bawah ini, atau /batal.",
  "kalimat-terlalu-pendek": "Mohon tuliskan satu kalimat singkat.",
  "kalimat-terlalu-panjang":
    "Mohon diringkas: paling banyak {{batas}} huruf, pesan tadi {{panjang}}.",
  "bukti-ditunggu": "Mohon kirim foto atau berkasnya, atau pilih Nanti saja.",
  "bukti-tanpa-indikator":
    "Berkas ini belum dilampirkan: belum jelas untuk indikator mana. Ketik /isi, lalu kirim berkasnya sesudah indikator yang dimaksud.",
  "bukan-waktunya-berkas":
    "Saat ini tidak ada indikator Bapak/Ibu yang menunggu bukti dukung. Berkas tadi tidak dilampirkan.",
  "berkas-terlalu-besar":
    "Berkas itu terlalu besar. Mohon kirim yang lebih kecil, misalnya foto atau PDF yang diringkas.",
  "berkas-kosong": "Berkas itu kosong. Mohon periksa, lalu kirim kembali.",
  "berkas-makro":
    "Berkas itu memuat makro, jadi tidak dibuka. Mohon simpan tanpa makro (.xlsx atau .docx), lalu kirim kembali.",
  "berkas-terkunci":
    "Berkas itu dikunci dengan kata sandi, jadi tidak dapat dibuka. Mohon buka kuncinya, simpan, lalu kirim kembali.",
  "berkas-rusak":
    "Berkas itu rusak, jadi tidak dapat dibuka. Mohon simpan ulang dari aslinya, lalu kirim kembali.",
  "bukan-docx":
    "Berkas itu bukan Word (.docx), jadi tidak dipakai sebagai versi laporan. Unduh Word lewat /dokumen, sunting, simpan sebagai .docx, lalu kirim kembali.",
  "bukan-xlsx":
    "Tabel itu bukan berkas .xlsx, jadi tidak ada yang dicatat. Mohon simpan sebagai .xlsx (Excel), lalu kirim kembali. Untuk bukti dukung: ketik /isi, lalu kirim berkasnya sesudah indikator yang dimaksud.",
  "bukan-format":
    "Berkas Excel itu bukan format isian yang dikenal, jadi tidak ada yang dicatat. Format isian: pilih Isi lewat Excel di /tugas. Untuk bukti dukung: ketik /isi, lalu kirim berkasnya sesudah indikator yang dimaksud.",
  "format-lama":
    "Format Excel itu bukan untuk permintaan yang sedang berjalan, jadi tidak dicatat. Yang menunggu sekarang: /tugas.",
  "format-diganti":
    "Format Excel itu dari permintaan lama, jadi tidak dicatat. Yang berlaku ada di bawah.",
  "format-ditutup":
    "Realisasi {{periode}} sudah ditutup, jadi format Excel itu tidak dicatat. Keadaan terkini: /status.",
  "format-terjawab":
    "Realisasi {{periode}} sudah tercatat pada {{waktu}}, jadi format Excel itu tidak dicatat lagi. Keadaan terkini: /status.",
  "format-unit-lain":
    "Format Excel itu milik {{jabatan}}, jadi tidak dicatat. Format Bapak/Ibu sendiri: pilih Isi lewat Excel di /tugas.",
  "format-ganda":
    "Berkas Excel itu memuat lebih dari satu lembar isian, jadi tidak ada yang dicatat. Mohon sisakan satu, lalu kirim kembali.",
  "berkas-tak-terunduh": "Berkas itu tidak dapat diambil. Mohon kirim sekali lagi.",
  "tak-didukung":
    "Jenis pesan itu belum dapat dibaca. Mohon gunakan teks, pilihan yang ditawarkan, foto, atau berkas.",
  "tidak-ada-isian": "Saat ini tidak ada indikator yang menunggu isian Bapak/Ibu.",
  "periode-tidak-terbaca": "Periodenya belum terbaca. Contoh: TW 4 2026.",
  "periode-belum-mulai": "{{periode}} belum dimulai. Pilih periode yang sudah berjalan.",
  "tanpa-penerima": "Tidak ada penerima yang punya akun dalam kelompok itu. Pilih kelompok lain.",
  "pegawai-tidak-dikenal": "Belum jelas siapa yang dimaksud dengan {{cari}}. Daftarnya: /undang.",
  "sudah-terhubung":
    "{{jabatan}} sudah punya akun. Akun lain miliknya dihubungkannya sendiri lewat /saya.",
  "akun-tidak-dikenal": "Akun itu tidak lagi terhubung. Yang ada sekarang: /saya.",
  "baru-diingatkan":
    "Pengingat sudah dikirim {{waktu}}. Yang berikutnya dapat dikirim mulai {{lagi}}.",
  "di-luar-jam-kerja": "Pengingat hanya dikirim pada jam kerja. Mohon ulangi mulai {{lagi}}.",
  "semua-sudah-mengirim": "Tidak ada yang perlu diingatkan: tidak ada lagi yang ditunggu.",
  "tidak-ada-sop": "SOP itu tidak ada di kantor ini. Daftarnya: /sop.",
  "tidak-ada-rekap":
    "Belum ada angka untuk {{periode}}. Periode lain: ketik misalnya /rekap 3 2026.",
  "ralat-tidak-dibaca":
    "Suntingan atas pesan itu tidak dibaca. Bila ada yang perlu diubah, mohon kirim sebagai pesan baru.",
  "ralat-belum-jelas":
    "Suntingan itu belum terbaca, jadi jawaban semula tetap berlaku. Untuk mengubahnya: {{cara}}.",
  "ralat-dikirim":
    "Jawaban itu sudah terkirim, jadi suntingan tidak mengubahnya. Untuk memperbaiki, ketik tarik kembali, lalu ubah angkanya.",
  "ralat-terkirim":
    "Jawaban itu sudah terkirim, jadi suntingan tidak mengubahnya. Untuk memperbaiki, mohon minta {{pemegang}} mengembalikannya kepada Bapak/Ibu.",
  "ralat-ditutup":
    "Berkas itu sudah ditutup, jadi suntingan tidak mengubahnya. Untuk memperbaiki, mohon hubungi admin kantor.",
  "hapus-tercatat":
    "Pesan itu dihapus, tetapi jawabannya tetap tercatat. Untuk mengubahnya: {{cara}}.",
  "hapus-dikirim":
    "Pesan itu dihapus, tetapi jawabannya sudah terkirim dan tetap berlaku. Untuk memperbaiki, ketik tarik kembali, lalu ubah angkanya.",
  "hapus-terkirim":
    "Pesan itu dihapus, tetapi jawabannya sudah terkirim dan tetap berlaku. Untuk memperbaiki, mohon minta {{pemegang}} mengembalikannya kepada Bapak/Ibu.",
  "hapus-ditutup":
    "Pesan itu dihapus, tetapi berkasnya sudah ditutup dan jawabannya tetap berlaku. Untuk memperbaiki, mohon hubungi admin kantor.",
};

/** The sentence of a refusal. */
export const penolakanText = (
  code: PenolakanCode,
  data: Readonly<Record<string, string>>,
): RichText => fill(penolakan[code], data);
