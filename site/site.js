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

(function () {
  "use strict";
  var box = document.querySelector(".search"), input = box.querySelector("input"), list = box.querySelector("ul");
  var documents = null, isMissing = false, chosen = -1, most = 8;
  box.hidden = false;
  input.setAttribute("role", "combobox");
  input.setAttribute("aria-expanded", "false");
  input.setAttribute("aria-controls", "search-results");
  input.setAttribute("aria-autocomplete", "list");

  function words(text) { return text.toLowerCase().match(/[\p{L}\p{N}_]+/gu) || []; }

  // What must stand in a section as it is: "what is in quotes", and words with a dot between them.
  function phrases(query) {
    var quoted = query.match(/"[^"]+"|“[^”]+”/g) || [];
    return quoted.map(function (text) { return text.slice(1, -1); }).concat(query.match(/[\p{L}\p{N}_]+(?:\.[\p{L}\p{N}_]+)+/gu) || [])
      .map(function (text) { return text.toLowerCase().replace(/\s+/g, " ").trim(); });
  }

  // One document for each section: how often each word stands in it; words of headings count five times, words of code a quarter.
  function prepare() {
    documents = [];
    window.bookTexts.forEach(function (page) {
      page.sections.forEach(function (section) {
        var counts = new Map(), length = 0;
        function add(text, weight) {
          words(text).forEach(function (word) { counts.set(word, (counts.get(word) || 0) + weight); length += 1; });
        }
        add(section.title || page.title, 5);
        section.texts.forEach(function (text) { add(text, 1); });
        section.code.forEach(function (text) { add(text, 0.25); });
        var whole = section.texts.concat(section.code).join(" ").toLowerCase().replace(/\s+/g, " ");
        documents.push({ page: page, section: section, counts: counts, length: length, whole: whole });
      });
    });
  }

  function load() {
    if (documents || document.getElementById("search-texts")) return;
    var script = document.createElement("script");
    script.id = "search-texts";
    script.src = "search-index.js";
    script.onload = script.onerror = function () {
      isMissing = !window.bookTexts;
      // Without the element the next focus tries again.
      if (isMissing) script.remove(); else prepare();
      // Whoever has left the box meanwhile must not find what they went to behind the list.
      if (document.activeElement === input) show();
    };
    document.head.appendChild(script);
  }

  // BM25 (Robertson and Walker 1994) with k = 1.2 and b = 0.75; a word that only starts with the term counts half.
  function find(query) {
    var terms = words(query), exact = phrases(query), mean = 0;
    documents.forEach(function (one) { mean += one.length / documents.length; });
    var scores = documents.map(function () { return 0; }), hits = documents.map(function () { return 0; });
    terms.forEach(function (term) {
      var found = documents.map(function (one) {
        var count = 0;
        one.counts.forEach(function (n, word) { if (word.startsWith(term)) count += word === term ? n : n / 2; });
        return count;
      });
      var having = found.filter(Boolean).length;
      var rarity = Math.log(1 + (documents.length - having + 0.5) / (having + 0.5));
      found.forEach(function (count, i) {
        if (!count) return;
        hits[i] += 1;
        scores[i] += rarity * count * 2.2 / (count + 1.2 * (0.25 + 0.75 * documents[i].length / mean));
      });
    });
    return documents.map(function (one, i) { return { one: one, score: scores[i], hits: hits[i] }; })
      .filter(function (result) {
        return result.hits === terms.length && terms.length > 0
          && exact.every(function (phrase) { return result.one.whole.includes(phrase); });
      })
      .sort(function (a, b) { return b.score - a.score; });
  }

  // The sentence with the most of the terms; a line of code if that has more.
  function sentence(section, terms) {
    var best = "", most = -1;
    var parts = section.texts.join("\n").split(/(?<=[.!?…:])\s+|\n/).concat(section.code);
    parts.forEach(function (part) {
      var own = words(part);
      var count = terms.filter(function (term) { return own.some(function (word) { return word.startsWith(term); }); }).length;
      if (count > most) { most = count; best = part; }
    });
    return best.length > 160 ? cut(best, terms) : best;
  }

  function cut(text, terms) {
    var at = Math.max(0, text.toLowerCase().indexOf(terms[0]) - 60);
    return (at ? "…" : "") + text.slice(at, at + 150) + "…";
  }

  function marked(element, text, terms) {
    text.split(/([\p{L}\p{N}_]+)/u).forEach(function (part) {
      var low = part.toLowerCase();
      var isHit = part && terms.some(function (term) { return low.startsWith(term); });
      if (isHit) element.appendChild(document.createElement("mark")).textContent = part;
      else element.appendChild(document.createTextNode(part));
    });
  }

  function show() {
    var query = input.value, terms = words(query);
    list.textContent = "";
    choose(-1);
    var results = documents && terms.length ? find(query) : [];
    results.slice(0, most).forEach(function (result, i) {
      var item = list.appendChild(document.createElement("li"));
      item.id = "search-" + i;
      item.setAttribute("role", "option");
      item.setAttribute("aria-selected", "false");
      var link = item.appendChild(document.createElement("a"));
      var section = result.one.section, page = result.one.page;
      link.href = page.page + (section.anchor ? "#" + section.anchor : "");
      link.tabIndex = -1;
      marked(link.appendChild(document.createElement("b")), (page.part ? page.part + " · " : "") + page.title + (section.title ? " › " + section.title : ""), terms);
      marked(link.appendChild(document.createElement("span")), sentence(section, terms), terms);
    });
    if (results.length > most) {
      var more = list.appendChild(document.createElement("li"));
      more.id = "search-more";
      more.setAttribute("role", "option");
      more.setAttribute("aria-selected", "false");
      var further = more.appendChild(document.createElement("button"));
      further.type = "button";
      further.tabIndex = -1;
      further.textContent = results.length - most + " more";
      further.addEventListener("click", function () {
        var first = most;
        most += 8;
        show();
        choose(first);
        input.focus();
      });
    }
    if (!results.length && (documents || isMissing) && terms.length) {
      var none = list.appendChild(document.createElement("li"));
      none.setAttribute("role", "option");
      none.setAttribute("aria-disabled", "true");
      none.textContent = documents ? "Nothing found." : "The texts to search can not be loaded.";
    }
    list.hidden = !list.firstChild;
    input.setAttribute("aria-expanded", String(!list.hidden));
    if (results.length) choose(0);
  }

  function choose(index) {
    var items = list.querySelectorAll("li[id]");
    chosen = items.length ? (index + items.length) % items.length : -1;
    items.forEach(function (item, i) { item.setAttribute("aria-selected", String(i === chosen)); });
    if (chosen < 0) input.removeAttribute("aria-activedescendant");
    else { input.setAttribute("aria-activedescendant", "search-" + chosen); items[chosen].scrollIntoView({ block: "nearest" }); }
  }

  function close() { list.hidden = true; input.setAttribute("aria-expanded", "false"); }

  input.addEventListener("focus", function () { load(); if (input.value) show(); });
  input.addEventListener("input", function () { most = 8; show(); });
  input.addEventListener("keydown", function (event) {
    if (event.key === "ArrowDown") choose(chosen + 1);
    else if (event.key === "ArrowUp") choose(chosen - 1);
    else if (event.key === "Escape") { close(); input.blur(); }
    else if (event.key === "Tab") { close(); return; }
    else if (event.key === "Enter" && chosen >= 0) {
      var target = list.querySelectorAll("li[id]")[chosen].firstChild, isLink = target.tagName === "A";
      target.click();
      if (isLink) close();
    }
    else return;
    event.preventDefault();
  });
  document.addEventListener("pointerdown", function (event) { if (!box.contains(event.target)) close(); });
  document.addEventListener("keydown", function (event) {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
    if (/^(INPUT|TEXTAREA|SELECT)$/.test(document.activeElement.tagName)) return;
    event.preventDefault();
    input.focus();
  });
})();
