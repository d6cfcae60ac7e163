-- AlterTable
ALTER TABLE "outbox" ADD COLUMN "faults" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "outbox" ADD COLUMN "told_ms" BIGINT;

-- Nobody needs to hear now of what was given up long ago.
UPDATE "outbox" SET "told_ms" = "created_ms" WHERE "status" = 'gagal';

-- Waiting goes by the time of the machine from now on, not by a clock that may stand elsewhere.
UPDATE "outbox" SET "not_before_ms" = 0, "claimed_until_ms" = 0 WHERE "status" = 'menunggu';
