#!/bin/sh
# Inside the chroot: type-checks the iOS app against the package's real modules, which lie in the folder MODULES. Of
# Apple's frameworks only stand-ins are here, whose signatures are ours; their modules are kept in OUT.
#   type_check.sh MODULES OUT
set -eu
modules=$1 out=$2
repository=$(cd "$(dirname "$0")/../.." && pwd)
stand_ins=$repository/tests/ios/stand_ins
mkdir -p "$out"

anew=
for name in os Accessibility UIKit CoreMotion CoreHaptics UniformTypeIdentifiers CoreTransferable AVFoundation SwiftUI \
    PhotosUI; do
    source=$stand_ins/$name.swift module=$out/$name.swiftmodule
    # A newer source makes it anew, and those after it, which may import it.
    if [ -n "$anew" ] || [ ! -f "$module" ] || [ -n "$(find "$source" -newer "$module")" ]; then
        anew=yes
        swiftc -swift-version 6 -parse-as-library -suppress-warnings -emit-module -emit-module-path "$module" \
            -module-name "$name" -I "$out" "$source"
    fi
done

# As far as SIL: only there the compiler looks at who owns what and what crosses to another actor. No file here has a
# space in its name.
# shellcheck disable=SC2046
swiftc -emit-sil -whole-module-optimization -o "$out/Dowel.sil" -swift-version 6 -parse-as-library \
    -warnings-as-errors -module-name Dowel -I "$modules" -I "$out" \
    -I "$repository/bindings/generated/swift/DowelFacadeFFI" \
    "$stand_ins/Foundation.swift" $(find "$repository/ios/App/Sources" -name '*.swift')
echo "The app's $(find "$repository/ios/App/Sources" -name '*.swift' | wc -l) files are type-checked."
