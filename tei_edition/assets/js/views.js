/* The reader's switches: one for all of the diplomatic view, and what was chosen kept over pages.
   Runs where it stands, between the switches and the text, so that nothing changes before one's eyes.
   Without this script the switches work for the page at hand. */
(function () {
  "use strict";

  var KEY = "tei-edition.views";
  var group = document.querySelector(".tei-views");
  var all = document.getElementById("page-show-all");
  var boxes = Array.from(group.querySelectorAll("input")).filter(function (box) { return box !== all; });
  var parts = all ? Array.from(group.querySelectorAll("details input")) : [];
  var state = { all: false, own: {} };

  // A browser may refuse to keep anything; then a choice holds for its page.
  try {
    var kept = JSON.parse(localStorage.getItem(KEY));
    if (kept && kept.own) state = { all: Boolean(kept.all), own: kept.own };
  } catch (refused) { /* as it was */ }

  function keep() {
    try {
      localStorage.setItem(KEY, JSON.stringify(state));
    } catch (refused) { /* as it was */ }
  }

  function show() {
    boxes.forEach(function (box) {
      var own = state.own[box.id];
      var diplomatic = state.all && box.id !== "page-show-names";
      box.checked = own === undefined ? diplomatic || box.defaultChecked : own;
    });
    if (!all) return;
    var shown = parts.filter(function (box) { return box.checked; });
    all.checked = shown.length === parts.length;
    all.indeterminate = !all.checked && shown.some(function (box) { return !box.defaultChecked; });
  }

  group.addEventListener("change", function (event) {
    var box = event.target;
    if (box === all) {
      state.all = all.checked;
      parts.forEach(function (part) { delete state.own[part.id]; });
    } else {
      state.own[box.id] = box.checked;
    }
    keep();
    show();
  });
  show();
})();
