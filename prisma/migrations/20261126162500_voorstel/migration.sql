-- AlterTable
ALTER TABLE "casus" ADD COLUMN     "voorstel_aan_id" TEXT;

-- CreateIndex
CREATE INDEX "casus_voorstel_aan_id_idx" ON "casus"("voorstel_aan_id");
