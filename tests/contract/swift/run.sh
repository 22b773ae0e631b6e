#!/bin/sh
# Inside the chroot: builds and tests the package. lld, because GNU ld refuses Swift's Observation library; one
# test framework, because the last line of two would count nothing.
set -eu
cd /contract/package
export LD_LIBRARY_PATH=/contract DOWEL_CONTRACT=/contract DOWEL_HOME=/dowel
flags="-Xlinker -L/contract -Xswiftc -use-ld=lld"
swift build --build-tests --disable-swift-testing $flags
exec swift test --skip-build --disable-swift-testing $flags 2>&1
