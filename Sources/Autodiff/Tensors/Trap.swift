/// Stops the program with the error as its message, also in optimised programs, where `precondition` says nothing.
func trap(_ error: ShapeError) -> Never {
    fatalError(error.description)
}

/// Stops the program with the message if the condition does not hold, also in optimised programs.
func require(_ condition: Bool, _ message: @autoclosure () -> String) {
    guard condition else { fatalError(message()) }
}
