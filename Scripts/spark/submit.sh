#!/usr/bin/env bash
# Runs polku_job.py by spark-submit: submit.sh PROFILE [SPARK OPTION…] -- JOB OPTION…
#
#   local[:N]        this machine, N threads (default: all cores), three retries a task
#   spark://H:P      a standalone cluster, or local-cluster: all machines see the logs by the same names
#   yarn             YARN, client mode; untried, written to Spark's documentation
#   k8s://H:P        Kubernetes, client mode; untried. Needs --conf spark.kubernetes.container.image=…
#                    with glibc 2.35, libstdc++ and zlib
#
# POLKU_TOOLS is the folder of ingest, sessionize and funnelstats (default: out/package). Where machines do not
# share it, the programs travel as an archive. SPARK_SUBMIT names another spark-submit.
# CORES (1) and SORT_MB (512, sessionize --memory) of an executor decide how much memory it asks for.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)

usage() {
    sed -n '2,13s/^# \{0,1\}//p' "$0" >&2
    exit 64
}

[ $# -ge 1 ] || usage
profile=$1
shift
spark=()
while [ $# -gt 0 ] && [ "$1" != -- ]; do
    spark+=("$1")
    shift
done
[ "${1:-}" = -- ] || usage
shift

tools=${POLKU_TOOLS:-$here/../../out/package}
for program in ingest sessionize funnelstats; do
    [ -x "$tools/$program" ] || {
        echo "submit.sh: no $tools/$program; run Scripts/package, or set POLKU_TOOLS" >&2
        exit 64
    }
done
tools=$(cd "$tools" && pwd)

# What the programs take is not the JVM's: per core the sort of sessionize and a quarter of a GiB.
cores=${CORES:-1}
overhead=$((cores * (${SORT_MB:-512} + 256)))
common=(
    --py-files "$here/native_pipe.py"
    --conf spark.io.compression.codec=zstd
    --conf spark.task.maxFailures=4
    --conf spark.executor.memoryOverhead="${overhead}m"
    --conf spark.ui.showConsoleProgress=false
    --conf "spark.driver.extraJavaOptions=-Dlog4j2.configurationFile=file:$here/log4j2-quiet.properties"
)
submit=${SPARK_SUBMIT:-spark-submit}

job() { exec "$submit" "$@"; }

case $profile in
local | local:*)
    threads=${profile#local}
    threads=${threads#:}
    job --master "local[${threads:-*},4]" "${common[@]}" "${spark[@]}" "$here/polku_job.py" --tools "$tools" "$@"
    ;;
spark://* | local-cluster*)
    job --master "$profile" "${common[@]}" "${spark[@]}" "$here/polku_job.py" --tools "$tools" "$@"
    ;;
yarn | k8s://*)
    archive=$(mktemp -d)
    trap 'rm -rf "$archive"' EXIT
    tar -C "$tools" -czf "$archive/polku-tools.tar.gz" ingest sessionize funnelstats
    # The driver uses the programs too.
    export POLKU_TOOLS=$tools
    "$submit" --master "$profile" --deploy-mode client "${common[@]}" "${spark[@]}" \
        --archives "$archive/polku-tools.tar.gz#tools" "$here/polku_job.py" --tools @tools "$@"
    ;;
*) usage ;;
esac
