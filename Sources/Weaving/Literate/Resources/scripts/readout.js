(function () {
  "use strict";
  var said = document.body.appendChild(document.createElement("div"));
  said.className = "unseen";
  said.setAttribute("aria-live", "polite");

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

  // Seconds since 1970 as a day, and the time of day in UTC unless it is midnight.
  function moment(seconds) {
    var text = new Date(Math.round(seconds * 1000)).toISOString().replace("T", " ").replace(/\.?0*Z$/, "");
    return text.replace(/:00$/, "").replace(/ 00:00$/, "");
  }

  function shown(axis, value) {
    if (axis && axis.names) return axis.names[value];
    if (axis && axis.time) return moment(value);
    var parts = String(Math.abs(value)).split("e");
    var digits = parts[0].split(".");
    digits[0] = digits[0].replace(/\B(?=(\d{3})+$)/g, ",");
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
