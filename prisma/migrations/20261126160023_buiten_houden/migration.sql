-- AlterTable
ALTER TABLE "casus" ADD COLUMN     "uitgesloten" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- AlterTable
ALTER TABLE "signaal" ADD COLUMN     "uitgesloten" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- AlterTable
ALTER TABLE "vraag" ADD COLUMN     "aan_organisatie_id" TEXT;

-- Who was asked before now was asked where he works today.
UPDATE "vraag" v SET "aan_organisatie_id" = p."organisatie_id" FROM "persoon" p WHERE p."id" = v."aan_id";
