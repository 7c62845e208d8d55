// Finds every substring: pairs of characters with all their places, in shards, of which a query loads only its own.
// Everything is loaded as a script, which works from a server and from a USB stick alike. The format is told in
// docs/search.md and written by src/YuGong.Api/Search.
(() => {
  'use strict';

  const panel = document.querySelector('[data-search]');
  if (!panel) return;
  const SHOWN = 10;
  const base = new URL('index/', location.href.replace(/[?#].*$/, '').replace(/[^/]*$/, ''));
  const fromDisk = location.protocol === 'file:';

  // ——— Loading ———

  const waiting = new Map();
  let revision = '';
  let stale = false;

  window.yugongSearch = (name, made, ...content) => {
    const load = waiting.get(name);
    if (!load) return;
    if (name === 'table') revision = made;
    else if (made !== revision) { stale = true; }
    load.done(content);
  };

  /** The content of one file of the index, loaded once. */
  function load(name) {
    if (!waiting.has(name)) {
      const entry = {};
      entry.promise = new Promise((done, fail) => {
        entry.done = done;
        const script = document.createElement('script');
        script.src = new URL(`${name}.js${fromDisk || !revision ? '' : `?${revision}`}`, base).href;
        script.onerror = () => { waiting.delete(name); fail(new Error(name)); };
        script.onload = () => script.remove();
        document.head.append(script);
      });
      waiting.set(name, entry);
    }
    return waiting.get(name).promise;
  }

  // ——— Bits ———

  /** Fifteen bits in each character, from U+3000. */
  class Bits {
    constructor(text) { this.text = text; this.at = 0; this.word = 0; this.have = 0; }
    read(count) {
      let value = 0;
      while (count > 0) {
        if (this.have === 0) { this.word = this.text.charCodeAt(this.at++) - 0x3000; this.have = 15; }
        const take = Math.min(count, this.have);
        this.have -= take;
        value = value * (1 << take) + ((this.word >> this.have) & ((1 << take) - 1));
        count -= take;
      }
      return value;
    }
    rice(k) {
      let quotient = 0;
      while (this.read(1) === 1) quotient++;
      return quotient * 2 ** k + this.read(k);
    }
    gamma() {
      let zeros = 0;
      while (this.read(1) === 0) zeros++;
      return 2 ** zeros + this.read(zeros);
    }
  }

  /** The same, where nothing but bytes was written: most of what a query reads. */
  function bytesOf(text, size) {
    const bytes = new Uint8Array(size);
    for (let i = 0, at = 0, word = 0, have = 0; i < size; i++) {
      if (have < 8) { word = ((word & ((1 << have) - 1)) << 15) | (text.charCodeAt(at++) - 0x3000); have += 15; }
      have -= 8;
      bytes[i] = (word >> have) & 255;
    }
    return bytes;
  }

  const divisor = (span, marks) => Math.max(0, Math.floor(Math.log2(Math.max(1, Math.floor(Math.floor(span * 7 / 10) / Math.max(1, marks))))));

  let table = null;

  async function open() {
    if (table) return table;
    const [[count, shards, many, length, groups], bits] = await load('table');
    const reader = new Bits(bits);
    const terms = groups.flatMap(([group, , words]) => words.map(([id, name]) => ({ group, id, name })));
    const docs = [];
    for (let i = 0, start = 0; i < count; i++) {
      const long = reader.gamma() - 1;
      const title = reader.gamma() - 1;
      const names = title + reader.gamma() - 1;
      const own = [];
      for (let n = reader.gamma() - 1; n > 0; n--) own.push(reader.gamma() - 1);
      docs.push({ number: i, start, end: start + long, title, names, terms: own });
      start += long + 1;
    }
    table = { docs, shards, many, length, groups, terms };
    return table;
  }

  // ——— Finding ———

  const shardOf = (a, b) => {
    const hash = Math.imul(a, 0x9E3779B1) ^ Math.imul(b, 0x85EBCA77);
    return (hash ^ (hash >>> 15)) & (table.shards - 1);
  };

  const pairs = new Map();

  /** All places of two characters, rising. */
  async function placesOf(pair) {
    if (!pairs.has(pair)) pairs.set(pair, readPlaces(pair));
    return pairs.get(pair);
  }

  async function readPlaces(pair) {
    const [a, b] = [pair.charCodeAt(0), pair.charCodeAt(1)];
    const [text] = await load(`s${shardOf(a, b)}`);
    const wanted = a * 65536 + b;
    const bits = new Bits(text);
    const count = bits.read(20);
    const k = bits.read(5);
    for (let i = 0, key = 0; i < count; i++) {
      key += bits.rice(k);
      const many = bits.gamma();
      const wide = divisor(table.length, many);
      const places = key === wanted ? new Int32Array(many) : null;
      for (let n = 0, last = -1; n < many; n++) {
        last += bits.rice(wide) + 1;
        if (places) places[n] = last;
      }
      if (places) return places;
      if (key > wanted) break;
    }
    return new Int32Array(0);
  }

  /** All places of a phrase of two characters or more. */
  async function phrase(word) {
    const offsets = [];
    for (let i = 0; i + 2 <= word.length; i += 2) offsets.push(i);
    if (word.length % 2 === 1) offsets.push(word.length - 2);
    const lists = await Promise.all(offsets.map(async offset => ({ offset, places: await placesOf(word.slice(offset, offset + 2)) })));
    lists.sort((x, y) => x.places.length - y.places.length);
    let found = Array.from(lists[0].places, place => place - lists[0].offset);
    for (const { offset, places } of lists.slice(1)) {
      let at = 0;
      found = found.filter(place => {
        while (at < places.length && places[at] < place + offset) at++;
        return at < places.length && places[at] === place + offset;
      });
    }
    return found;
  }

  /** Places by document. */
  function byDocument(places) {
    const found = new Map();
    let at = 0;
    for (const place of places) {
      while (table.docs[at].end < place) at++;
      const doc = table.docs[at];
      if (!found.has(doc)) found.set(doc, []);
      found.get(doc).push(place - doc.start);
    }
    return found;
  }

  const narrow = text => text.toLowerCase().replace(/[\uff01-\uff5e\u00a0\u3000\t]/g, c =>
    '，：；！？（）'.includes(c) ? c : c < '\uff00' ? ' ' : String.fromCharCode(c.charCodeAt(0) - 0xFEE0));

  /** Phrases in quotes, and words. */
  function parse(query) {
    const words = [];
    for (const [, quoted, word] of narrow(query).matchAll(/["“”「『]([^"“”」』]+)["“”」』]|([^\s"“”「」『』]+)/g)) words.push((quoted ?? word).trim());
    return [...new Set(words.filter(Boolean))];
  }

  async function single(character) {
    const [names] = await load('names');
    return new Map(names.flatMap(([title], i) => title.includes(character) ? [[table.docs[i], [title.indexOf(character)]]] : []));
  }

  async function exact(words) {
    const lists = await Promise.all(words.map(async word => word.length === 1 ? single(word) : byDocument(await phrase(word))));
    lists.sort((x, y) => x.size - y.size);
    return [...(lists[0]?.keys() ?? [])].filter(doc => lists.every(list => list.has(doc))).map(doc => rank(doc, words, lists));
  }

  /** Titles first, then names, then how often. */
  function rank(doc, words, lists) {
    let score = 0;
    let match = 'text';
    for (const list of lists) {
      const places = list.get(doc);
      const first = places[0];
      if (first < doc.title) { score += first === 0 ? 600 : 500; match = 'title'; }
      else if (first < doc.names) { score += 400; if (match === 'text') match = 'name'; }
      score += Math.min(places.length, 30);
    }
    for (const word of words) if (word.length === doc.title && lists.some(list => list.get(doc)[0] === 0)) score += 400;
    return { doc, score, match };
  }

  /** Whether letters spell the syllables from one on: whole, begun, or by their first letters. */
  function spells(letters, syllables, at) {
    if (letters === '') return true;
    if (at >= syllables.length) return false;
    return syllables[at].some(reading =>
      (letters.startsWith(reading) && spells(letters.slice(reading.length), syllables, at + 1))
      || reading.startsWith(letters)
      || (letters[0] === reading[0] && letters.length > 1 && spells(letters.slice(1), syllables, at + 1)));
  }

  async function spelt(query) {
    const letters = narrow(query).replace(/ü/g, 'v').replace(/['\s-]/g, '');
    if (!/^[a-z]{2,24}$/.test(letters)) return [];
    const [names] = await load('names');
    return names.flatMap(([, pinyin], i) => {
      const syllables = pinyin.split(' ').map(s => s.split('/'));
      const start = pinyin === '' ? -1 : syllables.findIndex((_, at) => spells(letters, syllables, at));
      return start < 0 ? [] : [{ doc: table.docs[i], score: 100 - start, match: 'pinyin' }];
    });
  }

  /** Everything that fits a query, best first. */
  async function find(query) {
    await open();
    let words = parse(query);
    if (words.length === 0) return { words, hits: [] };
    let hits = await exact(words);
    if (hits.length === 0 && /[\u3400-\u9fff\uf900-\ufaff]/.test(query)) {
      const [pairsOf] = await load('fold');
      const simple = new Map();
      for (let i = 0; i + 1 < pairsOf.length; i += 2) simple.set(pairsOf[i], pairsOf[i + 1]);
      const folded = words.map(word => Array.from(word, c => simple.get(c) ?? c).join(''));
      if (folded.join() !== words.join()) hits = await exact(words = folded);
    }
    const known = new Set(hits.map(hit => hit.doc));
    hits = hits.concat((await spelt(query)).filter(hit => !known.has(hit.doc)));
    hits.sort((x, y) => (x.match === 'pinyin') - (y.match === 'pinyin') || y.score - x.score || x.doc.number - y.doc.number);
    return { words, hits };
  }

  // ——— Texts and excerpts ———

  const texts = new Map();

  async function textsOf(doc) {
    const file = Math.floor(doc.number / table.many);
    if (!texts.has(file)) texts.set(file, readTexts(file));
    const all = await texts.get(file);
    return all[doc.number % table.many];
  }

  async function readTexts(file) {
    const [heads, size, bits] = await load(`t${file}`);
    let words = [];
    if ('DecompressionStream' in window) {
      const stream = new Blob([bytesOf(bits, size)]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
      words = (await new Response(stream).text()).split('\n\0');
    }
    return heads.map(([title, path, type, line], i) => ({ title, path, type, line, text: words[i] ?? `${title}\n\n${line}` }));
  }

  /** The places of the words in a text, found again in it: no need to keep them. */
  function marksIn(text, words) {
    const plain = narrow(text);
    const marks = [];
    for (const word of words) {
      for (let at = plain.indexOf(word); at >= 0 && marks.length < 200; at = plain.indexOf(word, at + word.length)) marks.push([at, word.length]);
    }
    return marks.sort((x, y) => x[0] - y[0]);
  }

  function marked(element, text, words) {
    let at = 0;
    for (const [start, length] of marksIn(text, words)) {
      if (start < at) continue;
      const mark = document.createElement('mark');
      mark.textContent = text.slice(start, start + length);
      element.append(text.slice(at, start), mark);
      at = start + length;
    }
    element.append(text.slice(at));
    return element;
  }

  /** The lines around the first place behind the title and the names, or the entry's own line. */
  function excerpt(doc, { text, line }, words) {
    const mark = marksIn(text, words).find(([start]) => start > doc.names);
    if (!mark) return line;
    const before = Math.max(text.lastIndexOf('\n', mark[0]) + 1, mark[0] - 28);
    const stop = text.indexOf('\n', mark[0] + mark[1]);
    const after = Math.min(stop < 0 ? text.length : stop, mark[0] + mark[1] + 60);
    return (before > text.lastIndexOf('\n', mark[0]) + 1 ? '……' : '') + text.slice(before, after).trim() + (after < (stop < 0 ? text.length : stop) ? '……' : '');
  }

  // ——— The page ———

  const input = panel.querySelector('input[type=search]');
  const said = panel.querySelector('[data-said]');
  const list = panel.querySelector('[data-results]');
  const filters = panel.querySelector('[data-filters]');
  const more = panel.querySelector('[data-more]');
  const chosen = new Map();
  let current = { words: [], hits: [], shown: 0, turn: 0 };

  const fits = (hit, but) => [...chosen].every(([group, id]) => group === but || hit.doc.terms.some(t => table.terms[t].group === group && table.terms[t].id === id));

  async function search() {
    const query = input.value.trim();
    const turn = ++current.turn;
    remember(query);
    if (query === '') { current = { words: [], hits: [], shown: 0, turn }; draw(); return; }
    try {
      const found = await find(query);
      if (stale) { location.reload(); return; }
      if (turn !== current.turn) return;
      current = { ...found, shown: SHOWN, turn };
      await draw();
    } catch {
      said.textContent = '索引没有取到，请检查网络后再试。';
    }
  }

  let drawing = 0;

  /** Of two drawings at once, a filter's and its query's, the later stays. */
  async function draw() {
    const [turn, mine] = [current.turn, ++drawing];
    const hits = current.hits.filter(hit => fits(hit));
    drawFilters();
    const rows = await Promise.all(hits.slice(0, current.shown).map(async hit => row(hit, await textsOf(hit.doc))));
    if (turn !== current.turn || mine !== drawing) return;
    list.replaceChildren(...rows);
    more.hidden = hits.length <= current.shown;
    said.textContent = input.value.trim() === '' ? '' : hits.length === 0 ? '没有找到。换一个词，或者少写几个字。' : `找到 ${hits.length} 条`;
    panel.toggleAttribute('data-done', true);
  }

  function row({ doc, match }, text) {
    const item = document.createElement('li');
    item.className = 'hit';
    const link = document.createElement('a');
    link.className = 'hit-way';
    link.href = new URL(`../${text.path}${fromDisk ? 'index.html' : ''}`, base.href.replace(/index\/$/, '')).href;
    const kind = document.createElement('span');
    kind.className = 'hit-kind';
    kind.textContent = kindOf(text.type) + (match === 'pinyin' ? ' · 拼音' : '');
    const title = marked(document.createElement('span'), text.title, current.words);
    title.className = 'hit-title';
    link.append(title, kind);
    const words = marked(document.createElement('p'), match === 'pinyin' ? text.line : excerpt(doc, text, current.words), current.words);
    words.className = 'hit-words';
    item.append(link, words);
    return item;
  }

  /** What the site calls this kind of entry. */
  function kindOf(type) {
    const [, , words] = (table?.groups ?? []).find(([group]) => group === 'type') ?? [];
    return words?.find(([id]) => id === type)?.[1] ?? '';
  }

  function drawFilters() {
    filters.hidden = current.hits.length === 0;
    filters.replaceChildren(...(table?.groups ?? []).map(([group, name, words]) => {
      const tally = new Map();
      for (const hit of current.hits) {
        if (!fits(hit, group)) continue;
        for (const term of hit.doc.terms) {
          if (table.terms[term].group === group) tally.set(table.terms[term].id, (tally.get(table.terms[term].id) ?? 0) + 1);
        }
      }
      const counts = words.map(([id]) => tally.get(id) ?? 0);
      if (counts.every(count => count === 0)) return '';
      const set = document.createElement('fieldset');
      set.className = 'facet';
      const legend = document.createElement('legend');
      legend.textContent = name;
      set.append(legend, ...words.map(([id, word], i) => {
        if (counts[i] === 0 && chosen.get(group) !== id) return '';
        const button = document.createElement('button');
        button.type = 'button';
        button.setAttribute('aria-pressed', String(chosen.get(group) === id));
        const count = document.createElement('span');
        count.className = 'facet-count';
        count.textContent = counts[i];
        button.append(`${word} `, count);
        button.dataset.facet = `${group}:${id}`;
        button.addEventListener('click', async () => {
          if (chosen.get(group) === id) chosen.delete(group); else chosen.set(group, id);
          current.shown = SHOWN;
          remember(input.value.trim());
          await draw();
          filters.querySelector(`[data-facet="${group}:${id}"]`)?.focus();
        });
        return button;
      }));
      return set;
    }));
  }

  function remember(query) {
    const words = new URLSearchParams(chosen);
    if (query) words.set('q', query);
    try { history.replaceState(null, '', `${location.pathname}${words.size > 0 ? `?${words}` : ''}`); } catch { /* from a disk some browsers refuse */ }
  }

  function step(by) {
    const stops = [input, ...list.querySelectorAll('.hit-way')];
    stops[Math.min(stops.length - 1, Math.max(0, stops.indexOf(document.activeElement) + by))].focus();
  }

  let timer = 0;
  let composing = false;
  /** A word that comes whole, from an input method or the clipboard, is looked for at once; letters when the typing rests. */
  const soon = event => {
    clearTimeout(timer);
    const whole = event.type === 'compositionend' || !event.inputType || event.inputType === 'insertFromPaste';
    if (!composing) timer = setTimeout(search, whole ? 0 : 120);
  };
  input.addEventListener('input', soon);
  input.addEventListener('compositionstart', () => { composing = true; });
  input.addEventListener('compositionend', event => { composing = false; soon(event); });
  panel.addEventListener('keydown', event => {
    if (event.isComposing) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') { event.preventDefault(); step(event.key === 'ArrowDown' ? 1 : -1); }
    else if (event.key === 'Escape' && input.value !== '') { input.value = ''; input.focus(); search(); }
    else if (event.key === 'Enter' && event.target === input) { clearTimeout(timer); search(); }
  });
  document.addEventListener('keydown', event => {
    if (event.key === '/' && !event.target.closest('input, textarea, [contenteditable]') && !event.ctrlKey && !event.metaKey) { event.preventDefault(); input.focus(); }
  });
  more.addEventListener('click', async () => {
    const before = list.children.length;
    current.shown += SHOWN;
    await draw();
    list.children[before]?.querySelector('a')?.focus();
  });

  if (fromDisk) {
    for (const link of document.querySelectorAll('a[href$="/"]')) link.href = `${link.getAttribute('href')}index.html`;
  }
  input.disabled = false;
  const asked = new URLSearchParams(location.search);
  const ready = asked.get('q') ? open().then(() => {
    for (const [group] of table.groups) if (asked.get(group)) chosen.set(group, asked.get(group));
    input.value = asked.get('q');
    return search();
  }) : Promise.resolve();
  // Whoever opens this page is about to search: the table comes while they think of a word.
  ready.then(() => (window.requestIdleCallback ?? setTimeout)(() => { open().catch(() => {}); }));
  ready.catch(() => { said.textContent = '索引没有取到，请检查网络后再试。'; });
  panel.yugong = { find, open, textsOf }; // asked by tests
})();
