-- CreateTable
CREATE TABLE "chat_window" (
    "channel_id" TEXT NOT NULL,
    "chat" TEXT NOT NULL,
    "heard_ms" BIGINT,
    "opened_ms" BIGINT,

    CONSTRAINT "chat_window_pkey" PRIMARY KEY ("channel_id","chat")
);

-- CreateTable
CREATE TABLE "pemakaian" (
    "channel_id" TEXT NOT NULL,
    "bulan" TEXT NOT NULL,
    "kantor_id" TEXT NOT NULL,
    "jenis" TEXT NOT NULL,
    "jumlah" INTEGER NOT NULL,

    CONSTRAINT "pemakaian_pkey" PRIMARY KEY ("channel_id","bulan","kantor_id","jenis")
);
