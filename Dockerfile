# Two stages: Node builds the site, nginx serves it. Neither is run as root when it serves.
#
# Tags name a version; for a build that can be repeated to the byte of the images too, put the digests
# of your registry behind them (`docker buildx imagetools inspect node:20.19.5-bookworm-slim`).

FROM node:20.19.5-bookworm-slim AS build
WORKDIR /build
# What is installed changes less often than the rest.
COPY package.json package-lock.json .npmrc ./
RUN npm ci --no-audit --no-fund
COPY . .
RUN npm run build

# Debian's nginx: the one that the tests run with the same configuration.
FROM debian:12.11-slim
RUN apt-get update \
  && apt-get install -y --no-install-recommends nginx-light \
  && rm -rf /var/lib/apt/lists/*
COPY deploy/nginx.conf deploy/security-headers.conf /etc/dishboard/
COPY --from=build /build/dist /srv/dishboard
USER www-data
EXPOSE 8080
STOPSIGNAL SIGQUIT
CMD ["nginx", "-c", "/etc/dishboard/nginx.conf", "-e", "stderr", "-g", "daemon off;"]
