/// Stops the program with the message if the condition does not hold, also in optimised programs, where `precondition` says
/// nothing.
@inlinable
package func require(_ condition: Bool, _ message: @autoclosure () -> String) {
    guard condition else { fatalError(message()) }
}
