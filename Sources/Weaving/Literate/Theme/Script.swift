/// What a page can do with JavaScript and does without.
enum Script {
    /// Runs before the page is painted, so that a chosen theme does not flash.
    static let head: HTML = """
        <script>try { var t = localStorage.getItem("theme"); if (t) document.documentElement.dataset.theme = t } catch (e) { console.info("no storage here: " + e) }</script>
        """

    /// Runs right behind a menu, which is open without it: on a phone it would push the text off the page.
    static let menus: HTML = """
        <script>if (matchMedia("(max-width: 50rem)").matches) document.querySelectorAll(".menu").forEach(function (menu) { menu.open = false })</script>
        """

    /// The file `site.js`: a classic script, since modules do not load from file://.
    static let file = ["controls.js", "folds.js", "expressions.js", "sliders.js", "readout.js", "search.js"].map(
        Resource.text
    ).joined(
        separator: "\n")
}
