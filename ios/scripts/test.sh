#!/bin/sh
# Inside the chroot of tests/contract/swift: checks, builds and tests the package. `cargo xtask test` runs it.
# /contract holds the facade's library and the demo clip's frames, and is written to; the repository is read-only.
# lld, because GNU ld refuses Swift's Observation library; one test framework, because the last line of two would
# count nothing.
set -eu
least_cover=90
cd "$(dirname "$0")/.."
export LD_LIBRARY_PATH=/contract DOWEL_CONTRACT=/contract DOWEL_HOME=/dowel

# Links to what is generated are not followed.
swift_files() { find "$@" -name '*.swift' -not -path './build/*'; }
swift_files . | xargs swift format lint --strict
# The app's tests name its module, which is never built here.
swift_files App/Tests | xargs swiftc -frontend -parse

build=/contract/ios
set -- --scratch-path "$build" --enable-code-coverage --disable-swift-testing -Xlinker -L/contract \
    -Xswiftc -use-ld=lld -Xswiftc -warnings-as-errors
swift build --build-tests "$@"
sh ../tests/ios/type_check.sh "$build/debug/Modules" /contract/ios-app
rm -rf "$build/debug/codecov"
swift test --skip-build "$@" 2>&1

cover=$(/usr/libexec/swift/bin/llvm-cov report "$build/debug/DowelPackageTests.xctest" \
    -instr-profile "$build/debug/codecov/default.profdata" "$PWD/Sources/DowelModel" |
    awk '$1 == "TOTAL" { print $10 + 0 }')
echo "Of DowelModel's lines $cover % are covered."
if ! awk "BEGIN { exit !($cover >= $least_cover) }"; then
    echo "At least $least_cover % must be." >&2
    exit 1
fi
