/* Links to paragraphs and lines: a number beside each line, and a click copies the address and says so.
   Without this script every paragraph and line has its address all the same. */
(function () {
  "use strict";

  var words = document.currentScript.dataset;
  var text = document.querySelector(".document-text");
  if (!text) return;

  var status = document.createElement("div");
  status.className = "link-copied";
  status.setAttribute("role", "status");
  document.body.append(status);
  var timer = 0;

  function say(message) {
    status.textContent = message;
    clearTimeout(timer);
    timer = setTimeout(function () { status.textContent = ""; }, 3000);
  }

  function number(line, ordinal) {
    var counted = /^l-(\d+)/.exec(line.id);
    return line.dataset.n || (counted ? counted[1] : String(ordinal));
  }

  text.querySelectorAll(".tei-lb[id]:not([hidden]), .tei-l[id]").forEach(function (line, i) {
    var link = document.createElement("a");
    var n = number(line, i + 1);
    link.className = "tei-line-link" + (n % 5 === 0 ? " tei-line-fifth" : "");
    link.href = "#" + encodeURIComponent(line.id);
    link.dataset.n = n;
    link.setAttribute("aria-label", words.line.replace("{n}", n));
    if (line.matches(".tei-lb")) line.after(link);
    else line.prepend(link);
  });

  text.addEventListener("click", function (event) {
    var link = event.target.closest(".tei-paragraph-link, .tei-line-link");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    // Followed as any link, so that the address is there to copy by hand where scripts may not.
    var address = link.href;
    var copied = navigator.clipboard ? navigator.clipboard.writeText(address) : Promise.reject();
    copied.then(function () { say(words.copied); }, function () { say(words.address); });
  });

  // A line that somebody was sent to is shown as a line.
  function open() {
    var line = document.querySelector(".tei-flow .tei-lb:target");
    var lines = document.getElementById("page-show-lines");
    if (!line || !lines || line.getClientRects().length) return;
    lines.checked = true;
    line.scrollIntoView();
  }
  window.addEventListener("hashchange", open);
  window.addEventListener("load", open);
})();
