-- AlterTable
ALTER TABLE "account" ADD COLUMN     "sematan_id" TEXT,
ADD COLUMN     "sematan_sidik" TEXT;
