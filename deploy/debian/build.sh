#!/usr/bin/env bash
# build.sh [amd64|arm64] [FOLDER]   builds the Debian package into FOLDER, which it makes, by default the current one, for this
#                                   machine's architecture unless another is named. Needs the .NET SDK and dpkg-deb, and leaves nothing
#                                   in the sources.
# build.sh pack PROGRAMS ARCH VERSION FOLDER   packs what was published to PROGRAMS.
# DPKG_DEB_COMPRESSOR_TYPE=none saves a minute, for packages that go no further.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
# Where a build runs this one, as in a test, what it is told is not meant for it.
unset "${!MSBUILD@}" "${!MSBuild@}"
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 MSBUILDDISABLENODEREUSE=1
umask 022

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

version() { # as Debian orders them: 1.1.0~beta comes before 1.1.0
  sed -n 's:.*<Version>\(.*\)</Version>.*:\1:p' "$root/Directory.Build.props" | tr - '~'
}

publish() { # publish ARCH FOLDER: one program with the runtime in it, and SQLite's library beside it
  local rid=linux-x64
  [[ $1 != arm64 ]] || rid=linux-arm64
  dotnet publish "$root/src/Miner.Api" -c Release -r "$rid" --self-contained -p:PublishSingleFile=true -p:DebugType=none \
    -p:UseSharedCompilation=false --artifacts-path "$work/artifacts" -o "$2" -nologo -v quiet
}

pack() { # pack PROGRAMS ARCH VERSION FOLDER
  local programs=$1 arch=$2 version=$3 folder=$4 tree="$work/tree"
  install -d "$tree"/{DEBIAN,etc/sample-miner,usr/bin,usr/lib/{sample-miner,systemd/system},var/lib/sample-miner} \
    "$tree"/usr/share/{doc/sample-miner,man/man1,bash-completion/completions,zsh/vendor-completions,fish/vendor_completions.d} \
    "$tree/usr/share/lintian/overrides"
  install -m 755 "$programs/Miner.Api" "$tree/usr/lib/sample-miner/sample-miner"
  install -m 644 "$programs"/*.so "$tree/usr/lib/sample-miner/"
  ln -s ../lib/sample-miner/sample-miner "$tree/usr/bin/sample-miner"
  install -m 644 "$here/sample-miner.service" "$tree/usr/lib/systemd/system/"
  configuration >"$tree/etc/sample-miner/miner.env"
  chmod 640 "$tree/etc/sample-miner/miner.env"
  ln -s /etc/sample-miner/miner.env "$tree/var/lib/sample-miner/.env"
  install -m 644 "$root/LICENSE" "$tree/usr/share/doc/sample-miner/copyright"
  install -m 644 "$here/lintian-overrides" "$tree/usr/share/lintian/overrides/sample-miner"
  changelog "$version" | gzip -9n >"$tree/usr/share/doc/sample-miner/changelog.Debian.gz"
  gzip -9nc "$root/CHANGELOG.md" >"$tree/usr/share/doc/sample-miner/changelog.gz"
  describe "$programs" "$tree/usr/share"

  install -m 755 "$here"/scripts/* "$tree/DEBIAN/"
  echo /etc/sample-miner/miner.env >"$tree/DEBIAN/conffiles"
  (cd "$tree" && find etc usr -type f -exec md5sum {} +) >"$tree/DEBIAN/md5sums"
  sed -e "s/@VERSION@/$version/" -e "s/@ARCH@/$arch/" -e "s/@SIZE@/$(du -sk --exclude=DEBIAN "$tree" | cut -f1)/" "$here/control" \
    >"$tree/DEBIAN/control"
  find "$tree" -exec touch --no-dereference --date="@$(built)" {} +
  dpkg-deb --root-owner-group --build "$tree" "$folder/sample-miner_${version}_$arch.deb"
}

built() { # the time that files bear: that of the last commit, where there is one
  echo "${SOURCE_DATE_EPOCH:-$(git -C "$root" log -1 --format=%ct 2>/dev/null || date +%s)}"
}

configuration() { # .env.example, less the key that nobody shall keep
  sed -e '1,2d' -e 's/^API_KEY=.*/API_KEY=/' "$root/.env.example" | cat "$here/miner.env.head" -
}

changelog() { # changelog VERSION
  printf 'sample-miner (%s) stable; urgency=medium\n\n  * See changelog.gz.\n\n -- %s  %s\n' \
    "$1" "$(sed -n 's/^Maintainer: //p' "$here/control")" "$(date -u -R -d "@$(built)")"
}

describe() { # describe PROGRAMS SHARE: what the program tells of itself; one of another architecture is told of by this machine's
  local program="$work/sample-miner"
  if "$1/Miner.Api" --version >/dev/null 2>&1; then
    mkdir -p "$work/own" && cp -a "$1"/. "$work/own/"
  else
    publish "$(dpkg --print-architecture)" "$work/own"
  fi
  mv "$work/own/Miner.Api" "$work/own/sample-miner"
  program="$work/own/sample-miner"
  touch --date="@$(built)" "$program"
  "$program" man | gzip -9n >"$2/man/man1/sample-miner.1.gz"
  "$program" completion bash >"$2/bash-completion/completions/sample-miner"
  "$program" completion zsh >"$2/zsh/vendor-completions/_sample-miner"
  "$program" completion fish >"$2/fish/vendor_completions.d/sample-miner.fish"
}

case "${1:-}" in
  pack)
    [[ $# -eq 5 ]] || { echo "usage: build.sh pack PROGRAMS ARCH VERSION FOLDER" >&2; exit 2; }
    mkdir -p "$5"
    pack "${@:2}"
    ;;
  "" | amd64 | arm64)
    arch=${1:-$(dpkg --print-architecture)}
    mkdir -p "${2:-.}"
    publish "$arch" "$work/programs"
    pack "$work/programs" "$arch" "$(version)" "${2:-.}"
    ;;
  *)
    echo "usage: build.sh [amd64|arm64] [FOLDER]" >&2
    exit 2
    ;;
esac
