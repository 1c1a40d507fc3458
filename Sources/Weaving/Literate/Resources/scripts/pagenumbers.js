(function () {
  "use strict";
  // Browsers do not tell style sheets on which page an element is. Columns as wide and high as a page break where pages do.
  var book = document.querySelector(".book");
  // A formula or a table that is wider than the paper makes browsers shrink all pages until it fits, and more is on each.
  book.style.setProperty("--shrunk", Math.max(1, book.scrollWidth / book.clientWidth));
  document.body.classList.add("measuring");
  var style = getComputedStyle(book), start = book.getBoundingClientRect().left;
  var step = parseFloat(style.columnWidth) + parseFloat(style.columnGap);
  var numbers = Array.from(document.querySelectorAll(".book-contents a"), function (link) {
    var place = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    // What is empty at the end of a page has the place of the next.
    var box = place && (place.querySelector("h1") || place).getClientRects()[0];
    return [link.querySelector(".page-number"), box ? Math.floor((box.left - start + 1) / step) + 1 : ""];
  });
  document.body.classList.remove("measuring");
  numbers.forEach(function (pair) { pair[0].textContent = pair[1]; });
})();
