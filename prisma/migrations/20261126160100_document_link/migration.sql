-- CreateTable
CREATE TABLE "document_link" (
    "persoon_id" TEXT NOT NULL,
    "overleg_id" TEXT NOT NULL,
    "token_hash" TEXT NOT NULL,
    "vorm" TEXT NOT NULL,
    "verloopt_op" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "document_link_pkey" PRIMARY KEY ("persoon_id","overleg_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "document_link_token_hash_key" ON "document_link"("token_hash");
