#!/usr/bin/env bash
# Measures X-Ray Local as docs/performance.md says, with Zipkin server beside it in the same run. Linux only (/proc).
#   tests/benchmarks/xray.sh                  everything: about fifteen minutes on a quiet machine
#   tests/benchmarks/xray.sh --quick          small amounts and no Zipkin, about a minute: does it still work?
#   tests/benchmarks/xray.sh --only udp,put   some of start, udp, put, query, growth, overload, memory
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

zipkin_version=3.6.1
zipkin=tests/benchmarks/target/zipkin/zipkin-server-$zipkin_version-exec.jar
[ -r /proc/self/status ] || { echo "xray.sh: needs Linux, for /proc/PID/status" >&2; exit 1; }

java=java
[ -z "${JAVA_HOME:-}" ] || java=$JAVA_HOME/bin/java
if [ -z "${XRAY_BENCHMARK_BUILT:-}" ]; then
  mvn -q -B -Dmaven.test.skip=true -pl tests/benchmarks,local/xray -am package
fi
arguments=(--xray local/xray/target/app/xray-local.jar)
case " $* " in
  *" --quick "*) ;;
  *)
    [ -f "$zipkin" ] || mvn -q -B org.apache.maven.plugins:maven-dependency-plugin:copy \
      -Dartifact="io.zipkin:zipkin-server:$zipkin_version:jar:exec" -DoutputDirectory="$(dirname "$zipkin")"
    arguments+=(--zipkin "$zipkin")
    ;;
esac
exec "$java" -XX:+UseSerialGC -Xmx1g -jar tests/benchmarks/target/app/benchmarks.jar "${arguments[@]}" "$@"
