import Foundation
import TestSupport
import Testing

@testable import Scanning

struct BareSwiftTests {
    @Test(arguments: [
        ("let a = 1\n", "// why\n\n  let  a = 1 // what\n"),
        ("f(a, b)", "f(\n    a,  // first\n    b)"), ("let x = [1, 2]", "let x = [\n    1,\n    2\n]"),
        ("a\n/* x /* y */ */\nb", "a\n\nb"), ("a/**/b", "a b"),
        ("func f(line: Int = #line) {}", "func f(\n line: Int = #line\n) {}"),
        ("x /= 2", "x  /= 2"), ("(a) / b", "(a)  /  b"), ("let `a b` = 1 ", "let  `a b` = 1"),
        ("reduce(1, /)", "reduce(1,  /)"),
    ])
    func `comments and layout are left out`(one: String, other: String) {
        #expect(BareSwift.code(of: one + "\n") == BareSwift.code(of: other + "\n"))
    }

    @Test(arguments: [
        ("\"a  b\"", "\"a b\""), ("\"http://a\"", "\"http://b\""), ("\"\\(f(\"a  b\"))\"", "\"\\(f(\"a b\"))\""),
        ("\"\\(f(\"x//a\"))\"", "\"\\(f(\"x//b\"))\""), ("#\"\"a  b\"\"#", "#\"\"a b\"\"#"),
        ("\"\"\"\n a // b\n \"\"\"", "\"\"\"\n a // c\n \"\"\""), ("a -b", "a - b"), ("a\n-b", "a - b"),
        ("return\nf()", "return f()"), ("f\n(x)", "f(x)"), ("#/a  b/#", "#/a b/#"), ("let r = /a  b/", "let r = /a b/"),
        ("f(/a \"  b/)", "f(/a \" b/)"), ("print(\"a\") // \"\n\"  \"", "print(\"a\") // \"\n\" \""),
        ("print(#line)", "\nprint(#line)"), ("let `a  b` = 1", "let `a b` = 1"), ("\"\\\"//a\"", "\"\\\"//b\""),
        ("f(a\n)", "f(a b)"), ("{ a\n(b) }", "{ a(b) }"), ("f({ a\nb })", "f({ a b })"),
        ("#\"\\#(g(\"  \"))\"#", "#\"\\#(g(\" \"))\"#"), ("\"\\(a /* ) */ + \"  \")\"", "\"\\(a /* ) */ + \" \")\""),
        ("a ?b", "a ? b"), ("(a )b", "(a b)"),
    ])
    func `what may mean something stays`(one: String, other: String) {
        #expect(BareSwift.code(of: one + "\n") != BareSwift.code(of: other + "\n"))
    }

    @Test(arguments: ["\"abc", "/* a", "f(", "\"\"\"\na", "a)", "print(#line)\n// a", "let r = /x/ // a"])
    func `a source that is not understood is taken as it is`(source: String) {
        #expect(BareSwift.code(of: source) == source)
    }

    @Test func `almost all sources of this repository are understood, and their code is all there`() throws {
        let folder = Repository.file("Sources")
        let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)!
            .compactMap { $0 as? URL }.filter { $0.pathExtension == "swift" }
        var taken = 0
        for file in files {
            let source = try String(contentsOf: file, encoding: .utf8)
            let code = BareSwift.code(of: source)
            if code == source { taken += 1 } else { #expect(BareSwift.code(of: code) == code, "\(file.path)") }
            func words(_ text: String) -> [String] {
                SwiftScanner(text).filter { $0.kind != .comment }.map(\.text)
                    .filter { $0.contains { !$0.isWhitespace } }
            }
            #expect(words(code) == words(source), "\(file.path)")
        }
        #expect(files.count > 300 && taken * 20 < files.count, "\(taken) of \(files.count)")
    }
}
