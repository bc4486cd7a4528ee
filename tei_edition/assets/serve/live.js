// Reloads a page of the preview when the site has changed, and shows what is wrong with the edition.
(() => {
  "use strict";
  const version = Number(new URL(document.currentScript.src).searchParams.get("version"));
  const box = document.createElement("aside");
  box.setAttribute("role", "alert");
  box.className = "tei-edition-problems";
  Object.assign(box.style, {
    position: "fixed", insetInline: "0", bottom: "0", maxHeight: "45vh", overflow: "auto",
    padding: "0.75rem 1rem", background: "#fff4f2", color: "#3b0d06", zIndex: "9999",
    borderBlockStart: "3px solid #b3261e", font: "0.9rem/1.5 system-ui, sans-serif",
  });

  const line = (name, text) => {
    const element = document.createElement(name);
    element.textContent = text;
    return element;
  };

  const show = (problems) => {
    box.replaceChildren();
    if (!problems.length) {
      box.remove();
      return;
    }
    const list = document.createElement("ol");
    for (const problem of problems.slice(0, 50)) {
      const item = line("li", "");
      item.append(line("code", problem.place), ` ${problem.code} ${problem.message}`);
      for (const hint of problem.hint.split("\n").filter(Boolean)) {
        item.append(document.createElement("br"), line("small", hint));
      }
      list.append(item);
    }
    box.append(line("strong", `${problems.length} error${problems.length === 1 ? "" : "s"}`), list);
    document.body.append(box);
  };

  const events = new EventSource("/.tei-edition/events");
  events.onmessage = (event) => {
    const status = JSON.parse(event.data);
    if (status.version !== version) {
      events.close();
      location.reload();
      return;
    }
    show(status.problems);
  };
  addEventListener("pagehide", () => events.close());
})();
