/// Stops the program with the error as its message, also in optimised programs, where `precondition` says nothing.
package func trap(_ error: ShapeError) -> Never {
    fatalError(error.description)
}
