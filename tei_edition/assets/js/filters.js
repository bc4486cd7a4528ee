/* The panel of filters on the pages of letters and of documents: what is chosen is said in words and
   kept in the address; the list, the counts and what is saved follow it. */

"use strict";

(() => {
  const panel = document.getElementById("page-filters");
  if (!panel) return;
  const { root, noun } = panel.dataset;
  const names = panel.dataset.facets.split(" ");
  const strings = JSON.parse(panel.dataset.strings);
  const { lang: language, dir } = document.documentElement;
  const element = (id) => document.getElementById(`page-filters-${id}`);
  const [status, chosen, list, more, order, undated] = ["status", "chosen", "list", "more", "sort", "undated"].map(element);
  const AT_ONCE = 50;
  const MOST = 100;
  const FEW = 12;

  let data, range, judged;
  let results = [];
  let shown = 0;
  let turn = 0;

  /* Words */

  const fill = (key, values) => strings[key].replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);

  function count(n) {
    const key = `${noun}.${new Intl.PluralRules(language).select(n)}`;
    return strings[key in strings ? key : `${noun}.other`].replace("{n}", n.toLocaleString(language));
  }

  const yearName = (year) => (year < 0 ? fill("date.bce", { year: -year }) : String(year));

  function dayName(text) {
    const [, year, month, day] = /^\s*(-?\d+)-?(\d*)-?(\d*)/.exec(text);
    if (!month) return yearName(Number(year));
    const moment = new Date(Date.UTC(2000, month - 1, day || 1));
    moment.setUTCFullYear(year);
    const form = { year: "numeric", month: "long", timeZone: "UTC", ...(day && { day: "numeric" }) };
    return moment.toLocaleDateString(language === "en" ? "en-GB" : language, form);
  }

  /* A Latin name in an Arabic line leaves the punctuation around it where it belongs. */
  const apart = (value) => (dir === "rtl" ? `\u2068${value}\u2069` : value);
  const either = ([...labels]) => {
    const final = apart(labels.pop());
    return labels.length ? labels.map(apart).join(strings["list.comma"]) + strings["date.or"] + final : final;
  };

  function spanName() {
    const [from, to] = range.fields.map(({ value }) => (range.read(value) ? dayName(value) : ""));
    if (from && to) return from === to ? from : `${from}–${to}`;
    if (from) return fill("date.after", { date: from });
    return to && fill("date.before", { date: to });
  }

  const choices = () =>
    data.facets.map((facet) => ({ facet, on: facet.values.filter((value) => value.chosen) })).filter(({ on }) => on.length);

  function sentence() {
    const when = [spanName(), undated.checked && strings["date.undated-short"]].filter(Boolean);
    const words = choices().map(({ facet: { name }, on }) => fill(`filter.in.${name}`, { names: either(on.map(({ label }) => label)) }));
    if (when.length) words.push(fill("filter.in.date", { names: either(when) }));
    return count(results.length) + words.map((word) => (/^\p{P}/u.test(word) ? "" : " ") + word).join("");
  }

  function make(tag, properties = {}, ...children) {
    const made = Object.assign(document.createElement(tag), properties);
    made.append(...children);
    return made;
  }

  /* State */

  function restore() {
    const state = new URLSearchParams(location.search);
    for (const facet of data.facets) {
      const keys = state.getAll(facet.name);
      if (keys.length) data.ready(facet);
      for (const value of facet.values) value.chosen = keys.includes(value.key);
    }
    for (const field of range.fields) field.value = state.get(field.dataset.end) || "";
    undated.checked = state.has("undated");
    order.value = state.get("sort") || "date";
    if (!order.value) order.value = "date";
  }

  function remember() {
    const state = choices().flatMap(({ facet, on }) => on.map(({ key }) => [facet.name, key]));
    for (const { dataset, value } of range.fields) if (range.read(value)) state.push([dataset.end, value.trim()]);
    if (undated.checked) state.push(["undated", "1"]);
    if (order.value !== "date") state.push(["sort", order.value]);
    const query = state.map(([name, value]) => `${name}=${encodeURIComponent(value).replace(/%2F/g, "/")}`).join("&");
    if (query === location.search.slice(1)) return;
    try {
      history.pushState(null, "", query ? `?${query}` : location.pathname);
    } catch {
      // A browser may refuse this to a page from a folder; then the address stays as it was.
    }
  }

  function inTime() {
    const inside = range.inTime();
    return inside || undated.checked ? (day) => (day ? inside && inside(day) : undated.checked) : null;
  }

  function changed() {
    remember();
    update();
  }

  /* Facets */

  function build(facet, number) {
    const title = strings[`filter.${facet.name}`];
    facet.list = make("ul");
    facet.find = make("input", { type: "search", autocomplete: "off" });
    facet.find.setAttribute("aria-label", fill("filter.find", { label: title }));
    facet.find.addEventListener("input", () => showFacet(facet));
    facet.rest = make("p", { className: "filters-rest" });
    facet.box = make("details", {}, make("summary", {}, title), facet.find, facet.list, facet.rest);
    facet.box.open = number < 3 && matchMedia("(min-width: 51.25rem)").matches;
    facet.box.addEventListener("toggle", () => showFacet(facet));
    element("facets").append(facet.box);
  }

  const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

  function showFacet(facet) {
    if (!facet.box.open) return;
    if (!facet.order) {
      data.count(facet, new Uint8Array(judged.length));
      facet.find.hidden = facet.values.length <= FEW;
      facet.order = [...facet.values].sort((a, b) => b.count - a.count || a.sort.localeCompare(b.sort, language));
    }
    data.count(facet, judged);
    const words = fold(facet.find.value);
    const fitting = facet.order.filter((value) => value.chosen || (value.count && fold(value.label).includes(words)));
    const focused = document.activeElement;
    facet.rest.textContent = fitting.length > MOST ? fill("filter.rest", { n: MOST }) : fitting.length ? "" : strings["filter.none"];
    facet.list.replaceChildren(...fitting.slice(0, MOST).map(showValue));
    if (facet.list.contains(focused)) focused.focus({ preventScroll: true });
  }

  function showValue(value) {
    if (!value.line) {
      value.box = make("input", { type: "checkbox", value: value.key });
      value.box.addEventListener("change", () => {
        value.chosen = value.box.checked;
        changed();
      });
      value.number = make("span", { className: "search-value-count" });
      value.line = make("li", {}, make("label", {}, value.box, make("bdi", {}, value.label), value.number));
    }
    value.box.checked = value.chosen;
    value.number.textContent = value.count.toLocaleString(language);
    return value.line;
  }

  /* What is chosen, each part with a way to take it back. */

  function showChosen() {
    const items = choices().flatMap(({ facet, on }) =>
      on.map((value) => remover(`${strings[`filter.${facet.name}`]}: ${value.label}`, () => (value.chosen = false))),
    );
    const span = spanName();
    if (span) items.push(remover(`${strings["filter.date"]}: ${span}`, clearSpan));
    if (undated.checked) items.push(remover(strings["date.undated"], () => (undated.checked = false)));
    if (items.length > 1) items.push(remover(strings["filter.clear"], clear, false));
    chosen.replaceChildren(...items);
  }

  function remover(label, undo, named = true) {
    const button = make("button", { type: "button" }, label);
    if (named) button.setAttribute("aria-label", fill("search.remove", { label }));
    button.addEventListener("click", () => {
      undo();
      changed();
      (chosen.querySelector("button") || panel.firstElementChild).focus();
    });
    return make("li", {}, button);
  }

  const clearSpan = () => range.fields.forEach((field) => (field.value = ""));

  function clear() {
    for (const { on } of choices()) for (const value of on) value.chosen = false;
    clearSpan();
    undated.checked = false;
  }

  /* The list */

  async function update() {
    const mine = ++turn;
    judged = data.judge(inTime());
    results = sorted([...judged.keys()].filter((row) => !judged[row]));
    status.textContent = sentence();
    element("none").hidden = results.length;
    showChosen();
    data.facets.forEach(showFacet);
    const outside = data.timesOf(judged);
    range.show(outside.filter(Boolean));
    element("undated-count").textContent = outside.filter((day) => !day).length.toLocaleString(language);
    for (const button of element("save").querySelectorAll("button")) button.disabled = !results.length;
    shown = 0;
    await show(mine);
  }

  function sorted(rows) {
    const [by, down] = order.value.split("-");
    const known = by === "date" ? (row) => data.days[row] : (row) => data.first(by, row)?.key;
    const place = by === "date" ? (row) => row : data.ranks(by, new Intl.Collator(language).compare);
    const inside = rows.filter(known);
    if (by !== "date") inside.sort((a, b) => (down ? place(b) - place(a) : place(a) - place(b)) || a - b);
    else if (down) inside.reverse();
    return [...inside, ...rows.filter((row) => !known(row))];
  }

  /* Under which heading a row stands in the present order. */
  function heading(row) {
    const by = order.value.split("-")[0];
    if (by !== "date") return data.first(by, row)?.label || strings["filter.unknown"];
    return data.days[row] ? yearName(Math.floor(data.days[row][0] / 372)) : strings["date.undated"];
  }

  async function show(mine) {
    const next = results.slice(shown, shown + AT_ONCE);
    let lines;
    try {
      lines = await Promise.all(next.map(data.line));
    } catch {
      return fail();
    }
    if (mine !== turn) return null;
    if (!shown) list.replaceChildren();
    const entries = lines.map((line, i) => entry(line, heading(next[i])));
    shown += next.length;
    more.hidden = shown >= results.length;
    return entries[0];
  }

  function entry([url, short, date, label, kind, summary], title) {
    let group = list.lastElementChild;
    if (!group || group.dataset.title !== title) {
      const n = results.filter((row) => heading(row) === title).length;
      const head = make("h2", { className: "year-label" }, make("bdi", {}, title), make("span", { className: "year-count" }, ` ${count(n)}`));
      group = make("section", { className: "year" }, head, make("ol", { className: "entries" }));
      group.dataset.title = title;
      list.append(group);
    }
    const text = make("div", { className: "entry-text" });
    text.append(make("p", { className: "entry-label" }, make("a", { href: root + url }, label)));
    if (kind) text.firstChild.append(" ", make("span", { className: "entry-kind" }, kind));
    if (summary) text.append(make("p", { className: "entry-summary", dir: "auto" }, summary));
    const day = make("span", { className: "entry-date" }, order.value.startsWith("date") ? short : date);
    const made = make("li", { className: "entry" }, day, text);
    group.lastChild.append(made);
    return made;
  }

  function fail() {
    status.textContent = strings["filter.failed"];
    list.replaceChildren();
    more.hidden = true;
  }

  /* The list as it is shown, as the edition's own data have it. */
  async function save(form) {
    const rows = await Promise.all(results.map(data.saved));
    const records = rows.map(([, letter, record]) => (noun === "letters" ? letter : record));
    const text = form === "csv" ? data.csv + rows.map(([line]) => line).join("") : `{"${noun}":[\n${records.map((record) => JSON.stringify(record)).join(",\n")}\n]}\n`;
    const url = URL.createObjectURL(new Blob([text], { type: form === "csv" ? "text/csv" : "application/json" }));
    make("a", { href: url, download: `${noun}.${form}` }).click();
    setTimeout(() => URL.revokeObjectURL(url), 60000);
  }

  /* Events */

  async function start() {
    data = await teiEdition.columns(`${root}data/filters`, noun === "letters" ? 1 : 2, names);
    undated.closest("label").hidden = data.days.every(Boolean);
    range = teiEdition.range(element("time"), data.days, dayName, (done) => (done ? changed() : update()));
    data.facets.forEach(build);
    restore();
    await update();
    order.addEventListener("change", changed);
    undated.addEventListener("change", changed);
    more.addEventListener("click", async () => (await show(turn))?.querySelector("a").focus());
    element("save").addEventListener("click", ({ target }) => target.dataset.form && save(target.dataset.form).catch(fail));
    window.addEventListener("popstate", () => {
      restore();
      update();
    });
  }

  let started = false;
  panel.addEventListener("toggle", () => {
    if (started || !panel.open) return;
    started = true;
    start().catch(fail);
  });
  panel.hidden = false;
  const state = new URLSearchParams(location.search);
  panel.open = [...names, "since", "until", "undated", "sort"].some((name) => state.has(name));
})();
