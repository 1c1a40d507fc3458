(function () {
  "use strict";
  // Opens what hides the element that a link leads to, and the fold in a cell that it leads to as a whole.
  function reveal(hash) {
    var id = decodeURIComponent(hash.slice(1)), place = id && document.getElementById(id);
    if (!place) return;
    var own = place.querySelector(":scope > details");
    if (own) own.open = true;
    for (var around = place; around; around = around.parentElement) if (around.tagName === "DETAILS") around.open = true;
    place.scrollIntoView();
  }
  addEventListener("hashchange", function () { reveal(location.hash); });
  document.addEventListener("click", function (event) {
    var link = event.target.closest("a[href^='#']");
    // To go where one is already is no change of the address.
    if (link && link.hash === location.hash) reveal(link.hash);
  });
  if (location.hash) reveal(location.hash);
})();
