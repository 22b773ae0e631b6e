// swift-tools-version: 6.0
// The facade's Swift, as iOS gets it, tested on Linux. `cargo xtask test` puts the generated sources beside it.
import PackageDescription

let package = Package(
    name: "DowelFacade",
    products: [.library(name: "DowelFacade", targets: ["DowelFacade"])],
    targets: [
        .systemLibrary(name: "DowelFacadeFFI"),
        .target(
            name: "DowelFacade",
            dependencies: ["DowelFacadeFFI"],
            linkerSettings: [.linkedLibrary("dowel_bindings")]
        ),
        .testTarget(name: "ContractTests", dependencies: ["DowelFacade"]),
    ],
    swiftLanguageModes: [.v6]
)
