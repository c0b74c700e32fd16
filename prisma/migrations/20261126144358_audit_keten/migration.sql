-- AlterTable
ALTER TABLE "audit_line" ADD COLUMN     "begon_op" TIMESTAMPTZ(3),
ADD COLUMN     "hash" BYTEA,
ADD COLUMN     "nr" BIGINT,
ADD COLUMN     "trace_id" TEXT;

-- CreateTable
CREATE TABLE "audit_seal" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "nr" BIGINT NOT NULL,
    "hash" BYTEA NOT NULL,
    "op" TIMESTAMPTZ(3) NOT NULL,
    "sleutel" TEXT,
    "mac" BYTEA,

    CONSTRAINT "audit_seal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_checkpoint" (
    "id" BIGSERIAL NOT NULL,
    "soort" TEXT NOT NULL,
    "nr" BIGINT NOT NULL,
    "hash" BYTEA NOT NULL,
    "op" TIMESTAMPTZ(3) NOT NULL,
    "sleutel" TEXT,
    "mac" BYTEA,

    CONSTRAINT "audit_checkpoint_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "logboek_stand" (
    "doel" TEXT NOT NULL,
    "nr" BIGINT NOT NULL,
    "lease_until" TIMESTAMPTZ(3),

    CONSTRAINT "logboek_stand_pkey" PRIMARY KEY ("doel")
);

-- CreateTable
CREATE TABLE "logboek_zout" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "zout" BYTEA NOT NULL,

    CONSTRAINT "logboek_zout_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "audit_checkpoint_soort_nr_key" ON "audit_checkpoint"("soort", "nr");

-- CreateIndex
CREATE INDEX "audit_line_unsealed_idx" ON "audit_line"("id") WHERE (nr IS NULL);

-- CreateIndex
CREATE UNIQUE INDEX "audit_line_nr_key" ON "audit_line"("nr") WHERE (nr IS NOT NULL);

-- The audit trail is append-only. The guards hold for every role that does not own the tables; an owner can drop them, which is why a hash chain stands behind them.
CREATE FUNCTION audit_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% of % is refused: the audit trail is append-only', TG_OP, TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
END $$;

CREATE TRIGGER audit_line_new BEFORE INSERT ON "audit_line" FOR EACH ROW
  WHEN (NEW.nr IS NOT NULL OR NEW.hash IS NOT NULL) EXECUTE FUNCTION audit_refuse();

-- One change is left: number and hash, once and together.
CREATE TRIGGER audit_line_sealed_once BEFORE UPDATE ON "audit_line" FOR EACH ROW
  WHEN (OLD.nr IS NOT NULL OR OLD.hash IS NOT NULL OR NEW.nr IS NULL OR NEW.hash IS NULL
    OR ROW(NEW.id, NEW.op, NEW.wie, NEW.actie, NEW.object, NEW.resultaat, NEW.herkomst, NEW.grondslag, NEW.trace_id, NEW.begon_op)
      IS DISTINCT FROM ROW(OLD.id, OLD.op, OLD.wie, OLD.actie, OLD.object, OLD.resultaat, OLD.herkomst, OLD.grondslag, OLD.trace_id, OLD.begon_op))
  EXECUTE FUNCTION audit_refuse();

-- Retention: only what a checkpoint of kind "begin" has let go.
CREATE FUNCTION audit_line_removed() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  los bigint := coalesce((SELECT max(nr) FROM audit_checkpoint WHERE soort = 'begin'), 0);
BEGIN
  IF EXISTS (SELECT 1 FROM weg WHERE nr IS NULL OR nr > los) THEN
    RAISE EXCEPTION 'DELETE of audit_line is refused: lines after number % are not past their term', los USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NULL;
END $$;

-- A temporary table of the same name must not stand in for the checkpoints.
DO $$ BEGIN EXECUTE format('ALTER FUNCTION audit_line_removed() SET search_path = %I, pg_temp', current_schema()); END $$;

CREATE TRIGGER audit_line_removed AFTER DELETE ON "audit_line" REFERENCING OLD TABLE AS weg FOR EACH STATEMENT EXECUTE FUNCTION audit_line_removed();
CREATE TRIGGER audit_line_truncated BEFORE TRUNCATE ON "audit_line" FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse();

CREATE TRIGGER audit_checkpoint_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON "audit_checkpoint" FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse();

-- The head only moves on.
CREATE TRIGGER audit_seal_moves_on BEFORE UPDATE ON "audit_seal" FOR EACH ROW WHEN (NEW.nr <= OLD.nr) EXECUTE FUNCTION audit_refuse();
CREATE TRIGGER audit_seal_kept BEFORE DELETE OR TRUNCATE ON "audit_seal" FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse();
