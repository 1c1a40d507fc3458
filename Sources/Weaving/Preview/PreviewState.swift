/// What a browser must know: which version of the site there is, and what is wrong with the book.
actor PreviewState {
    /// The answer to a browser.
    struct News: Hashable, Sendable, Encodable {
        /// Counts the builds.
        var version: Int
        /// What is wrong, with excerpts; empty if nothing is.
        var problems: String
    }

    private var news = News(version: 0, problems: "")
    private var waiting: [Int: CheckedContinuation<News, Never>] = [:]
    private var waiters = 0

    /// How many builds there were.
    var version: Int { news.version }

    /// Announces a build.
    func built(problems: String) {
        news = News(version: news.version + 1, problems: problems)
        for continuation in waiting.values { continuation.resume(returning: news) }
        waiting = [:]
    }

    /// What there is as soon as it is newer than `version`, at the latest after `limit`.
    func news(after version: Int, limit: Duration) async -> News {
        // A browser of an earlier preview may have seen more versions than there are.
        guard version == news.version else { return news }
        waiters += 1
        let number = waiters
        let alarm = Task {
            try await Task.sleep(for: limit)
            giveUp(number)
        }
        defer { alarm.cancel() }
        return await withCheckedContinuation { waiting[number] = $0 }
    }

    private func giveUp(_ number: Int) {
        waiting.removeValue(forKey: number)?.resume(returning: news)
    }
}
