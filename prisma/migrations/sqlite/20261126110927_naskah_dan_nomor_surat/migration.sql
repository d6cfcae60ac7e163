-- CreateTable
CREATE TABLE "naskah" (
    "seq" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "id" TEXT NOT NULL,
    "kantor_id" TEXT NOT NULL,
    "berkas_id" TEXT NOT NULL,
    "periode" TEXT NOT NULL,
    "jenis" TEXT NOT NULL,
    "nama" TEXT NOT NULL,
    "sebutan" TEXT,
    "versi" INTEGER NOT NULL,
    "langkah_no" TEXT NOT NULL,
    "pada_ms" BIGINT NOT NULL,
    "oleh" TEXT NOT NULL,
    "nomor" TEXT,
    "unggahan" TEXT,
    "perubahan" TEXT,
    "isi" TEXT
);

-- CreateTable
CREATE TABLE "naskah_file" (
    "naskah_id" TEXT NOT NULL,
    "bentuk" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "nama" TEXT NOT NULL,
    "mime" TEXT NOT NULL,
    "ukuran_byte" BIGINT NOT NULL,
    "dibuat_ms" BIGINT NOT NULL,

    PRIMARY KEY ("naskah_id", "bentuk")
);

-- CreateTable
CREATE TABLE "nomor_surat" (
    "kantor_id" TEXT NOT NULL,
    "register" TEXT NOT NULL,
    "tahun" INTEGER NOT NULL,
    "urut" INTEGER NOT NULL,
    "nomor" TEXT,
    "perihal" TEXT NOT NULL,
    "berkas_id" TEXT,
    "oleh" TEXT NOT NULL,
    "at_ms" BIGINT NOT NULL,
    "batal" TEXT,

    PRIMARY KEY ("kantor_id", "register", "tahun", "urut")
);

-- CreateIndex
CREATE UNIQUE INDEX "naskah_id_key" ON "naskah"("id");

-- CreateIndex
CREATE INDEX "naskah_kantor_id_berkas_id_idx" ON "naskah"("kantor_id", "berkas_id");

-- CreateIndex
CREATE INDEX "nomor_surat_berkas_id_idx" ON "nomor_surat"("berkas_id");

-- Drafts of the report that were made so far stay: each is a paper of its berkas, drawn from the
-- figures of its instant as before. Their ids were drawn at random and are kept.
INSERT INTO "naskah" ("id", "kantor_id", "berkas_id", "periode", "jenis", "nama", "sebutan", "versi",
    "langkah_no", "pada_ms", "oleh")
SELECT d."id", d."kantor_id", d."berkas_id", b."periode", 'laporan', d."nama", 'Draf ' || d."versi",
    d."versi", d."langkah_no", d."pada_ms", 'sistem'
FROM "dokumen" d JOIN "berkas" b ON b."id" = d."berkas_id"
ORDER BY d."pada_ms", d."versi", d."id";

-- DropTable
DROP TABLE "dokumen";
