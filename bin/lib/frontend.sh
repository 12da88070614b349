# Node and the built front end.
# shellcheck shell=bash

# Node brings its own list of authorities; one that this machine trusts besides counts too.
SYSTEM_AUTHORITIES=/etc/ssl/certs/ca-certificates.crt
if [[ -f $SYSTEM_AUTHORITIES ]]; then
  export NODE_EXTRA_CA_CERTS="${NODE_EXTRA_CA_CERTS:-$SYSTEM_AUTHORITIES}"
fi

NODE_MINIMUM=20.19
NODE_22_MINIMUM=22.12 # Vite needs a feature that Node 21 and the first of 22 lack

has_node() {
  local version
  command -v npm >/dev/null && version=$(node --version 2>/dev/null) || return 1
  case $version in
    v20.*) is_at_least "$NODE_MINIMUM" "${version#v}" ;;
    *) is_at_least "$NODE_22_MINIMUM" "${version#v}" ;;
  esac
}

is_at_least() { printf '%s\n' "$1" "$2" | sort --check=quiet --version-sort; }

# Put the environment's own Node first on the path where the system's is missing or too old.
use_node() {
  if ! has_node && [[ -x $VENV/bin/node ]]; then PATH="$VENV/bin:$PATH"; fi
}

install_node() {
  use_node
  if ! has_node; then install_locked requirements-node.lock; fi
}

frontend_packages_stamp() {
  sha256sum frontend/package.json frontend/package-lock.json
  node --version
}

# install_frontend_packages: what package-lock.json names, and only when that changed.
install_frontend_packages() {
  local stamp=frontend/node_modules/.forbind-stamp wanted
  use_node
  wanted=$(frontend_packages_stamp)
  if [[ -f $stamp && $(<"$stamp") == "$wanted" ]]; then return; fi
  npm --prefix frontend ci --no-audit --no-fund --prefer-offline
  printf '%s\n' "$wanted" >"$stamp"
}

frontend_stamp() {
  find frontend -type f -not -path 'frontend/node_modules/*' -not -path 'frontend/dist/*' -print0 |
    LC_ALL=C sort -z | xargs -0 sha256sum | sha256sum
}

# build_frontend: only when a source changed since the last build.
build_frontend() {
  local stamp=frontend/node_modules/.forbind-built wanted
  use_node
  wanted=$(frontend_stamp)
  if [[ -f frontend/dist/index.html && -f $stamp && $(<"$stamp") == "$wanted" ]]; then return; fi
  rm -f "$stamp"
  npm --prefix frontend run build
  printf '%s\n' "$wanted" >"$stamp"
}
