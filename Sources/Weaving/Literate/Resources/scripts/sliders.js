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
