#!/usr/bin/env bash
# Makes a base image for deploy/Dockerfile on a machine without an image registry: Debian by debootstrap, and a Java
# runtime in it. tests/deploy/base-image.sh NAME
set -euo pipefail

NAME=${1:?usage: tests/deploy/base-image.sh NAME}
SUITE=bookworm
JAVA=openjdk-17-jre-headless

# Whoever wants the same image at the same time waits for the first.
exec 9>"${TMPDIR:-/tmp}/${NAME//\//-}.lock"
flock 9
if docker image inspect "$NAME" >/dev/null 2>&1; then
  echo "$NAME is there already"
  exit
fi
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

debootstrap --variant=minbase "$SUITE" "$folder/root" >"$folder/debootstrap.log" 2>&1 || {
  tail -n 5 "$folder/debootstrap.log" >&2
  echo "debootstrap failed; it needs root and Debian's packages" >&2
  exit 1
}
tar -C "$folder/root" -c . | docker import - "$NAME-debian" >/dev/null
rm -rf "$folder/root"
docker build -q -t "$NAME" - >/dev/null <<DOCKERFILE
FROM $NAME-debian
RUN apt-get -qq update \
 && DEBIAN_FRONTEND=noninteractive apt-get -qq install -y --no-install-recommends $JAVA >/dev/null \
 && rm -rf /var/lib/apt/lists/*
DOCKERFILE
echo "made $NAME"
