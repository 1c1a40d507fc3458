import DeterministicMath
import Foundation
import OneNumber
import TestSupport
import Testing

@testable import train

/// One seed, one digest of the whole history, whatever the machine offers. That a release build gives it too is tested where
/// a book is woven.
struct SameBitsTests {
    /// The digest of seed 7, which `RunTests` pins.
    private let digest = "fd02778103a47855"

    private func digests(_ arguments: [String], launcher: [String] = []) throws -> [String] {
        let run = try TrainProcess(
            arguments + ["--no-log", "--json"], in: TemporaryFolder(), launcher: launcher)
        #expect(run.status == 0, "\(run.errors)")
        return run.output.matches(of: /"digest":"([0-9a-f]{16})"/).map { String($0.output.1) }
    }

    @Test func `the program gives the recorded bits`() throws {
        #expect(try digests(["--seed", "7"]) == [digest])
    }

    @Test(arguments: ["-FMA,-FMA4,-AVX2", "-FMA,-FMA4,-AVX2,-AVX,-AVX512F,-ERMS,-SSE4_1,-SSE4_2"])
    func `it gives them without the faster variants of the C library's functions`(masked: String) throws {
        let tunables = "GLIBC_TUNABLES=glibc.cpu.hwcaps=\(masked)"
        #expect(try digests(["--seed", "7"], launcher: [tunables]) == [digest])
    }

    #if os(Linux)
    @Test func `a sweep gives every seed its bits on one processor and on all`() throws {
        let sweep = ["--seeds", "4", "--seed", "5", "--num-epochs", "60"]
        let settings = RunSettings(epochs: 60)
        let expected = try (5...8 as ClosedRange<UInt64>).map { seed in
            try Problem(seed: seed).run(settings: settings, seed: seed).digest.description
        }
        #expect(try digests(sweep) == expected)
        #expect(try digests(sweep, launcher: ["taskset", "--cpu-list", firstProcessor()]) == expected)
    }

    /// The number of a processor that this process may use.
    private func firstProcessor() throws -> String {
        let status = try String(contentsOfFile: "/proc/self/status", encoding: .utf8)
        let list = try #require(status.firstMatch(of: /Cpus_allowed_list:\s*(\d+)/))
        return String(list.output.1)
    }
    #endif
}
