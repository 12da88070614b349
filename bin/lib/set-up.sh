# The set-up that bin/up and bin/test share. Their order is also the Dockerfile's.
# shellcheck shell=bash

export FORBIND_HOST=${FORBIND_HOST:-127.0.0.1}
export FORBIND_PORT=${FORBIND_PORT:-8000}
FORBIND_DATA_DIR=$(realpath -m -- "${FORBIND_DATA_DIR:-.forbind}")
export FORBIND_DATA_DIR
# Compiled kernels are kept, so that a second start need not compile them.
export NUMBA_CACHE_DIR="${NUMBA_CACHE_DIR:-$FORBIND_DATA_DIR/numba}"

source bin/lib/steps.sh
source bin/lib/machine.sh
source bin/lib/python.sh
source bin/lib/frontend.sh

SET_UP_STEPS=4
FIRST_SET_UP_MB=3000
NEXT_SET_UP_MB=300

# set_up LOCK PURPOSE…: everything that is installed or built, for these purposes of packages.txt.
set_up() {
  local lock=$1
  PURPOSES=("${@:2}")
  # One set-up at a time in this folder: bin/up and bin/test may be called at the same moment.
  exec 7<.
  flock -n 7 || { say "Waiting for another set-up in $PWD to finish …"; flock 7; }
  check_space "$([[ -f .venv/forbind-stamp ]] && echo $NEXT_SET_UP_MB || echo $FIRST_SET_UP_MB)" "$PWD"
  ask_for_privilege
  check_space_for_packages
  step "Debian packages" install_packages
  step "Python packages" install_python_packages "$lock"
  step "Node and the front end's packages" install_node_packages
  step "Front end" build_frontend
  exec 7<&-
  use_node
}

install_node_packages() {
  install_node
  install_frontend_packages
}
