/* The search page: a question and filters in, a list out; the state is in the address. */

"use strict";

(() => {
  const page = document.getElementById("page-search");
  const { root } = page.dataset;
  const strings = JSON.parse(page.dataset.strings);
  const language = document.documentElement.lang;
  const element = (id) => document.getElementById(`page-search-${id}`);
  const form = element("form");
  const question = element("q");
  const order = element("sort");
  const list = element("results");
  const status = element("status");
  const chosen = element("chosen");
  const more = element("more");
  const { parse, places } = teiEdition.words;
  const index = teiEdition.index(`${root}search/data`);
  const AT_ONCE = 20;
  const AROUND = 70;

  let facets = [];
  let asked = [];
  let results = [];
  let turn = 0;

  /* Words of the interface */

  const fill = (key, values = {}) =>
    (strings[key] || key).replace(/\{(\w+)\}/g, (whole, name) => (name in values ? values[name] : whole));

  function count(key, n) {
    const category = new Intl.PluralRules(language).select(n);
    const name = `${key}.${category}` in strings ? `${key}.${category}` : `${key}.other`;
    return fill(name, { n: n.toLocaleString(language) });
  }

  function make(tag, properties = {}, ...children) {
    const made = Object.assign(document.createElement(tag), properties);
    made.append(...children);
    return made;
  }

  /* A text with what was asked for in it marked. */
  function marked(text, hits = places(text, asked)) {
    const pieces = [];
    let at = 0;
    for (const [start, end] of hits) {
      pieces.push(text.slice(at, start), make("mark", {}, text.slice(start, end)));
      at = end;
    }
    return [...pieces, text.slice(at)];
  }

  /* State */

  function restore() {
    const state = new URLSearchParams(location.search);
    question.value = state.get("q") || "";
    order.value = state.get("sort") || "best";
    if (!order.value) order.value = "best";
    for (const { name, values } of facets) {
      const keys = state.getAll(name);
      for (const value of values) value.box.checked = keys.includes(value.key);
    }
  }

  function remember() {
    const state = new URLSearchParams();
    if (question.value.trim()) state.set("q", question.value.trim());
    if (order.value !== "best") state.set("sort", order.value);
    for (const { name, key } of checked()) state.append(name, key);
    const address = state.size ? `?${state}` : location.pathname;
    if (address !== (location.search || location.pathname)) {
      try {
        history.replaceState(null, "", address);
      } catch {
        // A browser may refuse this to a page from a folder; then the address stays as it was.
      }
    }
  }

  const checked = () =>
    facets.flatMap(({ name, values }) =>
      values.filter(({ box }) => box.checked).map((value) => ({ ...value, name })),
    );

  /* Facets */

  function showFacets(total) {
    for (const facet of facets) {
      if (facet.name === "year") facet.values.sort((a, b) => Number(a.key) - Number(b.key));
      else facet.values.sort((a, b) => b.records.length - a.records.length || a.label.localeCompare(b.label, language));
      for (const value of facet.values) {
        value.inside = new Uint8Array(total);
        for (const record of value.records) value.inside[record] = 1;
        value.box = make("input", { type: "checkbox", name: facet.name, value: value.key });
        value.count = make("span", { className: "search-value-count" });
        const label = make("bdi", { className: "search-value-label" }, value.label);
        value.line = make("li", {}, make("label", {}, value.box, label, value.count));
      }
      facet.field = make(
        "fieldset",
        {},
        make("legend", {}, fill(`search.${facet.name}`)),
        make("ul", {}, ...facet.values.map(({ line }) => line)),
      );
      element("facets").append(facet.field);
    }
  }

  /* For each facet one byte for each record: does it have a chosen value? null: nothing chosen. */
  const choices = (total) =>
    facets.map(({ values }) => {
      const on = values.filter(({ box }) => box.checked);
      if (!on.length) return null;
      const inside = new Uint8Array(total);
      for (const { records } of on) for (const record of records) inside[record] = 1;
      return inside;
    });

  function countValues(found, filters, total) {
    facets.forEach((facet, i) => {
      const others = filters.filter((inside, k) => inside && k !== i);
      const base = new Uint8Array(total);
      for (const record of found) if (others.every((inside) => inside[record])) base[record] = 1;
      let shown = 0;
      for (const { records, box, count: place, line } of facet.values) {
        let n = 0;
        for (const record of records) n += base[record];
        place.textContent = n.toLocaleString(language);
        line.hidden = !n && !box.checked;
        shown += !line.hidden;
      }
      facet.field.hidden = !shown;
    });
  }

  /* Results */

  async function update() {
    const mine = ++turn;
    asked = parse(question.value);
    const idle = !asked.length && !checked().length;
    try {
      const [{ records: total, documents }, weights] = await Promise.all([index.start, index.search(asked)]);
      if (mine !== turn) return;
      const found = weights ? [...weights.keys()] : [...Array(total).keys()];
      const filters = choices(total);
      const active = filters.filter(Boolean);
      results = found.filter((record) => active.every((inside) => inside[record]));
      sort(weights, documents);
      say(idle, documents);
      list.replaceChildren();
      if (idle) {
        results = [];
        more.hidden = true;
      } else {
        await show(mine);
      }
      if (mine === turn) countValues(found, filters, total);
    } catch {
      if (mine === turn) fail();
    }
  }

  function sort(weights, documents) {
    const newest = order.value === "newest";
    const place = (record) => (newest && record < documents ? documents - record : record);
    const best = order.value === "best" && asked.some(({ without }) => !without);
    results.sort((a, b) => (best ? weights.get(b) - weights.get(a) : 0) || place(a) - place(b));
  }

  function say(idle, documents) {
    const letters = results.filter((record) => record < documents).length;
    const entries = results.length - letters;
    const counts = [
      letters || !entries ? count("documents", letters) : "",
      entries ? count("search.entries", entries) : "",
    ].filter(Boolean);
    const words = question.value.trim();
    if (idle) status.textContent = fill("search.all", { counts: counts.join(fill("list.and")) });
    else if (!results.length) status.textContent = fill(checked().length ? "search.none.filtered" : "search.none", { words });
    else status.textContent = fill(words ? "search.found" : "search.chosen", { counts: counts.join(fill("list.and")), words });
    chosen.replaceChildren(...checked().map(({ name, label, box }) => remover(name, label, box)));
  }

  function remover(name, label, box) {
    const button = make("button", { type: "button" }, `${fill(`search.${name}`)}: ${label}`);
    button.setAttribute("aria-label", fill("search.remove", { label: button.textContent }));
    button.addEventListener("click", () => {
      box.checked = false;
      changed();
      question.focus();
    });
    return make("li", {}, button);
  }

  async function show(mine) {
    const from = list.children.length;
    const next = results.slice(from, from + AT_ONCE);
    const records = await Promise.all(next.map(index.record));
    if (mine !== turn) return;
    list.append(...records.map(line));
    more.hidden = list.children.length >= results.length;
    return list.children[from];
  }

  function line(record) {
    const asking = question.value.trim();
    const link = make("a", { href: root + record.url + (asking ? `?q=${encodeURIComponent(asking)}` : "") });
    link.append(...marked(record.title));
    const head = make("p", { className: "entry-label" }, link);
    if (record.kind) head.append(" ", make("span", { className: "entry-kind" }, record.kind));
    const text = make("div", { className: "entry-text" }, head);
    const hits = places(record.summary, asked);
    if (record.summary) {
      const summary = make("p", { className: "entry-summary", dir: "auto" }, ...marked(record.summary, hits));
      text.append(summary);
    }
    const date = make("span", { className: "entry-date" }, record.date);
    const entry = make("li", { className: "entry" }, date, text);
    if (record.copy && asked.length && location.protocol !== "file:") {
      unread.set(entry, () => passages(record, text, hits.length));
      reader.observe(entry);
    }
    return entry;
  }

  /* Texts are fetched for what is on the screen, or soon will be. */
  const unread = new WeakMap();
  const reader = new IntersectionObserver(
    (seen) => {
      for (const { target, isIntersecting } of seen) {
        if (!isIntersecting) continue;
        reader.unobserve(target);
        unread.get(target)();
      }
    },
    { rootMargin: "200px" },
  );

  /* Passages come from the plain text beside the page, which a folder does not let a page read. */
  async function passages(record, text, inSummary) {
    try {
      const answer = await fetch(root + record.url.replace(/html$/, "txt"));
      if (!answer.ok) return;
      const copy = await answer.text();
      const hits = places(copy, asked);
      if (!hits.length) return;
      const windows = around(copy, hits);
      const shown = windows.slice(0, 3).map(({ start, end, hits }) => {
        const inner = hits.map(([a, b]) => [a - start, b - start]);
        const ends = [start > 0 ? "… " : "", end < copy.length ? " …" : ""];
        const passage = make("p", { className: "search-passage", dir: "auto" });
        if (record.language) passage.lang = record.language;
        passage.append(ends[0], ...marked(copy.slice(start, end).replace(/\s/g, " "), inner), ends[1]);
        return passage;
      });
      if (!inSummary) text.querySelector(".entry-summary")?.remove();
      text.append(...shown);
      if (windows.length > 3) {
        text.append(make("p", { className: "search-rest" }, count("search.places", hits.length)));
      }
    } catch {
      // Without the text the summary stays.
    }
  }

  /* Pieces of a text about its hits, from blank to blank, none overlapping. */
  function around(copy, hits) {
    const windows = [];
    for (const [a, b] of hits) {
      const before = windows[windows.length - 1];
      if (before && a - AROUND / 2 < before.end) {
        if (b > before.end - AROUND / 2) before.end = tail(copy, b);
        before.hits.push([a, b]);
      } else {
        windows.push({ start: head(copy, a), end: tail(copy, b), hits: [[a, b]] });
      }
    }
    return windows;
  }

  function head(copy, at) {
    const from = Math.max(at - AROUND, 0);
    const blank = copy.slice(from, at).search(/\s/);
    return from && blank >= 0 ? from + blank + 1 : from;
  }

  function tail(copy, at) {
    const piece = copy.slice(at, at + AROUND);
    const blank = piece.search(/\s\S*$/);
    return at + AROUND < copy.length && blank > 0 ? at + blank : at + piece.length;
  }

  function fail() {
    status.textContent = fill("search.failed");
    list.replaceChildren();
    more.hidden = true;
  }

  /* Events */

  function changed() {
    remember();
    update();
  }

  let waiting = 0;
  question.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(changed, 120);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(waiting);
    changed();
  });
  order.addEventListener("change", changed);
  element("facets").addEventListener("change", changed);
  more.addEventListener("click", async () => (await show(turn))?.querySelector("a").focus());
  window.addEventListener("popstate", () => {
    restore();
    update();
  });

  page.hidden = false;
  element("filters").open = matchMedia("(min-width: 51.25rem)").matches;
  restore();
  if (question.value) update();
  Promise.all([index.start, index.facets()])
    .then(([{ records }, loaded]) => {
      facets = loaded;
      showFacets(records);
      restore();
      return update();
    })
    .catch(fail);
})();
