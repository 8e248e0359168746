# A real browser for tests and audits. Sourced after common.sh.

need_chromium() {
  local browser
  for browser in "${CHROMIUM:-}" chromium chromium-browser google-chrome; do
    [ -n "$browser" ] && CHROMIUM=$(command -v "$browser") && { export CHROMIUM; return; }
  done
  step "Installing Chromium"
  apt_install chromium && CHROMIUM=$(command -v chromium) && export CHROMIUM && return
  echo "Chromium is missing: install it (Debian: apt-get install chromium) or name one: CHROMIUM=/path/to/chromium"
  return 1
}
