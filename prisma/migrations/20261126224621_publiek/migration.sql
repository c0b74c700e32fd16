-- CreateTable
CREATE TABLE "channel_publiek" (
    "channel_id" TEXT NOT NULL,
    "reden" TEXT NOT NULL,
    "aantal" INTEGER NOT NULL,
    "sinds" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "channel_publiek_pkey" PRIMARY KEY ("channel_id")
);

-- CreateIndex
CREATE INDEX "posted_message_staat_idx" ON "posted_message"("recipient") WHERE (weg_op IS NULL);
