-- CreateTable
CREATE TABLE "noodtoegang" (
    "id" TEXT NOT NULL,
    "casus_id" TEXT NOT NULL,
    "persoon_id" TEXT NOT NULL,
    "op" TIMESTAMPTZ(3) NOT NULL,
    "tot" TIMESTAMPTZ(3) NOT NULL,
    "inhoud" BYTEA NOT NULL,

    CONSTRAINT "noodtoegang_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "casusexport" (
    "id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "casus_id" TEXT NOT NULL,
    "van_id" TEXT NOT NULL,
    "gevraagd_op" TIMESTAMPTZ(3) NOT NULL,
    "status" TEXT NOT NULL,
    "beslisser_id" TEXT,
    "beslist_op" TIMESTAMPTZ(3),
    "link_tot" TIMESTAMPTZ(3),
    "token_hash" TEXT,
    "inhoud" BYTEA NOT NULL,

    CONSTRAINT "casusexport_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "inzageverzoek" (
    "id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "van_id" TEXT NOT NULL,
    "contact_id" TEXT NOT NULL,
    "gevraagd_op" TIMESTAMPTZ(3) NOT NULL,
    "termijn" VARCHAR(10) NOT NULL,
    "status" TEXT NOT NULL,
    "verlengd_op" TIMESTAMPTZ(3),
    "afgehandeld_op" VARCHAR(10),
    "inhoud" BYTEA NOT NULL,

    CONSTRAINT "inzageverzoek_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "noodtoegang_casus_id_tot_idx" ON "noodtoegang"("casus_id", "tot");

-- CreateIndex
CREATE INDEX "noodtoegang_persoon_id_tot_idx" ON "noodtoegang"("persoon_id", "tot");

-- CreateIndex
CREATE UNIQUE INDEX "casusexport_token_hash_key" ON "casusexport"("token_hash");

-- CreateIndex
CREATE UNIQUE INDEX "casusexport_gevraagd_key" ON "casusexport"("casus_id", "van_id") WHERE (status = 'gevraagd');

-- CreateIndex
CREATE UNIQUE INDEX "inzageverzoek_open_key" ON "inzageverzoek"("van_id") WHERE (status = 'open');
