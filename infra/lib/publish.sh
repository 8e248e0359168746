# Making and starting the program as it is deployed. Sourced after common.sh.

# Written code is built in and removed again: a stale copy would shadow the next change.
publish() {
  local generated=$root/src/CraftMarket.Web/Internal
  step "Building"
  build src/CraftMarket.Web || fail "the build failed."
  step "Writing the handler code"
  rm -rf "$generated"
  # Development, because writing needs the compiler; nothing is connected to.
  (cd "$root" && ASPNETCORE_ENVIRONMENT=Development ConnectionStrings__Market="Host=nowhere;Database=none" \
    Codegen__Output="$generated/Generated" dotnet "$local/build/bin/CraftMarket.Web/debug/CraftMarket.Web.dll" codegen write) \
    >"$local/codegen.log" 2>&1 || { tail -20 "$local/codegen.log" >&2; fail "codegen write failed."; }
  [ -n "$(find "$generated" -name '*.cs' 2>/dev/null | head -1)" ] || { tail -20 "$local/codegen.log" >&2; fail "codegen write wrote nothing."; }
  step "Publishing"
  rm -rf "$1"
  (cd "$root" && dotnet publish src/CraftMarket.Web -c Release -o "$1" -v q --nologo -p:GenerateDocumentationFile=false \
    --use-current-runtime --self-contained false -p:PublishReadyToRun=true) \
    >"$local/publish.log" 2>&1 || { rm -rf "$generated"; grep -E 'error' "$local/publish.log" | sort -u | head -20 >&2; fail "publish failed."; }
  rm -rf "$generated"
  # Its accounts open every door, and everybody knows their password.
  ! grep -rlaE 'CraftMarket\.Demo|Demo(Accounts|Office|Data|Runner)' "$1" >&2 || fail "the demo is in what was published."
  # As .NET writes text: two bytes a letter.
  ! LC_ALL=C grep -rlaP "$(sed 's/./&\\x00/g' <<<'Semoyang-2026')" "$1" >&2 || fail "the demo's password is in what was published."
}

# published_start FOLDER CONNECTION URL: sets the database up and starts the program as Production.
published_start() {
  export ASPNETCORE_ENVIRONMENT=Production ConnectionStrings__Market=$2 ASPNETCORE_URLS=$3 Media__Root=$local/media/published
  [ -f "$local/published.key" ] || (umask 077 && head -c 32 /dev/urandom | base64 >"$local/published.key")
  export Keys__MasterFile=$local/published.key
  (cd "$1" && dotnet CraftMarket.Web.dll setup) >"$local/setup.log" 2>&1 || { tail -20 "$local/setup.log" >&2; fail "setup failed."; }
  published_run "$1" "$3"
}

# published_run FOLDER URL: starts it and waits until it is ready; published_pid and published_seconds tell the rest.
published_run() {
  local begun; begun=$(date +%s%N)
  (cd "$1" && exec dotnet CraftMarket.Web.dll 9>&-) >"$local/published.log" 2>&1 &
  published_pid=$!
  until curl -fsS -o /dev/null "$2/health/ready" 2>/dev/null; do
    kill -0 $published_pid 2>/dev/null || { tail -20 "$local/published.log" >&2; fail "it did not start."; }
    [ $(($(date +%s%N) - begun)) -lt 60000000000 ] || { tail -20 "$local/published.log" >&2; fail "it was not ready after a minute."; }
    sleep 0.02
  done
  published_seconds=$(awk "BEGIN { printf \"%.2f\", ($(date +%s%N) - $begun) / 1e9 }")
}

published_stop() {
  [ -n "${published_pid:-}" ] || return 0
  kill -TERM "$published_pid" 2>/dev/null || true
  wait "$published_pid" 2>/dev/null || true
  published_pid=
}
