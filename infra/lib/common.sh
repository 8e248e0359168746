# What infra/up, infra/test and the rest share. Sourced, never run.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd -P)
local=$root/.local
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 MSBUILDDISABLENODEREUSE=1

step() { printf '==> %s\n' "$*"; }
fail() { printf 'infra: %s\n' "$*" >&2; exit 1; }

# Runs a command as the administrator: as it is for root, else by sudo; fails when neither is possible.
as_admin() {
  if [ "$(id -u)" = 0 ]; then "$@"
  elif command -v sudo >/dev/null && { sudo -n true 2>/dev/null || [ -t 0 ]; }; then sudo "$@"
  else return 1
  fi
}

# Installs Debian packages; fails quietly where that is not possible, so that the caller can say what is missing.
apt_install() {
  command -v apt-get >/dev/null || return 1
  as_admin true || return 1
  local log=$local/apt.log
  as_admin env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "$@" >"$log" 2>&1 && return
  as_admin apt-get update >>"$log" 2>&1 || true
  as_admin env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "$@" >>"$log" 2>&1 ||
    { tail -5 "$log" >&2; return 1; }
}

need_dotnet() {
  command -v dotnet >/dev/null || fail "the .NET SDK 10 is missing: https://dotnet.microsoft.com/download"
  # A bare system lacks the data of the world's languages and time zones, without which .NET stops or writes English.
  # An ordinary user of Debian has no /sbin on the path. Counted to the end, for a reader that leaves early breaks the pipe.
  [ "$({ ldconfig -p || /sbin/ldconfig -p; } 2>/dev/null | grep -c libicuuc)" -gt 0 ] || apt_install '^libicu[0-9]+$' || step "libicu seems to be missing"
  [ -e /usr/share/zoneinfo/Asia/Makassar ] || apt_install tzdata || fail "time zones are missing: install tzdata"
  (cd "$root" && dotnet --version >/dev/null 2>&1) || fail "this needs the .NET SDK 10; found: $(dotnet --list-sdks 2>&1 | tr '\n' ' ')"
}

# Builds quietly; says everything when it fails.
build() {
  (cd "$root" && dotnet build "$@" -v q --nologo 9>&-) >"$local/build.log" 2>&1 ||
    { grep -E 'error|warn' "$local/build.log" | sort -u | head -40 >&2; return 1; }
}

# The same, saying which part is done.
build_aloud() {
  (cd "$root" && dotnet build "$@" -v m --tl:off --nologo 9>&-) 2>&1 | tee "$local/build.log" |
    sed -un 's/^ *\(CraftMarket\.[A-Za-z]*\) -> .*/    \1/p'
  [ "${PIPESTATUS[0]}" = 0 ] || { grep -E 'error|warn' "$local/build.log" | sort -u | head -40 >&2; return 1; }
}

# Restores packages, counting those that had to be fetched.
fetch() {
  (cd "$root" && dotnet restore "$@" -v n --tl:off --nologo 9>&-) 2>&1 | tee "$local/restore.log" |
    awk '/ Installed [^ ]+ [^ ]+ from / { if (++n % 40 == 0) { print "    " n " packages so far"; fflush() } } END { if (n) print "    " n " packages fetched" }'
  [ "${PIPESTATUS[0]}" = 0 ] || { grep -E 'error|warn' "$local/restore.log" | sort -u | head -20 >&2; return 1; }
}

# The card that a shared link shows carries the product's name, so it needs a font.
need_fonts() {
  [ -n "$(fc-list : family 2>/dev/null | head -1)" ] && return
  step "Installing a font for the share cards"
  apt_install fontconfig fonts-dejavu-core ||
    step "No font found: share cards will lack their text. Install fontconfig and fonts-dejavu-core."
}

# One run at a time; the lock goes with the process, however it ends.
only_one() {
  exec 9>"$local/$1.lock"
  flock -n 9 || fail "infra/$1 is already running for this folder${2:+ ($2)}. Stop it with Ctrl-C there first."
}
