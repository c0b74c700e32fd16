-- CreateTable
CREATE TABLE "agendapunt" (
    "id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "tafel_id" TEXT NOT NULL,
    "overleg_id" TEXT NOT NULL,
    "gevraagd_voor" TEXT,
    "soort" TEXT NOT NULL,
    "doel" TEXT NOT NULL,
    "minuten" INTEGER NOT NULL,
    "volgorde" INTEGER NOT NULL,
    "status" TEXT NOT NULL,
    "casus_id" TEXT,
    "signaal_id" TEXT,
    "besloten" BOOLEAN NOT NULL,
    "inbrenger_id" TEXT NOT NULL,
    "ingebracht_op" TIMESTAMPTZ(3) NOT NULL,
    "genodigden" TEXT[],
    "inhoud" BYTEA NOT NULL,

    CONSTRAINT "agendapunt_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "agenda" (
    "overleg_id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "status" TEXT NOT NULL,
    "herinnerd" BOOLEAN NOT NULL,
    "gewijzigd" TEXT[],

    CONSTRAINT "agenda_pkey" PRIMARY KEY ("overleg_id")
);

-- CreateTable
CREATE TABLE "aanwezigheid" (
    "overleg_id" TEXT NOT NULL,
    "persoon_id" TEXT NOT NULL,
    "antwoord" TEXT NOT NULL,
    "door_id" TEXT NOT NULL,

    CONSTRAINT "aanwezigheid_pkey" PRIMARY KEY ("overleg_id","persoon_id")
);

-- CreateIndex
CREATE INDEX "agendapunt_overleg_id_volgorde_idx" ON "agendapunt"("overleg_id", "volgorde");

-- CreateIndex
CREATE INDEX "agendapunt_genodigden_idx" ON "agendapunt" USING GIN ("genodigden");

-- CreateIndex
CREATE UNIQUE INDEX "agendapunt_casus_open_key" ON "agendapunt"("casus_id") WHERE (status <> 'ingetrokken');

-- CreateIndex
CREATE UNIQUE INDEX "agendapunt_signaal_open_key" ON "agendapunt"("signaal_id") WHERE (status <> 'ingetrokken');

-- AddForeignKey
ALTER TABLE "agendapunt" ADD CONSTRAINT "agendapunt_overleg_id_fkey" FOREIGN KEY ("overleg_id") REFERENCES "overleg"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
