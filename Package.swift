// swift-tools-version: 6.2
import Foundation
import PackageDescription

let settings: [SwiftSetting] = [
    .treatAllWarnings(as: .error),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

/// What goes through pages byte by byte is optimised in debug builds too: `swift run weave` makes one, and an author waits for
/// it at every save. SwiftPM calls the flag unsafe, and since 6.2 no longer bars packages with it as dependencies.
let optimizedInDebug: SwiftSetting = .unsafeFlags(["-O"], .when(configuration: .debug))

/// Inner loops in C have the same bits at any level of optimisation; without any, tests that train take minutes.
let cOptimizedInDebug: CSetting = .unsafeFlags(["-O2"], .when(configuration: .debug))

/// The code that shows things runs once, not in loops: to move it into chapters would only cost their compilation time.
let notInlinedIntoChapters: SwiftSetting = .unsafeFlags(["-disable-cmo"])

/// Whether Linux has its C library as an archive too, as Debian and Ubuntu do and Fedora does only on request.
let hasStaticC = ["x86_64-linux-gnu/", "aarch64-linux-gnu/", "", "../lib64/"].contains { folder in
    FileManager.default.isReadableFile(atPath: "/usr/lib/\(folder)libc.a")
}

/// A program that is one file when it is released. It starts in less than half the time, since nothing is left to be found, loaded
/// and bound before `main`, and runs where there is no Swift. The two libraries are what Foundation's archive needs, and the table
/// is for what unwinds a stack, which is slow without it.
let startingAtOnce: [LinkerSetting] = [
    .unsafeFlags(
        [hasStaticC ? "-static-executable" : "-static-stdlib", "-use-ld=lld", "-Xlinker", "--eh-frame-hdr"],
        .when(platforms: [.linux], configuration: .release)),
    .linkedLibrary("_FoundationCShims", .when(platforms: [.linux], configuration: .release)),
    .linkedLibrary("_FoundationCollections", .when(platforms: [.linux], configuration: .release)),
]

/// The wings of the house. A module imports modules of wings that stand below its own here, and of its own; a system never
/// imports another system (`Tests/HouseTests` holds the manifest and the imports to that).
enum Wing: String {
    case commands = "Commands"
    case weaving = "Weaving"
    case systems = "Systems"
    case showing = "Showing"
    case learning = "Learning"
}

/// Where a target's code comes from.
enum Kind { case library, executable, c }

/// The folder of a module's fixtures, and whether tests find it in their bundle (`copied`) or in the repository.
enum Fixtures { case none, read(String), copied(String) }

/// A module `Sources/WING/NAME` and its twin `Tests/WING/NAMETests`, which also imports `tested`.
func module(
    _ name: String, in wing: Wing, as kind: Kind = .library, needs dependencies: [Target.Dependency] = [],
    testedWith tested: [Target.Dependency]? = [], fixtures: Fixtures = .none, extra: [SwiftSetting] = [],
    without excludedFolders: [String] = [], linking: [LinkerSetting] = []
) -> [Target] {
    let path = "Sources/\(wing.rawValue)/\(name)"
    let target: Target =
        switch kind {
        case .c: .target(name: name, path: path, cSettings: [cOptimizedInDebug])
        case .library:
            .target(
                name: name, dependencies: dependencies, path: path, exclude: excludedFolders,
                swiftSettings: settings + extra,
                linkerSettings: linking)
        case .executable:
            .executableTarget(
                name: name, dependencies: dependencies, path: path, swiftSettings: settings + extra,
                linkerSettings: linking)
        }
    guard let tested else { return [target] }
    var (excluded, resources): ([String], [Resource]) = ([], [])
    switch fixtures {
    case .none: break
    case .read(let folder): excluded = [folder]
    case .copied(let folder): resources = [.copy(folder)]
    }
    let own: [Target.Dependency] = [.target(name: name), "TestSupport"]
    return [
        target,
        .testTarget(
            name: "\(name)Tests", dependencies: own + tested, path: "Tests/\(wing.rawValue)/\(name)Tests",
            exclude: excluded, resources: resources, swiftSettings: settings),
    ]
}

let arguments: Target.Dependency = .product(name: "ArgumentParser", package: "swift-argument-parser")
let system: Target.Dependency = .product(
    name: "SystemPackage", package: "swift-system", condition: .when(platforms: [.linux]))
let yams: Target.Dependency = .product(name: "Yams", package: "Yams")
let flyingFox: Target.Dependency = .product(name: "FlyingFox", package: "FlyingFox")

/// The ranks of a job send messages by MPI where the package is built with `--traits MPI`.
let mpi: Target.Dependency = .target(name: "CMPI", condition: .when(traits: ["MPI"]))

/// Linux keeps sqrt, which Swift's squareRoot() may call, in a library of its own.
let mathLibrary: LinkerSetting = .linkedLibrary("m", .when(platforms: [.linux]))

let learning: [[Target]] = [
    module("EventFiles", in: .learning, fixtures: .copied("Fixtures")),
    module(
        "DeterministicMath", in: .learning, linking: [mathLibrary]),
    module("Advantages", in: .learning, needs: ["DeterministicMath"], testedWith: ["DeterministicMath"]),
    module(
        "Records", in: .learning, needs: ["DeterministicMath"], testedWith: ["DeterministicMath"]),
    module("CKernels", in: .learning, as: .c, testedWith: nil),
    module(
        "Autodiff", in: .learning, needs: ["CKernels", "DeterministicMath"], testedWith: ["DeterministicMath"],
        fixtures: .copied("Fixtures")),
    module(
        "Transformers", in: .learning, needs: ["Autodiff", "DeterministicMath"],
        testedWith: ["Autodiff", "DeterministicMath"], fixtures: .copied("Fixtures")),
    module(
        "GRPO", in: .learning, needs: ["Autodiff", "DeterministicMath", "Transformers"],
        testedWith: ["Autodiff", "Checkpoints", "DeterministicMath", "Transformers"],
        fixtures: .copied("Fixtures")),
    module(
        "Ranks", in: .learning, needs: ["Autodiff", "GRPO", mpi], testedWith: ["Autodiff", "DeterministicMath", "GRPO"]),
    [
        .systemLibrary(
            name: "CMPI", path: "Sources/Learning/CMPI", pkgConfig: "ompi-c",
            providers: [.apt(["libopenmpi-dev", "openmpi-bin"]), .brew(["open-mpi"])])
    ],
    module(
        "Trajectories", in: .learning, needs: ["Autodiff", "DeterministicMath", "Records", "Transformers"],
        testedWith: ["Autodiff", "DeterministicMath", "Records", "Transformers"]),
    module("Sweeps", in: .learning, needs: ["DeterministicMath", "Records"], testedWith: ["Records", yams]),
    module("Judges", in: .learning),
    module("Tokenizers", in: .learning, fixtures: .read("Fixtures")),
    module(
        "Checkpoints", in: .learning, needs: ["Autodiff", "DeterministicMath", "Tokenizers", "Transformers"],
        testedWith: ["Autodiff", "DeterministicMath", "Tokenizers", "Transformers"], fixtures: .read("Fixtures")),
]

let showing: [[Target]] = [
    module(
        "Exhibits", in: .showing, needs: ["DeterministicMath"], testedWith: ["DeterministicMath"],
        extra: [notInlinedIntoChapters, optimizedInDebug]),
    module(
        "Figures", in: .showing, needs: ["DeterministicMath", "Exhibits"],
        testedWith: ["DeterministicMath", "Exhibits"],
        fixtures: .read("Snapshots"), extra: [notInlinedIntoChapters]),
    module(
        "RunFigures", in: .showing, needs: ["DeterministicMath", "Exhibits", "Figures", "Records"],
        testedWith: ["Exhibits", "OneNumber", "Records"], extra: [notInlinedIntoChapters]),
]

let systems: [[Target]] = [
    module(
        "DarkRoom", in: .systems,
        needs: [
            "Autodiff", "Checkpoints", "DeterministicMath", "EventFiles", "Exhibits", "Records", "Trajectories",
            "Transformers",
        ],
        testedWith: ["Autodiff", "DeterministicMath", "Trajectories"]),
    module(
        "OneNumber", in: .systems, needs: ["Advantages", "DeterministicMath", "Exhibits", "Records"],
        testedWith: ["Advantages", "DeterministicMath", "Records"],
        fixtures: .copied("Fixtures")),
    module(
        "Language", in: .systems,
        needs: [
            "Advantages", "Autodiff", "Checkpoints", "DeterministicMath", "Exhibits", "GRPO", "Records", "Trajectories",
            "Transformers",
        ],
        testedWith: [
            "Advantages", "Autodiff", "DeterministicMath", "GRPO", "Records", "Trajectories", "Transformers",
        ],
        fixtures: .copied("Fixtures")),
    module(
        "SixWords", in: .systems, needs: ["Autodiff", "DeterministicMath", "Transformers"],
        testedWith: ["Autodiff", "DeterministicMath", "Transformers"]),
]

let weaving: [[Target]] = [
    module("Scanning", in: .weaving, needs: ["Exhibits"], extra: [optimizedInDebug]),
    module("MathML", in: .weaving, needs: ["Exhibits", "Scanning"], fixtures: .read("Fixtures")),
    module(
        "Markdown", in: .weaving, needs: ["CCMark"], testedWith: ["CCMark"], fixtures: .read("Fixtures"),
        extra: [optimizedInDebug]),
    module(
        "Literate", in: .weaving,
        needs: [
            "DeterministicMath", "Exhibits", "LiterateResources", "Markdown", "MathML", "Scanning", system, yams,
            .product(name: "Subprocess", package: "swift-subprocess"),
        ],
        testedWith: ["DeterministicMath", "Exhibits", "Markdown", "Scanning"], without: ["Resources"]),
    module(
        "Preview", in: .weaving,
        needs: ["Literate", flyingFox, .product(name: "FlyingSocks", package: "FlyingFox")],
        testedWith: ["Literate", flyingFox]),
    [
        // The compiler of C puts files into a program, in no time and wherever the program goes.
        .target(
            name: "LiterateResources", path: "Sources/Weaving/Literate/Resources", exclude: ["styles", "scripts"]),
        .systemLibrary(
            name: "CCMark", path: "Sources/Weaving/CCMark", pkgConfig: "libcmark",
            providers: [.apt(["libcmark-dev"]), .brew(["cmark"])]),
    ],
]

let commands: [[Target]] = [
    module(
        "weave", in: .commands, as: .executable, needs: ["Literate", "Preview", arguments], testedWith: ["Literate"]),
    module(
        "ChatModels", in: .commands,
        needs: [
            "Autodiff", "Checkpoints", "DeterministicMath", "GRPO", "Judges", "Language", "Records", "Tokenizers",
            "Transformers",
        ],
        testedWith: [
            "Autodiff", "Checkpoints", "DeterministicMath", "GRPO", "Judges", "Language", "Records", "Tokenizers",
            "Transformers",
        ],
        fixtures: .read("Fixtures")),
    module(
        "train", in: .commands, as: .executable,
        needs: [
            "Advantages", "Autodiff", "ChatModels", "Checkpoints", "DarkRoom", "DeterministicMath", "EventFiles",
            "GRPO", "Judges", "Language", "OneNumber", "Ranks", "Records", "RunFigures", "SixWords", "Sweeps",
            "Trajectories", "Transformers",
            arguments,
        ],
        testedWith: [
            "Advantages", "DarkRoom", "DeterministicMath", "GRPO", "Language", "OneNumber", "Records", arguments,
        ],
        linking: startingAtOnce),
]

let testing: [Target] = [
    .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: settings),
    .testTarget(name: "HouseTests", dependencies: ["TestSupport"], path: "Tests/HouseTests", swiftSettings: settings),
]

let package = Package(
    name: "weave",
    platforms: [.macOS(.v15)],
    products: [
        .executable(name: "weave", targets: ["weave"]),
        .executable(name: "train", targets: ["train"]),
        // Per-prompt advantages for other training loops.
        .library(name: "Advantages", targets: ["Advantages"]),
        // What the cells of any other package's book need: make it part of that package's own dynamic library.
        .library(name: "WeaveRuntime", targets: ["DeterministicMath", "Exhibits", "Figures"]),
        // What a chapter's cells import, as one library that weave builds with optimisation on and links to every chapter.
        .library(
            name: "BookRuntime",
            type: .dynamic,
            targets: [
                "Advantages", "Autodiff", "DarkRoom", "DeterministicMath", "Exhibits", "Figures", "GRPO", "Language",
                "OneNumber", "Records", "RunFigures", "SixWords", "Trajectories", "Transformers",
            ]
        ),
    ],
    traits: [.trait(name: "MPI", description: "Trainings of one model on several machines, by Open MPI.")],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.0"),
        .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.0"),
        .package(url: "https://github.com/apple/swift-system", from: "1.6.0"),
        .package(url: "https://github.com/swhitty/FlyingFox", from: "0.26.0"),
    ],
    targets: Array((learning + showing + systems + weaving + commands).joined()) + testing
)
