import FlyingFox
import Foundation

/// Answers a browser on this machine: files of the site and news of the next build, nothing else.
struct PreviewHandler: HTTPHandler {
    let site: URL
    let port: UInt16
    let state: PreviewState
    /// How long a browser waits for news before it asks again.
    var patience = Duration.seconds(10)

    func handleRequest(_ request: HTTPRequest) async throws -> HTTPResponse {
        // A page of another site could reach a server on this machine by a name of its own that leads here.
        guard let host = request.headers[.host], hosts.contains(host.lowercased()) else {
            return Self.text("This preview answers to \(hosts[0]) only.\n", .forbidden)
        }
        guard request.method == .GET || request.method == .HEAD else {
            return Self.text("A preview is only read.\n", .methodNotAllowed)
        }
        switch request.path {
        case "/__weave/news":
            let version = request.query.first { $0.name == "after" }.flatMap { Int($0.value) } ?? -1
            let news = await state.news(after: version, limit: patience)
            let encoder = JSONEncoder()
            encoder.outputFormatting = .sortedKeys
            return Self.response(try encoder.encode(news), type: "application/json")
        case "/__weave/preview.js":
            return Self.response(Data(PreviewScript.file.utf8), type: Self.type(of: "js"))
        default:
            // Before the file is read: a page must not claim to be newer than it is.
            let version = await state.version
            return file(request.path.removingPercentEncoding ?? request.path, after: version)
        }
    }

    private var hosts: [String] { ["127.0.0.1:\(port)", "localhost:\(port)"] }

    /// A file that weave wrote: the site's list of its files is the list of what there is to serve.
    private func file(_ path: String, after version: Int) -> HTTPResponse {
        var name = String(path.drop { $0 == "/" })
        let names = siteFiles
        if name.isEmpty {
            name = names.contains("index.html") ? "index.html" : names.first { $0.hasSuffix(".html") } ?? ""
        }
        let isPage = name.isEmpty || name.hasSuffix(".html")
        guard names.contains(name), var data = try? Data(contentsOf: site.appendingPathComponent(name)) else {
            // The page may come with the next build, so it waits for it.
            let waiting = Data("<!DOCTYPE html><title>weave</title><body><p>There is no such page.</p></body>".utf8)
            return isPage
                ? Self.response(Self.listening(waiting, after: version), type: Self.type(of: "html"), .notFound)
                : Self.text("There is no such file.\n", .notFound)
        }
        if isPage { data = Self.listening(data, after: version) }
        return Self.response(data, type: Self.type(of: String(name.split(separator: ".").last ?? "")))
    }

    private var siteFiles: [String] {
        let list = try? String(contentsOf: site.appendingPathComponent(".weave-files"), encoding: .utf8)
        return (list ?? "").split(separator: "\n").map(String.init)
    }

    /// The page with the script that waits for news after a build.
    private static func listening(_ page: Data, after version: Int) -> Data {
        let script = "<script src=\"/__weave/preview.js?version=\(version)\"></script>\n"
        return Data(String(decoding: page, as: UTF8.self).replacing("</body>", with: script + "</body>").utf8)
    }

    private static func text(_ text: String, _ status: HTTPStatusCode) -> HTTPResponse {
        response(Data(text.utf8), type: "text/plain; charset=utf-8", status)
    }

    private static func response(_ data: Data, type: String, _ status: HTTPStatusCode = .ok) -> HTTPResponse {
        let headers: [HTTPHeader: String] = [
            .contentType: type, .cacheControl: "no-store", HTTPHeader("X-Content-Type-Options"): "nosniff",
        ]
        return HTTPResponse(statusCode: status, headers: HTTPHeaders(headers), body: data)
    }

    private static func type(of ending: String) -> String {
        switch ending {
        case "html": "text/html; charset=utf-8"
        case "css": "text/css; charset=utf-8"
        case "js": "text/javascript; charset=utf-8"
        case "svg": "image/svg+xml"
        case "csv": "text/csv; charset=utf-8"
        case "json": "application/json"
        case "png": "image/png"
        case "jpg", "jpeg": "image/jpeg"
        default: "application/octet-stream"
        }
    }
}
