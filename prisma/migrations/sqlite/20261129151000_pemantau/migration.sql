-- AlterTable
ALTER TABLE "kantor" ADD COLUMN "pemantau" TEXT;

-- CreateIndex
CREATE INDEX "kantor_pemantau_id_idx" ON "kantor"("pemantau", "id");

-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_siaran_penerima" (
    "siaran_id" TEXT NOT NULL,
    "kantor_id" TEXT NOT NULL,
    "pegawai_id" TEXT NOT NULL,
    "dilewati" TEXT,

    PRIMARY KEY ("siaran_id", "kantor_id", "pegawai_id")
);
-- Every broadcast so far stayed in the office of its sender.
INSERT INTO "new_siaran_penerima" ("siaran_id", "kantor_id", "pegawai_id", "dilewati")
  SELECT p."siaran_id", s."kantor_id", p."pegawai_id", p."dilewati"
  FROM "siaran_penerima" p JOIN "siaran" s ON s."id" = p."siaran_id";
DROP TABLE "siaran_penerima";
ALTER TABLE "new_siaran_penerima" RENAME TO "siaran_penerima";
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;
