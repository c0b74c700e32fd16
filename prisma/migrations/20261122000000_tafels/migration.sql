-- AlterTable
ALTER TABLE "regio" ADD COLUMN     "schoolvakanties" JSONB NOT NULL DEFAULT '[]';

-- AlterTable
ALTER TABLE "channel" ADD COLUMN     "tafel_id" TEXT,
ALTER COLUMN "gemeente_id" DROP NOT NULL;

-- CreateTable
CREATE TABLE "tafel_inrichting" (
    "tafel_id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "voorzitter_id" TEXT NOT NULL,
    "secretaris_id" TEXT NOT NULL,
    "beheerder_id" TEXT NOT NULL,
    "deelnemers" JSONB NOT NULL,
    "rooster" JSONB NOT NULL,
    "duur_minuten" INTEGER NOT NULL,
    "plaats" TEXT,
    "link" TEXT,
    "sluiting_uren" INTEGER NOT NULL,
    "concept_uren" INTEGER NOT NULL,
    "agenda_uren" INTEGER NOT NULL,
    "minimaal" INTEGER NOT NULL,

    CONSTRAINT "tafel_inrichting_pkey" PRIMARY KEY ("tafel_id")
);

-- CreateTable
CREATE TABLE "inrichting_concept" (
    "tafel_id" TEXT NOT NULL,
    "door_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "velden" JSONB NOT NULL,
    "op" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "inrichting_concept_pkey" PRIMARY KEY ("tafel_id","door_id")
);

-- CreateTable
CREATE TABLE "overleg" (
    "id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "tafel_id" TEXT NOT NULL,
    "soort" TEXT NOT NULL,
    "gepland" VARCHAR(10),
    "begin" TIMESTAMPTZ(3) NOT NULL,
    "eind" TIMESTAMPTZ(3) NOT NULL,
    "status" TEXT NOT NULL,
    "plaats" TEXT,
    "link" TEXT,
    "genodigden" TEXT[],
    "aangepast" BOOLEAN NOT NULL,
    "bezetting" TEXT,

    CONSTRAINT "overleg_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "agenda_feed" (
    "persoon_id" TEXT NOT NULL,
    "tafel_id" TEXT NOT NULL,
    "token_hash" TEXT NOT NULL,
    "gemaakt_op" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "agenda_feed_pkey" PRIMARY KEY ("persoon_id","tafel_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "overleg_tafel_id_gepland_key" ON "overleg"("tafel_id", "gepland");

-- CreateIndex
CREATE INDEX "overleg_tafel_id_begin_idx" ON "overleg"("tafel_id", "begin");

-- CreateIndex
CREATE UNIQUE INDEX "agenda_feed_token_hash_key" ON "agenda_feed"("token_hash");
