// Looks at a page of a session as it is drawn. The value is what was seen and what is wrong with it.
(() => {
    const problems = [];
    for (const details of document.querySelectorAll("details")) details.open = true;
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth > width) {
        problems.push(`scrolls sideways: ${document.documentElement.scrollWidth} of ${width} px`);
    }

    // Every line of every text: inside the window, and on no other text.
    const texts = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
        const node = walker.currentNode;
        if (!node.data.trim() || node.parentElement.closest("svg")) continue;
        const range = document.createRange();
        range.selectNodeContents(node);
        for (const box of range.getClientRects()) {
            if (box.width > 0) texts.push({ words: node.data.trim().slice(0, 40), box, parent: node.parentElement });
        }
    }
    for (const { words, box } of texts) {
        if (box.left < 0 || box.right > width + 0.5) problems.push(`text outside the window: ${words}`);
    }
    const shared = (a, b) => [
        Math.min(a.right, b.right) - Math.max(a.left, b.left),
        Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top),
    ];
    // Letters fill some three fifths of a line's box: boxes may touch by a little.
    for (let i = 0; i < texts.length; i++) {
        for (let j = i + 1; j < texts.length; j++) {
            const [x, y] = shared(texts[i].box, texts[j].box);
            if (x > 1 && y > 4) problems.push(`text on text: ${texts[i].words} | ${texts[j].words}`);
        }
    }

    // A word of usual length is never cut in two.
    for (const { words, parent } of texts) {
        for (const node of parent.childNodes) {
            for (const word of node.nodeType === Node.TEXT_NODE ? node.data.matchAll(/\S{2,14}(?=\s|$)/g) : []) {
                if (word.index > 0 && /\S/.test(node.data[word.index - 1])) continue;
                const range = document.createRange();
                range.setStart(node, word.index);
                range.setEnd(node, word.index + word[0].length);
                const tops = new Set([...range.getClientRects()].map((box) => Math.round(box.top)));
                if (tops.size > 1) problems.push(`a word is cut: ${word[0]} of ${words}`);
            }
        }
    }

    // Every text can be told from its ground: WCAG 2.1, 1.4.3.
    const channels = (colour) => colour.match(/[\d.]+/g).map(Number);
    const luminance = (rgb) => {
        const [r, g, b] = rgb.slice(0, 3).map((c) => (c /= 255) <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
        return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const ground = (element) => {
        for (let at = element; at; at = at.parentElement) {
            const colour = channels(getComputedStyle(at).backgroundColor);
            if (colour.length === 3 || colour[3] === 1) return luminance(colour);
        }
        return 1;
    };
    for (const { words, parent } of texts) {
        const pair = [luminance(channels(getComputedStyle(parent).color)), ground(parent)].sort((a, b) => b - a);
        const contrast = (pair[0] + 0.05) / (pair[1] + 0.05);
        if (contrast < 4.5) problems.push(`contrast of ${contrast.toFixed(1)}: ${words}`);
    }

    // Every plot has a line in its box, and labels that belong to it.
    const plots = [...document.querySelectorAll("figure.plot")];
    for (const plot of plots) {
        const name = plot.className;
        const frame = plot.querySelector("svg").getBoundingClientRect();
        const line = plot.querySelector("path.line");
        const box = line.getBoundingClientRect();
        if (frame.width < 100 || frame.height < 50) problems.push(`${name}: drawn too small`);
        if (!line.getAttribute("d") || line.getTotalLength() === 0 && !/h0$/.test(line.getAttribute("d"))) {
            problems.push(`${name}: nothing drawn`);
        }
        if (getComputedStyle(line).stroke === "none") problems.push(`${name}: the line cannot be seen`);
        if (box.left < frame.left - 2 || box.right > frame.right + 2 || box.top < frame.top - 2 || box.bottom > frame.bottom + 2) {
            problems.push(`${name}: the line leaves the plot`);
        }
        const values = plot.querySelectorAll(".values span"), times = plot.querySelectorAll(".times span");
        if (values.length < 2 || times.length < 1) problems.push(`${name}: labels are missing`);
        for (const label of values) {
            const middle = label.getBoundingClientRect();
            const y = (middle.top + middle.bottom) / 2;
            if (y < frame.top - 1 || y > frame.bottom + 1) problems.push(`${name}: ${label.textContent} beside the axis`);
        }
        for (const label of times) {
            const place = label.getBoundingClientRect();
            const x = (place.left + place.right) / 2;
            if (x < frame.left - 1 || x > frame.right + 1) problems.push(`${name}: ${label.textContent} beside the axis`);
        }
        for (const part of ["title", "desc"]) {
            if (!plot.querySelector(`svg > ${part}`)?.textContent.trim()) problems.push(`${name}: no ${part}`);
        }
        const named = plot.querySelector("svg").getAttribute("aria-labelledby").split(" ");
        if (!named.every((id) => document.getElementById(id))) problems.push(`${name}: named by nothing`);
    }

    // For whoever hears the page.
    if (document.documentElement.lang !== "en") problems.push("no language");
    if (document.querySelectorAll("h1").length !== 1) problems.push("not one heading above all");
    for (const head of document.querySelectorAll("th")) if (!head.scope) problems.push("a head without scope");
    const ids = [...document.querySelectorAll("[id]")].map((element) => element.id);
    if (new Set(ids).size !== ids.length) problems.push("two parts with one name");
    for (const kind of ["script", "img", "link", "iframe", "object", "form", "a"]) {
        if (document.querySelector(kind)) problems.push(`there is a ${kind}`);
    }

    return {
        problems,
        plots: plots.length,
        textCount: texts.length,
        ground: ground(document.body),
        numbers: [...document.querySelectorAll("data")].map((e) => [e.dataset.key, e.value, e.textContent]),
    };
})()
