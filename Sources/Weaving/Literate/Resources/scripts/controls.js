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

  // Beside the text there is room for the menus.
  matchMedia("(max-width: 50rem)").addEventListener("change", function (narrow) {
    document.querySelectorAll(".menu").forEach(function (menu) { menu.open = !narrow.matches; });
  });

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
