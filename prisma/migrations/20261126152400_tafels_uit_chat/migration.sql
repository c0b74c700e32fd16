-- AlterTable
ALTER TABLE "channel" ADD COLUMN     "uit_chat" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "persoon" ADD COLUMN     "uit_chat" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "tafel" ADD COLUMN     "beeindigd_op" TIMESTAMPTZ(3),
ADD COLUMN     "uit_chat" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "tafel_inrichting" ADD COLUMN     "herinner_minuten" INTEGER NOT NULL DEFAULT 10,
ADD COLUMN     "vaste_punten" JSONB;

-- CreateTable
CREATE TABLE "met_channel" (
    "platform" TEXT NOT NULL,
    "tenant" TEXT NOT NULL,
    "conversation_id" TEXT NOT NULL,
    "service_url" TEXT,

    CONSTRAINT "met_channel_pkey" PRIMARY KEY ("platform","tenant","conversation_id")
);
