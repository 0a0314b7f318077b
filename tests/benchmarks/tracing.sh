#!/usr/bin/env bash
# Measures what tracing costs: the same pages from a traced shop and from one that isn't, in turns. Linux and macOS.
#   tests/benchmarks/tracing.sh [ROUNDS]     6 rounds of 10 s for each by default: about four minutes
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

java=java
[ -z "${JAVA_HOME:-}" ] || java=$JAVA_HOME/bin/java
mvn -q -B -Dmaven.test.skip=true package
exec "$java" -XX:+UseSerialGC -Xmx128m -cp tests/benchmarks/target/classes \
  com.anycompany.shop.benchmark.TracingCost "$@"
