import Foundation
import Language
import Testing
import Transformers

struct LanguageModelCodableTests {
    @Test func `a model that was kept has every bit`() throws {
        let model = LanguageModel(.stories, features: 16, seed: 8)
        let json = try JSONEncoder().encode(model)
        let restored = try JSONDecoder().decode(LanguageModel.self, from: json)
        #expect(GRPORunTests.digest(restored) == GRPORunTests.digest(model))
        #expect(restored.decoder.settings == model.decoder.settings)
        #expect(restored.coder as? Vocabulary == .stories)
    }

    @Test func `numbers that do not fit the decoder are refused`() throws {
        let json = try JSONEncoder().encode(LanguageModel(.stories, features: 16, layers: 1, seed: 8))
        var object = try #require(try JSONSerialization.jsonObject(with: json) as? [String: Any])
        object["numbers"] = Data(count: 8).base64EncodedString()
        let damaged = try JSONSerialization.data(withJSONObject: object)
        #expect(throws: DecodingError.self) { try JSONDecoder().decode(LanguageModel.self, from: damaged) }
    }
}
