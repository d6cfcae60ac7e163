# syntax=docker/dockerfile:1

# --- build: compiler, headers and dev dependencies stay here
FROM node:24-bookworm-slim AS build
RUN apt-get update \
  && apt-get install -y --no-install-recommends python3 make g++ \
  && rm -rf /var/lib/apt/lists/*
WORKDIR /app
# .puppeteerrc.cjs keeps npm from fetching a browser
COPY package.json package-lock.json .npmrc .puppeteerrc.cjs ./
RUN PRISMA_SCHEMA_ENGINE_BINARY=/usr/local/bin/node npm ci --include=dev
COPY . .
RUN node scripts/prepare.mjs && npm prune --omit=dev --ignore-scripts

# --- run
FROM node:24-bookworm-slim AS run
WORKDIR /app
# the simulator lets anybody act as anybody, so in a container it must be asked for
ENV NODE_ENV=production \
  HOST=0.0.0.0 \
  PORT=3000 \
  DATA_DIR=/app/data \
  BACKUP_DIR=/app/backup \
  DATABASE_URL=file:/app/data/sopir.db \
  PERAGA=false
COPY --from=build /app/package.json ./
COPY --from=build /app/node_modules ./node_modules
COPY --from=build /app/prisma ./prisma
COPY --from=build /app/flows ./flows
COPY --from=build /app/dist ./dist
RUN mkdir data backup && chown node:node data backup
USER node
VOLUME /app/data /app/backup
EXPOSE 3000
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/healthz`).then((reply) => process.exit(reply.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "--enable-source-maps", "--liftoff-only", "--max-semi-space-size=4", "dist/main.js"]

# --- with WhatsApp, which drives a browser: docker build --target whatsapp -t sopir-whatsapp .
FROM run AS whatsapp
USER root
RUN apt-get update \
  && apt-get install -y --no-install-recommends chromium \
  && rm -rf /var/lib/apt/lists/*
# Chromium's own sandbox needs user namespaces, which Docker's default seccomp profile forbids, so here
# the container is the fence: an ordinary user, and no page but WhatsApp's. To have both, allow the
# namespaces and take --no-sandbox away, as docs/whatsapp.md shows. /dev/shm is 64 MB in a container.
ENV WHATSAPP_ENABLED=true \
  WHATSAPP_CHROMIUM_PATH=/usr/bin/chromium \
  WHATSAPP_CHROMIUM_ARGS="--no-sandbox --disable-dev-shm-usage"
USER node

# --- without it, which is what docker build makes when not told otherwise
FROM run
