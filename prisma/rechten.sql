-- Rights of the role the bot runs as, where another role owns the tables and applies the migrations. Run by that owner after every migration:
--   CREATE ROLE ketentafel_bot LOGIN PASSWORD '…';   (once)
--   psql "$DATABASE_URL_OF_THE_OWNER" -f prisma/rechten.sql
-- Such a bot cannot change, remove or empty the audit trail, nor take its guards away.
GRANT USAGE ON SCHEMA public TO ketentafel_bot;
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO ketentafel_bot;
GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO ketentafel_bot;
REVOKE INSERT, UPDATE, DELETE ON "_prisma_migrations" FROM ketentafel_bot;
REVOKE UPDATE, DELETE ON audit_checkpoint FROM ketentafel_bot;
REVOKE DELETE ON audit_seal FROM ketentafel_bot;
-- Number and hash, once; removal only of what a checkpoint let go. Triggers guard both.
REVOKE UPDATE ON audit_line FROM ketentafel_bot;
GRANT UPDATE (nr, hash) ON audit_line TO ketentafel_bot;
