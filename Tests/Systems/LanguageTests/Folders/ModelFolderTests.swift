import Language
import Testing
import Transformers

struct ModelFolderTests {
    @Test func `a model that was written is read with every bit`() async throws {
        try await RunFolderTests.withFolder { path in
            let model = LanguageModel(.stories, features: 16, seed: 7)
            try ModelFolder(path).write(model)
            let read = try ModelFolder(path).read()
            #expect(GRPORunTests.digest(read) == GRPORunTests.digest(model))
            #expect(read.decoder.settings == model.decoder.settings && read.coder as? Vocabulary == .stories)
        }
    }

    @Test func `a folder without a model is an error that names the file`() {
        #expect { try ModelFolder("/no/such/folder").read() } throws: { "\($0)".contains("/no/such/folder/model.json") }
    }
}
