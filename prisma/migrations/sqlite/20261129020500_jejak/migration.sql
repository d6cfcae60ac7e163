-- CreateTable
CREATE TABLE "jejak" (
    "channel_id" TEXT NOT NULL,
    "chat" TEXT NOT NULL,
    "external_id" TEXT NOT NULL,
    "sidik" TEXT NOT NULL,
    "jawaban" TEXT NOT NULL,
    "pertanyaan" TEXT,
    "at_ms" BIGINT NOT NULL,

    PRIMARY KEY ("channel_id", "chat", "external_id")
);
