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
    const [[count, shards, many, length, groups, used], bits] = await load('table');
    learn(used);
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
    return readList(new Bits(text), a * 65536 + b, table.length);
  }

  /** The numbers of the texts that have a character; they stand behind the pairs. */
  async function readTextsWith(character) {
    const code = character.charCodeAt(0);
    const [text] = await load(`s${shardOf(code, 0)}`);
    const bits = new Bits(text);
    readList(bits, -1, table.length);
    return readList(bits, code, table.docs.length);
  }

  /** What is listed of a key among keys that rise; below 0 reads over all of them. */
  function readList(bits, wanted, length) {
    const count = bits.read(20);
    const k = bits.read(5);
    for (let i = 0, key = 0; i < count; i++) {
      key += bits.rice(k);
      const many = bits.gamma();
      const wide = divisor(length, many);
      const places = key === wanted ? new Int32Array(many) : null;
      for (let n = 0, last = -1; n < many; n++) {
        last += bits.rice(wide) + 1;
        if (places) places[n] = last;
      }
      if (places) return places;
      if (wanted >= 0 && key > wanted) break;
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

  // The folding: the same rules as SearchFolding.cs, described in docs/search.md.

  const LEFT_OUT = [...'\u0000\u0009\u000b\u002f\u003a\u0040\u005b\u0060\u007b\u00a9\u00ab\u00b1\u00b4\u00b4\u00b6\u00b8\u00bb\u00bb\u00bf\u00bf'
    + '\u00d7\u00d7\u00f7\u00f7\u02b0\u036f\u2000\u206f\u207a\u207e\u208a\u208e\u20a0\u20ff\u2190\u245f\u2500\u2775\u2794\u2bff'
    + '\u2e00\u2e7f\u2fe0\u2fff\u3000\u3004\u3008\u3020\u302a\u3030\u303d\u303f\u3099\u309c\u30a0\u30a0\u30fb\u30fb\ufe00\ufe6f'
    + '\ufeff\ufeff\uff00\uff0f\uff1a\uff20\uff3b\uff40\uff5b\uff65\uff9e\uff9f\uffe0\uffff'].map(c => c.charCodeAt(0));
  const BETWEEN = ['.．.。', '--‐‑‒–—―−~～〜－⁓', '::：∶', '//／⁄∕'];
  const isLeftOut = code => LEFT_OUT.some((first, i) => i % 2 === 0 && code >= first && code <= LEFT_OUT[i + 1]);
  const isDigit = c => c >= '0' && c <= '9';
  const simple = new Map();
  const becomes = new Map();

  /** Traditional characters, each followed by what it becomes. */
  function learn(pairsOf) {
    for (let i = 0; i + 1 < pairsOf.length; i += 2) simple.set(pairsOf[i], pairsOf[i + 1]);
    becomes.clear();
  }

  /** What a character becomes; nothing for one that is left out. */
  function folded(c) {
    if (!becomes.has(c)) becomes.set(c, foldOne(c));
    return becomes.get(c);
  }

  function foldOne(c) {
    const code = c.charCodeAt(0);
    if (c === '\n') return c;
    if (isLeftOut(code)) return '';
    if (code >= 0xff01 && code <= 0xff5e) return lower(String.fromCharCode(code - 0xfee0));
    if ((code >= 0xac00 && code <= 0xd7a3) || (code >= 0xd800 && code <= 0xf8ff) || (code >= 0xfb1d && code <= 0xfdff)
      || (code >= 0xfe70 && code <= 0xfefc)) return c;
    const plain = code >= 0x3040 && code < 0x3100 ? c.normalize('NFKC')
      : c.normalize('NFKD').replace(/[\u0300-\u036f]/g, '').normalize('NFKC');
    const kept = Array.from(plain, lower).filter(x => !isLeftOut(x.charCodeAt(0))).map(x => simple.get(x) ?? x).join('');
    return kept || simple.get(lower(c)) || lower(c);
  }

  /** One character stays one. */
  function lower(c) {
    const small = c.toLowerCase();
    return small.length === c.length ? small : c;
  }

  /** A text as it is compared, and where each character of it stands in the text as it is shown. */
  function fold(text) {
    let to = '';
    const places = [];
    let mark = '';
    let markAt = 0;
    for (let i = 0; i < text.length; i++) {
      const isVariation = text[i] === '\udb40' && text[i + 1] >= '\udd00' && text[i + 1] <= '\uddef';
      const written = isVariation ? '' : folded(text[i]);
      if (written === '') {
        if (mark === '' && to !== '' && isDigit(to[to.length - 1])) {
          const marks = BETWEEN.find(all => all.includes(text[i], 1));
          if (marks) { mark = marks[0]; markAt = i; }
        }
        if (isVariation) i++;
        continue;
      }
      if (mark !== '' && isDigit(written[0])) { to += mark; places.push(markAt); }
      mark = '';
      to += written;
      for (let n = 0; n < written.length; n++) places.push(i);
    }
    places.push(text.length);
    return { text: to, places };
  }

  /**
   * Phrases in quotes, and words between blanks and marks of a sentence, folded; a note's number [1] is no word. And all of it as it
   * stands, where it is more than one word.
   */
  function parse(query) {
    const line = query.replace(/\[[0-9]{1,3}\]/g, '').replace(/\n/g, ' ');
    const words = [];
    for (const [, quoted, word] of line.matchAll(/["“「『]([^"“”「」『』]*)["”」』]|([^\t\n\v\f\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000,;!?()|、，；。：！？（）《》〈〉【】"“”「」『』]+)/g)) words.push(fold(quoted ?? word).text);
    const all = [...new Set(words.filter(Boolean))];
    return { all, whole: all.length > 1 ? fold(line).text : '' };
  }

  /** Of a single character the index knows which texts have it, and the names where. */
  async function single(character) {
    const [numbers, [names]] = await Promise.all([readTextsWith(character), load('names')]);
    return new Map(Array.from(numbers, number => {
      const at = names[number][0].indexOf(character);
      return [table.docs[number], [at < 0 ? table.docs[number].names : at]];
    }));
  }

  const listOf = async word => word.length === 1 ? single(word) : byDocument(await phrase(word));

  async function exact({ all, whole }) {
    const lists = await Promise.all(all.map(listOf));
    const least = lists.reduce((x, y) => y.size < x.size ? y : x);
    const docs = [...least.keys()].filter(doc => lists.every(list => list.has(doc)));
    const wholes = whole === '' || docs.length === 0 ? new Map() : await listOf(whole);
    return docs.map(doc => {
      const hits = all.map((word, i) => rank(doc, word, lists[i].get(doc)));
      const match = ['title', 'name', 'text'].find(kind => hits.some(hit => hit.match === kind));
      const score = hits.reduce((sum, hit) => sum + hit.score, 0);
      return { doc, match, score: score + (wholes.has(doc) ? 350 + rank(doc, whole, wholes.get(doc)).score : 0) };
    });
  }

  /** How well a word fits, as SearchWords.Rank says. */
  function rank(doc, word, places) {
    const first = places[0];
    const count = Math.min(places.length, 30);
    if (first >= doc.names) return { score: count, match: 'text' };
    if (first >= doc.title) return { score: 400 + count, match: 'name' };
    return { score: (first > 0 ? 500 : word.length === doc.title ? 1000 : 600) + count, match: 'title' };
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
    const narrow = query.replace(/[\uff01-\uff5e]/g, c => String.fromCharCode(c.charCodeAt(0) - 0xfee0));
    const letters = narrow.toLowerCase().replace(/ü/g, 'v').replace(/['’\- \u00a0\u3000\t\n\r]/g, '');
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
    let hits = words.all.length === 0 ? [] : await exact(words);
    if (hits.length === 0 && /[^\0-\u2e7f]/.test(query)) {
      // Every text is Simplified in the index: only a query that finds nothing can hold a character that is not.
      learn((await load('fold'))[0]);
      const simpler = parse(query);
      if (simpler.all.join() !== words.all.join()) hits = await exact(words = simpler);
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
    return heads.map(([title, path, type, line, when, thumbnail, mark], i) => ({ title, path, type, line, when, thumbnail, mark, text: words[i] ?? `${title}\n\n${line}` }));
  }

  /** The places of the words in a text, found again in it: no need to keep them. The whole query, where it stands, is one. */
  function marksIn({ text, places }, { all, whole }, from = 0) {
    const marks = [];
    for (const word of whole !== '' && text.includes(whole, from) ? [whole] : all) {
      for (let at = text.indexOf(word, from); at >= 0 && marks.length < 200; at = text.indexOf(word, at + word.length)) {
        marks.push([places[at], places[at + word.length - 1] + 1 - places[at]]);
      }
    }
    return marks.sort((x, y) => x[0] - y[0] || y[1] - x[1]);
  }

  function marked(element, text, words) {
    let at = 0;
    for (const [start, length] of marksIn(fold(text), words)) {
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
    const [mark] = marksIn(fold(text), words, doc.names);
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
  const [first, greeting] = [[...list.children], said.textContent];
  const chosen = new Map();
  const NOTHING = { all: [], whole: '' };
  let current = { words: NOTHING, hits: [], shown: 0, turn: 0 };

  const fits = (hit, but) => [...chosen].every(([group, id]) => group === but || hit.doc.terms.some(t => table.terms[t].group === group && table.terms[t].id === id));

  async function search() {
    const query = input.value.trim();
    const turn = ++current.turn;
    remember(query);
    if (query === '') { current = { words: NOTHING, hits: [], shown: 0, turn }; draw(); return; }
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
    const isAsked = input.value.trim() !== '';
    list.replaceChildren(...(isAsked ? rows : first));
    more.hidden = hits.length <= current.shown;
    said.textContent = !isAsked ? greeting : hits.length === 0 ? '没有找到。换一个词，或者少写几个字。' : `找到 ${hits.length} 条`;
    panel.toggleAttribute('data-done', true);
  }

  function row({ doc, match }, text) {
    const item = document.createElement('li');
    item.className = 'hit';
    const link = document.createElement('a');
    link.className = 'hit-way';
    const below = path => new URL(`../${path}`, base.href.replace(/index\/$/, '')).href;
    link.href = below(text.path + (fromDisk ? 'index.html' : ''));
    const kind = document.createElement('span');
    kind.className = 'hit-kind';
    kind.textContent = kindOf(text.type) + (match === 'pinyin' ? ' · 拼音' : '');
    const title = marked(document.createElement('span'), text.title, current.words);
    title.className = 'hit-title';
    const face = document.createElement(text.thumbnail ? 'img' : 'span');
    face.className = text.thumbnail ? 'hit-face' : `hit-face hit-mark${text.type === 'person' ? ' hit-seal' : ''}`;
    if (text.thumbnail) Object.assign(face, { src: below(text.thumbnail), alt: '', loading: 'lazy', width: 72, height: 72 });
    else { face.textContent = text.mark; face.setAttribute('aria-hidden', 'true'); }
    if (text.when) {
      const when = document.createElement('span');
      when.className = 'hit-when';
      when.textContent = text.when;
      title.append(when);
    }
    link.append(face, title, kind);
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
    const stops = [input, ...list.querySelectorAll('a')];
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
  const everything = async () => learn((await load('fold'))[0]);
  panel.yugong = { find, open, textsOf, fold, everything }; // asked by tests
})();
