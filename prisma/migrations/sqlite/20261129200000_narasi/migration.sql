-- AlterTable
ALTER TABLE "realisasi" ADD COLUMN "narasi" TEXT;
