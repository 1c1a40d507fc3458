import Foundation
import Scanning

/// What the manifest of a package says of its targets. SwiftPM is asked once for each manifest, and its answer is kept where
/// it builds.
struct Manifest: Codable, Hashable, Sendable {
    /// The version of the toolchain that read it.
    private var toolchain: String
    /// For each target, by the name of its module, what names the settings that it is compiled with.
    private(set) var settings: [String: String] = [:]
    /// The folders that targets other than tests are made of, as paths in the package.
    private(set) var folders: [String] = ["Sources"]

    /// What was kept of the manifest as it is now; nil if it was not asked yet.
    init?(keptOf package: URL, scratch: URL) {
        guard let file = Self.file(of: package, scratch: scratch),
            case .whole(let kept) = SealedFile.read(file, as: Self.self)
        else { return nil }
        self = kept
    }

    /// What was kept, or what SwiftPM answers now; nil if it can not read the manifest.
    init?(of package: URL, scratch: URL, toolchain: Toolchain) async {
        if let kept = Self(keptOf: package, scratch: scratch), kept.toolchain == toolchain.version {
            self = kept
            return
        }
        let command = Command(
            executable: toolchain.driver,
            arguments: [
                "package", "--package-path", package.path, "--scratch-path", scratch.path, "dump-package",
            ])
        guard let file = Self.file(of: package, scratch: scratch),
            let (output, succeeded) = try? await command.output(), succeeded, let start = output.firstIndex(of: "{"),
            let answer = try? JSONSerialization.jsonObject(with: Data(output[start...].utf8)) as? [String: Any],
            let targets = answer["targets"] as? [[String: Any]]
        else { return nil }
        self.toolchain = toolchain.version
        let common = ["toolsVersion", "swiftLanguageVersions", "cLanguageStandard", "cxxLanguageStandard"]
        for target in targets {
            let (name, kind) = (target["name"] as? String ?? "", target["type"] as? String ?? "")
            let module = String(name.map { $0.isLetter || $0.isNumber ? $0 : "_" })
            let parts = common.map { Self.text(answer[$0]) } + [Self.text(target["settings"])]
            settings[module] = Fingerprint.of(parts)
            if kind == "plugin" { folders.append("Plugins") }
            guard let path = target["path"] as? String, kind != "test", !path.hasPrefix("Sources/") else { continue }
            folders.append(path)
        }
        // Not kept, it is asked again, which is slower and as right.
        try? SealedFile.write(self, to: file)
    }

    /// The kept answer for the manifest as it is now; nil if there is no manifest.
    private static func file(of package: URL, scratch: URL) -> URL? {
        guard let manifest = try? Data(contentsOf: package.appendingPathComponent("Package.swift")) else { return nil }
        let name = Fingerprint.of(Data((package.standardizedFileURL.path + "\n").utf8) + manifest)
        return scratch.appendingPathComponent("weave/manifests/\(name).json")
    }

    private static func text(_ value: Any?) -> String {
        guard let value, !(value is NSNull),
            let data = try? JSONSerialization.data(
                withJSONObject: value, options: [.sortedKeys, .fragmentsAllowed, .withoutEscapingSlashes])
        else { return "" }
        return String(decoding: data, as: UTF8.self)
    }
}
