-- AlterTable
ALTER TABLE "account" ADD COLUMN "tak_terjangkau_ms" BIGINT;
