#!/usr/bin/env bash
# Measures what an operation costs this client and its peers, interleaved and in one run, and writes benchmarks/results.md.
#   bash benchmarks/run.sh [rounds, 5] [seconds a measurement, 4] [operations of the long run, 10000000]
# Needs Linux, two processors and openssl. wrk is installed when this runs as root on Debian; without it there is no floor, and no ratio.
# The JavaScript SDK is measured where `npm install @aws-sdk/client-dynamodb` was run in benchmarks/peers, boto3 where python3 has it, and
# Native AOT where there is a C compiler.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
rounds="${1:-5}" seconds="${2:-4}" long="${3:-10000000}"
work="$(mktemp -d)"
sink=""
finish() {
  # A process that is stopped hears of its end only when it goes on.
  [ -z "$sink" ] || kill -TERM "$sink" 2>/dev/null || true
  [ -z "$sink" ] || kill -CONT "$sink" 2>/dev/null || true
  rm -rf "$work"
}
trap finish EXIT

say() { printf '%s\n' "$*" >&2; }
command -v wrk >/dev/null || { [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null && apt-get install -y -qq --no-install-recommends wrk >/dev/null 2>&1; } ||
  say "wrk: skipped, as it is not installed (Debian: apt-get install wrk)"
dotnet build benchmarks/Sink -c Release -v q --nologo >&2
dotnet build benchmarks/Engine -c Release -v q --nologo >&2
case "$(uname -m)" in aarch64) rid=linux-arm64 ;; *) rid=linux-x64 ;; esac

# Of a copy without lock files and list of systems: Native AOT needs more than the one knows, and not all that the other asks for.
mkdir "$work/tree"
tar -c --exclude=packages.lock.json --exclude=node_modules --exclude=src/Directory.Build.\* src benchmarks Directory.*.props BannedSymbols.txt global.json .editorconfig | tar -x -C "$work/tree"
publish() { # folder, program, project, properties... ; self-contained, as the container's program is
  local folder="$PWD/artifacts/benchmarks/$1" program="$2" project="$3"; shift 3
  # What is newer than every source is left alone.
  [ -x "$folder/$program" ] && [ -z "$(find src benchmarks -newer "$folder/$program" \( -name '*.cs' -o -name '*.csproj' -o -name '*.json' \) -print -quit)" ] && return
  dotnet publish "$work/tree/$project" -c Release -r "$rid" --self-contained -o "$folder" -v q --nologo -p:RestorePackagesWithLockFile=false \
    -p:DebugType=none -p:RunAnalyzersDuringBuild=false "$@" >"$work/publish.log" 2>&1 || { say "$folder: skipped, as it could not be published:"; tail -n 3 "$work/publish.log" >&2; rm -rf "$folder"; }
}

publish Program dynamodb-load-test src/LoadTest -p:PublishReadyToRun=true
publish ReadyToRun Engine benchmarks/Engine -p:PublishReadyToRun=true
if command -v clang >/dev/null || command -v gcc >/dev/null; then
  publish NativeAot Engine benchmarks/Engine -p:PublishAot=true -p:TreatWarningsAsErrors=false -p:SuppressTrimAnalysisWarnings=true \
    -p:CppCompilerAndLinker="$(command -v clang >/dev/null && echo clang || echo gcc)"
fi
jit=artifacts/bin/Engine/release/Engine
printf '#!/bin/sh\nexec taskset -c 0 "%s" "$@"\n' "$PWD/artifacts/benchmarks/Program/dynamodb-load-test" >"$work/pinned"
chmod +x "$work/pinned"
declare -A published=(["ReadyToRun"]=artifacts/benchmarks/ReadyToRun/Engine ["Native AOT"]=artifacts/benchmarks/NativeAot/Engine)
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

measure() { # name, environment, program, arguments...
  local name="$1" environment="$2"; shift 2
  local line
  # shellcheck disable=SC2086
  line="$(env $environment taskset -c 0 "$@")" || { say "$name: failed ($line)"; return 0; }
  note "$name" "$line"
}

engine() { # name, flags...
  local name="$1"; shift
  measure "$name" "" "$jit" load --seconds="$seconds" "$@"
}

pace() { # rate: a load, with as many connections as the program takes by itself, and a bare loop in turn, for a minute each
  local lines
  lines="$(taskset -c 0 "$jit" pace --endpoint="$http" --connections=256 --rate="$1" --seconds=2 --rounds=30)" || { say "lateness: failed ($lines)"; return 0; }
  note "lateness, open at half of the capacity" "						$(head -n 1 <<<"$lines" | cut -f3)"
  note "lateness, bare loop in turn with it" "						$(tail -n 1 <<<"$lines" | cut -f3)"
}

start() { # name, program: the whole program, with its settings, its reports and its own server; the sink leaves it both processors
  kill -STOP "$sink"
  note "first operation, $1" "$("$jit" first --program="$2")"
  kill -CONT "$sink"
}

first() { # name, program: the engine alone
  note "first operation, $1" "				$("$2" load --endpoint="$http" --connections=1 --warm-up=0 --operations=1 | cut -f5)"
}

half() { awk -F'\t' -v name="$1" '$1 == name {rate = $3} END {printf "%d", rate / 2}' "$samples"; }

http="http://127.0.0.1:$plain" https="https://localhost:$tls"
for round in $(seq "$rounds"); do
  say "round $round of $rounds"
  if command -v wrk >/dev/null; then
    wrk_sample "wrk, plain" "$http/" 32
    wrk_sample "wrk, TLS" "$https/" 32
  fi
  engine "wire, plain, closed, 32 connections" --endpoint="$http"
  engine "wire, TLS, closed, 32 connections" --endpoint="$https" --ca="$work/cert.pem"
  engine "wire, plain, closed, 1 connection" --endpoint="$http" --connections=1
  engine "wire, plain, closed, 256 connections" --endpoint="$http" --connections=256
  engine "wire, TLS, closed, 256 connections" --endpoint="$https" --connections=256 --ca="$work/cert.pem"
  engine "wire, plain, open at half of the capacity" --endpoint="$http" --rate="$(half 'wire, plain, closed, 32 connections')"
  # The sink goes on polling on the other processor: whatever else the machine runs is as much in the way here as beside a load.
  measure "bare sleep-and-spin loop at that rate" "" "$jit" bare --seconds="$seconds" --rate="$(half 'wire, plain, closed, 32 connections')"
  engine "wire, TLS, open at half of the capacity" --endpoint="$https" --ca="$work/cert.pem" --rate="$(half 'wire, TLS, closed, 32 connections')"
  engine "wire, plain, open at 100/s" --endpoint="$http" --rate=100
  measure "sdk, plain, closed, tiering corrected" "" "$jit" load --seconds="$seconds" --endpoint="$http" --client=sdk
  measure "sdk, plain, closed, as it comes" "DOTNET_TC_CallCountingDelayMs=64" "$jit" load --seconds="$seconds" --endpoint="$http" --client=sdk
  start "the whole program, as the container has it" artifacts/benchmarks/Program/dynamodb-load-test
  start "the whole program on one processor" "$work/pinned"
  first "engine alone, JIT, not published" "$jit"
  for kind in "${!published[@]}"; do
    [ -x "${published[$kind]}" ] || continue
    first "engine alone, published with $kind" "${published[$kind]}"
    measure "wire, plain, closed, 32 connections, $kind" "" "${published[$kind]}" load --seconds="$seconds" --endpoint="$http"
  done
  if (cd benchmarks/peers && node -e 'require("@aws-sdk/client-dynamodb")') 2>/dev/null; then
    note "JavaScript SDK, plain, 32 connections" "$(cd benchmarks/peers && taskset -c 0 node javascript.mjs "$http" 32 "$seconds")"
  elif [ "$round" = 1 ]; then say "JavaScript SDK: skipped, as it is not installed (npm install in benchmarks/peers)"; fi
  if python3 -c 'import boto3' 2>/dev/null; then
    note "boto3, plain, 32 threads" "$(taskset -c 0 python3 benchmarks/peers/boto.py "$http" 32 "$seconds")"
  elif [ "$round" = 1 ]; then say "boto3: skipped, as it is not installed (pip install boto3)"; fi
done
measure "wire, plain, open at half of the capacity for 60 s" "" "$jit" load --seconds=60 --endpoint="$http" --connections=256 --rate="$(half 'wire, plain, closed, 32 connections')"
for _ in 1 2 3 4 5; do pace "$(half 'wire, plain, closed, 32 connections')"; done
measure "wire, plain, 1,000,000 operations" "" "$jit" load --endpoint="$http" --operations=1000000
[ "$long" -lt 10000000 ] || measure "wire, plain, 10,000,000 operations" "" "$jit" load --endpoint="$http" --operations="$long"
"$jit" report "$samples" benchmarks/results.md "bash benchmarks/run.sh $rounds $seconds $long" \
  "$load_before and $(cut -d' ' -f1 /proc/loadavg)"
