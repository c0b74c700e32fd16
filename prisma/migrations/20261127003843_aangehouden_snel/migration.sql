-- CreateIndex
CREATE INDEX "signaal_aangehouden_idx" ON "signaal"("casus_id") WHERE (open AND aangehouden_tot IS NOT NULL);
