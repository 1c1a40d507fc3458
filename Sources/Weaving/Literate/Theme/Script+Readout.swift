extension Script {
    /// The values of figures, shown at the pointer and read out by the arrow keys.
    ///
    /// The data are in the `<metadata>` of a picture, see `Plot.readout`; `data-panels` and `data-shifts` of each layout say where
    /// they are drawn. Left and right go from point to point, up and down from series to series; on cells all four go to the
    /// neighbour, and where y has the categories the two pairs are exchanged. Escape puts the values away.
    static let readout = """
        (function () {
          "use strict";
          var said = document.body.appendChild(document.createElement("div"));
          said.className = "unseen";
          said.setAttribute("aria-live", "polite");

          \(readoutData)
          \(readoutSearch)
          \(readoutTip)
          // One of the pictures: what is chosen in it, and by what.
          function attach(picture) {
            var source = picture.querySelector("metadata"), svgs = picture.querySelectorAll("svg");
            var data = null, chosen = null, tip = null;
            if (!source) return;
            // The browser's own tooltip would cover ours; the name stays for those who listen.
            svgs.forEach(function (svg) {
              var title = svg.querySelector("title");
              svg.setAttribute("aria-label", title.textContent);
              title.remove();
            });
            picture.tabIndex = 0;
            picture.setAttribute("role", "application");
            picture.setAttribute("aria-label", "Values of the figure: " + svgs[0].getAttribute("aria-label") + " Arrow keys go through them.");

            function load() { if (!data) data = prepare(JSON.parse(source.textContent)); return data; }

            function hide() {
              if (tip) tip.remove();
              picture.querySelectorAll(".chosen").forEach(function (mark) { mark.remove(); });
              tip = chosen = null;
            }

            function show(next, layout) {
              hide();
              chosen = next;
              if (!next) return null;
              var words = describe(data, next);
              mark(data, next, layout);
              tip = picture.appendChild(written(words));
              put(tip, next, layout, picture);
              return words;
            }

            function point(event) {
              load();
              var layout = layoutOf(picture, data), box = layout.svg.getBoundingClientRect();
              show(nearest(layout, (event.clientX - box.left) / layout.scale, (event.clientY - box.top) / layout.scale), layout);
            }

            picture.addEventListener("pointermove", point);
            picture.addEventListener("pointerdown", point);
            picture.addEventListener("pointerleave", function (event) { if (event.pointerType === "mouse") hide(); });
            picture.addEventListener("blur", hide);
            document.addEventListener("pointerdown", function (event) { if (!picture.contains(event.target)) hide(); });
            document.addEventListener("keydown", function (event) { if (event.key === "Escape") hide(); });
            picture.addEventListener("keydown", function (event) {
              // After a click the arrows scroll the page, as everywhere.
              if (!picture.matches(":focus-visible") || event.ctrlKey || event.metaKey || event.altKey) return;
              var layout = layoutOf(picture, load());
              var next = step(data, layout, chosen, event.key);
              if (!next) return;
              event.preventDefault();
              var words = show(next, layout);
              said.textContent = words.head + ". " + words.rows.filter(function (row) { return row.isChosen; }).map(function (row) {
                return (row.label + " " + row.text).trim();
              }).join(", ");
            });
          }

          document.querySelectorAll("figure.plot .picture").forEach(attach);
        })();

        """
}
