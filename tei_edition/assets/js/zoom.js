/* Coming closer to a map: buttons, keys and dragging. Without this script the map is whole. */
(function () {
  "use strict";

  var MOST = 16;
  var STEP = 1.5;
  var SHARE = 0.2;

  function button(label, act) {
    var made = document.createElement("button");
    made.type = "button";
    made.textContent = label;
    made.addEventListener("click", act);
    return made;
  }

  function enhance(figure) {
    var frame = figure.querySelector(".map-frame");
    var svg = frame && frame.querySelector("svg");
    if (!svg) return;
    var whole = svg.viewBox.baseVal;
    var width = whole.width;
    var height = whole.height;
    var zoom = 1;
    var middle = { x: width / 2, y: height / 2 };

    function limited(value, size) {
      var half = size / zoom / 2;
      return Math.min(Math.max(value, half), size - half);
    }

    function show() {
      middle = { x: limited(middle.x, width), y: limited(middle.y, height) };
      var w = width / zoom;
      var h = height / zoom;
      svg.setAttribute("viewBox", [middle.x - w / 2, middle.y - h / 2, w, h].join(" "));
      svg.style.setProperty("--zoom", String(zoom));
      closer.disabled = zoom >= MOST;
      farther.disabled = reset.disabled = zoom <= 1;
    }

    function scale(factor) {
      zoom = Math.min(Math.max(zoom * factor, 1), MOST);
      show();
    }

    function move(right, down) {
      middle = { x: middle.x + (right * width) / zoom, y: middle.y + (down * height) / zoom };
      show();
    }

    function all() {
      zoom = 1;
      show();
    }

    var keys = {
      "+": function () { scale(STEP); },
      "=": function () { scale(STEP); },
      "-": function () { scale(1 / STEP); },
      "0": all,
      ArrowLeft: function () { move(-SHARE, 0); },
      ArrowRight: function () { move(SHARE, 0); },
      ArrowUp: function () { move(0, -SHARE); },
      ArrowDown: function () { move(0, SHARE); }
    };

    var closer = button(figure.dataset.zoomIn, function () { scale(STEP); });
    var farther = button(figure.dataset.zoomOut, function () { scale(1 / STEP); });
    var reset = button(figure.dataset.zoomReset, all);
    var buttons = document.createElement("div");
    buttons.className = "map-buttons";
    buttons.append(closer, farther, reset);
    frame.after(buttons);

    frame.tabIndex = 0;
    frame.setAttribute("role", "group");
    frame.setAttribute("aria-label", figure.dataset.zoomHelp);
    frame.addEventListener("keydown", function (event) {
      var act = event.ctrlKey || event.metaKey || event.altKey ? null : keys[event.key];
      // At full extent arrow keys scroll the page as everywhere.
      if (!act || (zoom === 1 && event.key.indexOf("Arrow") === 0)) return;
      event.preventDefault();
      act();
    });

    var last = null;
    frame.addEventListener("pointerdown", function (event) {
      if (zoom > 1 && event.button === 0) last = { x: event.clientX, y: event.clientY, moved: false };
    });
    window.addEventListener("pointermove", function (event) {
      if (!last) return;
      var box = svg.getBoundingClientRect();
      var right = (last.x - event.clientX) / box.width;
      var down = (last.y - event.clientY) / box.height;
      if (!last.moved && Math.abs(right) + Math.abs(down) < 0.01) return;
      last = { x: event.clientX, y: event.clientY, moved: true };
      move(right, down);
    });
    window.addEventListener("pointerup", function () {
      if (last && last.moved) {
        // What began as dragging must not end as following a link.
        frame.addEventListener("click", function (event) { event.preventDefault(); }, { capture: true, once: true });
      }
      last = null;
    });
    svg.addEventListener("dragstart", function (event) { event.preventDefault(); });
    show();
  }

  document.querySelectorAll("figure.map").forEach(enhance);
})();
