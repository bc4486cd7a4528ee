// Reloads a page of the preview when it has changed, and shows what is wrong with the edition.
(() => {
  "use strict";
  const query = new URL(document.currentScript.src).search;
  let events = null;
  let shown = "";

  const made = (name, text, ...children) => {
    const element = document.createElement(name);
    element.textContent = text;
    element.append(...children);
    return element;
  };

  const style = document.createElement("link");
  style.rel = "stylesheet";
  style.href = "/.tei-edition/live.css";
  document.head.append(style);

  const box = document.createElement("section");
  box.className = "tei-edition-preview";
  box.lang = "en";
  box.dir = "ltr";
  box.setAttribute("role", "alert");

  // What is told again is not announced again, nor shown to whoever has hidden it.
  const tell = (...parts) => {
    const before = shown;
    shown = parts.map((part) => part.textContent).join("\n");
    if (shown === before) return;
    if (!parts.length) {
      box.remove();
      return;
    }
    const hide = made("button", "Hide");
    hide.type = "button";
    hide.addEventListener("click", () => box.remove());
    box.replaceChildren(hide, ...parts);
    document.body.append(box);
  };

  const item = ({ place, code, message, hint }) => {
    const line = made("li", "", made("code", place), ` ${code} ${message}`);
    if (hint) line.append(made("pre", hint));
    return line;
  };

  const show = (problems) => {
    if (!problems.length) {
      tell();
      return;
    }
    const count = problems.length;
    const list = made("ol", "", ...problems.slice(0, 50).map(item));
    const more = count > 50 ? [made("p", `And ${count - 50} more: the terminal has all.`)] : [];
    tell(made("h2", `${count} error${count === 1 ? "" : "s"} in the edition`), list, ...more);
  };

  const listen = () => {
    events?.close();
    events = null;
    if (document.visibilityState !== "visible") return; // a browser has few connections
    events = new EventSource(`/.tei-edition/events${query}`);
    events.onmessage = (event) => {
      const { changed, problems } = JSON.parse(event.data);
      if (changed) {
        events.close();
        location.reload();
      } else {
        show(problems);
      }
    };
    events.onerror = () => {
      tell(made("p", "The preview has ended: this page does not follow the edition any more."));
    };
  };

  document.addEventListener("visibilitychange", listen);
  addEventListener("pageshow", (event) => event.persisted && listen());
  addEventListener("pagehide", () => events?.close());
  listen();
})();
