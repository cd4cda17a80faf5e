#!/usr/bin/env bash
# tests/load.sh [-c CONNECTIONS] [-s SECONDS] [-r ROUNDS] [-w REQUESTS] [-p PUBLISHED]
#
# Publishes the miner, puts it before an upstream that answers at once (nginx), and loads /complete with wrk over 200 conversations, with
# history, playbook and durable writes, limits off. After -w requests of warming (30000) it prints for each round and as the median:
# the miner's processor time for a request, requests a second, p50 and p99; then start and memory. The processor time is the figure to go
# by: on a machine that does other things the rest says little. -p takes a folder that was published before.
set -euo pipefail
cd "$(dirname "$0")/.."
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 PATH=$PATH:/usr/sbin # nginx

connections=16 seconds=4 rounds=5 warm=30000 published=
while getopts c:s:r:w:p: option; do
  case $option in
    c) connections=$OPTARG ;;
    s) seconds=$OPTARG ;;
    r) rounds=$OPTARG ;;
    w) warm=$OPTARG ;;
    p) published=$(realpath "$OPTARG") ;;
    *) sed -n 's/^# \(tests\/load.sh .*\)/usage: \1/p' "$0" >&2; exit 2 ;;
  esac
done

install_missing() { # install_missing COMMAND PACKAGE
  command -v "$1" >/dev/null && return
  if [[ $(id -u) -ne 0 ]] || ! command -v apt-get >/dev/null; then
    echo "The load run needs '$1' (Debian package '$2'); install it and run this again." >&2
    exit 1
  fi
  [[ -n ${apt_updated:-} ]] || { apt-get update -q >/dev/null; apt_updated=yes; }
  DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "$2" >/dev/null
}
install_missing curl curl
install_missing wrk wrk
install_missing nginx nginx-light

work=$(mktemp -d)
started=()
end() {
  [[ ${#started[@]} -eq 0 ]] || { kill "${started[@]}" 2>/dev/null; wait "${started[@]}" 2>/dev/null; } || true
  rm -rf "$work"
}
trap end EXIT

if [[ -z $published ]]; then
  published=$work/program
  dotnet publish src/Miner.Api -c Release -o "$published" -v q
fi

upstream=$((20000 + RANDOM % 5000)) port=$((25000 + RANDOM % 5000))
# nginx takes a backslash out of its quoted texts, and JSON wants one before each quote inside a string.
answer='{\\"immediate_response\\": \\"The answer is 42.\\", \\"notebook\\": \\"no update\\"}'
completion='{"id":"c","object":"chat.completion","created":1,"model":"stub","choices":[{"index":0,"finish_reason":"stop","message":'
completion+='{"role":"assistant","content":"'$answer'"}}],"usage":{"prompt_tokens":50,"completion_tokens":20,"total_tokens":70}}'
cat >"$work/nginx.conf" <<CONF
daemon off; pid $work/nginx.pid; error_log $work/nginx.log; worker_processes 1;
events { worker_connections 4096; }
http {
  access_log off; keepalive_requests 1000000000; client_body_temp_path $work; client_body_buffer_size 256k; client_max_body_size 1m;
  server {
    listen 127.0.0.1:$upstream backlog=4096;
    location /v1/chat/completions {
      default_type application/json;
      return 200 '$completion';
    }
  }
}
CONF
nginx -c "$work/nginx.conf" -e "$work/nginx.log" & started+=($!)

cat >"$work/complete.lua" <<'LUA'
math.randomseed(os.time())
request = function()
  local body = string.format('{"cid":"load-%d","task":"Answer the question","input":[{"user_query":"What is 6*7?"}]}', math.random(200))
  return wrk.format("POST", "/complete", { ["Content-Type"] = "application/json", ["X-API-Key"] = "load-key-0123456789" }, body)
end
done = function(summary, latency)
  local failed = summary.errors.status + summary.errors.connect + summary.errors.read + summary.errors.write + summary.errors.timeout
  print(string.format("result %d %.1f %.2f %.2f %d", summary.requests, summary.requests / summary.duration * 1e6,
    latency:percentile(50) / 1000, latency:percentile(99) / 1000, failed))
end
LUA

mkdir "$work/run"
began=$(date +%s%N)
(cd "$work/run" && exec env -i PATH="$PATH" HOME="$work" API_KEY=load-key-0123456789 HOST=127.0.0.1 PORT="$port" ENVIRONMENT=production \
  LLM_PROVIDER=openai OPENAI_API_KEY=sk-load OPENAI_BASE_URL="http://127.0.0.1:$upstream/v1" RATE_LIMIT_ENABLED=false UI_ENABLED=false \
  LOG_LEVEL=WARNING CONNECTION_POOL_MAX=4000 MAX_CONCURRENT_REQUESTS=4000 "$published/Miner.Api") >"$work/miner.log" 2>&1 &
miner=$!
started+=("$miner")
until curl -fs -o "$work/health" "http://127.0.0.1:$port/health"; do
  kill -0 "$miner" 2>/dev/null || { cat "$work/miner.log" >&2; exit 1; }
  sleep 0.02
done
healthy=$(date +%s%N)

processor() { # the miner's processor time so far, in clock ticks, without the threads that compile
  local all jit
  all=$(awk '{ sub(/.*\) /, ""); print $12 + $13 }' "/proc/$miner/stat")
  jit=$(cat /proc/"$miner"/task/*/stat 2>/dev/null | awk '/\(\.NET Tiered/ { sub(/.*\) /, ""); sum += $12 + $13 } END { print sum + 0 }')
  echo $((all - jit))
}
load() { # load SECONDS: wrk's last line
  wrk -t1 -c"$connections" -d"$1s" --timeout 20s -s "$work/complete.lua" "http://127.0.0.1:$port" | grep '^result'
}
memory() { # memory LINE: of /proc/PID/status, in MiB
  awk -v name="$1:" '$1 == name { printf "%d", $2 / 1024 }' "/proc/$miner/status"
}

idle=$(($(memory VmRSS) - $(memory RssFile)))
done_so_far=0
while [[ $done_so_far -lt $warm ]]; do
  read -r _ requests _ < <(load 3)
  [[ $requests -gt 0 ]] || { tail -n 3 "$work/miner.log" >&2; exit 1; }
  done_so_far=$((done_so_far + requests))
done

echo "round  us a request  requests/s  p50 ms  p99 ms  failed"
ticks=$(getconf CLK_TCK)
for round in $(seq "$rounds"); do
  before=$(processor)
  read -r _ requests rate p50 p99 failed < <(load "$seconds")
  spent=$((($(processor) - before) * 1000000 / ticks / requests))
  printf '%5d %13d %11.0f %7.2f %7.2f %7d\n' "$round" "$spent" "$rate" "$p50" "$p99" "$failed" | tee -a "$work/rounds"
done
median() { # median COLUMN: of the rounds
  sort -n -k"$1,$1" "$work/rounds" | awk -v column="$1" '{ value[NR] = $column } END { print value[int((NR + 1) / 2)] }'
}
printf 'median %12d %11.0f %7.2f %7.2f\n' "$(median 2)" "$(median 3)" "$(median 4)" "$(median 5)"
loaded=$(($(memory VmRSS) - $(memory RssFile)))
echo "start $(((healthy - began) / 1000000)) ms; resident less mapped files: idle $idle MiB, after load $loaded MiB"
