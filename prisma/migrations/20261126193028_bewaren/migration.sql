-- AlterTable
ALTER TABLE "posted_message" ADD COLUMN     "weg_gevraagd_op" TIMESTAMPTZ(3),
ADD COLUMN     "weg_op" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "regio" ADD COLUMN     "stil_na_dagen" INTEGER NOT NULL DEFAULT 90;

-- AlterTable
ALTER TABLE "signaal" ADD COLUMN     "bewaren_tot" VARCHAR(10);

-- CreateTable
CREATE TABLE "vernietiging" (
    "id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "soort" TEXT NOT NULL,
    "object_id" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "gemeente_id" TEXT NOT NULL,
    "categorie" TEXT NOT NULL,
    "bewaren_tot" VARCHAR(10) NOT NULL,
    "bron" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "voorgesteld_door_id" TEXT NOT NULL,
    "voorgesteld_op" TIMESTAMPTZ(3) NOT NULL,
    "beslist_door_id" TEXT,
    "beslist_op" TIMESTAMPTZ(3),

    CONSTRAINT "vernietiging_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "vernietigingsstop" (
    "id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "soort" TEXT NOT NULL,
    "object_id" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "gemeente_id" TEXT NOT NULL,
    "door_id" TEXT NOT NULL,
    "op" TIMESTAMPTZ(3) NOT NULL,
    "opgeheven_door_id" TEXT,
    "opgeheven_op" TIMESTAMPTZ(3),
    "inhoud" BYTEA NOT NULL,

    CONSTRAINT "vernietigingsstop_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "vernietiging_status_gemeente_id_beslist_op_idx" ON "vernietiging"("status", "gemeente_id", "beslist_op");

-- CreateIndex
CREATE UNIQUE INDEX "vernietiging_open_key" ON "vernietiging"("object_id") WHERE (status = 'voorgesteld');

-- CreateIndex
CREATE UNIQUE INDEX "vernietigingsstop_open_key" ON "vernietigingsstop"("object_id") WHERE (opgeheven_op IS NULL);

-- CreateIndex
CREATE INDEX "casus_bewaren_tot_idx" ON "casus"("bewaren_tot") WHERE (bewaren_tot IS NOT NULL);

-- CreateIndex
CREATE INDEX "posted_message_weg_idx" ON "posted_message"("weg_gevraagd_op") WHERE (weg_gevraagd_op IS NOT NULL AND weg_op IS NULL);

-- CreateIndex
CREATE INDEX "posted_message_blijft_idx" ON "posted_message"("op") WHERE (weg_gevraagd_op IS NULL);

-- CreateIndex
CREATE INDEX "signaal_bewaren_tot_idx" ON "signaal"("bewaren_tot") WHERE (bewaren_tot IS NOT NULL);

-- What was laid aside before: with the terms to start from.
UPDATE "signaal" s SET "bewaren_tot" = to_char((
  (SELECT coalesce(max(t."op"), s."ontvangen_op") FROM "stap" t WHERE t."signaal_id" = s."id" AND t."to" = s."status") AT TIME ZONE 'Europe/Amsterdam'
    + CASE s."status" WHEN 'gemeentelijk_opgepakt' THEN interval '12 months' ELSE interval '6 months' END), 'YYYY-MM-DD')
WHERE s."status" IN ('niet_versterkt', 'gemeentelijk_opgepakt', 'vervallen');
