/* What a click copies: the address of a paragraph or a line, a citation. A number stands beside each line,
   a button below each citation; what was copied is said. Without this script paragraphs and lines have
   their addresses all the same, and a citation is selected as a whole. */

"use strict";

(() => {
  const words = document.currentScript.dataset;
  const make = (tag, properties) => Object.assign(document.createElement(tag), properties);
  const status = make("div", { className: "link-copied", role: "status" });
  document.body.append(status);
  let timer = 0;

  function say(message) {
    status.textContent = message;
    clearTimeout(timer);
    timer = setTimeout(() => { status.textContent = ""; }, 3000);
  }

  /* In HTML, too, so that titles stay slanted where they are pasted. */
  function copy(citation) {
    const text = { "text/plain": citation.innerText, "text/html": citation.innerHTML };
    for (const type in text) text[type] = new Blob([text[type]], { type });
    navigator.clipboard.write([new ClipboardItem(text)]).then(() => say(words.cited), () => {
      getSelection().selectAllChildren(citation);
      say(words.selected);
    });
  }

  if (navigator.clipboard && window.ClipboardItem) {
    for (const citation of document.querySelectorAll(".citation")) {
      const style = citation.closest("div").querySelector("dt").textContent;
      citation.after(make("button", {
        className: "citation-copy",
        textContent: words.copy,
        ariaLabel: `${words.copy}: ${style}`,
        onclick: () => copy(citation),
      }));
    }
  }

  const text = document.querySelector(".document-text");
  if (!text) return;

  text.querySelectorAll(".tei-lb[id]:not([hidden]), .tei-l[id]").forEach((line, i) => {
    const n = line.dataset.n || (/^l-(\d+)/.exec(line.id) || [])[1] || i + 1;
    const link = make("a", {
      className: "tei-line-link" + (n % 5 === 0 ? " tei-line-fifth" : ""),
      href: "#" + encodeURIComponent(line.id),
      ariaLabel: words.line.replace("{n}", n),
    });
    link.dataset.n = n;
    if (line.matches(".tei-lb")) line.after(link);
    else line.prepend(link);
  });

  text.addEventListener("click", (event) => {
    const link = event.target.closest(".tei-paragraph-link, .tei-line-link");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    // Followed as any link, so that the address is there to copy by hand where scripts may not.
    const copied = navigator.clipboard ? navigator.clipboard.writeText(link.href) : Promise.reject();
    copied.then(() => say(words.copied), () => say(words.address));
  });

  /* A line that somebody was sent to is shown as a line. */
  function open() {
    const line = document.querySelector(".tei-flow .tei-lb:target");
    const lines = document.getElementById("page-show-lines");
    if (!line || !lines || line.getClientRects().length) return;
    lines.checked = true;
    line.scrollIntoView();
  }
  addEventListener("hashchange", open);
  addEventListener("load", open);
})();
