-- CreateTable
CREATE TABLE "held_update" (
    "key" TEXT NOT NULL PRIMARY KEY,
    "kantor_id" TEXT,
    "pegawai_id" TEXT,
    "event" TEXT NOT NULL,
    "at_ms" BIGINT NOT NULL
);
