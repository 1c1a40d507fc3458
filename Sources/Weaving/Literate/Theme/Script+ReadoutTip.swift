extension Script {
    /// The words, the marks in the picture and the box with the words.
    static let readoutTip = """
        // Seconds since 1970 as a day, and the time of day in UTC unless it is midnight.
          function moment(seconds) {
            var text = new Date(Math.round(seconds * 1000)).toISOString().replace("T", " ").replace(/\\.?0*Z$/, "");
            return text.replace(/:00$/, "").replace(/ 00:00$/, "");
          }

          function shown(axis, value) {
            if (axis && axis.names) return axis.names[value];
            if (axis && axis.time) return moment(value);
            var parts = String(Math.abs(value)).split("e");
            var digits = parts[0].split(".");
            digits[0] = digits[0].replace(/\\B(?=(\\d{3})+$)/g, ",");
            return (value < 0 ? "−" : "") + digits.join(".") + (parts[1] ? " × 10^" + parts[1].replace("-", "−").replace("+", "") : "");
          }

          // `Epoch 500`; a number on an axis without a title is named by the axis.
          function titled(axis, value) {
            var title = axis.title || (axis.names ? "" : axis.name);
            return (title + " " + shown(axis, value)).trim();
          }

          // The points of the panel's curves at the same x belong together, of bars on their side those at the same y.
          function companions(data, chosen) {
            if (!chosen.series.isCurve) return [chosen];
            var all = [], name = chosen.series.isFlat ? "y" : "x";
            data.series.forEach(function (series) {
              if (!series.isCurve || (series.panel !== undefined && series.panel !== chosen.panel)) return;
              series.points.forEach(function (point) {
                if (point[name] !== chosen.point[name]) return;
                all.push(point === chosen.point ? chosen : { series: series, panel: chosen.panel, point: point });
              });
            });
            return all;
          }

          function describe(data, chosen) {
            var series = chosen.series, point = chosen.point, head = [];
            if (data.panels) head.push(data.panels[chosen.panel]);
            function interval(one) { return one.low === undefined ? "" : shown(null, one.low) + " to " + shown(null, one.high); }
            if (series.isCurve) {
              var along = series.isFlat ? "y" : "x", across = series.isFlat ? "x" : "y";
              var isBin = series.kind === "histogram";
              head.push(isBin ? titled(data.x, point.low) + " to " + shown(data.x, point.high) : titled(data[along], point[along]));
              return { head: head.join(" · "), rows: companions(data, chosen).map(function (one) {
                var range = isBin ? "" : interval(one.point), length = one.point[across], height = length === undefined ? "" : shown(data[across], length);
                return {
                  paint: one.series.paint, isChosen: one === chosen, label: one.series.name || (height ? data[across].title : "band"),
                  text: height && range ? height + " (" + range + ")" : height || range
                };
              }) };
            }
            if (series.kind === "cell" || series.kind === "arrows") {
              head.push(titled(data.x, point.x), titled(data.y, point.y));
              var text = series.kind === "cell" ? shown(null, point.value) : shown(data.x, point.dx) + ", " + shown(data.y, point.dy);
              return { head: head.join(" · "), rows: [{ isChosen: true, label: series.meaning || (series.kind === "cell" ? "" : "step"), text: text }] };
            }
            var isFlat = Boolean(data.y.names), range = interval(point), isRangeFlat = series.along === "x";
            if (series.name && series.name !== (isFlat ? shown(data.y, point.y) : shown(data.x, point.x))) head.push(series.name);
            head.push(isFlat ? titled(data.y, point.y) : titled(data.x, point.x));
            var value = isFlat ? shown(data.x, point.x) : shown(data.y, point.y);
            var row = { paint: series.paint, isChosen: true, label: isFlat ? data.x.title : data.y.title, text: value };
            if (range && isRangeFlat === isFlat) row.text += " (" + range + ")";
            else if (range) head[head.length - 1] += " (" + range + ")";
            return { head: head.join(" · "), rows: [row] };
          }

          function mark(data, chosen, layout) {
            function add(name, attributes) {
              var element = document.createElementNS("http://www.w3.org/2000/svg", name);
              Object.keys(attributes).forEach(function (key) { element.setAttribute(key, attributes[key]); });
              element.setAttribute("class", "chosen");
              layout.svg.appendChild(element);
            }
            var box = layout.panels[chosen.panel], at = chosen.at;
            if (chosen.cell) {
              add("path", {
                d: "M" + chosen.cell[0] + " " + chosen.cell[1] + "H" + chosen.cell[2] + "V" + chosen.cell[3] + "H" + chosen.cell[0] + "z",
                stroke: "var(--ink)", "stroke-width": 2
              });
              return;
            }
            if (chosen.series.isCurve) {
              var across = "M" + box[0] + " " + at.y + "H" + box[2], down = "M" + at.x + " " + box[1] + "V" + box[3];
              add("path", { d: chosen.series.isFlat ? across : down, stroke: "var(--axis)" });
            }
            add("circle", { cx: at.x, cy: at.y, r: 5, fill: chosen.series.paint, stroke: "var(--paper)", "stroke-width": 2 });
            add("circle", { cx: at.x, cy: at.y, r: 6.5, stroke: "var(--ink)" });
          }

          function written(words) {
            var tip = document.createElement("div");
            tip.className = "tip";
            tip.setAttribute("aria-hidden", "true");
            tip.appendChild(document.createElement("div")).textContent = words.head;
            words.rows.forEach(function (row) {
              var line = tip.appendChild(document.createElement("div"));
              if (words.rows.length > 1 && row.isChosen) line.className = "is-chosen";
              if (row.paint) line.appendChild(document.createElement("i")).style.background = row.paint;
              line.appendChild(document.createTextNode(row.label + " "));
              line.appendChild(document.createElement("b")).textContent = row.text;
            });
            return tip;
          }

          // Beside the point, above it if there is room, and inside of the picture in any case.
          function put(tip, chosen, layout, picture) {
            var gap = 12, x = chosen.at.x * layout.scale, y = chosen.at.y * layout.scale;
            var left = x + gap, top = y - gap - tip.offsetHeight;
            if (left + tip.offsetWidth > picture.clientWidth) left = x - gap - tip.offsetWidth;
            if (top < 0) top = y + gap;
            tip.style.left = Math.max(0, Math.min(left, picture.clientWidth - tip.offsetWidth)) + "px";
            tip.style.top = Math.max(0, Math.min(top, picture.clientHeight - tip.offsetHeight)) + "px";
          }

        """
}
