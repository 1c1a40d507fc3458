import Foundation
import Testing

@testable import DeterministicMath

struct ZigguratTests {
    static let draws: [Double] = {
        var generator = Xoshiro256StarStar(seed: 2024)
        return (0..<200_000).map { _ in generator.normal() }
    }()

    @Test func `all layers have the same area and the last ends at the top of the curve`() {
        let layers = Ziggurat.normal.layers
        let area = layers[0].edge * layers[1].height
        for layer in 1..<255 {
            let layerArea = layers[layer].edge * (layers[layer + 1].height - layers[layer].height)
            #expect(abs(layerArea - area) < 1e-15)
        }
        #expect(abs(layers[255].edge * (1 - layers[255].height) - area) < 1e-13)
        #expect(abs(area - 0.004928673233974655) < 1e-15)
    }

    @Test func `the first four moments are those of the normal distribution`() {
        let n = Double(Self.draws.count)
        func moment(_ power: Int) -> Double {
            Self.draws.map { draw in (0..<power).reduce(1) { product, _ in product * draw } }.mean()
        }
        // Five standard errors; the moments' variances are 1, 2, 15 and 96.
        #expect(abs(moment(1)) < 5 * (1 / n).squareRoot())
        #expect(abs(moment(2) - 1) < 5 * (2 / n).squareRoot())
        #expect(abs(moment(3)) < 5 * (15 / n).squareRoot())
        #expect(abs(moment(4) - 3) < 5 * (96 / n).squareRoot())
    }

    @Test func `the distribution function is the normal one everywhere`() {
        // Kolmogorov and Smirnov: √n times the largest distance exceeds 2.23 once in ten thousand.
        let sorted = Self.draws.sorted()
        let n = Double(sorted.count)
        let distance = sorted.enumerated().map { index, draw in
            let probability = 0.5 * Foundation.erfc(-draw / 2.0.squareRoot())
            return max(abs(probability - Double(index) / n), abs(Double(index + 1) / n - probability))
        }.max()!
        #expect(distance * n.squareRoot() < 2.23)
    }

    @Test func `the tail beyond the lowest layer is drawn as often as it should be`() {
        // 2 (1 - Φ(3.654)) = 2.58e-4, so 51.6 ± 7.2 of these draws.
        let tail = Self.draws.filter { abs($0) > Ziggurat.tailStart }
        #expect((20...90).contains(tail.count))
        #expect(tail.contains { $0 < 0 } && tail.contains { $0 > 0 })
    }

    @Test func `a draw inside the next layer needs one word`() {
        // Layer 3, positive, halfway out.
        var words = RecordedWords(words: [1 << 63 | 3])
        #expect(words.normal() == Ziggurat.normal.layers[3].edge / 2)
        words = RecordedWords(words: [1 << 63 | 1 << 8 | 3])
        #expect(words.normal() == -Ziggurat.normal.layers[3].edge / 2)
    }

    @Test func `a draw at a layer's edge is accepted below the curve and drawn again above it`() {
        let edge = UInt64.max << 11 | 200
        // Height 0 in the layer is the curve's height at its edge, so a point just within is under the curve.
        var words = RecordedWords(words: [edge, 0])
        #expect(words.normal() == Ziggurat.normal.layers[200].edge * (1 - 0x1p-53))
        words = RecordedWords(words: [edge, .max, 1 << 63 | 3])
        #expect(words.normal() == Ziggurat.normal.layers[3].edge / 2)
        #expect(words.words.isEmpty)
    }

    @Test func `a draw beyond the lowest layer comes from the tail`() {
        var words = RecordedWords(words: [UInt64.max << 11, 1 << 63, 1 << 63])
        let expected = Ziggurat.tailStart + Foundation.log(2) / Ziggurat.tailStart
        #expect(abs(words.normal() - expected) < 1e-15)
    }
}
