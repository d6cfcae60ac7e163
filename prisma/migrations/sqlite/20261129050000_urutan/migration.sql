-- AlterTable
ALTER TABLE "berkas" ADD COLUMN "dibuka_seq" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "naskah" ADD COLUMN "pada_seq" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "realisasi" ADD COLUMN "seq" INTEGER NOT NULL DEFAULT 0;

-- CreateTable
CREATE TABLE "jam" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "at_ms" BIGINT NOT NULL
);

-- What came first is told by the number of an entry in the office's log. What was written before there
-- were numbers gets that of the newest entry by its time, a berkas that of its own opening.
UPDATE "berkas" SET "dibuka_seq" = COALESCE((SELECT MIN(l."seq") FROM "log_entry" l
    WHERE l."kantor_id" = "berkas"."kantor_id" AND l."berkas_id" = "berkas"."id"), 0);

UPDATE "realisasi" SET "seq" = COALESCE((SELECT MAX(l."seq") FROM "log_entry" l
    WHERE l."kantor_id" = "realisasi"."kantor_id" AND l."at_ms" <= "realisasi"."at_ms"), 0);

UPDATE "naskah" SET "pada_seq" = COALESCE((SELECT MAX(l."seq") FROM "log_entry" l
    WHERE l."kantor_id" = "naskah"."kantor_id" AND l."at_ms" <= "naskah"."pada_ms"), 0);
