/* Cards of names. Under the pointer a card opens and closes by itself; a click, a tap or the Enter key
   opens it to stay, with the focus in it, and a second one follows the link. What a card says stands in
   a script beside the entry's page. Without all this names are links, as they are where it fails. */

"use strict";

window.teiEdition = window.teiEdition || {};

(() => {
  if (!HTMLElement.prototype.showPopover) return;
  const script = document.currentScript;
  const { more, close } = script.dataset;
  const root = new URL("../../", script.src).href;
  const page = /^(persons|places|organisations|works|events)\/(?!index\.html)[^/]+\.html$/;
  const WAIT = 300;

  const address = (link) => link.href.replace(/#.*$/, "");
  const isName = (link) => link.href.startsWith(root) && page.test(address(link).slice(root.length));

  const loaded = new Map();
  function load(url) {
    if (!loaded.has(url)) {
      const promise = new Promise((resolve, reject) => {
        const made = document.createElement("script");
        made.src = url;
        made.onerror = reject;
        made.resolve = resolve;
        document.head.append(made);
      });
      loaded.set(url, promise);
      promise.catch(() => loaded.delete(url));
    }
    return loaded.get(url);
  }
  teiEdition.card = (data) => document.currentScript.resolve(data);

  function make(tag, properties, ...children) {
    const made = Object.assign(document.createElement(tag), properties);
    made.append(...children);
    return made;
  }

  const line = (name, ...content) => make("p", { className: `card-${name}` }, ...content);

  function named([label, ...names]) {
    const forms = names.flatMap(([text, lang], i) => [i ? ", " : "", make("bdi", { lang }, text)]);
    return line("names", `${label}: `, ...forms);
  }

  /* What the person has to do with this letter, where the list of names says it. */
  function role(link) {
    const listed = [...document.querySelectorAll(".names a")].find((other) => other.href === address(link));
    const words = listed?.parentElement.querySelector(".name-role");
    return words?.textContent;
  }

  function fill(data, link) {
    const counts = (data.roles || []).map(([label, n]) => `${label}\u00a0${n}`).join(" · ");
    card.replaceChildren(
      make("p", { className: "card-name", id: "page-card-name" }, data.name),
      line("life", [data.life, role(link)].filter(Boolean).join(" · ")),
      ...(data.text && data.text !== data.life ? [line("text", data.text)] : []),
      ...(data.names || []).map(named),
      line("count", counts ? `${data.count}: ${counts}` : data.count),
      make("div", { className: "card-actions" },
        make("a", { href: link.href }, more),
        make("button", { type: "button", onclick: () => card.hidePopover() }, close)),
    );
  }

  /* Below the name, above it where there is no room, never beyond the edges. */
  function place(link) {
    const rect = link.getClientRects()[0];
    const { offsetWidth: width, offsetHeight: height } = card;
    const view = document.documentElement;
    const below = rect.bottom + 6;
    const above = rect.top - height - 6;
    const top = below + height > view.clientHeight && above > 0 ? above : below;
    const start = view.dir === "rtl" ? rect.right - width : rect.left;
    const left = Math.max(16, Math.min(start, view.clientWidth - width - 16));
    card.style.setProperty("--card-top", `${top + scrollY}px`);
    card.style.setProperty("--card-left", `${left + scrollX}px`);
  }

  let wanted = null;
  let stays = false;
  let timer = 0;

  async function open(link, staying) {
    wanted = link;
    const data = await load(address(link).replace(/\.html$/, ".js"));
    if (wanted !== link) return;
    if (card.matches(":popover-open")) card.hidePopover();
    wanted = link;
    fill(data, link);
    // The focus goes back to where it was when the card closes: that must be the name.
    if (staying) link.focus({ preventScroll: true });
    card.showPopover();
    place(link);
    stays = staying;
    if (staying) card.focus({ preventScroll: true });
  }

  /* Acts after a while, unless something else comes up. */
  const later = (act) => {
    clearTimeout(timer);
    timer = setTimeout(act, WAIT);
  };
  const leave = () => later(() => {
    if (stays) return;
    wanted = null;
    card.hidePopover();
  });

  const card = make("div", { className: "name-card", popover: "auto", tabIndex: -1 });
  card.setAttribute("role", "dialog");
  card.setAttribute("aria-labelledby", "page-card-name");
  card.addEventListener("toggle", (event) => {
    if (event.newState === "closed" && !card.matches(":popover-open")) {
      wanted = null;
      stays = false;
    }
  });
  card.addEventListener("pointerenter", () => clearTimeout(timer));
  card.addEventListener("pointerleave", leave);
  card.addEventListener("focusout", ({ relatedTarget }) => {
    if (relatedTarget && !card.contains(relatedTarget)) card.hidePopover();
  });
  document.body.append(card);

  for (const link of document.querySelectorAll("main a[href], aside a[href]")) {
    if (!isName(link)) continue;
    link.setAttribute("aria-haspopup", "dialog");
    link.removeAttribute("title");
    // A press outside closes the card before the click comes.
    let again = false;
    link.addEventListener("pointerdown", () => {
      again = stays && wanted === link;
    });
    link.addEventListener("click", (event) => {
      const follow = again;
      again = false;
      if (follow || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
      event.preventDefault();
      clearTimeout(timer);
      open(link, true).catch(() => location.assign(link.href));
    });
    link.addEventListener("pointerenter", ({ pointerType }) => {
      if (pointerType === "mouse" && !stays) later(() => open(link, false).catch(() => {}));
    });
    link.addEventListener("pointerleave", ({ pointerType }) => {
      if (pointerType === "mouse") leave();
    });
  }
})();
