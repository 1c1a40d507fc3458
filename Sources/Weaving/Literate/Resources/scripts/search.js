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
