import Testing

@testable import PolicyGradient
