// Files, data and JSON in every file of the module. What loads languages and time zones too would double the start of programs.
#if canImport(FoundationEssentials)
@_exported public import FoundationEssentials
#else
@_exported public import Foundation
#endif
