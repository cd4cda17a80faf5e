#!/usr/bin/env bash
# tests/run.sh          installs what the tests need and the machine lacks, builds with warnings as errors, checks the format and runs
#                       every test.
# tests/run.sh --fast   builds and runs the tests that need nothing but the .NET SDK and start no process: installs nothing, checks no
#                       format, opens no browser.
# The last line is "N passed, N failed, N skipped", counted from the test results; the exit status is 0 only when all that were selected
# passed.
set -euo pipefail
cd "$(dirname "$0")/.."
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

fast=
case "$*" in
  "") ;;
  --fast) fast=yes ;;
  *) echo "usage: tests/run.sh [--fast]" >&2; exit 2 ;;
esac

install_package() { # install_package NAME PACKAGE: the Debian package that NAME, which is not there, belongs to
  if [[ $(id -u) -ne 0 ]] || ! command -v apt-get >/dev/null; then
    echo "The tests need '$1' (Debian package '$2'); install it and run this again, or: tests/run.sh --fast" >&2
    exit 1
  fi
  [[ -n ${apt_updated:-} ]] || { apt-get update -q >/dev/null; apt_updated=yes; }
  DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "$2" >/dev/null
}

install_missing() { # install_missing COMMAND PACKAGE
  command -v "$1" >/dev/null || install_package "$1" "$2"
}

install_missing_library() { # install_missing_library FILE PACKAGE
  [[ $(PATH=$PATH:/usr/sbin:/sbin ldconfig -p) == *"$1"* ]] || install_package "$1" "$2"
}

install_server() { # install_server PROGRAM PACKAGE: as install_missing, but no service is started and no cluster of PostgreSQL is made
  compgen -G "$1" >/dev/null || command -v "$1" >/dev/null && return
  local policy=/usr/sbin/policy-rc.d clusters=/etc/postgresql-common/createcluster.conf kept status=0
  if [[ $(id -u) -eq 0 ]]; then
    kept=$(mktemp -d)
    [[ ! -e $policy ]] || mv "$policy" "$kept/"
    printf '#!/bin/sh\nexit 101\n' >"$policy"
    chmod 755 "$policy"
    mkdir -p "${clusters%/*}"
    [[ -e $clusters ]] || echo 'create_main_cluster = false' >"$clusters"
  fi
  (install_package "$1" "$2") || status=$?
  if [[ ${kept:-} ]]; then
    rm -f "$policy"
    [[ ! -e $kept/policy-rc.d ]] || mv "$kept/policy-rc.d" "$policy"
    rm -rf "$kept"
  fi
  return "$status"
}

install_all() {
  install_missing git git
  install_missing curl curl
  install_missing node nodejs
  install_missing npm npm
  install_missing_library libsodium.so.23 libsodium23
  install_missing chromium chromium
  install_missing python3 python3
  install_missing nginx nginx-light
  install_missing mandoc mandoc
  install_missing fish fish
  install_missing debootstrap debootstrap
  install_missing dpkg-deb dpkg
  install_missing systemd-analyze systemd
  install_server '/usr/lib/postgresql/*/bin/postgres' postgresql
  install_server promtool prometheus
  install_server redis-server redis-server
  install_server /usr/sbin/pgbouncer pgbouncer
  install_missing buildah buildah
  install_missing mmdebstrap mmdebstrap
  install_missing docker-compose docker-compose
  npm ci --ignore-scripts --no-audit --no-fund
}

selected=()
if [[ $fast ]]; then
  # NeedsPackages: uses a program or library that install_all brings. Long: asks hundreds of questions or plays hundreds of power cuts.
  # Those of processes take their time too.
  selected=(--filter 'TestCategory!=NeedsPackages&TestCategory!=Long&FullyQualifiedName!~Miner.EndToEnd.Tests')
else
  export PATH=$PATH:/usr/sbin # nginx
  install_all
fi

results=$(mktemp -d)
trap 'rm -rf "$results"' EXIT

dotnet restore SampleMiner.sln
[[ $fast ]] || dotnet tool restore
dotnet build SampleMiner.sln -c Release --no-restore -warnaserror
[[ $fast ]] || dotnet format SampleMiner.sln --verify-no-changes --no-restore

status=0
dotnet test SampleMiner.sln -c Release --no-build --logger trx --results-directory "$results" "${selected[@]}" || status=$?

count() { # count ATTRIBUTE: its sum over all result files
  { grep -ho "<Counters [^>]*" "$results"/*.trx || true; } |
    { grep -o " $1=\"[0-9]*\"" || true; } | tr -dc '0-9\n' | awk '{ sum += $1 } END { print sum + 0 }'
}
total=$(count total) passed=$(count passed) executed=$(count executed)
failed=$((executed - passed)) skipped=$((total - executed))
[[ $total -gt 0 && $failed -eq 0 && $skipped -eq 0 ]] || status=1
echo "$passed passed, $failed failed, $skipped skipped"
exit "$status"
