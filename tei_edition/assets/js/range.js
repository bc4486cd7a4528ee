/* A span of time on a histogram with two handles, and two fields in which it can be typed. Days are
   numbers as in tei_edition/site/filters: every year has 12 months of 31 days. */

"use strict";

teiEdition.range = (box, days, say, changed) => {
  const YEAR = 372;
  const MOST = 120;
  const dated = days.filter(Boolean);
  const lowest = dated.reduce((least, day) => Math.min(least, day[0]), Infinity);
  const highest = dated.reduce((most, day) => Math.max(most, day[1]), -Infinity);
  const unit = [31, YEAR, 10 * YEAR, 100 * YEAR].find((size) => (highest - lowest) / size < MOST) || 1000 * YEAR;
  const begin = Math.floor(lowest / unit);
  const bins = Math.floor(highest / unit) - begin + 1;
  const fields = [...box.querySelectorAll("input[data-end]")];
  const handles = [...box.querySelectorAll("[role=slider]")];
  const plot = box.querySelector("svg");
  const shades = plot.querySelectorAll("rect");
  const bars = plot.querySelectorAll("path");
  plot.setAttribute("viewBox", `0 0 ${bins} 40`);

  /* What stands in the fields: "1948", "1948-05", "1948-05-10", as first and last day; null: nothing. */
  function read(text) {
    const found = /^\s*(-?\d{1,4})(?:-(\d\d?)(?:-(\d\d?))?)?\s*$/.exec(text);
    if (!found) return null;
    const [year, month, day] = found.slice(1).map((part) => part && Number(part));
    if (month === 0 || month > 12 || day === 0 || day > 31) return null;
    const start = year * YEAR + ((month || 1) - 1) * 31 + (day || 1) - 1;
    return [start, start + (day ? 0 : month ? 30 : YEAR - 1)];
  }

  function text(day) {
    const year = Math.floor(day / YEAR);
    const name = (year < 0 ? "-" : "") + String(Math.abs(year)).padStart(4, "0");
    return unit >= YEAR ? name : `${name}-${String(Math.floor((day - year * YEAR) / 31) + 1).padStart(2, "0")}`;
  }

  /* The chosen span in days, and in bins from the left: where each handle stands. */
  const ends = () => fields.map((field, end) => (read(field.value) || [-Infinity, Infinity])[end]);
  const at = (end) => {
    const day = ends()[end];
    const bin = end ? (day + 1) / unit - begin : day / unit - begin;
    return Math.min(Math.max(bin, 0), bins);
  };

  /* Set a handle between two bins; at its end of the axis nothing is chosen. */
  function move(end, edge, done) {
    const limits = end ? [Math.floor(at(0)) + 1, bins] : [0, Math.ceil(at(1)) - 1];
    const to = Math.min(Math.max(edge, limits[0]), limits[1]);
    fields[end].value = to === (end ? bins : 0) ? "" : text((begin + to) * unit - end);
    place();
    changed(done);
  }

  function place() {
    const edges = [at(0), at(1)];
    shades[0].setAttribute("width", edges[0]);
    shades[1].setAttribute("x", edges[1]);
    shades[1].setAttribute("width", bins - edges[1]);
    handles.forEach((handle, end) => {
      const bin = end ? Math.ceil(edges[1]) - 1 : Math.floor(edges[0]);
      const value = (read(fields[end].value) && fields[end].value) || text((begin + bin) * unit + (end ? unit - 1 : 0));
      handle.style.left = `${(100 * edges[end]) / bins}%`;
      handle.setAttribute("aria-valuemax", bins - 1);
      handle.setAttribute("aria-valuenow", bin);
      handle.setAttribute("aria-valuetext", say(value));
    });
    fields.forEach((field) => field.setAttribute("aria-invalid", Boolean(field.value.trim()) && !read(field.value)));
  }

  /* Every bin has all letters that may be of its time. */
  function counted(some) {
    const steps = new Float64Array(bins + 1);
    for (const day of some) {
      if (!day) continue;
      steps[Math.floor(day[0] / unit) - begin]++;
      steps[Math.floor(day[1] / unit) - begin + 1]--;
    }
    let sum = 0;
    return [...steps.subarray(0, bins)].map((step) => (sum += step));
  }

  const all = counted(days);
  const most = Math.max(...all);
  const outline = (counts) =>
    counts.map((n, i) => (n ? `M${i + 0.08} 40V${40 - Math.max((38 * n) / most, 1.5)}h.84V40z` : "")).join("");

  function show(some) {
    bars[0].setAttribute("d", outline(all));
    bars[1].setAttribute("d", outline(counted(some)));
    place();
  }

  const KEYS = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1, PageDown: -10, PageUp: 10, Home: -Infinity, End: Infinity };
  handles.forEach((handle, end) =>
    handle.addEventListener("keydown", (event) => {
      const step = KEYS[event.key];
      if (!step) return;
      event.preventDefault();
      move(end, (step < 0 ? Math.ceil(at(end)) : Math.floor(at(end))) + step, true);
    }),
  );

  /* A finger or a mouse takes the nearest handle, wherever it touches the histogram. */
  let held = -1;
  const frame = plot.parentElement;
  const edge = (event) => {
    const { left, width } = plot.getBoundingClientRect();
    return Math.round(((event.clientX - left) / width) * bins);
  };
  frame.addEventListener("pointerdown", (event) => {
    const x = edge(event);
    held = handles.indexOf(event.target);
    if (held < 0) held = Math.abs(x - at(0)) <= Math.abs(x - at(1)) ? 0 : 1;
    frame.setPointerCapture(event.pointerId);
    handles[held].focus({ preventScroll: true });
    event.preventDefault();
    if (event.target !== handles[held]) move(held, x, false);
  });
  frame.addEventListener("pointermove", (event) => held >= 0 && move(held, edge(event), false));
  for (const name of ["pointerup", "pointercancel"])
    frame.addEventListener(name, () => {
      if (held >= 0) changed(true);
      held = -1;
    });
  fields.forEach((field) =>
    field.addEventListener("change", () => {
      place();
      changed(true);
    }),
  );

  /* Whether a letter may be of the chosen time; null: none is chosen. */
  function inTime() {
    const [start, end] = ends();
    return start === -Infinity && end === Infinity ? null : (day) => day && day[1] >= start && day[0] <= end;
  }

  return { show, inTime, read, fields };
};
