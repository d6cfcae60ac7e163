-- AlterTable
ALTER TABLE "message_ref" ADD COLUMN     "dilipat_ms" BIGINT;

-- CreateTable
CREATE TABLE "pindahan" (
    "id" TEXT NOT NULL,
    "sidik" TEXT NOT NULL,
    "mulai_ms" BIGINT NOT NULL,
    "selesai_ms" BIGINT,

    CONSTRAINT "pindahan_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "inbox_at_ms_idx" ON "inbox"("at_ms");

-- CreateIndex
CREATE INDEX "jejak_at_ms_idx" ON "jejak"("at_ms");

-- CreateIndex
CREATE INDEX "outbox_created_ms_idx" ON "outbox"("created_ms");

-- CreateIndex
CREATE INDEX "message_ref_dilipat_ms_idx" ON "message_ref"("dilipat_ms");

-- CreateIndex
CREATE INDEX "reminder_at_ms_idx" ON "reminder"("at_ms");

-- CreateIndex
CREATE INDEX "siaran_dibuat_ms_idx" ON "siaran"("dibuat_ms");
