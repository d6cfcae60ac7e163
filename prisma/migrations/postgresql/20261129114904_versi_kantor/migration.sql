-- AlterTable
ALTER TABLE "berkas" DROP COLUMN "versi";

-- AlterTable
ALTER TABLE "session" DROP COLUMN "versi";

-- CreateIndex
CREATE INDEX "timer_claimed_until_ms_at_ms_idx" ON "timer"("claimed_until_ms", "at_ms");
