#!/usr/bin/env bash
# Measures what the capacity guard costs: the same calls against Amazon's bare engine and against the guarded one, in short
# turns, from one thread and from four.
#   tests/benchmarks/dynamodb.sh [ROUNDS]     100 rounds by default: about two minutes
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../../local/dynamodb"

java=java
[ -z "${JAVA_HOME:-}" ] || java=$JAVA_HOME/bin/java
classpath=$(mktemp)
trap 'rm -f "$classpath"' EXIT
mvn -q -B test-compile org.apache.maven.plugins:maven-dependency-plugin:build-classpath -Dmdep.outputFile="$classpath"
"$java" -XX:+UseSerialGC -Xmx256m -Dslf4j.internal.verbosity=ERROR \
  -cp "target/classes:target/test-classes:$(cat "$classpath")" com.anycompany.dynamodb.local.GuardCost "$@"
