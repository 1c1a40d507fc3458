extension Script {
    /// From the columns of the metadata to points, and from points to places in the picture.
    static let readoutData = """
        function prepare(data) {
            data.x.name = "x";
            data.y.name = "y";
            data.series.forEach(function (series, number) {
              var names = ["x", "y", "low", "high", "value", "dx", "dy"];
              series.isCurve = /^(line|band|area|bar|histogram)$/.test(series.kind);
              // Bars on their side: what else is along x is along y.
              series.isFlat = series.kind === "bar" && Boolean(data.y.names);
              series.number = number;
              series.points = [];
              names.forEach(function (name) {
                var column = series[name];
                if (!column) return;
                var count = column.count || column.length;
                for (var i = 0; i < count; i += 1) {
                  var point = series.points[i] = series.points[i] || {};
                  point[name] = column.count ? Number((column.from + i * column.by).toPrecision(12)) : column[i];
                }
              });
            });
            return data;
          }

          // The layout that is seen, with the place of each point in it; the last one is kept.
          function layoutOf(picture, data) {
            var svg = Array.from(picture.querySelectorAll("svg")).filter(function (one) { return one.getBoundingClientRect().width > 0; })[0];
            var scale = svg.getBoundingClientRect().width / svg.viewBox.baseVal.width, last = data.layout;
            if (last && last.svg === svg && last.scale === scale) return last;
            var panels = svg.dataset.panels.split(" ").map(function (text) { return text.split(",").map(Number); });
            var shifts = (svg.dataset.shifts || "").split(" ").map(Number);

            function along(axis, value, from, to) {
              var share = axis.names ? (value + 0.5) / axis.names.length
                : axis.log ? Math.log(value / axis.low) / Math.log(axis.high / axis.low)
                : (value - axis.low) / (axis.high - axis.low);
              return from + share * (to - from);
            }

            function place(series, panel, x, y) {
              var box = panels[panel], shift = shifts[series.number] || 0, isAcross = data.x.names || (series.kind === "bar" && !series.isFlat);
              return {
                x: along(data.x, x, box[0], box[2]) + (isAcross ? shift : 0),
                y: data.y.names ? along(data.y, y, box[1], box[3]) + (isAcross ? 0 : shift) : along(data.y, y, box[3], box[1])
              };
            }

            // All that can be chosen, without what is cut off.
            var choices = [];
            data.series.forEach(function (series) {
              panels.forEach(function (box, panel) {
                if (series.panel !== undefined && series.panel !== panel) return;
                series.points.forEach(function (point, index) {
                  var at = place(series, panel, point.x, point.y === undefined ? (point.low + point.high) / 2 : point.y);
                  if (at.x < box[0] - 1 || at.x > box[2] + 1 || at.y < box[1] - 1 || at.y > box[3] + 1) return;
                  var choice = { series: series, panel: panel, index: index, point: point, at: at };
                  if (series.half) {
                    var first = place(series, panel, point.x - series.half[0], point.y - series.half[1]);
                    var last = place(series, panel, point.x + series.half[0], point.y + series.half[1]);
                    choice.cell = [Math.min(first.x, last.x), Math.min(first.y, last.y), Math.max(first.x, last.x), Math.max(first.y, last.y)];
                  }
                  choices.push(choice);
                });
              });
            });
            return data.layout = { svg: svg, scale: scale, panels: panels, choices: choices };
          }

        """

    /// What is nearest to the pointer, and what an arrow key leads to.
    static let readoutSearch = """
        function least(choices, cost) {
            var best = null, lowest = Infinity;
            choices.forEach(function (choice) {
              var own = cost(choice);
              if (own < lowest) { lowest = own; best = choice; }
            });
            return best;
          }

          // A dot within reach, else the cell under the pointer, else the curve's point nearest along x, and of those nearest along y.
          function nearest(layout, x, y) {
            var near = layout.choices.filter(function (choice) {
              var box = layout.panels[choice.panel], margin = 8;
              return x > box[0] - margin && x < box[2] + margin && y > box[1] - margin && y < box[3] + margin;
            });
            var cell = near.filter(function (choice) {
              return choice.cell && x >= choice.cell[0] && x < choice.cell[2] && y >= choice.cell[1] && y < choice.cell[3];
            })[0];
            var reach = cell ? 8 : 24;
            var dot = least(near.filter(function (choice) { return !choice.cell && !choice.series.isCurve; }), function (choice) {
              var distance = Math.hypot(choice.at.x - x, choice.at.y - y);
              return distance > reach ? Infinity : distance;
            });
            return dot || cell || least(near.filter(function (choice) { return choice.series.isCurve; }), function (choice) {
              var dx = Math.abs(choice.at.x - x), dy = Math.abs(choice.at.y - y);
              return choice.series.isFlat ? 1000 * dy + dx : 1000 * dx + dy;
            });
          }

          function step(data, layout, chosen, key) {
            var isForward = key === "ArrowRight" || key === "ArrowDown", isSideways = key === "ArrowRight" || key === "ArrowLeft";
            var all = layout.choices;
            if (!/^(Arrow(Left|Right|Up|Down)|Home|End)$/.test(key) || !all.length) return null;
            if (!chosen) return key === "End" ? all[all.length - 1] : all[0];
            // A phone turned round has other places for the same points.
            chosen = all.filter(function (one) { return one.point === chosen.point && one.panel === chosen.panel; })[0] || all[0];
            function isSame(choice) { return choice.series === chosen.series && choice.panel === chosen.panel; }
            var own = all.filter(isSame), at = own.indexOf(chosen);
            if (key === "Home") return own[0];
            if (key === "End") return own[own.length - 1];
            if (chosen.cell) {
              return least(own, function (choice) {
                var dx = choice.at.x - chosen.at.x, dy = choice.at.y - chosen.at.y;
                var ahead = (isSideways ? dx : dy) * (isForward ? 1 : -1), aside = Math.abs(isSideways ? dy : dx);
                return ahead > 0.1 && aside < 0.1 ? ahead : Infinity;
              }) || chosen;
            }
            if (isSideways === !data.y.names) return own[at + (isForward ? 1 : -1)] || chosen;
            // The next series or panel, at the point nearest to this one.
            var firsts = all.filter(function (choice, i) {
              return !i || all[i - 1].series !== choice.series || all[i - 1].panel !== choice.panel;
            });
            var next = firsts[firsts.indexOf(own[0]) + (isForward ? 1 : -1)];
            if (!next) return chosen;
            return least(all.filter(function (choice) { return choice.series === next.series && choice.panel === next.panel; }), function (choice) {
              var name = data.y.names ? "y" : "x";
              return Math.abs(choice.point[name] - chosen.point[name]);
            });
          }

        """
}
