# Numbered steps, each with its seconds; what a step prints goes to a log file.
# shellcheck shell=bash

STEP=0
STEPS=0
STEP_PID=
STEP_OPEN=

say() { printf '%s\n' "$*"; }

# fail SENTENCE: one sentence that says what is wrong and the way out.
fail() {
  if [[ -n $STEP_OPEN ]]; then printf 'failed\n'; fi
  STEP_OPEN=
  printf 'forbind: %s\n' "$*" >&2
  exit 1
}

# open_log NAME: everything that steps print from now on.
open_log() {
  LOG="$FORBIND_DATA_DIR/log/$1.log"
  # A word is written: on a full disk an empty file can still be made.
  mkdir -p "${LOG%/*}" 2>/dev/null && { echo "bin/$1" >"$LOG"; } 2>/dev/null ||
    fail "$LOG cannot be written: run as the user who made $FORBIND_DATA_DIR, free some disk space, or set FORBIND_DATA_DIR to a folder of your own."
}

# step TITLE COMMAND…: run the command and say how long it took; on failure say why and stop.
# Never call it in a condition: there, bash would run the command without errexit.
step() {
  local title=$1 status=0 begun=$SECONDS
  shift
  STEP=$((STEP + 1))
  printf '[%d/%d] %s … ' "$STEP" "$STEPS" "$title"
  STEP_OPEN=yes
  printf '\n== %s\n' "$title" >>"$LOG"
  # In a process group of its own, so that Ctrl-C reaches this script alone, which then ends the
  # command in order.
  set -m
  ("$@") </dev/null >>"$LOG" 2>&1 &
  STEP_PID=$!
  set +m
  wait "$STEP_PID" || status=$?
  STEP_PID=
  if ((status != 0)); then fail "$(explain "$title")"; fi
  STEP_OPEN=
  printf '%d s\n' $((SECONDS - begun))
}

# unbroken COMMAND…: a step's command that must not be cut off in the middle.
unbroken() {
  trap '' INT TERM HUP
  "$@"
}

interrupted() {
  trap '' INT TERM HUP
  if [[ -n $STEP_PID ]]; then
    printf 'stopping … '
    kill -TERM -- "-$STEP_PID" 2>/dev/null || true
    wait "$STEP_PID" 2>/dev/null || true
    # What the step had started goes a moment later; an installation may take its time.
    while kill -0 -- "-$STEP_PID" 2>/dev/null; do sleep 0.1; done
  fi
  printf '\nforbind: stopped before it was ready; start again to go on from here.\n' >&2
  exit "$1"
}
trap 'interrupted 130' INT
trap 'interrupted 143' TERM
trap 'interrupted 129' HUP

# The reason a step failed, read from what it printed.
explain() {
  local output
  output=$(sed -n "/^== $1\$/,\$p" "$LOG")
  case $output in
    *$'\nforbind: '*)
      sed -n 's/^forbind: //p' <<<"$output" | tail -n 1 ;;
    *"No space left on device"* | *"enough free space"* | *ENOSPC* | *"Disk quota exceeded"*)
      echo "the disk is full: free some space and start again." ;;
    *"Permission denied: '$PWD"* | *"npm error code EACCES"*)
      echo "$PWD is not yours to write in: run as the user who cloned it, or clone Forbind into a folder of your own." ;;
    *"Could not get lock"* | *"Unable to acquire the dpkg frontend lock"*)
      echo "another program is installing packages: wait until it is done and start again." ;;
    *"is not in the sudoers file"* | *"a password is required"* | *"a terminal is required"*)
      echo "sudo refused: run bin/up once as root, or in a terminal where sudo can ask for the password." ;;
    *"DO NOT MATCH THE HASHES"* | *EINTEGRITY*)
      echo "a downloaded package is not the one in the lock file: check which registry pip and npm use (log: $LOG)." ;;
    *"failure resolving"* | *"Could not resolve"* | *"NameResolutionError"* | *ENOTFOUND* | *EAI_AGAIN* | \
      *"Network is unreachable"* | *ENETUNREACH* | *"NewConnectionError"* | *ECONNREFUSED* | *"onnection timed out"* | *ETIMEDOUT*)
      echo "no network: the package registries could not be reached; check the connection or proxy and start again (log: $LOG)." ;;
    *"certificate verify failed"* | *SELF_SIGNED_CERT* | *UNABLE_TO_GET_ISSUER_CERT* | *UNABLE_TO_VERIFY_LEAF* | \
      *"Certificate verification failed"*)
      echo "the package registries show a certificate that this machine does not trust: ask who runs the network for theirs, and add it (update-ca-certificates) (log: $LOG)." ;;
    *"Unable to locate package"* | *"has no installation candidate"*)
      local lacking
      lacking=$(needed_packages)
      echo "this system's package sources lack ${lacking% }; Debian 12 has them. Elsewhere use compose.yaml, or set FORBIND_DATABASE_URL to a PostgreSQL with PostGIS." ;;
    *)
      echo "“$1” did not work: $(tell_tale <<<"$output") The whole story is in $LOG." ;;
  esac
}

# The line of a program's output that most likely names the fault, else its last one.
tell_tale() {
  local output
  output=$(sed 's/^ *//' | grep .)
  grep -iE '(^|[ :])(error|fatal|failed)([ :]|$)' <<<"$output" | head -n 1 | grep . ||
    tail -n 1 <<<"$output"
}
