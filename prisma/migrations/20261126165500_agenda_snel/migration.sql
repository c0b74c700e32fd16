-- DropIndex
DROP INDEX "agendapunt_genodigden_idx";

-- CreateIndex
CREATE INDEX "agendapunt_tafel_id_status_idx" ON "agendapunt"("tafel_id", "status");

-- CreateIndex
CREATE INDEX "agendapunt_genodigden_idx" ON "agendapunt" USING GIN ("genodigden") WHERE (status = 'op_agenda');
