#!/usr/bin/env bash
# generate.sh          writes openapi.json as the service serves it now, and MinerClient.g.cs from it
# generate.sh FILE     writes the client to FILE, from the committed openapi.json: what the tests compare with
set -euo pipefail
target=$(realpath -m "${1:-$(dirname "$0")/MinerClient.g.cs}")
cd "$(dirname "$0")"
root=$(realpath ../..)
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

write_document() { # from a service of our own, on a free port of the loopback
  dotnet build "$root/src/Miner.Api" -v quiet
  folder=$(mktemp -d)
  trap 'kill $service 2>/dev/null || true; wait; rm -rf "$folder"' EXIT
  (cd "$folder" && exec env HOST=127.0.0.1 PORT=0 API_KEY=unused LLM_PROVIDER=offline LOG_LEVEL=INFO DATABASE_URL=sqlite:///./miner.db \
    dotnet "$root/src/Miner.Api/bin/Debug/net10.0/Miner.Api.dll") >"$folder/log" 2>&1 &
  service=$!
  for _ in {1..150}; do
    address=$(grep -o 'http://127\.0\.0\.1:[0-9]*' "$folder/log" | head -n 1) && break
    sleep 0.2
  done
  [[ -n $address ]] || { cat "$folder/log" >&2; exit 1; }
  curl -fsS "$address/openapi.json" -o openapi.json
}

[[ $# -gt 0 ]] || write_document
dotnet tool restore # the version in .config/dotnet-tools.json
dotnet nswag run nswag.json "/variables:Output=$target"
