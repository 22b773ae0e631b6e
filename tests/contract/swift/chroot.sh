#!/usr/bin/env bash
# Swift 6 for a Debian that has none: Debian trixie's swiftlang in a chroot, which cargo xtask test keeps in the
# set-up folder. Needs root and Debian's apt. Nothing stays mounted afterwards.
#   chroot.sh setup ROOT              makes the chroot (1.8 GB) unless it is there
#   chroot.sh run ROOT WORK HOME CMD  runs CMD inside; the folder WORK is /contract; HOME is /dowel and the repository
#                                     /repository, both read-only
set -euo pipefail

setup() {
    local root=$1 mirror
    [ -e "$root/.swift-ready" ] && return
    [ "$(id -u)" -eq 0 ] || { echo "Only root can make the chroot with Swift." >&2; return 1; }
    echo "Making a chroot with Swift, once; it takes a minute or two and 1.8 GB." >&2
    mirror=$(sed -n 's/^URIs: *//p' /etc/apt/sources.list.d/*.sources 2>/dev/null | head -1)
    mirror=${mirror:-$(awk '$1 == "deb" && $2 ~ /^http/ { print $2; exit }' /etc/apt/sources.list)}
    command -v debootstrap >/dev/null || {
        apt-get --quiet update
        apt-get install --yes --quiet --no-install-recommends debootstrap
    }
    # A half-made root is not used again.
    rm -rf --one-file-system "$root"
    mkdir -p "$root"
    debootstrap --variant=minbase --arch=amd64 trixie "$root" "$mirror" >"$root.log" 2>&1 || told "$root.log"
    # Parts that building and testing never touch, about 0.9 GB.
    printf 'path-exclude=%s\n' '/usr/libexec/swift/lib/swift_static/*' \
        '/usr/libexec/swift/lib/liblldb*' '/usr/libexec/swift/bin/lldb*' \
        '/usr/libexec/swift/bin/clangd' '/usr/libexec/swift/bin/sourcekit-lsp' \
        '/usr/libexec/swift/lib/libsourcekitdInProc.so' \
        '/usr/libexec/swift/bin/docc' '/usr/share/man/*' '/usr/share/doc/*' \
        >"$root/etc/dpkg/dpkg.cfg.d/slim"
    chroot "$root" env DEBIAN_FRONTEND=noninteractive sh -ec '
        apt-get --quiet -o Acquire::Retries=3 update
        apt-get --quiet -o Acquire::Retries=3 install --yes --no-install-recommends \
            swiftlang libc6-dev libstdc++-14-dev
        apt-get clean
        rm -rf /var/lib/apt/lists/*' >>"$root.log" 2>&1 || told "$root.log"
    touch "$root/.swift-ready"
}

told() {
    tail -20 "$1" >&2
    return 1
}

# Swift finds its libraries through /proc. The mounts live in a private namespace that ends with the command.
run() {
    export SWIFT_ROOT=$1 SWIFT_WORK=$2 SWIFT_HOME=$3 SWIFT_REPOSITORY
    SWIFT_REPOSITORY=$(cd "$(dirname "${BASH_SOURCE[0]}")/../../.." && pwd)
    shift 3
    mkdir -p "$SWIFT_ROOT/contract" "$SWIFT_ROOT/dowel" "$SWIFT_ROOT/repository"
    unshare --mount --propagation private -- bash -ec '
        mount -t proc proc "$SWIFT_ROOT/proc"
        mount --bind "$SWIFT_WORK" "$SWIFT_ROOT/contract"
        mount --bind "$SWIFT_HOME" "$SWIFT_ROOT/dowel"
        mount -o remount,bind,ro "$SWIFT_ROOT/dowel"
        mount --bind "$SWIFT_REPOSITORY" "$SWIFT_ROOT/repository"
        mount -o remount,bind,ro "$SWIFT_ROOT/repository"
        exec chroot "$SWIFT_ROOT" env -i HOME=/root LANG=C.UTF-8 \
            PATH=/usr/sbin:/usr/bin:/sbin:/bin "$@"' _ "$@"
}

verb=${1:-}
[ "$#" -eq 0 ] || shift
case $verb in
    setup | run) "$verb" "$@" ;;
    *)
        sed -n '2,6p' "$0"
        exit 2
        ;;
esac
