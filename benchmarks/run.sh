#!/usr/bin/env bash
# Measures what an operation costs this client and its peers, interleaved and in one run, and writes benchmarks/results.md.
#   bash benchmarks/run.sh [rounds, 5] [seconds a measurement, 4]
# Needs Linux, two processors and openssl. wrk is installed when this runs as root on Debian; without it there is no floor, and no ratio.
# The JavaScript SDK is measured where `npm install @aws-sdk/client-dynamodb` was run in benchmarks/peers, boto3 where python3 has it.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
rounds="${1:-5}" seconds="${2:-4}"
work="$(mktemp -d)"
sink=""
finish() { [ -z "$sink" ] || kill "$sink" 2>/dev/null || true; rm -rf "$work"; }
trap finish EXIT

say() { printf '%s\n' "$*" >&2; }
command -v wrk >/dev/null || { [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null && apt-get install -y -qq --no-install-recommends wrk >/dev/null 2>&1; } ||
  say "wrk: skipped, as it is not installed (Debian: apt-get install wrk)"
dotnet build benchmarks/Sink -c Release -v q --nologo >&2
dotnet build benchmarks/Engine -c Release -v q --nologo >&2
openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 2 -subj /CN=localhost -addext subjectAltName=DNS:localhost \
  -keyout "$work/key.pem" -out "$work/cert.pem" 2>/dev/null

load_before="$(cut -d' ' -f1 /proc/loadavg)"
mkfifo "$work/in" "$work/out"
taskset -c 1 artifacts/bin/Sink/release/Sink "$work/cert.pem" "$work/key.pem" <"$work/in" >"$work/out" &
sink=$!
exec 3>"$work/in" 4<"$work/out"
read -r plain tls <&4
samples="$work/samples.tsv"
TIMEFORMAT='%U %S'

note() { printf '%s\t%s\n' "$1" "$2" >>"$samples"; say "$1: $2"; }

wrk_sample() { # name url connections
  local used output requests
  { used="$( { time taskset -c 0 wrk -t1 -c"$3" -d"${seconds}s" -s benchmarks/peers/post.lua "$2" >"$work/wrk.out"; } 2>&1 )"; } || return 0
  requests="$(awk '/requests in/ {print $1}' "$work/wrk.out")"
  output="$(awk -v used="$used" -v requests="$requests" 'BEGIN {split(used, t, " "); printf "%.3f", (t[1] + t[2]) * 1e6 / requests}')"
  note "$1" "$output	$(awk '/Requests\/sec/ {print $2}' "$work/wrk.out")"
}

engine() { # name, environment, flags...
  local name="$1" environment="$2"; shift 2
  local line
  # shellcheck disable=SC2086
  line="$(env $environment taskset -c 0 artifacts/bin/Engine/release/Engine load --seconds="$seconds" "$@")" || { say "$name: failed ($line)"; return 0; }
  note "$name" "$line"
}

half() { awk -F'\t' -v name="$1" '$1 == name {rate = $3} END {printf "%d", rate / 2}' "$samples"; }

http="http://127.0.0.1:$plain" https="https://localhost:$tls"
for round in $(seq "$rounds"); do
  say "round $round of $rounds"
  if command -v wrk >/dev/null; then
    wrk_sample "wrk, plain" "$http/" 32
    wrk_sample "wrk, TLS" "$https/" 32
  fi
  engine "wire, plain, closed, 32 connections" "" --endpoint="$http"
  engine "wire, TLS, closed, 32 connections" "" --endpoint="$https" --ca="$work/cert.pem"
  engine "wire, plain, closed, 1 connection" "" --endpoint="$http" --connections=1
  engine "wire, plain, closed, 256 connections" "" --endpoint="$http" --connections=256
  engine "wire, TLS, closed, 256 connections" "" --endpoint="$https" --connections=256 --ca="$work/cert.pem"
  engine "wire, plain, open at half of the capacity" "" --endpoint="$http" --rate="$(half 'wire, plain, closed, 32 connections')"
  engine "wire, TLS, open at half of the capacity" "" --endpoint="$https" --ca="$work/cert.pem" --rate="$(half 'wire, TLS, closed, 32 connections')"
  engine "wire, plain, open at 100/s" "" --endpoint="$http" --rate=100
  engine "sdk, plain, closed, tiering corrected" "" --endpoint="$http" --client=sdk
  engine "sdk, plain, closed, as it comes" "DOTNET_TC_CallCountingDelayMs=64" --endpoint="$http" --client=sdk
  first="$(artifacts/bin/Engine/release/Engine load --endpoint="$http" --connections=1 --warm-up=0 --operations=1 | cut -f5)"
  note "first operation, wire, plain" "				$first"
  if (cd benchmarks/peers && node -e 'require("@aws-sdk/client-dynamodb")') 2>/dev/null; then
    note "JavaScript SDK, plain, 32 connections" "$(cd benchmarks/peers && taskset -c 0 node javascript.mjs "$http" 32 "$seconds")"
  elif [ "$round" = 1 ]; then say "JavaScript SDK: skipped, as it is not installed (npm install in benchmarks/peers)"; fi
  if python3 -c 'import boto3' 2>/dev/null; then
    note "boto3, plain, 32 threads" "$(taskset -c 0 python3 benchmarks/peers/boto.py "$http" 32 "$seconds")"
  elif [ "$round" = 1 ]; then say "boto3: skipped, as it is not installed (pip install boto3)"; fi
done
artifacts/bin/Engine/release/Engine report "$samples" benchmarks/results.md "bash benchmarks/run.sh $rounds $seconds" \
  "$load_before and $(cut -d' ' -f1 /proc/loadavg)"
