/* Images of the original: beside the text where there is room, else below the page break that one
   follows. What lies on another host is loaded when a reader asks for it, and never before. Without
   this script the images are a list after the text, and those of other hosts are links. */

"use strict";

(() => {
  const KEY = "tei-edition.facsimile";
  const WIDE = matchMedia("(min-width: 60rem)");
  const MOST = 8;
  const STEP = 1.5;
  const LINE = 0.35; // what is read is taken to be so far down the window
  const HOLD = 1000; // milliseconds in which the text moves because a reader turned the page

  const make = (name, attributes, ...content) => {
    const element = Object.assign(document.createElement(name), attributes);
    element.append(...content);
    return element;
  };

  /* What a reader chose; a browser may refuse to keep it. */
  const choice = { beside: false, hosts: [] };
  try {
    Object.assign(choice, JSON.parse(localStorage.getItem(KEY)));
  } catch (refused) { /* as it was */ }
  const keep = () => {
    try {
      localStorage.setItem(KEY, JSON.stringify(choice));
    } catch (refused) { /* as it was */ }
  };

  /* The image to which a link of another host leads. A service that does not give this size is asked
     for the whole image, then the reader is told. */
  function fetched(link, sizes) {
    const image = make("img", { alt: link.dataset.alt, sizes });
    image.addEventListener("error", () => {
      if (image.srcset || image.src !== link.href) {
        image.removeAttribute("srcset");
        image.src = link.href;
      } else image.replaceWith(make("span", { className: "facsimile-none", role: "status" }, link.dataset.failed));
    });
    if (link.dataset.srcset) image.srcset = link.dataset.srcset;
    image.src = link.dataset.src;
    return image;
  }

  /* The same image once more, to be loaded at once, not lazily as a clone would. */
  const twin = ({ alt, width, height, srcset, src }) => make("img", { alt, width, height, sizes: "40vw", srcset, src });

  const isPlain = (event) => !(event.defaultPrevented || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);

  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-src]");
    if (!link || !isPlain(event)) return;
    event.preventDefault();
    const image = fetched(link, "(min-width: 40rem) 38rem, 100vw");
    const shown = make("a", { href: link.href, className: "facsimile-image" }, image);
    link.replaceWith(shown);
    shown.focus();
  });

  const section = document.querySelector(".facsimile");
  if (!section) return;

  const words = section.dataset;
  const text = document.querySelector(".document-text");
  const box = document.getElementById("page-show-facsimile");
  const list = section.querySelector(".facsimile-pages");
  const pages = [...list.children].map((item) => ({
    show: item.querySelector("figure").firstElementChild,
    title: item.querySelector("figcaption").textContent,
    turn: Number(item.dataset.rotation || 0),
    zones: (item.dataset.zones || "").split(";").filter(Boolean).map((zone) => zone.split(" ")),
    asked: false,
  }));
  const places = text ? [...text.querySelectorAll("[data-page]")] : [];
  let current = -1;
  let zoom = 1;
  let turn = 0;
  let held = 0;
  let image = null;

  /* The viewer: tools, and a frame with one page in it. */
  const button = (label, act) => {
    const made = make("button", { type: "button" }, label);
    made.addEventListener("click", act);
    return made;
  };
  const title = make("p", { className: "facsimile-title" });
  const previous = button(words.previous, () => go(current - 1));
  const next = button(words.next, () => go(current + 1));
  const closer = button(words.closer, () => scale(zoom * STEP));
  const farther = button(words.farther, () => scale(zoom / STEP));
  const whole = button(words.whole, () => scale(1));
  const turner = button(words.turn, () => { turn = (turn + 90) % 360; fit(); });
  const close = button(words.close, () => { viewer.remove(); current = -1; });
  const full = make("a", { className: "facsimile-full" }, words.full);
  const follow = make("input", { type: "checkbox" });
  const following = make("label", { className: "facsimile-follow" }, follow, ` ${words.follow}`);
  const leaf = make("div", { className: "facsimile-leaf" });
  const sheet = make("div", { className: "facsimile-sheet" }, leaf);
  const frame = make("div", { className: "facsimile-frame", tabIndex: 0, role: "group", ariaLabel: words.help }, sheet);
  const turning = make("div", { className: "facsimile-tools" }, previous, title, next);
  const tools = make("div", { className: "facsimile-tools" }, closer, farther, whole, turner, full, close);
  const viewer = make("div", { className: "facsimile-viewer" }, turning, tools, following, frame);

  const isBeside = () => box.checked && WIDE.matches;

  function show(number) {
    if (number === current || !pages[number]) return;
    current = number;
    const page = pages[number];
    turn = page.turn;
    zoom = 1;
    title.textContent = `${page.title} (${number + 1}/${pages.length})`;
    previous.disabled = number === 0;
    next.disabled = number === pages.length - 1;
    const host = page.show.dataset.host;
    following.hidden = !host;
    follow.checked = choice.hosts.includes(host);
    const file = page.show.querySelector("img");
    image = file ? twin(file) : host && (page.asked || follow.checked) ? fetched(page.show, "40vw") : null;
    full.hidden = !image;
    full.href = page.show.href || "";
    leaf.replaceChildren(image || page.show.cloneNode(true));
    frame.classList.toggle("facsimile-empty", !image);
    if (image) {
      image.draggable = false;
      image.addEventListener("load", fit);
      leaf.append(...page.zones.flatMap(zoned));
    }
    fit();
  }

  /* How wide the page is shown. The browser then takes the file that suits. */
  function fit() {
    for (const tool of [closer, farther, whole, turner]) tool.hidden = !image;
    if (!image) return;
    const ratio = (image.naturalWidth || Number(image.getAttribute("width")) || 3) / (image.naturalHeight || Number(image.getAttribute("height")) || 4);
    const lies = turn % 180 !== 0;
    const seen = lies ? 1 / ratio : ratio;
    const room = isBeside() ? frame.clientHeight * seen : Infinity;
    const width = Math.max(Math.floor(Math.min(frame.clientWidth, room) * zoom), 1);
    const own = Math.round(lies ? width * ratio : width);
    sheet.style.inlineSize = `${width}px`;
    sheet.style.blockSize = `${Math.round(width / seen)}px`;
    leaf.style.inlineSize = `${own}px`;
    leaf.style.blockSize = `${Math.round(own / ratio)}px`;
    leaf.style.rotate = `${turn}deg`;
    // Chromium loads a page without end when an image gets other sizes while the page still loads.
    if (image.srcset && document.readyState === "complete") image.sizes = `${own}px`;
    closer.disabled = zoom >= MOST;
    farther.disabled = whole.disabled = zoom <= 1;
  }

  function scale(wanted) {
    const middle = [(frame.scrollLeft + frame.clientWidth / 2) / zoom, (frame.scrollTop + frame.clientHeight / 2) / zoom];
    zoom = Math.min(Math.max(wanted, 1), MOST);
    fit();
    frame.scrollTo({ left: middle[0] * zoom - frame.clientWidth / 2, top: middle[1] * zoom - frame.clientHeight / 2, behavior: "instant" });
  }

  /* The reader turns the page: the text follows, as far as it says where the page begins. */
  function go(number) {
    show(number);
    const place = places.find((one) => Number(one.dataset.page) === number + 1 && one.getClientRects().length);
    if (!place || !isBeside()) return;
    held = performance.now() + HOLD;
    place.scrollIntoView();
  }

  /* The page that is being read: the last one that begins above a line in the window, else the one
     before the first that begins. */
  function read() {
    if (!isBeside() || performance.now() < held) return;
    const seen = places.filter((one) => one.getClientRects().length);
    const begun = seen.filter((one) => one.getClientRects()[0].top < innerHeight * LINE);
    const page = begun.length ? begun.pop().dataset.page - 1 : seen.length ? seen[0].dataset.page - 2 : current;
    show(Math.max(page, 0));
  }

  let waiting = false;
  addEventListener("scroll", () => {
    if (!waiting) requestAnimationFrame(() => { waiting = false; read(); });
    waiting = true;
  }, { passive: true });

  function arrange() {
    const beside = isBeside();
    section.classList.toggle("facsimile-live", beside);
    close.hidden = beside;
    current = -1;
    if (beside) {
      section.append(viewer);
      read();
    } else viewer.remove();
  }

  /* A mark in the text leads to the image of its page. */
  document.addEventListener("click", (event) => {
    const link = event.target.closest('a[href^="#page-facsimile-"]');
    if (!link || !isPlain(event)) return;
    event.preventDefault();
    const number = Number(link.hash.replace(/\D/g, "")) - 1;
    if (!isBeside()) {
      current = -1;
      const blocks = "p, div:not(.tei-loose), table, ul, ol, dl, blockquote, h2, h3, h4, h5, h6";
      const around = link.closest(blocks).closest("table, ul, ol, dl, blockquote") || link.closest(blocks);
      around.after(viewer);
    }
    show(number);
    frame.focus({ preventScroll: isBeside() });
  });

  leaf.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-src]");
    if (!link || !isPlain(event)) return;
    event.preventDefault();
    pages[current].asked = true;
    const number = current;
    current = -1;
    show(number);
    frame.focus();
  });

  follow.addEventListener("change", () => {
    const host = pages[current].show.dataset.host;
    choice.hosts = choice.hosts.filter((one) => one !== host).concat(follow.checked ? host : []);
    keep();
    const number = current;
    pages[number].asked = pages[number].asked || follow.checked;
    current = -1;
    show(number);
  });

  /* Keys and pointers in the frame; arrow keys move it as they move all that scrolls. */
  const keys = {
    "+": () => scale(zoom * STEP),
    "=": () => scale(zoom * STEP),
    "-": () => scale(zoom / STEP),
    0: () => scale(1),
    PageUp: () => go(current - 1),
    PageDown: () => go(current + 1),
  };
  frame.addEventListener("keydown", (event) => {
    const act = event.ctrlKey || event.metaKey || event.altKey ? null : keys[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  });
  frame.addEventListener("wheel", (event) => {
    if (!event.ctrlKey || !image) return;
    event.preventDefault();
    scale(event.deltaY < 0 ? zoom * STEP : zoom / STEP);
  }, { passive: false });
  frame.addEventListener("dblclick", () => { if (image) scale(zoom >= MOST ? 1 : zoom * STEP); });
  let from = null;
  frame.addEventListener("pointerdown", (event) => {
    if (zoom > 1 && event.pointerType === "mouse" && !event.button) from = [event.clientX + frame.scrollLeft, event.clientY + frame.scrollTop];
  });
  addEventListener("pointermove", (event) => {
    if (from) frame.scrollTo({ left: from[0] - event.clientX, top: from[1] - event.clientY, behavior: "instant" });
  });
  addEventListener("pointerup", () => { from = null; });

  /* Zones: a line or word of the text, and its place in the image, light up together. */
  const lit = window.Highlight && CSS.highlights ? new Highlight() : null;
  if (lit) CSS.highlights.set("facsimile", lit);

  const meant = (pointer) => (text ? text.querySelector(`[data-facs~="${CSS.escape(pointer)}"]`) : null);

  /* What an element stands for: itself, or from the beginning of a line to that of the next. */
  function extent(element) {
    const range = document.createRange();
    range.selectNodeContents(element.matches("br") ? element.closest("p, div, td, li, h2, h3") : element);
    if (!element.matches("br")) return range;
    range.setStartAfter(element);
    const breaks = [...text.querySelectorAll("br.tei-lb")];
    const after = breaks[breaks.indexOf(element) + 1];
    if (after && range.comparePoint(after, 0) === 0) range.setEndBefore(after);
    return range;
  }

  function zoned([pointer, ...numbers]) {
    const element = meant(pointer);
    if (!element) return [];
    const zone = button("", () => (element.matches("br") ? element.parentElement : element).scrollIntoView({ block: "center" }));
    zone.className = "facsimile-zone";
    zone.dataset.pointer = pointer;
    zone.ariaLabel = extent(element).toString().trim().slice(0, 80);
    ["left", "top", "width", "height"].forEach((side, i) => { zone.style[side] = `${numbers[i]}%`; });
    const light = (on) => {
      element.classList.toggle("facsimile-lit", on);
      if (lit) lit.clear();
      if (lit && on && element.matches("br")) lit.add(extent(element));
    };
    for (const event of ["pointerenter", "focus"]) zone.addEventListener(event, () => light(true));
    for (const event of ["pointerleave", "blur"]) zone.addEventListener(event, () => light(false));
    return [zone];
  }

  /* The zone of what lies under the pointer: of an element, or of the line that began last. */
  function under(event) {
    const pointers = new Set(pages[current].zones.map(([pointer]) => pointer));
    const own = (element) => (element.dataset.facs || "").split(" ").find((pointer) => pointers.has(pointer));
    for (let element = event.target; element && element !== text; element = element.parentElement) {
      if (own(element)) return own(element);
    }
    const at = document.caretPositionFromPoint && document.caretPositionFromPoint(event.clientX, event.clientY);
    if (!at) return undefined;
    const before = [...text.querySelectorAll("br[data-facs]")].filter((one) => one.compareDocumentPosition(at.offsetNode) & 4);
    return before.length ? own(before[before.length - 1]) : undefined;
  }

  if (text && pages.some((page) => page.zones.length)) {
    text.addEventListener("pointermove", (event) => {
      const pointer = current >= 0 && image ? under(event) : undefined;
      for (const zone of leaf.querySelectorAll(".facsimile-zone")) zone.classList.toggle("facsimile-lit", zone.dataset.pointer === pointer);
    });
  }

  new ResizeObserver(fit).observe(frame);
  WIDE.addEventListener("change", arrange);
  box.addEventListener("change", () => {
    choice.beside = box.checked;
    keep();
    arrange();
  });
  addEventListener("load", fit);
  box.checked = choice.beside;
  arrange();
})();
