-- AlterTable
ALTER TABLE "siaran_penerima" ADD COLUMN "dilewati" TEXT;
