(function () {
  "use strict";
  // A number in a sentence shows the expression that gave it: to a mouse by its title, to a finger at a tap.
  var tip = null;
  function close() { if (tip) tip.remove(); tip = null; }
  document.addEventListener("click", function (event) {
    var number = event.target.closest(".computed"), isOpen = tip && number && tip.previousSibling === number;
    close();
    if (!number || isOpen) return;
    tip = document.createElement("code");
    tip.className = "expression";
    tip.textContent = number.title;
    number.after(tip);
  });
  document.addEventListener("keydown", function (event) { if (event.key === "Escape") close(); });
})();
