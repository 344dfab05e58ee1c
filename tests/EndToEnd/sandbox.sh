#!/bin/sh
# A machine inside this machine: sandbox.sh FOLDER REPOSITORY. Nothing in it can reach further than its own loopback.
#
# FOLDER holds etc/ and home/, which lie over /etc and the home folder: hosts, name servers, certificates, profiles. Everything that is
# written to /etc, the home folder, the repository and /run stays in FOLDER. It runs Docker's engine, and an image registry on the socket
# FOLDER/registry.sock. It ends, and removes FOLDER, when its standard input ends; so whoever started it leaves nothing behind, even killed.
set -eu
folder=$1
repository=$2
group=load-test-$(basename "$folder")

# The inside: process 1 of its own namespaces. When it ends, everything in them does.
inside() {
  over() { mount -t overlay overlay -o "lowerdir=$1,upperdir=$folder/$2,workdir=$folder/$2.work" "$1"; }
  ip link set lo up
  ip address add 169.254.170.2/32 dev lo # where Fargate tells a task who it is
  over "$repository" repository
  over "$HOME" home
  over /etc etc
  mount -t tmpfs tmpfs /run
  dockerd --data-root "$folder/docker" --bridge=none --iptables=false --ip6tables=false --ip-forward=false --cgroup-parent "/$group" \
    >"$folder/dockerd.log" 2>&1 </dev/null &
  docker-registry serve "$folder/registry.yml" >"$folder/registry.log" 2>&1 </dev/null &
  exec cat >/dev/null
}

# Control groups outlive the processes in them.
clean() {
  for _ in 1 2 3 4 5 6 7 8 9 10; do
    left=$(find /sys/fs/cgroup -depth -type d -path "*/$group*" 2>/dev/null) || :
    [ -z "$left" ] && break
    echo "$left" | xargs -r rmdir 2>/dev/null || :
    sleep 0.2
  done
  rm -rf --one-file-system "$folder"
}

case ${3:-} in
  inside) inside ;;
  *)
    # Ctrl-C reaches this process too. The clean-up must still be done, so only the end of the input counts.
    trap : HUP INT TERM
    mkdir -p "$folder/etc" "$folder/etc.work" "$folder/home" "$folder/home.work" "$folder/repository" "$folder/repository.work"
    code=0
    unshare --mount --net --pid --fork --kill-child --mount-proc sh "$0" "$folder" "$repository" inside || code=$?
    clean
    exit "$code"
    ;;
esac
