import DeterministicMath
import Foundation
import TestSupport
import Testing

@testable import Checkpoints

struct GGUFTests {
    private func error(of file: GGUFFile) -> GGUFError? {
        do {
            _ = try GGUF(file.data)
            return nil
        } catch { return error }
    }

    @Test func `a file's keys and tensors are read, and a llama's halves are put back`() throws {
        let file = try GGUF(GGUFFile.twoHeads.data)
        #expect(try file.texts("list") == ["a", "é"])
        #expect(try file.integer("llama.attention.head_count") == 2)
        let named = try file.namedTensors()
        #expect(
            named.map(\.name) == ["model.layers.0.self_attn.q_proj.weight", "model.layers.0.self_attn.v_proj.weight"])
        #expect(file.floats(of: named[0]) == [0, 2, 1, 3, 4, 6, 5, 7])
        #expect(file.floats(of: named[1]) == [0, 1, 2, 3, 4, 5, 6, 7])
        #expect(named[0].tensor.shape == [8, 1])
    }

    @Test func `what can not be read is named`() {
        var file = GGUFFile.twoHeads
        file.version = 9
        #expect(error(of: file) == .version(9))
        file = .twoHeads
        file.tensors[1].type = 99
        #expect(error(of: file) == .unsupported(what: "type of the numbers of blk.0.attn_v.weight", value: 99))
        file = .twoHeads
        file.tensors[1].offset = 0
        #expect(error(of: file) == .overlap("blk.0.attn_q.weight", "blk.0.attn_v.weight"))
        file = .twoHeads
        file.tensors[1].offset = 1 << 60
        #expect(
            error(of: file)?.description.contains("the place of blk.0.attn_v.weight is 1152921504606846976") == true)
        file = .twoHeads
        file.tensors[1].offset = 31
        #expect(error(of: file)?.description.contains("the place of blk.0.attn_v.weight is 31") == true)
        file = .twoHeads
        file.tensors[1].axes = [1 << 30, 1 << 30, 1 << 30]
        #expect(error(of: file)?.description.contains("the size of blk.0.attn_v.weight") == true)
        file = .twoHeads
        file.tensors[1].name = "blk.0.attn_q.weight"
        #expect(error(of: file) == .doubled("blk.0.attn_q.weight"))
        file = .twoHeads
        file.keys.append(("list", 0, [1]))
        #expect(error(of: file) == .doubled("list"))
        file = .twoHeads
        file.keys.append(("much", 9, GGUFFile.number(UInt32(0)) + GGUFFile.number(UInt64.max)))
        #expect(error(of: file)?.description.contains("the number of values of 'much' is 18446744073709551615") == true)
        file = .twoHeads
        let nested = (0..<9).flatMap { _ in GGUFFile.number(UInt32(9)) + GGUFFile.number(UInt64(1)) }
        file.keys.append(("deep", 9, nested + GGUFFile.number(UInt32(0)) + GGUFFile.number(UInt64(1)) + [0]))
        #expect(error(of: file)?.description.contains("the depth of 'deep' is 5, which is beyond 4") == true)
        file = .twoHeads
        file.keys.append(("general.alignment", 4, GGUFFile.number(UInt32(0))))
        #expect(error(of: file)?.description.contains("the alignment is 0") == true)
    }

    @Test func `other architectures and tensors are refused by name`() throws {
        var file = GGUFFile.twoHeads
        file.keys[0].value = GGUFFile.text("mamba")
        #expect(throws: GGUFError.architecture("mamba")) { try GGUF(file.data).namedTensors() }
        file = .twoHeads
        file.tensors[1].name = "blk.0.ssm_a"
        #expect(throws: GGUFError.tensor("blk.0.ssm_a")) { try GGUF(file.data).namedTensors() }
    }

    @Test func `a file cut or changed anywhere is an error or another file, never a crash`() throws {
        let whole = GGUFFile.twoHeads.data
        for length in 0..<whole.count - 1 {
            #expect(throws: GGUFError.self) { try GGUF(whole.prefix(length)) }
        }
        var random = Xoshiro256StarStar(seed: 7)
        var refused = 0
        for _ in 0..<20_000 {
            var bytes = [UInt8](whole)
            for _ in 0...Int(random.next() % 4) {
                bytes[Int(random.next() % UInt64(bytes.count))] = UInt8(truncatingIfNeeded: random.next())
            }
            guard let file = try? GGUF(Data(bytes)), let named = try? file.namedTensors() else {
                refused += 1
                continue
            }
            for tensor in named { #expect(file.floats(of: tensor).count == tensor.tensor.count) }
        }
        #expect(refused > 5_000)
    }
}
