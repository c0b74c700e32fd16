-- DropIndex
DROP INDEX "agendapunt_casus_open_key";

-- DropIndex
DROP INDEX "agendapunt_signaal_open_key";

-- AlterTable
ALTER TABLE "actiepunt" ADD COLUMN     "doorgezet" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "overleg_id" TEXT;

-- AlterTable
ALTER TABLE "agendapunt" ADD COLUMN     "actiepunt_id" TEXT,
ADD COLUMN     "behandeld_op" TIMESTAMPTZ(3),
ADD COLUMN     "van_punt_id" TEXT;

-- AlterTable
ALTER TABLE "casus" ADD COLUMN     "afgesloten_op" TIMESTAMPTZ(3),
ADD COLUMN     "bewaren_tot" VARCHAR(10),
ADD COLUMN     "fase" TEXT,
ADD COLUMN     "inhoud" BYTEA,
ADD COLUMN     "sluit_reden" TEXT,
ADD COLUMN     "terug_op" VARCHAR(10),
ADD COLUMN     "voorstel" JSONB;

-- CreateTable
CREATE TABLE "verloop" (
    "overleg_id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "nu" TEXT,
    "punt_op" TIMESTAMPTZ(3) NOT NULL,
    "begonnen_op" TIMESTAMPTZ(3) NOT NULL,
    "gesloten_op" TIMESTAMPTZ(3),
    "gedaan" TEXT[],
    "lijst" TEXT NOT NULL,
    "lijst_op" TIMESTAMPTZ(3),
    "inhoud" BYTEA NOT NULL,

    CONSTRAINT "verloop_pkey" PRIMARY KEY ("overleg_id")
);

-- CreateIndex
CREATE INDEX "actiepunt_overleg_id_idx" ON "actiepunt"("overleg_id");

-- CreateIndex
CREATE INDEX "agendapunt_casus_id_behandeld_op_idx" ON "agendapunt"("casus_id", "behandeld_op");

-- CreateIndex
CREATE INDEX "agendapunt_van_punt_id_idx" ON "agendapunt"("van_punt_id");

-- CreateIndex
CREATE UNIQUE INDEX "agendapunt_casus_wacht_key" ON "agendapunt"("casus_id") WHERE (status NOT IN ('behandeld', 'ingetrokken'));

-- CreateIndex
CREATE UNIQUE INDEX "agendapunt_signaal_wacht_key" ON "agendapunt"("signaal_id") WHERE (status NOT IN ('behandeld', 'ingetrokken'));

-- CreateIndex
CREATE UNIQUE INDEX "agendapunt_actiepunt_wacht_key" ON "agendapunt"("actiepunt_id") WHERE (status NOT IN ('behandeld', 'ingetrokken'));
