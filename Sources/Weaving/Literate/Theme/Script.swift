/// What a page can do with JavaScript and does without.
enum Script {
    /// Runs before the page is painted, so that a chosen theme does not flash.
    static let head: HTML = """
        <script>try { var t = localStorage.getItem("theme"); if (t) document.documentElement.dataset.theme = t } catch (e) { console.info("no storage here: " + e) }</script>
        """

    /// The file `site.js`: a classic script, since modules do not load from file://.
    static let file = [controls, sliders, readout, search].joined(separator: "\n")

    /// The sliders under figures: they only choose which of the pictures on the page is seen.
    private static let sliders = """
        (function () {
          "use strict";
          document.querySelectorAll(".slider").forEach(function (slider) {
            var input = slider.querySelector("input"), output = slider.querySelector("output");
            var pictures = slider.parentNode.querySelectorAll(".picture");
            slider.hidden = false;
            function show() {
              pictures.forEach(function (picture, i) { picture.hidden = i !== Number(input.value); });
              output.textContent = pictures[input.value].dataset.label;
              input.setAttribute("aria-valuetext", output.textContent);
            }
            input.addEventListener("input", show);
            // A browser may bring the last choice back after a reload.
            show();
          });
        })();

        """

    /// The theme toggle and the copy buttons.
    private static let controls = """
        (function () {
          "use strict";
          var root = document.documentElement;

          function isDark() {
            if (root.dataset.theme) return root.dataset.theme === "dark";
            return matchMedia("(prefers-color-scheme: dark)").matches;
          }

          var toggle = document.querySelector(".theme-toggle");
          function label() { toggle.textContent = isDark() ? "Light" : "Dark"; }
          toggle.hidden = false;
          toggle.addEventListener("click", function () {
            root.dataset.theme = isDark() ? "light" : "dark";
            label();
            try { localStorage.setItem("theme", root.dataset.theme); } catch (e) { console.info("no storage here: " + e); }
          });
          matchMedia("(prefers-color-scheme: dark)").addEventListener("change", label);
          label();

          if (!navigator.clipboard) return;
          document.querySelectorAll(".cell").forEach(function (cell) {
            var code = cell.querySelector("pre.code");
            if (!code) return;
            var button = document.createElement("button");
            button.className = "copy";
            button.type = "button";
            button.textContent = "Copy";
            function say(text) {
              button.textContent = text;
              setTimeout(function () { button.textContent = "Copy"; }, 1500);
            }
            button.addEventListener("click", function () {
              navigator.clipboard.writeText(code.textContent)
                .then(function () { say("Copied"); }, function () { say("Not allowed"); });
            });
            code.parentNode.style.position = "relative";
            code.parentNode.appendChild(button);
          });
        })();

        """
}
