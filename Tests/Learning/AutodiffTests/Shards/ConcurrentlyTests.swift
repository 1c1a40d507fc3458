import Testing

@testable import Autodiff

@Suite struct ConcurrentlyTests {
    @Test(arguments: [1, 2, 5]) func `results are in the order of their numbers`(threads: Int) async {
        #expect(await concurrently(40, threads: threads) { $0 * $0 } == (0..<40).map { $0 * $0 })
        #expect(await concurrently(0, threads: threads) { $0 } == [])
    }
}
