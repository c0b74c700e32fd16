-- DropIndex
DROP INDEX "agendapunt_actiepunt_wacht_key";

-- DropIndex
DROP INDEX "agendapunt_casus_wacht_key";

-- DropIndex
DROP INDEX "agendapunt_signaal_wacht_key";

-- AlterTable
ALTER TABLE "regio" ADD COLUMN     "bewaartermijnen" JSONB NOT NULL DEFAULT '{}';

-- CreateIndex
CREATE UNIQUE INDEX "agendapunt_casus_wacht_key" ON "agendapunt"("casus_id") WHERE (status <> 'behandeld' AND status <> 'ingetrokken');

-- CreateIndex
CREATE UNIQUE INDEX "agendapunt_signaal_wacht_key" ON "agendapunt"("signaal_id") WHERE (status <> 'behandeld' AND status <> 'ingetrokken');

-- CreateIndex
CREATE UNIQUE INDEX "agendapunt_actiepunt_wacht_key" ON "agendapunt"("actiepunt_id") WHERE (status <> 'behandeld' AND status <> 'ingetrokken');
