-- CreateIndex
CREATE INDEX "outgoing_gestopt_idx" ON "outgoing"("klaar_op") WHERE (status = 'gestopt');
