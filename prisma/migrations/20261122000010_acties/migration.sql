-- CreateTable
CREATE TABLE "actiepunt" (
    "id" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "status" TEXT NOT NULL,
    "open" BOOLEAN NOT NULL,
    "tafel_id" TEXT NOT NULL,
    "casus_id" TEXT,
    "actiehouder_id" TEXT NOT NULL,
    "overdracht_aan_id" TEXT,
    "termijn" VARCHAR(10) NOT NULL,
    "gevraagde_termijn" VARCHAR(10),
    "gemaakt_op" TIMESTAMPTZ(3) NOT NULL,
    "gemaakt_door_id" TEXT NOT NULL,
    "inhoud" BYTEA NOT NULL,

    CONSTRAINT "actiepunt_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "actiepunt_code_key" ON "actiepunt"("code");

-- CreateIndex
CREATE INDEX "actiepunt_actiehouder_open_idx" ON "actiepunt"("actiehouder_id", "termijn") WHERE (open);

-- CreateIndex
CREATE INDEX "actiepunt_overdracht_open_idx" ON "actiepunt"("overdracht_aan_id") WHERE (open);

-- CreateIndex
CREATE INDEX "actiepunt_tafel_open_idx" ON "actiepunt"("tafel_id", "termijn") WHERE (open);

-- CreateIndex
CREATE INDEX "actiepunt_casus_id_termijn_idx" ON "actiepunt"("casus_id", "termijn");

-- AddForeignKey
ALTER TABLE "actiepunt" ADD CONSTRAINT "actiepunt_casus_id_fkey" FOREIGN KEY ("casus_id") REFERENCES "casus"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "actiepunt" ADD CONSTRAINT "actiepunt_actiehouder_id_fkey" FOREIGN KEY ("actiehouder_id") REFERENCES "persoon"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "actiepunt" ADD CONSTRAINT "actiepunt_overdracht_aan_id_fkey" FOREIGN KEY ("overdracht_aan_id") REFERENCES "persoon"("id") ON DELETE SET NULL ON UPDATE CASCADE;
