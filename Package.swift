// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] = [
    .treatAllWarnings(as: .error),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

/// What goes through pages byte by byte is optimised in debug builds too: `swift run weave` makes one, and an author waits for
/// it at every save. SwiftPM calls the flag unsafe, and since 6.2 no longer bars packages with it as dependencies.
let optimized = settings + [.unsafeFlags(["-O"], .when(configuration: .debug))]

/// The code that shows things runs once, not in loops: to move it into chapters would only cost their compilation time.
let notInlinedIntoChapters: SwiftSetting = .unsafeFlags(["-disable-cmo"])

let package = Package(
    name: "weave",
    platforms: [.macOS(.v15)],
    products: [
        .executable(name: "weave", targets: ["weave"]),
        .executable(name: "train", targets: ["train"]),
        .library(name: "PolicyGradient", targets: ["PolicyGradient"]),
        // What the cells of any other package's book need: make it part of that package's own dynamic library.
        .library(name: "WeaveRuntime", targets: ["DeterministicMath", "Exhibits", "Figures"]),
        // What a chapter's cells import, as one library that weave builds with optimisation on and links to every chapter.
        .library(
            name: "BookRuntime",
            type: .dynamic,
            targets: ["Autodiff", "DeterministicMath", "Exhibits", "Figures", "PolicyGradient", "SixWords"]
        ),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.0"),
        .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.0"),
        .package(url: "https://github.com/apple/swift-system", from: "1.6.0"),
        .package(url: "https://github.com/swhitty/FlyingFox", from: "0.26.0"),
    ],
    targets: [
        .systemLibrary(
            name: "CCMark",
            pkgConfig: "libcmark",
            providers: [.apt(["libcmark-dev"]), .brew(["cmark"])]
        ),
        .target(
            name: "DeterministicMath",
            swiftSettings: settings,
            // Linux keeps sqrt, which Swift's squareRoot() may call, in a library of its own.
            linkerSettings: [.linkedLibrary("m", .when(platforms: [.linux]))]
        ),
        .target(
            name: "Exhibits",
            dependencies: ["DeterministicMath"],
            swiftSettings: settings + [notInlinedIntoChapters]
        ),
        .target(name: "MathML", dependencies: ["Scanning"], swiftSettings: settings),
        .target(name: "Scanning", swiftSettings: optimized),
        .target(name: "Markdown", dependencies: ["CCMark"], swiftSettings: optimized),
        .target(name: "CKernels"),
        .target(name: "Autodiff", dependencies: ["CKernels", "DeterministicMath"], swiftSettings: settings),
        .target(
            name: "Figures",
            dependencies: ["DeterministicMath", "Exhibits"],
            swiftSettings: settings + [notInlinedIntoChapters]
        ),
        .target(name: "PolicyGradient", dependencies: ["DeterministicMath"], swiftSettings: settings),
        .target(name: "SixWords", dependencies: ["Autodiff", "DeterministicMath"], swiftSettings: settings),
        .target(
            name: "Literate",
            dependencies: [
                "DeterministicMath", "Exhibits", "Markdown", "MathML", "Scanning",
                .product(name: "Yams", package: "Yams"),
                .product(name: "Subprocess", package: "swift-subprocess"),
                .product(name: "SystemPackage", package: "swift-system", condition: .when(platforms: [.linux])),
            ],
            swiftSettings: settings
        ),
        .target(
            name: "Preview",
            dependencies: [
                "Literate", .product(name: "FlyingFox", package: "FlyingFox"),
                .product(name: "FlyingSocks", package: "FlyingFox"),
            ],
            swiftSettings: settings
        ),
        .executableTarget(
            name: "weave",
            dependencies: ["Literate", "Preview", .product(name: "ArgumentParser", package: "swift-argument-parser")],
            swiftSettings: settings
        ),
        .executableTarget(
            name: "train",
            dependencies: [
                "DeterministicMath", "Exhibits", "Figures", "PolicyGradient", "SixWords",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "SystemPackage", package: "swift-system", condition: .when(platforms: [.linux])),
            ],
            swiftSettings: settings
        ),
        .testTarget(name: "DeterministicMathTests", dependencies: ["DeterministicMath"], swiftSettings: settings),
        .testTarget(name: "ExhibitsTests", dependencies: ["Exhibits"], swiftSettings: settings),
        .testTarget(
            name: "MarkdownTests",
            dependencies: ["Markdown", "CCMark"],
            exclude: ["Fixtures"],
            swiftSettings: settings
        ),
        .testTarget(name: "ScanningTests", dependencies: ["Scanning"], swiftSettings: settings),
        .testTarget(
            name: "PreviewTests",
            dependencies: ["Literate", "Preview", .product(name: "FlyingFox", package: "FlyingFox")],
            swiftSettings: settings
        ),
        .testTarget(
            name: "LiterateTests",
            dependencies: ["Literate", "DeterministicMath", "Exhibits", "Markdown", "Scanning"],
            swiftSettings: settings
        ),
        .testTarget(
            name: "MathMLTests",
            dependencies: ["MathML"],
            exclude: ["Fixtures"],
            swiftSettings: settings
        ),
        .testTarget(
            name: "FiguresTests",
            dependencies: ["Figures", "DeterministicMath", "Exhibits"],
            exclude: ["Snapshots"],
            swiftSettings: settings
        ),
        .testTarget(
            name: "AutodiffTests",
            dependencies: ["Autodiff", "DeterministicMath"],
            resources: [.copy("Fixtures")],
            swiftSettings: settings
        ),
        .testTarget(
            name: "PolicyGradientTests",
            dependencies: ["PolicyGradient", "DeterministicMath"],
            resources: [.copy("Fixtures")],
            swiftSettings: settings
        ),
        .testTarget(
            name: "trainTests",
            dependencies: [
                "train", "DeterministicMath", "Exhibits", "PolicyGradient",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: settings
        ),
        .testTarget(name: "weaveTests", dependencies: ["weave", "Literate"], swiftSettings: settings),
        .testTarget(
            name: "SixWordsTests",
            dependencies: ["SixWords", "Autodiff", "DeterministicMath"],
            swiftSettings: settings
        ),
    ]
)
