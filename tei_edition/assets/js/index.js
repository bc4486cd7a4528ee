/* The search's index: loads the parts that a question needs and answers with records and weights.
   How the files are made: tei_edition/site/search. They are scripts, so that they load from a
   folder too. */

"use strict";

window.teiEdition = window.teiEdition || {};

teiEdition.index = (folder) => {
  const { load: fetched, numbers } = teiEdition.pieces(folder);
  let version = "";
  const load = (name) => fetched(name, version);

  const start = load("start").then((value) => {
    version = value.version;
    return value;
  });

  /* The numbers of a growing sequence. */
  function ascending(text) {
    let sum = 0;
    return numbers(text).map((step) => (sum += step));
  }

  const parts = new Map();
  async function part(number) {
    if (!parts.has(number)) {
      const [, terms, records] = await load(`words-${number}`);
      let before = "";
      const words = terms.split("\n").map((line) => {
        before = before.slice(0, parseInt(line[0], 36)) + line.slice(1);
        return before;
      });
      parts.set(number, { words, records: records.split(" ") });
    }
    return parts.get(number);
  }

  /* Where a word stands in the parts, or all words that begin so: [{word, part, row, records}]. */
  async function lookUp(word, prefix) {
    const { firsts } = await start;
    const from = Math.max(above(firsts, word) - 1, 0);
    const to = prefix ? Math.max(above(firsts, `${word}\uffff`) - 1, from) : from;
    const wanted = [];
    for (let number = from; number <= to && firsts.length; number++) wanted.push(number);
    const loaded = await Promise.all(wanted.map(part));
    return loaded.flatMap(({ words, records }, i) => {
      const rows = [];
      for (let row = above(words, word, true); row < words.length; row++) {
        if (prefix ? !words[row].startsWith(word) : words[row] !== word) break;
        rows.push({ word: words[row], part: wanted[i], row, records: records[row] });
      }
      return rows;
    });
  }

  /* How many of the sorted words are before a word, or are that word unless `strictly`. */
  function above(sorted, word, strictly = false) {
    let low = 0;
    let high = sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (strictly ? sorted[middle] < word : sorted[middle] <= word) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /* For each record of a row: its number, how often it has the word, whether in the title. */
  function* entries({ records }) {
    const pairs = numbers(records);
    let record = 0;
    for (let i = 0; i < pairs.length; i += 2) {
      record += pairs[i];
      yield [record, pairs[i + 1] >> 1, pairs[i + 1] & 1];
    }
  }

  /* The records with a sequence of words, by number, with a weight for each. */
  async function weigh({ words, prefix }) {
    const last = words.length - 1;
    const rows = await Promise.all(words.map((word, i) => lookUp(word, prefix && i === last)));
    const weights = new Map();
    const add = (record, count, title, share) =>
      weights.set(record, (weights.get(record) || 0) + share * (count / (count + 1.5) + 2 * title));
    if (last === 0) {
      for (const row of rows[0]) {
        const share = row.word === words[0] ? 1 : 0.5;
        for (const [record, count, title] of entries(row)) add(record, count, title, share);
      }
    } else {
      for (const [record, [count, title]] of await together(rows)) add(record, count, title, 1);
    }
    const { records } = await start;
    const rarity = Math.log(1 + records / (weights.size || 1));
    for (const [record, weight] of weights) weights.set(record, weight * rarity);
    return weights;
  }

  /* The records in which words follow each other: how often, and whether the title has them. */
  async function together(rows) {
    let common = null;
    for (const same of rows) {
      const here = new Set();
      for (const row of same)
        for (const [record] of entries(row)) if (!common || common.has(record)) here.add(record);
      common = here;
    }
    const found = new Map();
    if (!common.size) return found;
    const positions = await Promise.all(rows.map((same) => positionsOf(same, common)));
    for (const record of common) {
      const [first, ...rest] = positions.map((all) => all.get(record));
      const sets = rest.map(({ at }) => new Set(at));
      const count = first.at.filter((p) => sets.every((set, i) => set.has(p + i + 1))).length;
      if (count) found.set(record, [count, first.title]);
    }
    return found;
  }

  async function positionsOf(rows, records) {
    const found = new Map();
    for (const row of rows) {
      const steps = numbers((await load(`places-${row.part}`)).split(" ", row.row + 1)[row.row]);
      let next = 0;
      for (const [record, count, title] of entries(row)) {
        if (records.has(record)) {
          const known = found.get(record) || { at: [], title: 0 };
          let at = 0;
          for (let i = next; i < next + count; i++) known.at.push((at += steps[i]));
          known.title |= title;
          found.set(record, known);
        }
        next += count;
      }
    }
    return found;
  }

  /* The records that have all that is asked for, with their weights; null: nothing was asked. */
  async function search(asked) {
    if (!asked.length) return null;
    const all = await Promise.all(asked.map(weigh));
    const wanted = all.filter((_, i) => !asked[i].without).sort((a, b) => a.size - b.size);
    const unwanted = all.filter((_, i) => asked[i].without);
    const { records } = await start;
    const found = new Map();
    const candidates = wanted.length ? wanted[0].keys() : Array(records).keys();
    for (const record of candidates) {
      if (!wanted.every((weights) => weights.has(record))) continue;
      if (unwanted.some((weights) => weights.has(record))) continue;
      found.set(record, wanted.reduce((sum, weights) => sum + weights.get(record), 0));
    }
    return found;
  }

  /* What a list shows of a record. */
  async function record(number) {
    const { together } = await start;
    const rows = await load(`records-${Math.floor(number / together)}`);
    const [url, title, date, kind, summary, copy, language] = rows[number % together];
    return { url, title, date, kind, summary, copy, language };
  }

  /* The values of each facet with the numbers of their records. */
  async function facets() {
    const found = await load("facets");
    return Object.entries(found).map(([name, rows]) => ({
      name,
      values: rows.map(([key, label, records]) => ({ key, label, records: ascending(records) })),
    }));
  }

  return { start, search, record, facets };
};
