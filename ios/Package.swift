// swift-tools-version: 6.0
// DowelCore and DowelModel need Foundation and Observation only, so that they are built and tested on Linux, too.
import PackageDescription

// The one switch: with DOWEL_XCFRAMEWORK, a path from here, the Rust library comes as that framework; without it the
// linker finds libdowel_bindings by itself. On a Mac the framework is usual, elsewhere the library.
#if os(macOS)
    let usualFramework: String? = "build/DowelFacadeFFI.xcframework"
#else
    let usualFramework: String? = nil
#endif
let framework = Context.environment["DOWEL_XCFRAMEWORK"] ?? usualFramework

let library: Target
let linking: [LinkerSetting]
if let framework {
    library = .binaryTarget(name: "DowelFacadeFFI", path: framework)
    linking = []
} else {
    library = .systemLibrary(name: "DowelFacadeFFI")
    linking = [.linkedLibrary("dowel_bindings")]
}

let package = Package(
    name: "Dowel",
    defaultLocalization: "en",
    platforms: [.iOS(.v17), .macOS(.v14)],
    products: [
        .library(name: "DowelCore", targets: ["DowelCore"]),
        .library(name: "DowelModel", targets: ["DowelModel"]),
    ],
    targets: [
        library,
        // The generated sources, by a link: bindings/generated/swift is the one place where they lie.
        .target(name: "DowelFacade", dependencies: ["DowelFacadeFFI"], linkerSettings: linking),
        .target(name: "DowelCore", dependencies: ["DowelFacade"]),
        .target(name: "DowelModel", dependencies: ["DowelCore"]),
        // The demo clip, and the real core for the tests of both.
        .target(name: "DowelDemo", dependencies: ["DowelCore"], path: "Tests/DowelDemo"),
        .testTarget(name: "DowelCoreTests", dependencies: ["DowelCore", "DowelDemo"]),
        .testTarget(name: "DowelModelTests", dependencies: ["DowelCore", "DowelModel", "DowelDemo"]),
    ],
    swiftLanguageModes: [.v6]
)
