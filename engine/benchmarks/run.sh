#!/usr/bin/env bash
# Runs the benchmarks, after: mvn -Pbenchmarks -pl app,engine/benchmarks -am package -DskipTests
#   run.sh jmh [JMH options]             the JMH benchmarks, for example: run.sh jmh EventLoop -p pending=10000
#   run.sh compare PEERS [rounds] [case] beside the programs in the folder PEERS, both sides in turn;
#                                        docs/benchmarks.md says what stands in that folder
#   run.sh counts [COROUTINES [PROCESSES]] how many of them 2 GB hold, with figures
set -eu
here=$(cd -P "$(dirname "${BASH_SOURCE[0]}")" && pwd)
java=java
for home in "${JAVA25_HOME:-}" "${JAVA_HOME:-}" /usr/lib/jvm/*; do
  if [ -x "$home/bin/java" ] && grep -qs '^JAVA_VERSION="25[".+-]' "$home/release"; then
    java=$home/bin/java
    break
  fi
done
[ -d "$here/target/lib" ] || { echo "Not built yet; see the top of $0." >&2; exit 2; }
class_path="$here/target/classes:$here/target/lib/*"
case ${1:-} in
  jmh) shift; exec "$java" -cp "$class_path" org.openjdk.jmh.Main "$@" ;;
  compare) shift; exec "$java" -cp "$class_path" "-Dnetarium.launcher=$here/../../app/bin/netarium" \
    netarium.engine.benchmarks.Comparison "$@" ;;
  counts) shift; exec "$java" -Xmx2g -cp "$class_path" netarium.engine.benchmarks.Counts "$@" ;;
  *) sed -n '2,6p' "$0" >&2; exit 2 ;;
esac
