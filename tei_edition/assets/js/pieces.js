/* Data in small scripts, which load from a folder as well as from a server: each calls
   teiEdition.piece(name, value). Numbers in them are texts: tei_edition/site/search/numbers.py. */

"use strict";

window.teiEdition = window.teiEdition || {};

teiEdition.pieces = (folder) => {
  const digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  const values = new Uint8Array(128);
  [...digits].forEach((digit, value) => (values[digit.charCodeAt(0)] = value));

  const loading = new Map();
  const answers = new Map();
  teiEdition.piece = (name, value) => answers.get(name)(value);

  function load(name, version = "") {
    if (!loading.has(name)) {
      const promise = new Promise((resolve, reject) => {
        answers.set(name, resolve);
        const script = document.createElement("script");
        script.src = `${folder}/${name}.js${version && `?v=${version}`}`;
        script.onerror = () => reject(new Error(name));
        document.head.append(script);
      });
      loading.set(name, promise);
      promise.catch(() => loading.delete(name));
    }
    return loading.get(name);
  }

  function numbers(text) {
    const found = [];
    let number = 0;
    let shift = 0;
    for (let i = 0; i < text.length; i++) {
      const value = values[text.charCodeAt(i)];
      number |= (value & 31) << shift;
      shift += 5;
      if (value < 32) {
        found.push(number);
        number = shift = 0;
      }
    }
    return found;
  }

  return { load, numbers };
};
