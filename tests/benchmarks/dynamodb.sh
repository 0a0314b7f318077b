#!/usr/bin/env bash
# Measures CapacityDB: calls a second on 1 and 8 connections, against the same HTTP server with nothing behind it, in short turns.
#   tests/benchmarks/dynamodb.sh [TURNS]          20 turns of 400 ms by default: about five minutes
#   OTHER=http://127.0.0.1:8000 tests/benchmarks/dynamodb.sh     measures another DynamoDB server in the same run
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../../local/dynamodb"

java=java
[ -z "${JAVA_HOME:-}" ] || java=$JAVA_HOME/bin/java
work=$(mktemp -d)
parts=()
finish() {
  [ ${#parts[@]} -eq 0 ] || kill "${parts[@]}" 2>/dev/null || true
  wait
  rm -rf "$work"
}
trap finish EXIT

mvn -q -B test-compile org.apache.maven.plugins:maven-dependency-plugin:build-classpath -Dmdep.outputFile="$work/classpath"
classpath="target/classes:target/test-classes:$(cat "$work/classpath")"
run() {
  "$java" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xmx256m -Dslf4j.internal.verbosity=ERROR -cp "$classpath" "$@"
}

run com.anycompany.capacitydb.Main --port 0 --data "$work/data" >"$work/capacitydb.log" &
parts+=($!)
run com.anycompany.capacitydb.benchmark.BareHttpServer >"$work/http.log" &
parts+=($!)
# address LOG: what a server says that it listens on
address() {
  until grep -q "listens on" "$1"; do sleep 0.2; done
  sed -n 's/.*listens on //p' "$1"
}
servers=("capacitydb=$(address "$work/capacitydb.log")" "http=$(address "$work/http.log")")
[ -z "${OTHER:-}" ] || servers=("other=$OTHER" "${servers[@]}")
run com.anycompany.capacitydb.benchmark.EngineBenchmark 400 "${1:-20}" "${servers[@]}"
