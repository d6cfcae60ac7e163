-- CreateTable
CREATE TABLE "chat_window" (
    "channel_id" TEXT NOT NULL,
    "chat" TEXT NOT NULL,
    "heard_ms" BIGINT,
    "opened_ms" BIGINT,

    PRIMARY KEY ("channel_id", "chat")
);

-- CreateTable
CREATE TABLE "pemakaian" (
    "channel_id" TEXT NOT NULL,
    "bulan" TEXT NOT NULL,
    "kantor_id" TEXT NOT NULL,
    "jenis" TEXT NOT NULL,
    "jumlah" INTEGER NOT NULL,

    PRIMARY KEY ("channel_id", "bulan", "kantor_id", "jenis")
);
