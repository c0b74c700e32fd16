-- DropIndex
DROP INDEX "outgoing_wacht_id_idx";
