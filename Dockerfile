# What runs. No package gets to run a script of its own.
FROM node:24-slim AS packages
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev --omit=optional --ignore-scripts

FROM node:24-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --ignore-scripts
COPY . .
RUN node scripts/prepare.mjs && find dist -name "*.map" -delete && mkdir empty

# Nothing is run in the last stage; its files belong to root, the bot runs as 1000 and writes in /data only.
FROM node:24-slim
LABEL org.opencontainers.image.title="Ketentafel" org.opencontainers.image.licenses="EUPL-1.2"
ENV NODE_ENV=production DATA_DIR=/data
WORKDIR /app
COPY --from=packages /app/node_modules ./node_modules
COPY --from=build /app/package.json ./
COPY --from=build /app/LICENSE ./
COPY --from=build /app/dist ./dist
COPY --from=build /app/adaptive-cards ./adaptive-cards
COPY --from=build /app/prisma/migrations ./prisma/migrations
COPY --from=build /app/prisma/rechten.sql ./prisma/
COPY --from=build /app/prisma/regio-oeverland.json ./prisma/
COPY --from=build --chown=1000:1000 /app/empty /data
USER 1000:1000
VOLUME /data
EXPOSE 3978
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT || 3978}/healthz`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "dist/main.js"]
