-- CreateIndex
CREATE INDEX "casus_afgesloten_op_idx" ON "casus"("afgesloten_op");

-- CreateIndex
CREATE INDEX "casus_loopt_idx" ON "casus"("terug_op") WHERE (afgesloten_op IS NULL);

-- CreateIndex
CREATE INDEX "signaal_ontvangen_op_idx" ON "signaal"("ontvangen_op");

-- CreateIndex
CREATE INDEX "stap_name_op_idx" ON "stap"("name", "op");
