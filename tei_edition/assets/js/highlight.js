/* On a page that was opened from the search: what was looked for is marked, and the page begins at
   the first place. */

"use strict";

(() => {
  const query = new URLSearchParams(location.search).get("q");
  const main = document.querySelector("main");
  const { sheet, strings: words } = document.currentScript.dataset;
  if (!query || !main) return;
  const strings = JSON.parse(words);
  document.head.append(Object.assign(document.createElement("link"), { rel: "stylesheet", href: sheet }));
  const { parse, places } = teiEdition.words;
  const inline = new Set(
    "A ABBR B BDI BDO CITE CODE DEL DFN EM FONT I INS MARK Q RUBY S SAMP SMALL SPAN STRONG SUB SUP TIME U VAR WBR".split(" "),
  );

  // What stands within a word or sentence and is none of its words.
  const apart =
    "script, style, svg, noscript, template, rt, rp, [hidden], .visually-hidden, .tei-hyphen, " +
    "[role='doc-noteref'], [role='doc-pagebreak'], .tei-paragraph-link, .tei-line-link";

  const isInline = (element) =>
    inline.has(element.nodeName) || element.matches("br[data-break='no']");

  /* All text of the page as one, with the node at each place. Blocks part words. */
  function gather() {
    const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT, (node) =>
      node.matches?.(apart) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
    );
    const nodes = [];
    let text = "";
    let block = null;
    while (walker.nextNode()) {
      const node = walker.currentNode;
      if (node.nodeType === Node.ELEMENT_NODE) {
        if (!isInline(node)) text += "\n";
        continue;
      }
      const here = around(node.parentElement);
      if (here !== block) text += "\n";
      block = here;
      nodes.push({ node, start: text.length });
      text += node.data;
    }
    return { nodes, text };
  }

  function around(element) {
    while (element !== main && isInline(element)) element = element.parentElement;
    return element;
  }

  /* Marks a stretch of the text, in as many nodes as it is in; from the end, so that places hold. */
  function mark(nodes, [start, end]) {
    const made = [];
    for (let i = nodes.length - 1; i >= 0; i--) {
      const { node, start: at } = nodes[i];
      const from = Math.max(start - at, 0);
      const to = Math.min(end - at, node.data.length);
      if (at + node.data.length <= start) break;
      if (from >= to) continue;
      const range = document.createRange();
      range.setStart(node, from);
      range.setEnd(node, to);
      const wrapped = document.createElement("mark");
      wrapped.className = "search-hit";
      range.surroundContents(wrapped);
      made.unshift(wrapped);
    }
    return made;
  }

  const { nodes, text } = gather();
  const hits = places(text, parse(query));
  const marks = hits.reverse().map((hit) => mark(nodes, hit)).reverse();
  const visible = marks.map(([first]) => first).filter((first) => first?.getClientRects().length);
  if (!visible.length) return;

  let current = -1;
  function go(step) {
    visible[current]?.classList.remove("search-current");
    current = (current + step + visible.length) % visible.length;
    const here = visible[current];
    here.classList.add("search-current");
    here.scrollIntoView({ block: "center", behavior: "instant" });
    place.textContent = strings["hit.place"].replace("{n}", current + 1).replace("{all}", visible.length);
  }

  const button = (label, action) => {
    const made = document.createElement("button");
    made.type = "button";
    made.textContent = label;
    made.addEventListener("click", action);
    return made;
  };
  const place = document.createElement("span");
  place.setAttribute("role", "status");
  const bar = document.createElement("div");
  bar.className = "search-bar";
  bar.setAttribute("role", "region");
  bar.setAttribute("aria-label", strings["hit.label"]);
  bar.append(
    place,
    button(strings["hit.previous"], () => go(-1)),
    button(strings["hit.next"], () => go(1)),
    button(strings["hit.close"], () => {
      for (const made of document.querySelectorAll("mark.search-hit")) made.replaceWith(...made.childNodes);
      bar.remove();
    }),
  );
  document.body.append(bar);
  // An address with a fragment says itself where the page begins.
  if (!location.hash) go(1);
  else place.textContent = strings["hit.place"].replace("{n}", "–").replace("{all}", visible.length);
})();
