-- AlterTable
ALTER TABLE "account" ADD COLUMN "sematan_id" TEXT;
ALTER TABLE "account" ADD COLUMN "sematan_sidik" TEXT;
