-- CreateTable
CREATE TABLE "regiosleutel" (
    "id" TEXT NOT NULL,
    "proef" BYTEA NOT NULL,
    "gemaakt_op" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "regiosleutel_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sleutel" (
    "owner" TEXT NOT NULL,
    "key_id" TEXT,
    "wrapped" BYTEA,
    "gemaakt_op" TIMESTAMPTZ(3) NOT NULL,
    "vernietigd_op" TIMESTAMPTZ(3),
    "kopie_op" TIMESTAMPTZ(3),

    CONSTRAINT "sleutel_pkey" PRIMARY KEY ("owner")
);

-- AddForeignKey
ALTER TABLE "sleutel" ADD CONSTRAINT "sleutel_key_id_fkey" FOREIGN KEY ("key_id") REFERENCES "regiosleutel"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
