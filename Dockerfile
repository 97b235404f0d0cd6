# Images are named by tag; scripts/pin-images.mjs adds their digests at a release.
FROM node:22-bookworm-slim AS build
WORKDIR /app
COPY . .
RUN npm ci --include=dev --no-audit --no-fund && npm run build && npm prune --omit=dev
# Nothing is set up or built any more: `npm run jixiao` is the command alone.
RUN npm pkg delete scripts.prejixiao scripts.prestart
# PDF reports use two of nine weights (ADR 7).
RUN cd node_modules/@expo-google-fonts/noto-sans-sc && rm -r *Thin *Light *Medium *SemiBold *ExtraBold *Black

FROM node:22-bookworm-slim
ENV NODE_ENV=production
WORKDIR /app
COPY --from=build /app/package.json ./
COPY --from=build /app/node_modules ./node_modules
COPY --from=build /app/dist ./dist
COPY --from=build /app/policies ./policies
COPY --from=build /app/templates ./templates
COPY --from=build /app/samples ./samples
COPY --from=build /app/scripts/healthcheck.mjs ./scripts/
# The program is root's and is run by somebody else, who writes into this folder and /tmp alone.
RUN mkdir -m 700 data && chown node:node data
USER node
EXPOSE 3000
# A first start with its migrations takes a while; it already answers meanwhile.
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s --retries=3 CMD ["node", "scripts/healthcheck.mjs"]
CMD ["node", "dist/src/main.js"]
