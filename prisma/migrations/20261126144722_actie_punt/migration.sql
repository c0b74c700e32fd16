-- DropIndex
DROP INDEX "agendapunt_actiepunt_wacht_key";

-- DropIndex
DROP INDEX "agendapunt_casus_wacht_key";

-- DropIndex
DROP INDEX "agendapunt_signaal_wacht_key";

-- AlterTable
ALTER TABLE "actiepunt" ADD COLUMN     "punt_id" TEXT;

-- CreateIndex
CREATE UNIQUE INDEX "agendapunt_casus_wacht_key" ON "agendapunt"("casus_id") WHERE (status <> 'behandeld' AND status <> 'ingetrokken');

-- CreateIndex
CREATE UNIQUE INDEX "agendapunt_signaal_wacht_key" ON "agendapunt"("signaal_id") WHERE (status <> 'behandeld' AND status <> 'ingetrokken');

-- CreateIndex
CREATE UNIQUE INDEX "agendapunt_actiepunt_wacht_key" ON "agendapunt"("actiepunt_id") WHERE (status <> 'behandeld' AND status <> 'ingetrokken');
