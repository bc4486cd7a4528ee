/* Words as the search compares them: without case, accents and points, in every script. The index
   is made by the same rules in tei_edition/site/search/folding.py. */

"use strict";

window.teiEdition = window.teiEdition || {};

teiEdition.words = (() => {
  const dropped =
    "\u00ad\u02b9-\u02bf\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4" +
    "\u05c5\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7" +
    "\u06e8\u06ea-\u06ed\u0711\u0730-\u074a\u1ab0-\u1aff\u1dc0-\u1dff\u200b-\u200f\u2060" +
    "\u20d0-\u20ff\ufe00-\ufe0f\ufe20-\ufe2f\ufeff";
  const marks =
    "\u0900-\u0963\u0966-\u096f\u0971-\u0dff\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u0eb1" +
    "\u0eb4-\u0ebc\u0ec8-\u0ece\u0f71-\u0f84\u0f90-\u0fbc\u102b-\u103e\u1056-\u1059" +
    "\u17b4-\u17d3\u3099\u309a";
  const continuous =
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u2fdf\u3005-\u3007\u3021-\u3029" +
    "\u3031-\u3035\u303b\u3041-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff" +
    "\uff66-\uff9f\u{1b000}-\u{1b16f}\u{20000}-\u{3ffff}";
  const letters = Object.fromEntries(
    "ßss æae œoe øo łl đd ðd þth ıi ħh ςσ ىي یي ېي کك ةه ەه ٱا".split(" ").map((pair) => [pair[0], pair.slice(1)]),
  );
  const run = new RegExp(`[\\p{L}\\p{N}_${dropped}${marks}]+`, "gu");
  const part = new RegExp(`[${continuous}]+|[^${continuous}_]+`, "gu");
  const drop = new RegExp(`[${dropped}]+`, "gu");
  const special = new RegExp(`[${Object.keys(letters).join("")}]`, "gu");
  const isContinuous = new RegExp(`^[${continuous}]`, "u");
  const clause = /(-?)(?:["“”„«»]([^"“”„«»]*)["“”„«»]?|([^\s"“”„«»]+))/gu;

  const fold = (text) =>
    text
      .normalize("NFKD")
      .replace(drop, "")
      .toLowerCase()
      .replace(special, (letter) => letters[letter])
      .normalize("NFC");

  /* The words of a text with the places where they begin and end. In a script without blanks every
     character is a word, together with the one after it; `sign` is the character alone. */
  function find(text) {
    const found = [];
    for (const { 0: word, index } of text.matchAll(run)) {
      for (const { 0: piece, index: inner } of word.matchAll(part)) {
        const start = index + inner;
        if (isContinuous.test(piece)) found.push(...pairs(piece, start));
        else add(found, fold(piece), start, start + piece.length);
      }
    }
    return found;
  }

  function pairs(piece, start) {
    const single = [];
    let at = start;
    for (const character of piece) {
      add(single, fold(character), at, at + character.length);
      at += character.length;
    }
    return single.map(({ word: sign, start, end }, i) => {
      const next = single[i + 1];
      return { word: sign + (next ? next.word : ""), sign, start, end };
    });
  }

  function add(found, word, start, end) {
    if (word) found.push({ word, start, end });
  }

  /* What a reader asks for: sequences of words, of which the last may be the beginning of one
     (`prefix`), or which must not be there (`without`). Words in quotation marks, or without a
     blank between them, are one sequence. */
  function parse(query) {
    const asked = [];
    for (const [, minus, quoted, plain] of query.matchAll(clause)) {
      const found = find(quoted === undefined ? plain : quoted);
      if (!found.length) continue;
      const words = found.map(({ word }) => word);
      const last = found[found.length - 1];
      const before = found[found.length - 2];
      let prefix = quoted === undefined && last.word.length > 2;
      if (last.sign) {
        // The last character is in the pair before it, or else begins any pair.
        prefix = !(before && before.sign && before.end === last.start);
        if (!prefix) words.pop();
      }
      asked.push({ words, prefix, pair: Boolean(last.sign) && !prefix, without: minus === "-" });
    }
    return asked;
  }

  /* Where a text has what is asked for: [start, end] of each place, in order, none in another. */
  function places(text, asked) {
    const found = find(text);
    const hits = [];
    for (const one of asked.filter(({ without }) => !without)) {
      const size = one.words.length;
      for (let i = 0; i + size <= found.length; i++) {
        if (!one.words.every((word, k) => fits(found[i + k], word, one.prefix && k === size - 1))) continue;
        hits.push([found[i].start, found[i + size - (one.pair ? 0 : 1)].end]);
      }
    }
    return merged(hits.sort((a, b) => a[0] - b[0] || b[1] - a[1]));
  }

  const fits = (token, word, prefix) => (prefix ? token.word.startsWith(word) : token.word === word);

  function merged(hits) {
    const result = [];
    for (const [start, end] of hits) {
      const before = result[result.length - 1];
      if (before && start < before[1]) before[1] = Math.max(before[1], end);
      else result.push([start, end]);
    }
    return result;
  }

  return { fold, find, parse, places };
})();
