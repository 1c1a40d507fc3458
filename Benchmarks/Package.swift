// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "Benchmarks",
    platforms: [.macOS(.v15)],
    dependencies: [.package(name: "weave", path: "..")],
    targets: [
        .executableTarget(name: "run-timings", dependencies: [.product(name: "BookRuntime", package: "weave")]),
        .executableTarget(
            name: "figure-drawing",
            dependencies: [.product(name: "BookRuntime", package: "weave")],
            // Library code that is inlined here calls sqrt.
            linkerSettings: [.linkedLibrary("m", .when(platforms: [.linux]))]
        ),
        .executableTarget(
            name: "prompt-memory", dependencies: [.product(name: "BookRuntime", package: "weave")]),
        .executableTarget(name: "distillation-step", dependencies: [.product(name: "BookRuntime", package: "weave")]),
        .executableTarget(name: "decoder-step", dependencies: [.product(name: "BookRuntime", package: "weave")]),
        .executableTarget(name: "language-step", dependencies: [.product(name: "BookRuntime", package: "weave")]),
    ]
)
