-- CreateTable
CREATE TABLE "regio" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "version" INTEGER NOT NULL DEFAULT 1,
    "naam" TEXT NOT NULL,
    "vrije_dagen" TEXT[],
    "contacten" JSONB NOT NULL,
    "vormen" JSONB NOT NULL,

    CONSTRAINT "regio_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "organisatie" (
    "id" TEXT NOT NULL,
    "nr" INTEGER NOT NULL,
    "naam" TEXT NOT NULL,
    "soort" TEXT NOT NULL,
    "domeinen" TEXT[],

    CONSTRAINT "organisatie_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "gemeente" (
    "id" TEXT NOT NULL,
    "nr" INTEGER NOT NULL,
    "naam" TEXT NOT NULL,
    "organisatie_id" TEXT NOT NULL,
    "meldpunt" BOOLEAN NOT NULL,
    "termijn_eerste_reactie" INTEGER NOT NULL,
    "termijn_antwoord_partner" INTEGER NOT NULL,
    "termijn_bericht_melder" INTEGER NOT NULL,
    "termijn_herzien_na_dagen" INTEGER NOT NULL,

    CONSTRAINT "gemeente_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "channel" (
    "id" TEXT NOT NULL,
    "nr" INTEGER NOT NULL,
    "soort" TEXT NOT NULL,
    "gemeente_id" TEXT NOT NULL,
    "platform" TEXT NOT NULL,
    "tenant" TEXT NOT NULL,
    "conversation_id" TEXT NOT NULL,
    "service_url" TEXT,

    CONSTRAINT "channel_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "tafel" (
    "id" TEXT NOT NULL,
    "nr" INTEGER NOT NULL,
    "naam" TEXT NOT NULL,
    "soort" TEXT NOT NULL,
    "niveau" TEXT NOT NULL,
    "convenant_id" TEXT,

    CONSTRAINT "tafel_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "convenant" (
    "id" TEXT NOT NULL,
    "nr" INTEGER NOT NULL,
    "naam" TEXT NOT NULL,
    "soort" TEXT NOT NULL,
    "partijen" TEXT[],
    "tekst" TEXT NOT NULL,

    CONSTRAINT "convenant_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "persoon" (
    "id" TEXT NOT NULL,
    "naam" TEXT NOT NULL,
    "functie" TEXT NOT NULL,
    "organisatie_id" TEXT NOT NULL,
    "organisatie_soort" TEXT NOT NULL,
    "organisatie_naam" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "email_key" TEXT NOT NULL,
    "telefoon" TEXT,
    "taal" TEXT,
    "actief" BOOLEAN NOT NULL,
    "in_regio" BOOLEAN NOT NULL,
    "plaatsvervanger_id" TEXT,

    CONSTRAINT "persoon_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rol" (
    "id" BIGSERIAL NOT NULL,
    "persoon_id" TEXT NOT NULL,
    "rol" TEXT NOT NULL,
    "gemeente_id" TEXT,

    CONSTRAINT "rol_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "account" (
    "platform" TEXT NOT NULL,
    "tenant" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "persoon_id" TEXT,
    "linked_op" TIMESTAMPTZ(3),
    "gast" BOOLEAN NOT NULL DEFAULT false,
    "laatst_gebruikt_op" TIMESTAMPTZ(3),
    "conversation_id" TEXT,
    "service_url" TEXT,

    CONSTRAINT "account_pkey" PRIMARY KEY ("platform","tenant","user_id")
);

-- CreateTable
CREATE TABLE "gast" (
    "platform" TEXT NOT NULL,
    "tenant" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "persoon_id" TEXT NOT NULL,

    CONSTRAINT "gast_pkey" PRIMARY KEY ("platform","tenant","user_id")
);

-- CreateTable
CREATE TABLE "casus" (
    "id" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "gemeente_id" TEXT NOT NULL,
    "geopend_op" TIMESTAMPTZ(3) NOT NULL,
    "route" TEXT,
    "regie_organisatie_id" TEXT,
    "regiehouder_id" TEXT,
    "regie_status" TEXT NOT NULL,
    "tafel_id" TEXT,

    CONSTRAINT "casus_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "signaal" (
    "id" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "status" TEXT NOT NULL,
    "open" BOOLEAN NOT NULL,
    "gemeente_id" TEXT NOT NULL,
    "melder_id" TEXT NOT NULL,
    "platform" TEXT NOT NULL,
    "ontvangen_op" TIMESTAMPTZ(3) NOT NULL,
    "acuut_op" TIMESTAMPTZ(3),
    "acuut_door_id" TEXT,
    "acuut_belde112" TEXT,
    "behandelaar_id" TEXT,
    "opgepakt_op" TIMESTAMPTZ(3),
    "beloofd_voor" VARCHAR(10) NOT NULL,
    "aangehouden_tot" VARCHAR(10),
    "herzien_op" VARCHAR(10),
    "intrekking_gevraagd_op" TIMESTAMPTZ(3),
    "bij_meldpunt" BOOLEAN NOT NULL,
    "bij_aandachtsfunctionaris" BOOLEAN NOT NULL,
    "casus_id" TEXT,
    "dubbel_van_id" TEXT,
    "inhoud" BYTEA NOT NULL,

    CONSTRAINT "signaal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "stap" (
    "id" TEXT NOT NULL,
    "nr" BIGSERIAL NOT NULL,
    "signaal_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "from" TEXT NOT NULL,
    "to" TEXT NOT NULL,
    "door_id" TEXT NOT NULL,
    "op" TIMESTAMPTZ(3) NOT NULL,
    "inhoud" BYTEA NOT NULL,

    CONSTRAINT "stap_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "vraag" (
    "id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "soort" TEXT NOT NULL,
    "signaal_id" TEXT NOT NULL,
    "aan_id" TEXT NOT NULL,
    "van_id" TEXT NOT NULL,
    "gesteld_op" TIMESTAMPTZ(3) NOT NULL,
    "antwoord_voor" VARCHAR(10) NOT NULL,
    "status" TEXT NOT NULL,
    "beantwoord_op" TIMESTAMPTZ(3),
    "vastgelegd_door_id" TEXT,
    "eerst_overleggen" BOOLEAN NOT NULL,
    "inhoud" BYTEA NOT NULL,

    CONSTRAINT "vraag_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "overdracht" (
    "id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "signaal_id" TEXT NOT NULL,
    "van_gemeente_id" TEXT NOT NULL,
    "naar_gemeente_id" TEXT NOT NULL,
    "gevraagd_door_id" TEXT NOT NULL,
    "gevraagd_op" TIMESTAMPTZ(3) NOT NULL,
    "status" TEXT NOT NULL,
    "inhoud" BYTEA NOT NULL,

    CONSTRAINT "overdracht_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_line" (
    "id" BIGSERIAL NOT NULL,
    "op" TIMESTAMPTZ(3) NOT NULL,
    "wie" TEXT NOT NULL,
    "actie" TEXT NOT NULL,
    "object" TEXT NOT NULL,
    "resultaat" TEXT NOT NULL,
    "herkomst" TEXT NOT NULL,
    "grondslag" TEXT,

    CONSTRAINT "audit_line_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "delivery" (
    "key" TEXT NOT NULL,
    "object" TEXT,
    "op" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "delivery_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "outgoing" (
    "id" BIGSERIAL NOT NULL,
    "kind" TEXT NOT NULL,
    "object_id" TEXT NOT NULL,
    "recipient" TEXT NOT NULL,
    "variant" TEXT,
    "status" TEXT NOT NULL DEFAULT 'wacht',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "lease_until" TIMESTAMPTZ(3),
    "gemaakt_op" TIMESTAMPTZ(3) NOT NULL,
    "klaar_op" TIMESTAMPTZ(3),
    "error" TEXT,

    CONSTRAINT "outgoing_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "recipient_wait" (
    "recipient" TEXT NOT NULL,
    "until" TIMESTAMPTZ(3) NOT NULL,
    "reden" TEXT NOT NULL,

    CONSTRAINT "recipient_wait_pkey" PRIMARY KEY ("recipient")
);

-- CreateTable
CREATE TABLE "posted_message" (
    "id" BIGSERIAL NOT NULL,
    "kind" TEXT NOT NULL,
    "object_id" TEXT NOT NULL,
    "recipient" TEXT NOT NULL,
    "platform" TEXT NOT NULL,
    "tenant" TEXT NOT NULL,
    "conversation_id" TEXT NOT NULL,
    "service_url" TEXT,
    "message_id" TEXT NOT NULL,
    "op" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "posted_message_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "due_moment" (
    "id" BIGSERIAL NOT NULL,
    "soort" TEXT NOT NULL,
    "object_id" TEXT NOT NULL,
    "op" TIMESTAMPTZ(3) NOT NULL,
    "stap" INTEGER NOT NULL,
    "lease_until" TIMESTAMPTZ(3),
    "done_op" TIMESTAMPTZ(3),

    CONSTRAINT "due_moment_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "channel_platform_tenant_conversation_id_idx" ON "channel"("platform", "tenant", "conversation_id");

-- CreateIndex
CREATE INDEX "persoon_email_key_idx" ON "persoon"("email_key");

-- CreateIndex
CREATE INDEX "persoon_organisatie_id_idx" ON "persoon"("organisatie_id");

-- CreateIndex
CREATE INDEX "persoon_plaatsvervanger_id_idx" ON "persoon"("plaatsvervanger_id");

-- CreateIndex
CREATE INDEX "rol_persoon_id_idx" ON "rol"("persoon_id");

-- CreateIndex
CREATE INDEX "rol_rol_gemeente_id_idx" ON "rol"("rol", "gemeente_id");

-- CreateIndex
CREATE INDEX "account_persoon_id_idx" ON "account"("persoon_id");

-- CreateIndex
CREATE INDEX "gast_persoon_id_idx" ON "gast"("persoon_id");

-- CreateIndex
CREATE UNIQUE INDEX "casus_code_key" ON "casus"("code");

-- CreateIndex
CREATE INDEX "casus_regiehouder_id_geopend_op_idx" ON "casus"("regiehouder_id", "geopend_op");

-- CreateIndex
CREATE INDEX "casus_gemeente_id_idx" ON "casus"("gemeente_id");

-- CreateIndex
CREATE UNIQUE INDEX "signaal_code_key" ON "signaal"("code");

-- CreateIndex
CREATE INDEX "signaal_melder_id_ontvangen_op_idx" ON "signaal"("melder_id", "ontvangen_op");

-- CreateIndex
CREATE INDEX "signaal_open_idx" ON "signaal"("gemeente_id", "ontvangen_op") WHERE (open);

-- CreateIndex
CREATE INDEX "signaal_behandelaar_open_idx" ON "signaal"("behandelaar_id") WHERE (open);

-- CreateIndex
CREATE INDEX "signaal_casus_id_ontvangen_op_idx" ON "signaal"("casus_id", "ontvangen_op");

-- CreateIndex
CREATE INDEX "stap_signaal_id_nr_idx" ON "stap"("signaal_id", "nr");

-- CreateIndex
CREATE INDEX "vraag_signaal_id_gesteld_op_idx" ON "vraag"("signaal_id", "gesteld_op");

-- CreateIndex
CREATE INDEX "vraag_open_idx" ON "vraag"("aan_id", "gesteld_op") WHERE (status = 'open');

-- CreateIndex
CREATE INDEX "overdracht_signaal_id_idx" ON "overdracht"("signaal_id");

-- CreateIndex
CREATE INDEX "overdracht_open_idx" ON "overdracht"("naar_gemeente_id", "gevraagd_op") WHERE (status = 'open');

-- CreateIndex
CREATE INDEX "audit_line_object_id_idx" ON "audit_line"("object", "id");

-- CreateIndex
CREATE INDEX "audit_line_wie_id_idx" ON "audit_line"("wie", "id");

-- CreateIndex
CREATE INDEX "delivery_op_idx" ON "delivery"("op");

-- CreateIndex
CREATE INDEX "outgoing_wacht_idx" ON "outgoing"("recipient", "id") WHERE (status = 'wacht');

-- CreateIndex
CREATE INDEX "outgoing_wacht_id_idx" ON "outgoing"("id") WHERE (status = 'wacht');

-- CreateIndex
CREATE INDEX "outgoing_object_id_kind_idx" ON "outgoing"("object_id", "kind");

-- CreateIndex
CREATE UNIQUE INDEX "posted_message_object_id_kind_recipient_message_id_key" ON "posted_message"("object_id", "kind", "recipient", "message_id");

-- CreateIndex
CREATE INDEX "due_moment_op_idx" ON "due_moment"("op") WHERE (done_op IS NULL);

-- CreateIndex
CREATE UNIQUE INDEX "due_moment_open_key" ON "due_moment"("soort", "object_id") WHERE (done_op IS NULL);

-- AddForeignKey
ALTER TABLE "persoon" ADD CONSTRAINT "persoon_plaatsvervanger_id_fkey" FOREIGN KEY ("plaatsvervanger_id") REFERENCES "persoon"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rol" ADD CONSTRAINT "rol_persoon_id_fkey" FOREIGN KEY ("persoon_id") REFERENCES "persoon"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "account" ADD CONSTRAINT "account_persoon_id_fkey" FOREIGN KEY ("persoon_id") REFERENCES "persoon"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "gast" ADD CONSTRAINT "gast_persoon_id_fkey" FOREIGN KEY ("persoon_id") REFERENCES "persoon"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "casus" ADD CONSTRAINT "casus_gemeente_id_fkey" FOREIGN KEY ("gemeente_id") REFERENCES "gemeente"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "signaal" ADD CONSTRAINT "signaal_gemeente_id_fkey" FOREIGN KEY ("gemeente_id") REFERENCES "gemeente"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "signaal" ADD CONSTRAINT "signaal_melder_id_fkey" FOREIGN KEY ("melder_id") REFERENCES "persoon"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "signaal" ADD CONSTRAINT "signaal_casus_id_fkey" FOREIGN KEY ("casus_id") REFERENCES "casus"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "stap" ADD CONSTRAINT "stap_signaal_id_fkey" FOREIGN KEY ("signaal_id") REFERENCES "signaal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "vraag" ADD CONSTRAINT "vraag_signaal_id_fkey" FOREIGN KEY ("signaal_id") REFERENCES "signaal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "overdracht" ADD CONSTRAINT "overdracht_signaal_id_fkey" FOREIGN KEY ("signaal_id") REFERENCES "signaal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
