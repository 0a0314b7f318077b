#!/usr/bin/env bash
# Measures what the storefront answers at 1, 2, 5 and 10 times the load that it can bear, and how soon it recovers.
#   tests/benchmarks/overload.sh [SECONDS]     15 s for each load by default: about two minutes
# It prints goodput (pages that are answered in time) a second, and as a share of the peak. OVERLOAD_BUILT=yes doesn't build.
# With --url STOREFRONT it measures a shop that runs already: tests/benchmarks/overload.sh --url http://localhost:8080 [SECONDS]
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

java=java
[ -z "${JAVA_HOME:-}" ] || java=$JAVA_HOME/bin/java
if [ -z "${OVERLOAD_BUILT:-}" ]; then
  mvn -q -B -Dmaven.test.skip=true -am package \
    -pl "tests/benchmarks,local/xray,local/dynamodb,$(sed -nE 's,^ *<module>(frontend|[a-z]+service)</module>$,\1,p' pom.xml | paste -sd,)"
fi
exec "$java" -XX:+UseSerialGC -Xss256k -Xmx256m -cp tests/benchmarks/target/classes \
  com.anycompany.shop.benchmark.StorefrontOverload "$@"
