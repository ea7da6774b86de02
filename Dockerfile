# Builds the site with Node, and serves it with nginx as a user other than root.
#
# For byte-identical images, append a digest to the tag of each base image. This prints a digest:
# `docker buildx imagetools inspect node:20.19.5-bookworm-slim`

FROM node:20.19.5-bookworm-slim AS build
WORKDIR /build
# Dependencies get their own layer, because they change less often than the source.
COPY package.json package-lock.json .npmrc ./
RUN npm ci --no-audit --no-fund
COPY . .
RUN npm run build

# The image uses Debian's nginx, because the tests run it with the same configuration.
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
