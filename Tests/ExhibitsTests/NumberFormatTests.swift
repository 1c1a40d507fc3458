import Testing

@testable import Exhibits
