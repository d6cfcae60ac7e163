-- DropIndex
DROP INDEX "outbox_channel_id_chat_status_idx";

-- DropIndex
DROP INDEX "outbox_channel_id_chat_external_id_idx";

-- AlterTable
ALTER TABLE "outbox" DROP COLUMN "external_id";

-- CreateTable
CREATE TABLE "message_ref" (
    "channel_id" TEXT NOT NULL,
    "chat" TEXT NOT NULL,
    "external_id" TEXT NOT NULL,
    "outbox_id" TEXT NOT NULL,
    "bagian" INTEGER NOT NULL,

    CONSTRAINT "message_ref_pkey" PRIMARY KEY ("channel_id","chat","external_id")
);

-- CreateIndex
CREATE INDEX "message_ref_outbox_id_idx" ON "message_ref"("outbox_id");

-- CreateIndex
CREATE INDEX "outbox_antrean_idx" ON "outbox"("status", "channel_id", "chat", "claimed_until_ms" DESC, "prioritas", "seq");

-- What went out so far, found from now on without a search through the chat.
INSERT INTO "message_ref" ("channel_id", "chat", "external_id", "outbox_id", "bagian")
SELECT DISTINCT ON (o."channel_id", o."chat", part."value")
  o."channel_id", o."chat", part."value", o."id", part."key" - 1
FROM "outbox" o,
  json_array_elements_text((o."refs"::json) -> 'externalIdList') WITH ORDINALITY AS part ("value", "key")
WHERE o."op" = 'kirim' AND o."refs" LIKE '{%"externalIdList":[%'
ORDER BY o."channel_id", o."chat", part."value", o."seq" DESC;
