#!/usr/bin/env bash
# Takes the README's pictures of a running shop: ./shop up, wait a minute for traffic, then docs/screenshots.sh
# Needs Chromium (Debian's package `chromium`, or its path in CHROMIUM).
set -euo pipefail
cd "$(dirname "$0")"
mkdir -p images
cd images
chromium=${CHROMIUM:-$(command -v chromium || command -v google-chrome || true)}
[ -n "$chromium" ] || { echo "screenshots: Chromium isn't installed; install it or name it in CHROMIUM" >&2; exit 1; }
shop=${SHOP_URL:-http://localhost:8080}
xray=${XRAY_URL:-http://localhost:2000}

take() { # name width,height url
  "$chromium" --headless --no-sandbox --disable-gpu --disable-background-networking --hide-scrollbars \
    --user-data-dir="$(mktemp -d)" --window-size="$2" --virtual-time-budget=8000 --screenshot="$1.png" "$3" 2>/dev/null
  echo "docs/images/$1.png"
}

take storefront 1280,900 "$shop/"
take service-map 1280,800 "$xray/#/service-map"
trace=$(curl -fsS -D - -o /dev/null "$shop/" | tr -d '\r' | sed -n 's/^[Xx]-[Aa]mzn-[Tt]race-[Ii]d: *Root=\([^;]*\).*/\1/p')
sleep 3
take trace 1280,800 "$xray/#/traces/$trace"
