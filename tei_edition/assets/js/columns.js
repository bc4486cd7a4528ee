/* Letters in columns: who, whom, where, when, of what kind; and which of them fit what is chosen.
   How the files are made: tei_edition/site/filters. */

"use strict";

teiEdition.columns = async (folder, flag, names) => {
  const { load, numbers } = teiEdition.pieces(folder);
  const { parts, together, csv, choices } = await load("start");
  const loaded = await Promise.all(parts.map((name) => load(name)));

  /* Of each row: the part in which it stands and its place there; its first and its last day. */
  const places = [];
  const days = [];
  for (const part of loaded) {
    const dates = numbers(part.dates);
    let day = 0;
    part.values = part.values.split("\n");
    part.wanted = numbers(part.flags).map((own) => own & flag);
    for (let row = 0; row < part.rows; row++) {
      const [step, length] = [dates[2 * row], dates[2 * row + 1]];
      day += step % 2 ? -(step + 1) / 2 : step / 2;
      if (!part.wanted[row]) continue;
      places.push([part, row]);
      days.push(length ? [day, day + length - 1] : null);
    }
  }

  const columnsOf = (name) => (name === "either" ? ["sender", "addressee"] : [name]);
  const every = names.map((name) => ({ name, columns: columnsOf(name), values: [] }));
  const facets = every.filter(({ columns }) => columns.some((name) => choices[flag].includes(name)));

  /* A facet is read when it is first opened or chosen from: its values, and their numbers by row. */
  function ready(facet) {
    if (!facet.codes) {
      const known = new Map();
      Object.assign(facet, { codes: [], starts: [0], byKey: known });
      for (const part of loaded) readPart(facet, part, known);
    }
    return facet;
  }

  function readPart({ columns, codes, starts, values }, part, known) {
    const own = new Int32Array(part.values.length).fill(-1);
    const number = (value) => {
      const [key, label, sort] = part.values[value].split("\t");
      if (!known.has(key)) known.set(key, values.push({ key, label, sort: sort || label, count: 0, chosen: false }) - 1);
      return (own[value] = known.get(key));
    };
    const read = columns.filter((name) => part.columns[name]).map((name) => ({ at: 0, all: numbers(part.columns[name]) }));
    for (let row = 0; row < part.rows; row++) {
      const start = codes.length;
      for (const column of read) {
        for (let left = column.all[column.at++]; left; left--) {
          const value = column.all[column.at++];
          if (!part.wanted[row]) continue;
          const code = own[value] < 0 ? number(value) : own[value];
          if (!codes.includes(code, start)) codes.push(code);
        }
      }
      if (part.wanted[row]) starts.push(codes.length);
    }
  }

  /* For each row 0 if it fits, the number of the only choice that it does not fit, or 255. */
  const TIME = 254;
  function judge(inTime) {
    const judged = new Uint8Array(places.length);
    const ask = (number, fits) => {
      for (let row = 0; row < judged.length; row++) if (!fits(row)) judged[row] = judged[row] ? 255 : number;
    };
    facets.forEach(({ starts, codes, values }, i) => {
      const chosen = values.map((value) => value.chosen);
      if (!chosen.includes(true)) return;
      ask(i + 1, (row) => {
        for (let at = starts[row]; at < starts[row + 1]; at++) if (chosen[codes[at]]) return true;
        return false;
      });
    });
    if (inTime) ask(TIME, (row) => inTime(days[row]));
    return judged;
  }

  /* How many rows each value of a facet would give, all other choices being as they are. */
  function count(facet, judged) {
    const { starts, codes, values } = ready(facet);
    const counts = new Uint32Array(values.length);
    const own = facets.indexOf(facet) + 1;
    for (let row = 0; row < judged.length; row++) {
      if (judged[row] && judged[row] !== own) continue;
      for (let at = starts[row]; at < starts[row + 1]; at++) counts[codes[at]]++;
    }
    values.forEach((value, i) => (value.count = counts[i]));
  }

  /* The days of all rows that fit whatever time is chosen; null of one without a date. */
  const timesOf = (judged) => days.filter((day, row) => !judged[row] || judged[row] === TIME);

  /* The first value of a row, and where it stands among all values by name. */
  const facetOf = (name) => ready(every.find((facet) => facet.name === name));
  function first(name, row) {
    const { starts, codes, values } = facetOf(name);
    return values[starts[row] < starts[row + 1] ? codes[starts[row]] : -1];
  }
  function ranks(name, compare) {
    const ordered = [...facetOf(name).values].sort((a, b) => compare(a.sort, b.sort));
    const places = new Map(ordered.map((value, rank) => [value, rank]));
    return (row) => places.get(first(name, row));
  }

  const from = (files, size) => async (row) => {
    const [part, at] = places[row];
    return (await load(part[files][Math.floor(at / size)]))[at % size];
  };
  const line = from("lines", together[0]);
  const saved = from("saved", together[1]);

  return { facets, days, csv, ready, judge, count, timesOf, first, ranks, line, saved };
};
