# Checks that run to the end whatever one of them finds.
# shellcheck shell=bash

WORST=0
FAILED=()

worst() { if (($1 > WORST)); then WORST=$1; fi; }

# check NAME COMMAND…: one line when all is well, everything it said when not.
check() {
  local name=$1 begun=$SECONDS output status=0
  shift
  printf '%-18s ' "$name"
  output=$("$@" 2>&1 </dev/null) || status=$?
  if ((status == 0)); then
    printf 'ok, %d s\n' $((SECONDS - begun))
    return
  fi
  printf 'FAILED, %d s\n%s\n' $((SECONDS - begun)) "$output"
  FAILED+=("$name")
  worst "$status"
}

run_checks() {
  check "python format" "$VENV/bin/ruff" format --check .
  check "python lint" "$VENV/bin/ruff" check .
  check "python types" "$VENV/bin/mypy"
  check "import direction" "$VENV/bin/lint-imports"
  check "front-end lint" npm --prefix frontend run lint
  check "front-end types" npm --prefix frontend run typecheck
  check "fresh API types" npm --prefix frontend run check:api
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
