-- CreateTable
CREATE TABLE "passed_update" (
    "seq" SERIAL NOT NULL,
    "key" TEXT NOT NULL,
    "kantor_id" TEXT NOT NULL,
    "event" TEXT NOT NULL,
    "at_ms" BIGINT NOT NULL,

    CONSTRAINT "passed_update_pkey" PRIMARY KEY ("seq")
);

-- CreateTable
CREATE TABLE "lease" (
    "name" TEXT NOT NULL,
    "holder" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "until_ms" BIGINT NOT NULL,

    CONSTRAINT "lease_pkey" PRIMARY KEY ("name")
);

-- CreateIndex
CREATE UNIQUE INDEX "passed_update_key_key" ON "passed_update"("key");

-- CreateIndex
CREATE INDEX "passed_update_kantor_id_seq_idx" ON "passed_update"("kantor_id", "seq");
