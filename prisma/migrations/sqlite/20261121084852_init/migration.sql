-- CreateTable
CREATE TABLE "kantor" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "dokumen" TEXT NOT NULL,
    "kalender" TEXT NOT NULL,
    "versi" INTEGER NOT NULL,
    "log_seq" INTEGER NOT NULL DEFAULT 0,
    "log_hash" TEXT NOT NULL DEFAULT ''
);

-- CreateTable
CREATE TABLE "pegawai" (
    "kantor_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "nama" TEXT NOT NULL,
    "jabatan" TEXT NOT NULL,
    "peran" TEXT NOT NULL,
    "nip" TEXT,

    PRIMARY KEY ("kantor_id", "id")
);

-- CreateTable
CREATE TABLE "account" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "kantor_id" TEXT NOT NULL,
    "pegawai_id" TEXT NOT NULL,
    "channel_id" TEXT NOT NULL,
    "chat" TEXT NOT NULL,
    "utama" BOOLEAN NOT NULL DEFAULT false,
    "dibuat_ms" BIGINT NOT NULL
);

-- CreateTable
CREATE TABLE "undangan" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "kantor_id" TEXT NOT NULL,
    "pegawai_id" TEXT NOT NULL,
    "kode_hash" TEXT NOT NULL,
    "berlaku_sampai_ms" BIGINT NOT NULL,
    "dipakai_ms" BIGINT
);

-- CreateTable
CREATE TABLE "sop_version" (
    "hash" TEXT NOT NULL PRIMARY KEY,
    "sop_id" TEXT NOT NULL,
    "dokumen" TEXT NOT NULL,
    "dibuat_ms" BIGINT NOT NULL,
    "aktif" BOOLEAN NOT NULL
);

-- CreateTable
CREATE TABLE "berkas" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "kantor_id" TEXT NOT NULL,
    "sop_id" TEXT NOT NULL,
    "sop_hash" TEXT NOT NULL,
    "periode" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "langkah_no" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "versi" INTEGER NOT NULL,
    "dibuka_ms" BIGINT NOT NULL,
    "kunci_aktif" TEXT
);

-- CreateTable
CREATE TABLE "task" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "kantor_id" TEXT NOT NULL,
    "berkas_id" TEXT NOT NULL,
    "langkah_no" TEXT NOT NULL,
    "macam" TEXT NOT NULL,
    "pegawai_id" TEXT,
    "peran" TEXT,
    "diterima_ms" BIGINT NOT NULL,
    "tenggat_ms" BIGINT,
    "batas_ms" BIGINT,
    "selesai_ms" BIGINT,
    "oleh" TEXT,
    "pilihan" TEXT
);

-- CreateTable
CREATE TABLE "realisasi" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "kantor_id" TEXT NOT NULL,
    "berkas_id" TEXT NOT NULL,
    "periode" TEXT NOT NULL,
    "kode" TEXT NOT NULL,
    "revisi" INTEGER NOT NULL,
    "isian" TEXT NOT NULL,
    "keterangan" TEXT,
    "bukti" TEXT NOT NULL,
    "oleh" TEXT NOT NULL,
    "at_ms" BIGINT NOT NULL
);

-- CreateTable
CREATE TABLE "dokumen" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "kantor_id" TEXT NOT NULL,
    "berkas_id" TEXT NOT NULL,
    "langkah_no" TEXT NOT NULL,
    "nama" TEXT NOT NULL,
    "versi" INTEGER NOT NULL,
    "pada_ms" BIGINT NOT NULL
);

-- CreateTable
CREATE TABLE "log_entry" (
    "kantor_id" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "jenis" TEXT NOT NULL,
    "berkas_id" TEXT,
    "oleh" TEXT NOT NULL,
    "at_ms" BIGINT NOT NULL,
    "data" TEXT NOT NULL,
    "prev_hash" TEXT NOT NULL,
    "hash" TEXT NOT NULL,

    PRIMARY KEY ("kantor_id", "seq")
);

-- CreateTable
CREATE TABLE "inbox" (
    "key" TEXT NOT NULL PRIMARY KEY,
    "channel_id" TEXT NOT NULL,
    "at_ms" BIGINT NOT NULL
);

-- CreateTable
CREATE TABLE "session" (
    "kantor_id" TEXT NOT NULL,
    "pegawai_id" TEXT NOT NULL,
    "dokumen" TEXT NOT NULL,
    "versi" INTEGER NOT NULL,

    PRIMARY KEY ("kantor_id", "pegawai_id")
);

-- CreateTable
CREATE TABLE "outbox" (
    "seq" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "id" TEXT NOT NULL,
    "dedupe_key" TEXT NOT NULL,
    "kantor_id" TEXT,
    "pegawai_id" TEXT,
    "channel_id" TEXT NOT NULL,
    "chat" TEXT NOT NULL,
    "prioritas" INTEGER NOT NULL,
    "prompt_id" TEXT,
    "siaran_id" TEXT,
    "op" TEXT NOT NULL,
    "target_id" TEXT,
    "isi" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "created_ms" BIGINT NOT NULL,
    "not_before_ms" BIGINT NOT NULL,
    "claimed_until_ms" BIGINT NOT NULL DEFAULT 0,
    "sent_ms" BIGINT,
    "refs" TEXT,
    "external_id" TEXT,
    "receipt" TEXT,
    "error" TEXT
);

-- CreateTable
CREATE TABLE "timer" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "kantor_id" TEXT NOT NULL,
    "kunci" TEXT NOT NULL,
    "at_ms" BIGINT NOT NULL,
    "isi" TEXT NOT NULL,
    "claimed_until_ms" BIGINT NOT NULL DEFAULT 0
);

-- CreateTable
CREATE TABLE "reminder" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "wait_id" TEXT NOT NULL,
    "pegawai_id" TEXT NOT NULL,
    "jenis" TEXT NOT NULL,
    "at_ms" BIGINT NOT NULL
);

-- CreateTable
CREATE TABLE "siaran" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "kantor_id" TEXT NOT NULL,
    "oleh" TEXT NOT NULL,
    "teks" TEXT NOT NULL,
    "dibuat_ms" BIGINT NOT NULL,
    "dibatalkan" BOOLEAN NOT NULL DEFAULT false
);

-- CreateTable
CREATE TABLE "siaran_penerima" (
    "siaran_id" TEXT NOT NULL,
    "pegawai_id" TEXT NOT NULL,

    PRIMARY KEY ("siaran_id", "pegawai_id")
);

-- CreateIndex
CREATE INDEX "account_kantor_id_pegawai_id_idx" ON "account"("kantor_id", "pegawai_id");

-- CreateIndex
CREATE UNIQUE INDEX "account_channel_id_chat_key" ON "account"("channel_id", "chat");

-- CreateIndex
CREATE UNIQUE INDEX "undangan_kode_hash_key" ON "undangan"("kode_hash");

-- CreateIndex
CREATE INDEX "undangan_kantor_id_idx" ON "undangan"("kantor_id");

-- CreateIndex
CREATE INDEX "sop_version_sop_id_aktif_idx" ON "sop_version"("sop_id", "aktif");

-- CreateIndex
CREATE UNIQUE INDEX "berkas_kunci_aktif_key" ON "berkas"("kunci_aktif");

-- CreateIndex
CREATE INDEX "berkas_kantor_id_status_idx" ON "berkas"("kantor_id", "status");

-- CreateIndex
CREATE INDEX "task_kantor_id_selesai_ms_idx" ON "task"("kantor_id", "selesai_ms");

-- CreateIndex
CREATE INDEX "task_berkas_id_idx" ON "task"("berkas_id");

-- CreateIndex
CREATE INDEX "realisasi_kantor_id_periode_idx" ON "realisasi"("kantor_id", "periode");

-- CreateIndex
CREATE UNIQUE INDEX "realisasi_berkas_id_kode_revisi_key" ON "realisasi"("berkas_id", "kode", "revisi");

-- CreateIndex
CREATE INDEX "dokumen_kantor_id_berkas_id_idx" ON "dokumen"("kantor_id", "berkas_id");

-- CreateIndex
CREATE UNIQUE INDEX "outbox_id_key" ON "outbox"("id");

-- CreateIndex
CREATE UNIQUE INDEX "outbox_dedupe_key_key" ON "outbox"("dedupe_key");

-- CreateIndex
CREATE INDEX "outbox_status_channel_id_prioritas_seq_idx" ON "outbox"("status", "channel_id", "prioritas", "seq");

-- CreateIndex
CREATE INDEX "outbox_channel_id_chat_status_idx" ON "outbox"("channel_id", "chat", "status");

-- CreateIndex
CREATE INDEX "outbox_prompt_id_idx" ON "outbox"("prompt_id");

-- CreateIndex
CREATE INDEX "outbox_siaran_id_idx" ON "outbox"("siaran_id");

-- CreateIndex
CREATE INDEX "outbox_channel_id_chat_external_id_idx" ON "outbox"("channel_id", "chat", "external_id");

-- CreateIndex
CREATE INDEX "timer_at_ms_idx" ON "timer"("at_ms");

-- CreateIndex
CREATE UNIQUE INDEX "timer_kantor_id_kunci_key" ON "timer"("kantor_id", "kunci");

-- CreateIndex
CREATE INDEX "reminder_wait_id_idx" ON "reminder"("wait_id");
