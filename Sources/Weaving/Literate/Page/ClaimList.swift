/// The sentences that a cell checked, for the reader who asks how we know.
enum ClaimList {
    static func html(_ claims: [String]) -> HTML {
        let items = claims.map { claim in "<li>\(claim.withApostrophes)</li>\n" as HTML }
        return """
            <ul class="claims" aria-label="Checked each time this page is made">
            \(items)</ul>

            """
    }
}
