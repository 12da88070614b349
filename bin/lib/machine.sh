# What the machine itself must have: system, disk, port, Debian packages.
# shellcheck shell=bash

AS_ROOT=()
PACKAGES_MB=1000
FETCHED_MB=400
LISTS_MB=150

check_machine() {
  [[ $(uname -s) == Linux ]] ||
    fail "bin/up runs on Linux; on $(uname -s) use: docker compose up."
  case $(uname -m) in
    x86_64 | aarch64) ;;
    *) fail "there are no ready-made packages for $(uname -m); use a machine with an x86_64 or aarch64 processor." ;;
  esac
}

# check_space MB FOLDER: enough room there for what is still to come?
check_space() {
  local free_mb
  free_mb=$(df -Pm -- "$2" | awk 'NR == 2 { print $4 }')
  ((free_mb >= $1)) ||
    fail "the disk of $2 has ${free_mb} MB left and setting up takes $1 MB: free some space there and start again."
}

# Where Debian packages go and where they are fetched to. Asked beforehand: on a full disk apt-get
# may wait for ever.
check_space_for_packages() {
  if [[ -z $(needed_packages) ]]; then return; fi
  check_space "$PACKAGES_MB" /usr
  check_space "$FETCHED_MB" /var/cache
  check_space "$LISTS_MB" /var/lib
}

check_port() {
  # The subshell's own redirection error is the answer "nobody listens".
  if (exec 3<>"/dev/tcp/$FORBIND_HOST/$FORBIND_PORT") 2>/dev/null; then
    fail "port $FORBIND_PORT is taken by another program: stop that one, or choose another port: FORBIND_PORT=$((FORBIND_PORT + 1)) bin/up."
  fi
}

is_installed() {
  [[ $(dpkg-query -W -f '${db:Status-Status}' "$1" 2>/dev/null) == installed ]]
}

# packages_for PURPOSE…: the packages of these purposes, one a line.
packages_for() {
  local purpose
  for purpose in "$@"; do
    awk -v purpose="$purpose" '$1 !~ /^#/ && $2 == purpose { print $1 }' bin/packages.txt
  done
}

# The packages that are wanted and missing, on one line.
needed_packages() {
  local purpose package
  for purpose in "${PURPOSES[@]}"; do
    # A Python of one's own (pyenv, a container's) brings what Debian packs apart.
    if [[ $purpose == python ]] && has_python; then continue; fi
    for package in $(packages_for "$purpose"); do
      is_installed "$package" || printf '%s ' "$package"
    done
  done
}

# Decide how packages will be installed, and let sudo ask for its password while it can.
ask_for_privilege() {
  local packages
  packages=$(needed_packages)
  if [[ -z $packages ]]; then return; fi
  command -v apt-get >/dev/null ||
    fail "this is not Debian and these are missing: ${packages% }. Install them by this system's own means, or use: docker compose up."
  if ((EUID == 0)); then return; fi
  AS_ROOT=(sudo)
  command -v sudo >/dev/null && { sudo -n true 2>/dev/null || { [[ -t 0 ]] && sudo -v; }; } ||
    fail "Debian packages are missing and you are neither root nor allowed to use sudo: $(another_way)ask an administrator to run: apt-get install ${packages% }."
}

# Without a terminal sudo could not even ask for the password.
another_way() {
  if command -v sudo >/dev/null && [[ ! -t 0 ]]; then
    echo "start bin/up in a terminal where sudo can ask for your password, or "
  fi
}

install_packages() {
  local packages
  read -ra packages <<<"$(needed_packages)"
  if ((${#packages[@]} == 0)); then return; fi
  export DEBIAN_FRONTEND=noninteractive
  # An installation that was cut off before leaves the package system half configured.
  if [[ -n $(dpkg --audit) ]]; then unbroken as_root dpkg --configure -a; fi
  apt_get --download-only install "${packages[@]}" || {
    as_root apt-get update
    apt_get --download-only install "${packages[@]}"
  }
  unbroken as_root bin/lib/install-without-clusters "${packages[@]}"
}

as_root() {
  if ((${#AS_ROOT[@]})); then sudo --preserve-env=DEBIAN_FRONTEND "$@"; else "$@"; fi
}

apt_get() {
  as_root apt-get -y --no-install-recommends -o DPkg::Lock::Timeout=120 "$@"
}
