#!/usr/bin/env bash
# with_keyring.sh none|unset|unlocked|locked PROGRAM FUNCTION…
# Runs each test function in a separate process, with a temporary home and D-Bus session:
#   none      without a bus
#   unset     with a keyring daemon that has no keyring, and no dialog to create one
#   unlocked  with an unlocked keyring, which all the functions share
#   locked    the first function with an unlocked keyring, which is locked before the others
# Exits with 77 if the keyring's programs are not installed.
set -euo pipefail

mode=$1 program=$2
shift 2

if [ "${WRITEBACK_TEST_KEYCHAIN:-}" != "$mode" ]; then
    for needed in dbus-run-session gnome-keyring-daemon gdbus; do
        command -v $needed >/dev/null || {
            echo "$needed is not installed"
            exit 77
        }
    done
    place=$(mktemp -d)
    trap 'rm -rf "$place"' EXIT
    mkdir -m 700 "$place/run"
    unset DISPLAY WAYLAND_DISPLAY XDG_CURRENT_DESKTOP DESKTOP_SESSION KDE_FULL_SESSION XDG_CONFIG_HOME XDG_DATA_HOME \
        XDG_CACHE_HOME GNOME_KEYRING_CONTROL
    export HOME=$place XDG_RUNTIME_DIR=$place/run WRITEBACK_TEST_KEYCHAIN=$mode
    if [ "$mode" = none ]; then
        export DBUS_SESSION_BUS_ADDRESS=unix:path=$place/nobody
        "$0" "$mode" "$program" "$@"
    else
        dbus-run-session -- "$0" "$mode" "$program" "$@"
    fi
    exit
fi

# Waits for the keyring on the bus; it is ready when it owns its name. (<&0: bash gives what it starts with & no input.)
keyring() {
    gnome-keyring-daemon --foreground --components=secrets "$@" >/dev/null <&0 &
    daemon=$!
    gdbus wait --session --timeout 20 org.freedesktop.secrets
}

end_keyring() {
    kill "$daemon"
    wait "$daemon" || true
}

case $mode in
unset) keyring </dev/null ;;
unlocked | locked) keyring --unlock <<<"a password for tests" ;;
esac
if [ -n "${daemon:-}" ]; then
    trap end_keyring EXIT
fi
for function in "$@"; do
    "$program" "$function"
    if [ "$mode" = locked ] && [ "$function" = "$1" ]; then
        end_keyring
        keyring </dev/null
    fi
done
