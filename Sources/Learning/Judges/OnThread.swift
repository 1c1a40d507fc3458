import Dispatch

/// The result of work that waits for the world, on a thread of its own: tasks share as few threads as there are cores.
func onThread<Value: Sendable>(
    _ work: @escaping @Sendable () throws(JudgeError) -> Value
) async throws(JudgeError) -> Value {
    let result = await withCheckedContinuation { (done: CheckedContinuation<Result<Value, JudgeError>, Never>) in
        DispatchQueue.global().async { done.resume(returning: Result { () throws(JudgeError) in try work() }) }
    }
    return try result.get()
}
