#!/bin/sh
# Finds a Python that is new enough, PYTHON or else one on PATH, and hands it the arguments.
# Where there is none, an old one says what to do; where there is no Python at all, this script does.

PYTHON=${PYTHON-}
case $PYTHON in
  '~/'*) PYTHON=$HOME/${PYTHON#'~/'} ;;
esac

is_new='import sys; sys.exit(sys.version_info < (3, 11))'
old=
try() {
  if "$1" -c "$is_new" >/dev/null 2>&1; then
    shift
    exec "$@"
  fi
  if [ -z "$old" ] && "$1" -c pass >/dev/null 2>&1; then
    old=$1
  fi
}

if [ -n "$PYTHON" ]; then
  try "$PYTHON" "$PYTHON" "$@"
else
  for name in python3 python3.14 python3.13 python3.12 python3.11; do
    try "$name" "$name" "$@"
  done
fi

if [ -n "$old" ]; then
  exec "$old" -m tools.setup
fi
if [ -n "$PYTHON" ]; then
  echo "PYTHON=$PYTHON: this does not run. Give the path of a Python 3.11 or newer." >&2
else
  echo "python3: there is no Python here, and 3.11 or newer is needed." \
    "On Debian and Ubuntu: sudo apt-get install python3 python3-venv" >&2
fi
exit 2
