# Python and what is installed from the locked files.
# shellcheck shell=bash

VENV="$PWD/.venv"
PYTHON_MINIMUM=3.11

# The first Python of the path that is new enough and can make a virtual environment.
find_python() {
  local candidate
  for candidate in python3 python3.11 python3.12 python3.13 /usr/bin/python3; do
    if command -v "$candidate" >/dev/null && "$candidate" -c "
import sys, venv, ensurepip
sys.exit(sys.version_info < tuple(map(int, '$PYTHON_MINIMUM'.split('.'))))" 2>/dev/null; then
      command -v "$candidate"
      return
    fi
  done
  return 1
}

has_python() { find_python >/dev/null; }

# install_python_packages LOCK: an environment that holds the lock file's packages and Forbind.
install_python_packages() {
  local stamp="$VENV/forbind-stamp" wanted python
  wanted=$(python_stamp "$1")
  if is_current "$stamp" "$wanted"; then return; fi
  python=$(find_python) || {
    echo "forbind: Python $PYTHON_MINIMUM or newer is missing: install it (Debian 12: apt-get install python3 python3-venv) and start again."
    return 1
  }
  # One that was cut off, moved or left behind by another Python is made anew.
  if ! "$VENV/bin/python" -c 'import pip' 2>/dev/null || [[ ! -f $stamp || $(tail -n 1 "$stamp") != "$PWD" ]]; then
    rm -rf "$VENV"
    "$python" -m venv "$VENV"
  fi
  rm -f "$stamp"
  install_locked requirements-build.lock
  install_locked "$1"
  "$VENV/bin/pip" install --quiet --no-deps --no-build-isolation --no-index --editable .
  printf '%s\n' "$wanted" >"$stamp"
}

install_locked() {
  "$VENV/bin/pip" install --quiet --disable-pip-version-check --no-input --require-hashes -r "$1"
}

# What the environment was made from; its last line is where it stands.
python_stamp() {
  sha256sum requirements-build.lock "$1" pyproject.toml
  printf '%s\n' "$PWD"
}

# The development packages include the service's own, so bin/up leaves them in place.
is_current() {
  local dev
  dev=$(python_stamp requirements-dev.lock)
  [[ -f $1 && ($(<"$1") == "$2" || $(<"$1") == "$dev") ]] &&
    "$VENV/bin/python" -c 'import pip' 2>/dev/null
}
