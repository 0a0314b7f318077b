#!/usr/bin/env bash
# Measures what docs/performance.md says: how long ./shop up takes to the first storefront page, and how much memory
# all processes together take under the background load. Linux only (it reads /proc). Uses ports of its own, but this
# checkout's .shop: stop a shop that runs here first.
#   tests/benchmarks/measure.sh [--runs N] [--settle SECONDS]
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

runs=3
settle=60
while [ $# -gt 0 ]; do
  case $1 in
    --runs) runs=$2 ;;
    --settle) settle=$2 ;;
    *) echo "measure: unknown option $1; there are --runs N and --settle SECONDS" >&2 && exit 2 ;;
  esac
  shift 2
done
[ -r /proc/self/smaps_rollup ] || { echo "measure: needs Linux, for /proc/PID/smaps_rollup" >&2; exit 1; }
command -v curl >/dev/null || { echo "measure: needs curl (Debian: apt install curl)" >&2; exit 1; }

# The services, the frontend first, and what they stand on.
mapfile -t parts < <(sed -nE 's/^([a-z]+):$/\1/p' tests/service-graph.yaml)
parts+=(xray dynamodb)
output=$(mktemp)
launcher=

listens() {
  (: <"/dev/tcp/127.0.0.1/$1") 2>/dev/null
}

# Neighbouring ports that nobody listens on.
choose_ports() {
  local first part taken=yes
  while [ -n "$taken" ]; do
    first=$((20000 + RANDOM % 1000 * 10))
    options=()
    taken=
    for part in "${!parts[@]}"; do
      options+=(--port "${parts[part]}=$((first + part))")
      if listens $((first + part)); then
        taken=yes
      fi
    done
  done
  storefront=http://localhost:$first
}

millis() {
  local now=${EPOCHREALTIME/[.,]/}
  echo $((now / 1000))
}

# Starts the shop and sets `took` to the milliseconds until its first page.
open_shop() {
  local began
  began=$(millis)
  ./shop up "$@" "${options[@]}" >"$output" 2>&1 &
  launcher=$!
  until curl -fs -m 5 -o /dev/null "$storefront/"; do
    if ! kill -0 "$launcher" 2>/dev/null; then
      cat "$output" >&2
      exit 1
    fi
    sleep 0.05
  done
  took=$(($(millis) - began))
}

close_shop() {
  if [ -n "$launcher" ]; then
    kill -TERM "$launcher" 2>/dev/null || true
    wait "$launcher" 2>/dev/null || true
    launcher=
  fi
}

clean_up() {
  close_shop
  rm -f "$output"
}
trap clean_up EXIT
trap 'exit 130' INT TERM

pss_megabytes() {
  awk '/^Pss:/ { printf "%.0f", $2 / 1024 }' "/proc/$1/smaps_rollup"
}

name_of() {
  local mark pid rest
  for mark in .shop/run/*.pid; do
    read -r pid rest <"$mark" || true
    if [ "$pid" = "$1" ]; then
      basename "$mark" .pid
      return
    fi
  done
  echo "process $1"
}

choose_ports
open_shop --no-load
echo "Not measured: $(sed -n 1p "$output"), built and laid out, first page after $took ms"
close_shop

times=()
for run in $(seq "$runs"); do
  open_shop --no-load
  echo "Run $run: first page after $took ms"
  times+=("$took")
  close_shop
done
median=$(printf '%s\n' "${times[@]}" | sort -n | sed -n "$(((runs + 1) / 2))p")

open_shop
sleep "$settle"
sum=0
echo
echo "| Process, $settle s under background load | PSS |"
echo "|---|---:|"
for pid in "$launcher" $(cat /proc/"$launcher"/task/*/children); do
  size=$(pss_megabytes "$pid")
  sum=$((sum + size))
  echo "| $(name_of "$pid") | $size MB |"
done
echo
echo "| What | Measured |"
echo "|---|---:|"
echo "| \`./shop up\` (built) to the first page, median of $runs | $(awk "BEGIN { printf \"%.1f\", $median / 1000 }") s |"
echo "| all processes together | $sum MB PSS |"
