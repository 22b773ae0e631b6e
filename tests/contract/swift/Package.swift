// swift-tools-version: 6.0
// The facade's Swift, as iOS gets it, tested on Linux. `cargo xtask test` puts the generated sources beside it.
import PackageDescription

let package = Package(
    name: "DowelCore",
    products: [.library(name: "DowelCore", targets: ["DowelCore"])],
    targets: [
        .systemLibrary(name: "DowelCoreFFI"),
        .target(
            name: "DowelCore",
            dependencies: ["DowelCoreFFI"],
            linkerSettings: [.linkedLibrary("dowel_bindings")]
        ),
        .testTarget(name: "ContractTests", dependencies: ["DowelCore"]),
    ],
    swiftLanguageModes: [.v6]
)
