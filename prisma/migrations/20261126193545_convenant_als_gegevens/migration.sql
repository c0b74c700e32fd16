-- AlterTable
ALTER TABLE "convenant" ADD COLUMN     "afspraken" JSONB NOT NULL DEFAULT '[]',
ADD COLUMN     "bron" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "doelen" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "geldig_tot" VARCHAR(10),
ADD COLUMN     "geldig_van" VARCHAR(10) NOT NULL DEFAULT '9999-12-31';
