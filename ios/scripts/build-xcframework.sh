#!/usr/bin/env bash
# Builds what the iOS app needs of the rest of the repository, on a Mac with Xcode:
#   ios/build/DowelFacadeFFI.xcframework   the Rust library for iPhone and iPad, for the simulator, and for the Mac's
#                                          own `swift test`
#   ios/build/models                       the networks, as they become a part of the app
# ONNX Runtime is not in it: Xcode links it beside, see ios/OnnxRuntime/Package.swift.
#   build-xcframework.sh [--debug]
set -euo pipefail

readonly name=DowelFacadeFFI
readonly device=aarch64-apple-ios
readonly simulators=(aarch64-apple-ios-sim x86_64-apple-ios)
readonly mac=aarch64-apple-darwin

repository=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
readonly repository
readonly build=$repository/ios/build
readonly libraries=$build/libraries
readonly generated=$repository/bindings/generated/swift/$name
readonly models=${DOWEL_HOME:-$repository/.dowel}/models

profile=release
case ${1:-} in
    '') ;;
    --debug) profile=dev ;;
    *)
        sed -n '2,7p' "${BASH_SOURCE[0]}"
        exit 2
        ;;
esac
readonly profile

fail() {
    echo "$1" >&2
    exit 1
}

check_tools() {
    local target installed
    [ "$(uname -s)" = Darwin ] || fail "An xcframework is made by Xcode's own tools: run this on a Mac."
    command -v xcodebuild >/dev/null || fail "Xcode is missing: install it from the App Store, then run it once."
    command -v cargo >/dev/null || fail "Rust is missing: install it from https://rustup.rs."
    installed=$(cd "$repository" && rustup target list --installed)
    for target in "$device" "${simulators[@]}" "$mac"; do
        grep -qx "$target" <<<"$installed" || fail "Rust's $target is missing: run 'rustup target add $target'."
    done
    [ -f "$models/pose_detection.onnx" ] || fail "The networks are missing: run 'cargo xtask setup'."
}

# Only the archive: nothing is linked before Xcode does it.
archive() {
    local target=$1 folder=$profile
    [ "$profile" = dev ] && folder=debug
    (cd "$repository" && cargo rustc --locked --package dowel-bindings --lib --crate-type staticlib \
        --profile "$profile" --target "$target" --target-dir "$build/target")
    mkdir -p "$libraries/$target"
    cp "$build/target/$target/$folder/libdowel_bindings.a" "$libraries/$target/"
}

# What Swift imports: the generated header and its map.
lay_out_headers() {
    rm -rf "$build/headers"
    mkdir -p "$build/headers"
    cp "$generated/$name.h" "$generated/module.modulemap" "$build/headers/"
}

assemble() {
    local framework=$build/$name.xcframework target parts=()
    mkdir -p "$libraries/simulator"
    for target in "${simulators[@]}"; do
        parts+=("$libraries/$target/libdowel_bindings.a")
    done
    lipo -create "${parts[@]}" -output "$libraries/simulator/libdowel_bindings.a"
    rm -rf "$framework"
    xcodebuild -create-xcframework \
        -library "$libraries/$device/libdowel_bindings.a" -headers "$build/headers" \
        -library "$libraries/simulator/libdowel_bindings.a" -headers "$build/headers" \
        -library "$libraries/$mac/libdowel_bindings.a" -headers "$build/headers" \
        -output "$framework"
}

lay_out_models() {
    rm -rf "$build/models"
    mkdir -p "$build/models"
    cp "$models"/*.onnx "$build/models/"
}

check_tools
# The same as in project.yml and Package.swift.
export IPHONEOS_DEPLOYMENT_TARGET=17.0 MACOSX_DEPLOYMENT_TARGET=14.0
for target in "$device" "${simulators[@]}" "$mac"; do
    archive "$target"
done
lay_out_headers
assemble
lay_out_models
echo "Made $build/$name.xcframework and $build/models."
