// Data and JSON in every file of the module, without what loads languages and time zones.
#if canImport(FoundationEssentials)
@_exported public import FoundationEssentials
#else
@_exported public import Foundation
#endif
