-- CreateTable
CREATE TABLE "held_update" (
    "key" TEXT NOT NULL,
    "kantor_id" TEXT,
    "pegawai_id" TEXT,
    "event" TEXT NOT NULL,
    "at_ms" BIGINT NOT NULL,

    CONSTRAINT "held_update_pkey" PRIMARY KEY ("key")
);
