-- CreateTable
CREATE TABLE "passed_update" (
    "seq" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "key" TEXT NOT NULL,
    "kantor_id" TEXT NOT NULL,
    "event" TEXT NOT NULL,
    "at_ms" BIGINT NOT NULL
);

-- CreateTable
CREATE TABLE "lease" (
    "name" TEXT NOT NULL PRIMARY KEY,
    "holder" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "until_ms" BIGINT NOT NULL
);

-- CreateIndex
CREATE UNIQUE INDEX "passed_update_key_key" ON "passed_update"("key");

-- CreateIndex
CREATE INDEX "passed_update_kantor_id_seq_idx" ON "passed_update"("kantor_id", "seq");
