// What axe does not look at, measured on the page as the reader sees it. Each function returns a list of complaints.
({
  // The elements that reach over the right side of the window; a box that scrolls by itself may hold wider things.
  overflow() {
    const page = document.documentElement;
    if (page.scrollWidth <= page.clientWidth) return [];
    const wide = [...document.querySelectorAll("body *")].filter((element) => {
      if (element.getBoundingClientRect().right <= page.clientWidth + 0.5) return false;
      for (let box = element.parentElement; box; box = box.parentElement) {
        if (getComputedStyle(box).overflowX !== "visible") return false;
      }
      return true;
    });
    const names = wide.slice(0, 3).map((element) => element.tagName.toLowerCase() + "." + (element.getAttribute("class") || ""));
    return [`${page.scrollWidth} px wide in a window of ${page.clientWidth}: ${names.join(", ")}`];
  },

  // Labels of figures: none under 10.5 px, none outside of its picture, no two on each other.
  labels(smallest) {
    const complaints = [];
    for (const picture of document.querySelectorAll("figure.plot svg")) {
      const frame = picture.getBoundingClientRect();
      if (frame.width === 0) continue;
      const scale = frame.width / picture.viewBox.baseVal.width;
      const name = picture.closest("figure").id;
      const labels = [...picture.querySelectorAll("text")].map((text) => {
        const box = text.getBoundingClientRect();
        const size = parseFloat(getComputedStyle(text).fontSize) * scale;
        // The box of a text is as high as its font's ascent and descent; what can be seen is about 0.7 of the size.
        const middle = (box.top + box.bottom) / 2;
        return { text: text.textContent, size, left: box.left + 0.5, right: box.right - 0.5, top: middle - 0.35 * size, bottom: middle + 0.35 * size };
      }).filter((label) => label.right > label.left);
      labels.forEach((label, index) => {
        if (label.size < smallest - 0.01) complaints.push(`${name}: “${label.text}” is ${label.size.toFixed(1)} px high`);
        const out = Math.max(frame.left - label.left, label.right - frame.right, frame.top - label.top, label.bottom - frame.bottom);
        if (out > 1) complaints.push(`${name}: “${label.text}” stands ${out.toFixed(1)} px outside`);
        for (const other of labels.slice(index + 1)) {
          const across = Math.min(label.right, other.right) - Math.max(label.left, other.left);
          const down = Math.min(label.bottom, other.bottom) - Math.max(label.top, other.top);
          if (across > 0 && down > 0) complaints.push(`${name}: “${label.text}” overlaps “${other.text}”`);
        }
      });
    }
    return complaints;
  },

  // The values that figures show at the pointer: some in each figure, none outside of its picture or cut off.
  readouts() {
    const complaints = [];
    for (const picture of document.querySelectorAll("figure.plot .picture")) {
      const frame = picture.getBoundingClientRect();
      // A diagram has boxes and no axes: there is no value to tell.
      if (frame.width === 0 || !picture.querySelector("svg[data-panels]")) continue;
      const name = picture.closest("figure").id;
      let found = 0;
      for (let row = 1; row < 12; row += 1) {
        for (let column = 1; column < 12; column += 1) {
          const place = { clientX: frame.left + (frame.width * column) / 12, clientY: frame.top + (frame.height * row) / 12 };
          picture.dispatchEvent(new PointerEvent("pointermove", place));
          const tip = picture.querySelector(".tip");
          if (!tip) continue;
          found += 1;
          const box = tip.getBoundingClientRect();
          const out = Math.max(frame.left - box.left, box.right - frame.right, frame.top - box.top, box.bottom - frame.bottom);
          if (out > 1) complaints.push(`${name}: “${tip.innerText}” stands ${out.toFixed(0)} px outside`);
          if (/NaN|undefined|null/.test(tip.innerText)) complaints.push(`${name}: “${tip.innerText}”`);
        }
      }
      picture.dispatchEvent(new PointerEvent("pointerleave", { pointerType: "mouse" }));
      if (picture.querySelector(".tip, .chosen")) complaints.push(`${name}: the values stay when the pointer is gone`);
      if (found === 0) complaints.push(`${name}: no value anywhere`);
    }
    return [...new Set(complaints)].slice(0, 20);
  },

  // What would be cut off, dark or out of place on paper.
  paper(height) {
    const complaints = [];
    const ground = getComputedStyle(document.body).backgroundColor;
    if (ground !== "rgb(255, 255, 255)") complaints.push(`the paper is ${ground}`);
    for (const box of document.querySelectorAll("pre, .scroll, .equation")) {
      if (box.checkVisibility() && box.scrollWidth > box.clientWidth + 1) complaints.push(`cut off: ${box.innerText.slice(0, 60)}`);
    }
    for (const figure of document.querySelectorAll("figure")) {
      const box = figure.getBoundingClientRect();
      if (box.height > height) complaints.push(`${figure.id} is ${box.height.toFixed(0)} px high`);
    }
    for (const part of document.querySelectorAll(".sidebar, .copy, .slider, .theme-toggle")) {
      if (part.checkVisibility()) complaints.push(`${part.className} is printed`);
    }
    return complaints;
  },

  // Links that a finger can not hit: WCAG 2.2 asks for 24 px, but not inside a sentence.
  targets() {
    return [...document.querySelectorAll("nav a, button, .source a, summary, .equation > a, input")].flatMap((element) => {
      const box = element.getBoundingClientRect();
      if (box.width === 0 || (box.height >= 23.5 && box.width >= 23.5)) return [];
      return [`“${element.textContent || element.type}” is ${box.width.toFixed(0)} × ${box.height.toFixed(0)} px`];
    });
  },
})
