# A private PostgreSQL cluster: nobody else's data, nobody else's settings. Sourced after common.sh.
#
#   postgres_start NAME [setting=value ...]   starts (and first makes) the cluster NAME
#   postgres_connection DATABASE              prints its connection string
#   postgres_psql DATABASE ...                psql on it
#   postgres_stop                             stops it
#
# The server refuses to run as root, so root runs it as the user postgres, and where that user cannot reach the clone
# (a 0700 home) the data lies in /var/lib/craftmarket; .local/postgres/NAME/where says which folder it is.

postgres_bin() {
  local bin
  for bin in "${POSTGRES_BIN:-}" "$(pg_config --bindir 2>/dev/null)" $(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -rV) \
      "$(dirname "$(command -v initdb 2>/dev/null || echo /none/initdb)")"; do
    [ -x "$bin/initdb" ] && [ -x "$bin/postgres" ] && [ -x "$bin/pg_ctl" ] || continue
    [ "$("$bin/postgres" --version | sed -E 's/.* ([0-9]+)[.a-z].*/\1/')" -ge 14 ] && { echo "$bin"; return; }
  done
  return 1
}

postgres_find() {
  pg_bin=$(postgres_bin) && return
  step "Installing PostgreSQL"
  postgres_install
  pg_bin=$(postgres_bin) || fail "PostgreSQL 14 or newer is missing and could not be installed. Install it (Debian, Ubuntu:" \
    "apt-get install postgresql) or name a server: ConnectionStrings__Market='Host=...;Database=...;Username=...;Password=...'"
}

# Debian's package makes and starts a cluster for the whole machine. Ours is enough, so it is told not to, for this once.
postgres_install() {
  local note=/etc/postgresql-common/createcluster.d/craftmarket.conf
  as_admin true || return 0
  as_admin mkdir -p "$(dirname $note)" && echo 'create_main_cluster = false' | as_admin tee $note >/dev/null
  apt_install postgresql || true
  as_admin rm -f $note
}

postgres_start() {
  local name=$1; shift
  pg_home=$local/postgres/$name
  mkdir -p "$pg_home" && chmod 755 "$local" "$local/postgres" "$pg_home"
  postgres_find
  postgres_user
  postgres_place "$name"
  if [ ! -f "$pg_data/ready" ]; then postgres_create "$@"; fi
  if as_postgres "$pg_bin/pg_ctl" -D "$pg_data" status >/dev/null 2>&1; then
    step "PostgreSQL of an earlier run is still there: using it"
    pg_port=$(sed -n 4p "$pg_data/postmaster.pid"); pg_socket=$(sed -n 5p "$pg_data/postmaster.pid")
    return
  fi
  # Tests open some ten markets at once, and on a busy machine each holds more connections for longer.
  for _ in 1 2 3 4 5; do
    postgres_free_port
    as_postgres "$pg_bin/pg_ctl" -D "$pg_data" -w -t 60 -s -l "$pg_data/server.log" \
      -o "-p $pg_port -k '$pg_socket' -c max_connections=600" start >/dev/null 2>"$pg_home/start.log" && return
  done
  cat "$pg_home/start.log" >&2; as_postgres tail -5 "$pg_data/server.log" >&2
  fail "PostgreSQL did not start."
}

postgres_stop() {
  [ -n "${pg_data:-}" ] || return 0
  as_postgres "$pg_bin/pg_ctl" -D "$pg_data" -m fast -w -s stop >/dev/null 2>&1 || true
}

postgres_connection() { echo "Host=$pg_socket;Port=$pg_port;Username=market;Password=$(cat "$pg_home/password");Database=$1"; }

postgres_psql() {
  local database=$1; shift
  PGPASSWORD=$(cat "$pg_home/password") "$pg_bin/psql" -X -q -h "$pg_socket" -p "$pg_port" -U market -d "$database" "$@"
}

postgres_database() {
  [ "$(postgres_psql postgres -Atc "select 1 from pg_database where datname = '$1'")" = 1 ] ||
    postgres_psql postgres -c "create database \"$1\""
}

postgres_user() {
  pg_user=
  [ "$(id -u)" = 0 ] || return 0
  pg_user=postgres
  id -u postgres >/dev/null 2>&1 || useradd --system --home-dir /nonexistent --shell /usr/sbin/nologin postgres ||
    fail "root cannot run PostgreSQL and there is no user 'postgres'; make one, or run this as an ordinary user."
}

# From a folder that the other user may be in, and without the caller's lock: the server outlives this command.
as_postgres() {
  if [ -z "$pg_user" ]; then (cd / && exec "$@" 9>&-)
  else (cd / && exec setpriv --reuid "$pg_user" --regid "$(id -g "$pg_user")" --init-groups env -u HOME "$@" 9>&-)
  fi
}

postgres_place() {
  pg_data=$pg_home/data
  if [ -f "$pg_home/where" ]; then pg_data=$(cat "$pg_home/where")
  elif [ -n "$pg_user" ] && ! as_postgres test -x "$pg_home"; then
    local clone
    for clone in /var/lib/craftmarket/*/clone; do
      if [ -f "$clone" ] && [ "$(cat "$clone")" = "$pg_home" ]; then rm -rf "${clone%/clone}"; fi
    done
    mkdir -p /var/lib/craftmarket && chmod 755 /var/lib/craftmarket
    local place; place=$(mktemp -d "/var/lib/craftmarket/$1-XXXXXX") && chmod 755 "$place"
    echo "$pg_home" >"$place/clone"
    pg_data=$place/data
    echo "$pg_data" >"$pg_home/where"
  fi
  pg_socket=$(dirname "$pg_data")/socket
  # A socket's path has at most 107 letters; a deep clone needs another place for it.
  [ ${#pg_socket} -le 80 ] || pg_socket=/tmp/craftmarket-$(echo "$pg_home" | sha256sum | cut -c1-12)
  mkdir -p "$pg_data" "$pg_socket"
  [ -z "$pg_user" ] || chown "$pg_user" "$pg_data" "$pg_socket"
  chmod 700 "$pg_data"
}

postgres_create() {
  step "Making a PostgreSQL cluster ($("$pg_bin/postgres" --version | cut -d' ' -f3)) in $pg_data"
  as_postgres find "$pg_data" -mindepth 1 -delete
  (umask 077 && head -c 24 /dev/urandom | base64 | tr -d '/+=' >"$pg_home/password")
  # initdb reads it as the other user, who may not see ours.
  (umask 077 && as_postgres tee "$pg_socket/password" <"$pg_home/password" >/dev/null)
  as_postgres "$pg_bin/initdb" -D "$pg_data" -U market -A scram-sha-256 --pwfile="$pg_socket/password" \
    -E UTF8 --locale=C.UTF-8 --no-sync >"$pg_home/initdb.log" 2>&1 ||
    { tail -5 "$pg_home/initdb.log" >&2; fail "initdb failed."; }
  rm -f "$pg_socket/password"
  {
    echo "listen_addresses = '127.0.0.1'"
    echo "shared_buffers = 256MB"
    echo "logging_collector = off"
    printf '%s\n' "$@"
  } | as_postgres tee -a "$pg_data/postgresql.conf" >/dev/null
  as_postgres touch "$pg_data/ready"
}

postgres_free_port() {
  pg_port=$((20000 + RANDOM % 12000))
  while (exec 3<>"/dev/tcp/127.0.0.1/$pg_port") 2>/dev/null; do pg_port=$((20000 + RANDOM % 12000)); done
}
