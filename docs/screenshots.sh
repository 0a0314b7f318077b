#!/usr/bin/env bash
# Takes the pictures of a running shop (./shop up): first all that a good day shows, then those of the labs on chaos and on
# capacity, for which it sends shoppers, kills services and takes capacity away. About ten minutes.
#   docs/screenshots.sh [calm] [chaos] [capacity]     all three, or only these
# Needs Maven, for Playwright, and Chromium (Debian's package `chromium`, or its path in CHROMIUM).
set -euo pipefail
cd "$(dirname "$0")/.."
mkdir -p docs/images .shop
chromium=${CHROMIUM:-$(command -v chromium || command -v google-chrome || true)}
[ -n "$chromium" ] || { echo "screenshots: Chromium isn't installed; install it or name it in CHROMIUM" >&2; exit 1; }
shop=${SHOP_URL:-http://localhost:8080}
xray=${XRAY_URL:-http://localhost:2000}
curl -fsS -o /dev/null "$shop/" || { echo "screenshots: the shop isn't running; ./shop up starts it" >&2; exit 1; }

libraries=$(mktemp)
trap 'rm -f "$libraries"' EXIT
mvn -q -B -pl local/xray dependency:build-classpath -Dmdep.outputFile="$libraries" >/dev/null
pictures=

take() { # name width,height url [light|dark] [what to click first]
  pictures+="docs/images/$1.png	${2/,/	}	$3	${4-light}	${5-}
"
}

shoot() {
  printf %s "$pictures" | java -cp "$(cat "$libraries")" docs/Screenshots.java "$chromium"
  pictures=
}

api() { # path body
  curl -sS -d "$2" "$xray$1"
}

shoppers() { # how long
  ./shop load --shoppers 10 --for "$1" --think 1s..3s >.shop/screenshots-shoppers.log
}

newest() { # filter expression: the id of a trace of the last minute
  local now
  now=$(date +%s)
  api /TraceSummaries "{\"StartTime\": $((now - 60)), \"EndTime\": $now, \"FilterExpression\": \"${1//\"/\\\"}\"}" |
    grep -o '"Id":"[^"]*"' | head -n 1 | cut -d '"' -f 4
}

calm() {
  shoppers 200s &
  local sent=$!
  # Two minutes before, several deaths in the middle, two minutes after: what the comparison of two moments is for.
  sleep 100
  local death
  for death in 1 2 3 4; do
    ./shop kill catalogservice
  done
  wait $sent
  take storefront 1280,900 "$shop/"
  take service-map 1280,800 "$xray/#/service-map"
  local trace
  trace=$(curl -fsS -D - -o /dev/null "$shop/" | tr -d '\r' | sed -n 's/^[Xx]-[Aa]mzn-[Tt]race-[Ii]d: *Root=\([^;]*\).*/\1/p')
  # What is there already stays.
  api /CreateGroup '{"GroupName":"checkouts","FilterExpression":"service(\"orderservice\")","InsightsConfiguration":{"InsightsEnabled":true}}' >/dev/null
  api /CreateSamplingRule '{"SamplingRule":{"Version":1,"RuleName":"pictures","Priority":100,"FixedRate":0,"ReservoirSize":1,"ServiceName":"*","ServiceType":"*","Host":"*","HTTPMethod":"GET","URLPath":"/images/*","ResourceARN":"*"}}' >/dev/null
  sleep 3
  take service-map-node 1280,900 "$xray/#/service-map?selected=AWS::DynamoDB::Table%7CProductCatalog" dark
  take compare 1280,860 "$xray/#/compare"
  take sampling 1280,560 "$xray/#/configuration/sampling"
  take groups 1280,560 "$xray/#/configuration/groups" dark
  take trace 1280,960 "$xray/#/traces/$trace"
  take traces 1280,960 "$xray/#/traces?range=PT15M"
  take analytics 1280,1560 "$xray/#/analytics?range=PT15M&a=responsetime%20%3E%200.3"
  shoot
}

# Lab "Adding chaos": the map and its time axis after some kills, and a page that met a dead service.
chaos() {
  shoppers 90s &
  local sent=$!
  sleep 10
  ./shop chaos --every 12s --seed 7 --for 50s
  ./shop kill recommendationservice
  take lab-chaos-map 1280,860 "$xray/#/service-map?range=PT5M"
  take lab-chaos-trace 1280,1080 "$xray/#/traces/$(newest 'service(id(name: "recommendationservice")) { fault } AND !fault')"
  shoot
  wait $sent
}

# Lab "Adapting DynamoDB capacity": the purple table, and the retries in the trace of a page.
capacity() {
  shoppers 60s &
  local sent=$!
  sleep 5
  trap './shop capacity ProductCatalog --read 40; rm -f "$libraries"' EXIT
  ./shop capacity ProductCatalog --read 1
  sleep 30
  take lab-capacity-map 1280,900 "$xray/#/service-map?range=PT1M&selected=AWS::DynamoDB::Table%7CProductCatalog"
  take lab-capacity-trace 1280,1240 \
    "$xray/#/traces/$(newest 'service(id(name: "ProductCatalog", type: "AWS::DynamoDB::Table")) { throttle } AND service("frontend")')" \
    light '.tl-row:has-text("retried")'
  shoot
  wait $sent
}

for part in "${@:-calm chaos capacity}"; do
  for each in $part; do "$each"; done
done
