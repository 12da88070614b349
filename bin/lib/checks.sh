# Checks that run beside each other, and to the end whatever one of them finds.
# shellcheck shell=bash

WORST=0
FAILED=()
CHECKS=()
PIDS=()
CHECKS_DIR=$(mktemp -d)
trap end_checks EXIT

worst() { if (($1 > WORST)); then WORST=$1; fi; }

# begin NAME COMMAND…: start a check beside the others; tell_checks says how it went.
begin() {
  local name=$1 at=${#CHECKS[@]}
  shift
  run_apart "$CHECKS_DIR/$at" "$@" &
  CHECKS+=("$name")
  PIDS+=("$!")
}

run_apart() {
  local told=$1 begun=$SECONDS status=0
  shift
  "$@" >"$told" 2>&1 </dev/null || status=$?
  echo $((SECONDS - begun)) >"$told.seconds"
  return "$status"
}

# In the order they were begun: one line when all is well, everything it said when not.
tell_checks() {
  local at status
  for at in "${!CHECKS[@]}"; do
    printf '%-18s ' "${CHECKS[at]}"
    status=0
    wait "${PIDS[at]}" || status=$?
    if ((status == 0)); then
      printf 'ok, %d s\n' "$(<"$CHECKS_DIR/$at.seconds")"
    else
      printf 'FAILED, %d s\n%s\n' "$(<"$CHECKS_DIR/$at.seconds")" "$(<"$CHECKS_DIR/$at")"
      FAILED+=("${CHECKS[at]}")
      worst "$status"
    fi
  done
  PIDS=()
}

end_checks() {
  if ((${#PIDS[@]})); then kill "${PIDS[@]}" 2>/dev/null || true; fi
  rm -rf "$CHECKS_DIR"
}

begin_checks() {
  begin "python format" "$VENV/bin/ruff" format --check .
  begin "python lint" "$VENV/bin/ruff" check .
  begin "python types" "$VENV/bin/mypy"
  begin "import direction" "$VENV/bin/lint-imports"
  begin "front-end lint" npm --prefix frontend run lint
  begin "front-end types" npm --prefix frontend run typecheck
  begin "fresh API types" npm --prefix frontend run check:api
}

# Known holes in what the service is built of. Whatever could not be looked up is said here too.
audit() {
  local status=0
  printf '%-18s\n' "dependency audit"
  "$VENV/bin/python" bin/lib/audit.py </dev/null || status=$?
  if ((status != 0)); then FAILED+=("dependency audit"); fi
  worst "$status"
}

report_checks() {
  if ((${#FAILED[@]})); then say "Failed: ${FAILED[*]}"; fi
}
