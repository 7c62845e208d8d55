// Our own form of an entry: kept while one types, taken back and again, saved as a step. Without it the page can be read.
import { form, field, fieldsOf, itemsOf, topOf, read, write, add, count, summarise, cite, citeAll, tick, sayChosen, loadNames, choose } from './write-fields.js';
import { post } from './post.js';
import { startRemarks } from './remarks.js';
import { startLook } from './write-look.js';
import { startBody } from './write-body.js';
import { upload, base64 } from './upload.js';
import { startPick } from './write-pick.js';
import './write-places.js';

// A new entry begins with its name.
document.addEventListener('submit', async event => {
  const begin = event.target.closest('[data-begin]');
  if (event.target === form) event.preventDefault();
  if (!begin) return;
  event.preventDefault();
  try {
    location.assign((await post(`/desk/write/${begin.dataset.begin}/begin`, { name: begin.elements.name.value })).address);
  } catch (problem) {
    begin.querySelector('[role=status]').textContent = problem.message;
  }
});

// A manuscript becomes a draft: chosen, or dropped on the list. The name typed above is its name; without one it is the file's.
const importing = document.querySelector('[data-import]');
if (importing) {
  const bring = async file => {
    const told = importing.querySelector('[role=status]');
    told.textContent = '正在读…';
    try {
      const name = document.querySelector('[data-begin]').elements.name.value;
      location.assign((await post(`/desk/write/${importing.dataset.import}/import`, { name, file: file.name, content: await base64(file) })).address);
    } catch (problem) {
      told.textContent = problem.message;
    }
  };
  importing.addEventListener('submit', event => { event.preventDefault(); bring(importing.elements.file.files[0]); });
  document.addEventListener('dragover', event => event.preventDefault());
  document.addEventListener('drop', event => {
    event.preventDefault();
    const file = [...event.dataTransfer.files].find(f => /\.(docx|html?)$/i.test(f.name));
    if (file) return bring(file);
    importing.querySelector('[role=status]').textContent = '只收 .docx 和 .html；.doc、.wps 请先在 Word、WPS 里另存为 .docx。';
  });
}

const same = (a, b) => JSON.stringify(a) === JSON.stringify(b);

const start = () => {
  const Pause = 400, Beat = 8000, Again = 2000; // ms
  const Stepped = '存成了一步'; // stays to be read until something else is to be said
  const { collection, id } = form.dataset, place = `/desk/write/${collection}/${id}/`, spare = `desk:${collection}/${id}`;
  const keys = () => fieldsOf(form).map(f => f.dataset.key);
  const held = () => Object.fromEntries(keys().map(k => [k, read(field(k))]));
  const early = held(); // typed before this script came, or brought back by the browser
  form.reset();
  const known = held(); // as the desk has it
  const typed = Object.entries(early).filter(([key, value]) => !same(value, known[key]));
  const shown = structuredClone(known); // as it stands in the form, for undo
  const dirty = new Set(), past = [], future = [];
  const saved = form.querySelector('[data-saved]'), told = form.querySelector('[data-told]');
  let version = form.dataset.version, timer, keeping = null, failed = false, others = '';

  const say = words => { saved.textContent = words; };
  const values = () => ({ ...JSON.parse(form.dataset.rest || '{}'), ...held() });
  const look = startLook(place, values, post);

  const buttons = () => {
    form.querySelector('[data-undo-typing]').disabled = past.length === 0;
    form.querySelector('[data-redo-typing]').disabled = future.length === 0;
  };

  /** Something in a field of the form is another one now. */
  const changed = (key, isUndo = false) => {
    const now = read(field(key)), last = past.at(-1);
    if (same(now, shown[key])) return;
    if (!isUndo) {
      if (last && last.key === key && Date.now() - last.at < 1200) Object.assign(last, { after: now, at: Date.now() });
      else past.push({ key, before: shown[key], after: now, at: Date.now() });
      future.length = 0;
    }
    shown[key] = now;
    dirty.add(key);
    if (key === 'sources') citeAll();
    if (key === form.dataset.titleKey) form.querySelector('[data-title]').textContent = now || id;
    buttons();
    spareIt();
    say('正在存……');
    clearTimeout(timer);
    timer = setTimeout(keep, failed ? Again : Pause);
    look.soon();
  };

  /** For a browser that dies while the desk is away. */
  const spareIt = () => {
    try { localStorage.setItem(spare, JSON.stringify(Object.fromEntries([...dirty].map(k => [k, { was: known[k], now: shown[k] }])))); } catch { /* full */ }
  };

  const keep = () => keeping ??= keepNow().finally(() => { keeping = null; });
  /** After a step of one's own: one answer behind the other, else an older one would be laid over a newer. */
  const keepOwn = async () => {
    while (keeping) await keeping;
    return keeping = keepNow(undefined, true).finally(() => { keeping = null; });
  };
  const keepNow = async (options, isOwn = false) => {
    clearTimeout(timer);
    const sent = Object.fromEntries([...dirty].map(k => [k, { was: known[k] ?? null, now: shown[k] }]));
    dirty.clear();
    try {
      const now = await post(place + 'keep', { seen: version, changes: sent }, options);
      for (const key of Object.keys(sent)) known[key] = sent[key].now;
      if (now.values) learn(now.values, isOwn);
      version = now.version;
      form.dataset.tip = now.tip ?? '';
      if (dirty.size === 0) localStorage.removeItem(spare);
      failed = false;
      tell(now);
      const isNews = dirty.size || now.unsaved || Object.keys(sent).length > 0 || !saved.textContent.endsWith(Stepped);
      if (isNews) say(dirty.size ? '正在存……' : now.unsaved ? `${new Date().toTimeString().slice(0, 5)} 记下了，还没存成一步` : '和存过的一样');
      if (Object.keys(sent).length) look.missing();
      if (dirty.size) timer = setTimeout(keep, Pause);
      return true;
    } catch (problem) {
      for (const key of Object.keys(sent)) dirty.add(key);
      failed = true;
      say(problem.status ? problem.message : '连不上编辑台：写的都在这一页，连上就存');
      timer = setTimeout(keep, Again);
      return false;
    }
  };

  /** What somebody else wrote meanwhile comes into the form, but into no field that is just being typed in. */
  const learn = (now, isOwn) => {
    const names = [];
    for (const key of keys()) {
      const next = now[key] ?? (Array.isArray(known[key]) ? [] : typeof known[key] === 'object' ? {} : '');
      if (dirty.has(key)) continue;
      const before = read(field(key)), focus = document.activeElement;
      write(field(key), next);
      const after = read(field(key));
      if (!same(before, after)) names.push(field(key).querySelector('.name, legend')?.firstChild.textContent.trim());
      known[key] = shown[key] = after;
      if (focus?.isConnected && focus !== document.activeElement) focus.focus();
    }
    citeAll();
    if (names.length && !isOwn) others = `别人刚改了：${names.join('、')}。`;
    look.soon();
  };

  const tell = now => {
    const here = now.others.length ? `${now.others.join('、')}也开着这一篇。` : '';
    const html = (here || others ? '<p class="soft" data-here></p>' : '') + now.kept;
    if (told.dataset.html !== html + here + others) {
      told.innerHTML = html;
      if (told.querySelector('[data-here]')) told.querySelector('[data-here]').textContent = here + others;
      told.dataset.html = html + here + others;
    }
  };

  const flush = async () => { while (dirty.size || keeping) if (!await keep()) return false; return true; };

  const back = (from, to, side) => {
    const step = from.pop();
    if (!step) return;
    to.push(step);
    write(field(step.key), step[side]);
    changed(step.key, true);
    field(step.key).scrollIntoView({ block: 'nearest' });
    buttons();
  };

  // Typing, ticking, choosing.
  form.addEventListener('input', event => {
    const top = topOf(event.target);
    if (!top || event.target.type === 'file') return;
    if (event.target.closest('.ticks')) tick(event.target);
    if (event.target.matches('[list]')) choose(event.target);
    const chips = event.target.closest('[data-kind="chips"]'), item = event.target.closest('.item');
    if (chips) sayChosen(chips);
    if (item) summarise(item);
    changed(top.dataset.key);
  });
  form.addEventListener('toggle', event => { const c = event.target.closest('[data-kind="cites"]'); if (c) cite(c); }, true);

  form.addEventListener('click', event => {
    const button = event.target.closest('button');
    if (!button) return;
    const list = button.closest('[data-kind="list"]'), item = button.closest('.item');
    if (button.matches('[data-add]')) {
      const made = add(list), fold = made.querySelector('details');
      if (fold) fold.open = true;
      (made.querySelector('.v') ?? made).focus();
    } else if (button.matches('[data-take]')) {
      const next = item.nextElementSibling ?? item.previousElementSibling;
      item.remove();
      count(list);
      say('删去了一条，“撤销”可以拿回来');
      (next?.querySelector('summary, .v') ?? list.querySelector(':scope > [data-add]')).focus();
    } else if (button.matches('[data-move]')) {
      const other = button.dataset.move === '1' ? item.nextElementSibling : item.previousElementSibling;
      if (!other) return;
      other[button.dataset.move === '1' ? 'after' : 'before'](item);
      button.focus();
    } else return;
    changed(topOf(list).dataset.key);
  });

  // A pasted citation becomes a source to look over.
  form.querySelector('[data-source-add]')?.addEventListener('click', async () => {
    const box = form.querySelector('[data-source-text]');
    if (!box.value.trim()) { box.focus(); return; }
    try {
      const found = await post('/desk/write/source', { text: box.value });
      const list = field('sources'), made = add(list);
      write(made, { ...read(made), ...found });
      made.querySelector('details').open = true;
      box.value = '';
      changed('sources');
      (fieldsOf(made).map(f => f.querySelector('.v')).find(v => v && !v.value) ?? made.querySelector('.v')).focus();
    } catch (problem) { say(problem.message); }
  });

  form.querySelector('[data-undo-typing]').addEventListener('click', () => back(past, future, 'before'));
  form.querySelector('[data-redo-typing]').addEventListener('click', () => back(future, past, 'after'));
  document.addEventListener('keydown', event => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || event.target.closest('dialog')) return;
    const key = event.key.toLowerCase();
    if (key === 's') { event.preventDefault(); commit(); }
    else if (key === 'z') { event.preventDefault(); if (event.shiftKey) back(future, past, 'after'); else back(past, future, 'before'); }
    else if (key === 'y') { event.preventDefault(); back(future, past, 'after'); }
  });

  // Steps of the history and of the workflow.
  const commit = async () => {
    say('正在存成一步……');
    if (!await flush()) return false;
    try {
      await post(place + 'commit', {});
      await keepOwn();
      await renew();
      say(`${new Date().toTimeString().slice(0, 5)} ${Stepped}`);
      return true;
    } catch (problem) {
      say('没有存成一步：' + problem.message);
      if (problem.findings?.[0]?.key) look.jumpTo({ field: [problem.findings[0].key] });
      return false;
    }
  };

  /** What follows from where the entry stands is made by the desk. */
  const renew = async () => {
    const page = new DOMParser().parseFromString(await (await fetch(location.pathname)).text(), 'text/html');
    form.querySelector('.moves').replaceWith(page.querySelector('.moves'));
    form.querySelector('.badge').textContent = page.querySelector('.badge').textContent;
    Object.assign(form.dataset, { tip: page.getElementById('writing').dataset.tip, lies: page.getElementById('writing').dataset.lies });
  };

  form.querySelector('[data-commit]').addEventListener('click', commit);
  form.addEventListener('click', async event => {
    const go = event.target.closest('[data-go-step], [data-discard], [data-delete], [data-drop], [data-forget]');
    if (!go) return;
    const status = form.querySelector('[data-moved]');
    try {
      if (go.matches('[data-forget]')) { await post(place + 'forget', {}); await keepOwn(); return; }
      if (go.matches('[data-drop]') && confirm('放弃没有存成一步的改动？存过的都还在。')) { dirty.clear(); localStorage.removeItem(spare); await post(place + 'drop', {}); location.reload(); }
      if (go.matches('[data-discard]') && confirm('丢弃这份草稿？它的每一步在 git 里还找得回来。')) { await post(place + 'discard', { seen: form.dataset.tip }); location.reload(); }
      if (go.matches('[data-delete]') && confirm('删除这一篇，连同它旁边的图片？这是一个提交：在它的“历史”里可以撤消。')) {
        await post(place + 'delete', { seen: form.dataset.lies });
        localStorage.removeItem(spare);
        location.assign(`/desk/entry/${collection}/${id}/`);
      }
      if (!go.matches('[data-go-step]')) return;
      status.textContent = '正在做……';
      if (!await commit()) { status.textContent = ''; return; }
      await post(place + 'step', { word: form.dataset.goStep ?? go.dataset.goStep, seen: form.dataset.tip });
      location.reload();
    } catch (problem) {
      status.textContent = problem.message;
      look.missing(true);
    }
  });

  // Files of fields that name one.
  form.addEventListener('change', async event => {
    const own = event.target;
    if (!own.matches('[data-upload]') || !own.files[0]) { if (own.tagName === 'SELECT') thumbs(own.closest('.field')); return; }
    const holder = own.closest('.field');
    try {
      const said = holder.querySelector('.said');
      const name = await upload(place, own.files[0], post, words => { said.textContent = words; });
      said.textContent = '';
      for (const select of form.querySelectorAll('.field:has(.file) select')) if (![...select.options].some(o => o.value === name)) select.add(new Option(name, name));
      write(holder, name);
      thumbs(holder);
      changed(topOf(holder).dataset.key);
    } catch (problem) {
      holder.querySelector('.said').textContent = problem.message;
    }
    own.value = '';
  });
  const thumbs = within => {
    for (const image of within?.querySelectorAll('.thumb') ?? []) {
      const name = image.closest('.field').querySelector('select').value;
      image.hidden = !/\.(jpe?g|png|webp|avif|gif|svg)$/i.test(name);
      if (!image.hidden) image.src = `${place}file/${encodeURIComponent(name)}`;
    }
  };

  addEventListener('pagehide', () => {
    if (dirty.size) keepNow({ keepalive: true });
    post(place + 'leave', {}, { keepalive: true }).catch(() => {});
  });
  document.addEventListener('visibilitychange', () => { if (document.hidden && dirty.size) keep(); });
  setInterval(() => { if (!document.hidden && !keeping && !dirty.size) keep(); }, Beat);

  // What a browser that died had not told the desk.
  const left = JSON.parse(localStorage.getItem(spare) || 'null');
  for (const [key, change] of Object.entries(left ?? {})) {
    if (!field(key) || same(change.now, known[key])) continue;
    known[key] = shown[key] = change.was;
    write(field(key), change.now);
    changed(key);
  }

  for (const [key, value] of typed) { write(field(key), value); changed(key); }

  if (field('body')) startBody(place, post, changed);
  startPick(place, changed);
  startRemarks(`/desk/review/${collection}/${id}/`, look.jumpTo);
  citeAll();
  thumbs(form);
  loadNames().then(() => {
    for (const own of form.querySelectorAll('[list]')) {
      if (!own.value || own.dataset.id !== own.value) continue;
      choose(own);
      write(own.closest('[data-kind]'), own.dataset.id);
      changed(topOf(own).dataset.key);
    }
  });
  look.soon();
  look.missing();
  buttons();
  keep();
};
if (form) start();
