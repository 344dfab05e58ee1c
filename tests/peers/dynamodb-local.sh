#!/bin/sh
# Runs Amazon's DynamoDB Local inside a network namespace that has nothing but a loopback, and opens a Unix socket that leads to it.
# usage: unshare --user --map-root-user --net --pid --fork --kill-child sh dynamodb-local.sh <emulator folder> <socket>
set -eu
relay="$(cd "$(dirname "$0")" && pwd)/relay.js"
socket="$2"
ip link set lo up
cd "$1"
java -Xmx256m -Djava.library.path=./DynamoDBLocal_lib -jar DynamoDBLocal.jar -inMemory -disableTelemetry -port 8000 &
exec node "$relay" "$socket" 8000
