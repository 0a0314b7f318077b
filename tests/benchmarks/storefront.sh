#!/usr/bin/env bash
# Measures the storefront's pages: pages a second, latency, errors, and processor time a page by process, at 1 to 128
# connections; a bare Spring Boot page in the same run, as the upper bound; orders a second of 8 buyers; what 128 connections
# leave behind. Linux only (it reads /proc). It starts the shop of this checkout on free ports: stop one that runs here first.
#   tests/benchmarks/storefront.sh                          everything: about ten minutes
#   tests/benchmarks/storefront.sh --compare ../before      another checkout's shop in turns: twice as long
#   tests/benchmarks/storefront.sh --kinds home,product --connections 4,16 --rounds 1 --warm-up 20     two minutes
#   tests/benchmarks/storefront.sh --shipped                the load that the shipped capacity bears
#   tests/benchmarks/storefront.sh --first-minute           with the rate of the first minute, a minute more for each shop
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

[ -r /proc/self/stat ] || { echo "storefront: needs Linux, for /proc/PID/stat" >&2; exit 1; }
java=java
[ -z "${JAVA_HOME:-}" ] || java=$JAVA_HOME/bin/java
mvn -q -B -Dmaven.test.skip=true -pl tests/benchmarks -am package
mvn -q -B -pl tests/benchmarks org.apache.maven.plugins:maven-dependency-plugin:build-classpath \
  -Dmdep.outputFile=target/classpath -Dmdep.includeScope=runtime
exec "$java" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xss256k -Xmx256m \
  -cp "tests/benchmarks/target/classes:$(cat tests/benchmarks/target/classpath)" \
  com.anycompany.shop.benchmark.StorefrontRates "$@"
