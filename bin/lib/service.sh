# From an installed Forbind to one that can serve. The Dockerfile's start takes the same commands.
# shellcheck shell=bash

SERVICE_STEPS=3

# One bin/up per data folder. The lock stays with the process that serves, and goes with it.
open_data_dir() {
  mkdir -p "$FORBIND_DATA_DIR" 2>/dev/null && [[ -w $FORBIND_DATA_DIR ]] && exec 8>>"$FORBIND_DATA_DIR/up.lock" ||
    fail "$FORBIND_DATA_DIR is not writable: run as the user who made it, or set FORBIND_DATA_DIR to a folder of your own."
  flock -n 8 ||
    fail "bin/up runs already with $FORBIND_DATA_DIR: use that one, stop it first, or start a second one with its own FORBIND_DATA_DIR and FORBIND_PORT."
}

prepare_service() {
  step "Database" "$VENV/bin/forbind" migrate
  step "Data of the five areas" "$VENV/bin/forbind" load-bundled
  step "Kernels" warm_kernels
}

kernels_stamp() {
  find spatial data/geo -type f -not -path '*/__pycache__/*' -print0 |
    LC_ALL=C sort -z | xargs -0 stat --format='%n %Y %s'
}

# Compile the kernels for this data, and only when one of both changed.
warm_kernels() {
  local stamp="$NUMBA_CACHE_DIR/forbind-stamp" wanted
  wanted=$(kernels_stamp)
  if [[ -f $stamp && $(<"$stamp") == "$wanted" ]]; then return; fi
  "$VENV/bin/forbind" warm
  mkdir -p "$NUMBA_CACHE_DIR"
  printf '%s\n' "$wanted" >"$stamp"
}
