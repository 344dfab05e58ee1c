#!/usr/bin/env bash
# Runs the build automation: ./build.sh --help. Works from any folder; build.ps1 does the same, step by step.
set -euo pipefail

root="$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd -P)"
project="$root/build/Build.csproj"
output="$root/artifacts/bin/Build/release"
stamp="$output/sources.stamp"
lock="$root/artifacts/bin/Build/build.lock"

# What the automation is built from: a change below any of these rebuilds it.
watched=(
  build
  compat
  src/LoadTest.Configuration
  src/Directory.Build.props
  src/Directory.Build.targets
  Directory.Build.props
  Directory.Packages.props
  global.json
  .editorconfig
  BannedSymbols.txt
)

fail_without_sdk() {
  version="$(sed -n 's/.*"version": *"\([^"]*\)".*/\1/p' "$root/global.json")"
  echo "The .NET SDK $version or a newer feature band of it is needed (global.json), and 'dotnet' does not offer it." >&2
  echo "Get it from https://dotnet.microsoft.com/download, or with the script https://dot.net/v1/dotnet-install: --version $version" >&2
  exit 1
}

is_fresh() {
  [ -f "$stamp" ] && [ -f "$output/Build.dll" ] || return 1
  [ -z "$(cd "$root" && find "${watched[@]}" -newer "$stamp" -print -quit 2>/dev/null || echo missing)" ]
}

build() {
  rm -f "$stamp" "$output/Build.dll"
  (cd "$root" && dotnet --version >/dev/null 2>&1) || fail_without_sdk
  echo "building the automation, as its sources changed" >&2
  began="$(mktemp)"
  if ! log="$(cd "$root" && dotnet build "$project" --configuration Release --verbosity quiet --nologo -nodeReuse:false -p:UseSharedCompilation=false 2>&1)"; then
    rm -f "$began"
    echo "$log" >&2
    echo "The automation does not build." >&2
    exit 1
  fi
  # A build that is told to stop ends without an error, and without having built.
  if [ ! -f "$output/Build.dll" ]; then
    rm -f "$began"
    echo "The build of the automation was stopped." >&2
    exit 1
  fi
  touch -r "$began" "$stamp"
  rm -f "$began"
}

say_waiting() {
  echo "waiting for another build of the automation (if none runs, remove $(dirname "$lock")/build.lock*)" >&2
}

# One build at a time: those that come meanwhile wait, and then find nothing to do.
build_alone() {
  mkdir -p "$(dirname "$lock")"
  if command -v flock >/dev/null 2>&1; then
    exec 9>"$lock"
    flock -n 9 || { say_waiting; flock 9; }
    is_fresh || build
    exec 9>&-
  else
    mkdir "$lock.d" 2>/dev/null || { say_waiting; until mkdir "$lock.d" 2>/dev/null; do sleep 0.2; done; }
    trap 'rmdir "$lock.d"' EXIT
    is_fresh || build
    rmdir "$lock.d"
    trap - EXIT
  fi
}

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
command -v dotnet >/dev/null 2>&1 || fail_without_sdk
is_fresh || build_alone
exec dotnet "$output/Build.dll" "$@"
