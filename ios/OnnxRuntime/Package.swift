// swift-tools-version: 6.0
// ONNX Runtime for iOS, as Microsoft publishes it: a static framework that becomes a part of the app. SwiftPM fetches
// it on a Mac and refuses it unless its SHA-256 is this one.
//
// Version and checksum are those of Package.swift in https://github.com/microsoft/onnxruntime-swift-package-manager at
// its tag 1.24.2, as other projects quote it: compare them there before a release. To move on, take both from a newer tag.
import PackageDescription

let package = Package(
    name: "OnnxRuntime",
    platforms: [.iOS(.v17)],
    products: [.library(name: "OnnxRuntime", targets: ["onnxruntime"])],
    targets: [
        .binaryTarget(
            name: "onnxruntime",
            url: "https://download.onnxruntime.ai/pod-archive-onnxruntime-c-1.24.2.zip",
            checksum: "f7100a992d2a8135168c8afd831e6a58b465349101982aa58b3e11d36e600b54")
    ]
)
