-- AlterTable
ALTER TABLE "kantor" ADD COLUMN "pemantau" TEXT;

-- CreateIndex
CREATE INDEX "kantor_pemantau_id_idx" ON "kantor"("pemantau", "id");

-- AlterTable: every broadcast so far stayed in the office of its sender.
ALTER TABLE "siaran_penerima" ADD COLUMN "kantor_id" TEXT;
UPDATE "siaran_penerima" SET "kantor_id" = (SELECT s."kantor_id" FROM "siaran" s WHERE s."id" = "siaran_penerima"."siaran_id");
DELETE FROM "siaran_penerima" WHERE "kantor_id" IS NULL;
ALTER TABLE "siaran_penerima" ALTER COLUMN "kantor_id" SET NOT NULL;
ALTER TABLE "siaran_penerima" DROP CONSTRAINT "siaran_penerima_pkey";
ALTER TABLE "siaran_penerima" ADD CONSTRAINT "siaran_penerima_pkey" PRIMARY KEY ("siaran_id", "kantor_id", "pegawai_id");
