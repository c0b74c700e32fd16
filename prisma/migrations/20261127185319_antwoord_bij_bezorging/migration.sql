-- AlterTable
ALTER TABLE "delivery" ADD COLUMN     "antwoord" TEXT,
ADD COLUMN     "antwoord_aan" TEXT;
