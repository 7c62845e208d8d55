// Beside the form: the real page, the poster, and what is said of it; in the form: what is missing, and how dates were understood.
import { markChanged, textsIn } from './changed.js';
import { form, find, jump, read, write } from './write-fields.js';

const Pause = 80, Wide = 1280, Narrow = 390; // ms, px
const kinds = { error: '要改', warning: '提醒', note: '说明' };

export const startLook = (place, values, post) => {
  const pane = form.querySelector('.look'), stage = pane.querySelector('[data-stage]');
  let shown = 'file' in form.dataset ? 'findings' : 'desk', heard = null, timer, asking = false, again = false, drawn = null, barred = [], waiting, busy = false, frame = null;

  const soon = () => { clearTimeout(timer); timer = setTimeout(ask, Pause); };
  const ask = async () => {
    if (asking) { again = true; return; }
    asking = true;
    const began = performance.now();
    try {
      const said = await post(place + 'look', { values: values() });
      drawn = { ...said.drawn, began };
      heard = said;
      mark(said);
      draw();
    } catch { /* the desk is away; the form says so */ }
    asking = false;
    if (again) { again = false; ask(); }
  };

  // Under the fields: dates as they were understood, findings of what was typed.
  const mark = said => {
    for (const p of form.querySelectorAll('.said')) if (!p.dataset.kept) { p.textContent = ''; p.className = 'said'; }
    for (const date of said.dates) {
      const p = find(date.field)?.querySelector(':scope > .said');
      if (!p || date.words === p.parentElement.querySelector('.v').value.trim()) continue;
      p.textContent = date.words ? `= ${date.words}` : '还看不懂这个日期；例如 1956年3月、约1935年、20世纪40年代';
      if (!date.words) p.classList.add('warning');
    }
    for (const finding of 'file' in form.dataset ? barred : said.drawn.findings) {
      const at = finding.field.length ? find(finding.field) : null, p = at?.querySelector(':scope > .said');
      if (!p || p.classList.contains('error') || p.classList.contains('warning') || isEmpty(at) || finding.severity === 'note') continue;
      p.textContent = `${finding.message}${finding.hint}`;
      p.classList.add(finding.severity);
    }
    count();
  };
  const isNothing = said => said === '' || (typeof said === 'object' && Object.values(said).every(isNothing));
  const isEmpty = at => isNothing(read(at));

  const all = () => {
    const said = new Set(barred.map(f => f.code + f.field.join()));
    return [...barred.map(f => ({ ...f, severity: 'error' })), ...(drawn?.findings ?? []).filter(f => !said.has(f.code + f.field.join()))];
  };
  const count = () => { pane.querySelector('[data-count-findings]').textContent = all().length || ''; if (shown === 'findings') list(); };

  const draw = () => {
    if (shown === 'findings') return list();
    if (shown === 'card') return card();
    if (!drawn?.page) { if (!frame) none('必填的内容齐了，页面就在这里。缺什么，看“发现”。'); return; }
    const fresh = document.createElement('iframe'), number = drawn.number, began = drawn.began;
    Object.assign(fresh, { title: '页面预览', src: `/desk/draft/${number}/` });
    fresh.setAttribute('sandbox', 'allow-same-origin');
    fresh.className = 'coming';
    fresh.addEventListener('load', () => {
      if (!fresh.isConnected) return;
      const top = frame?.contentWindow?.scrollY ?? 0;
      frame?.remove();
      frame = fresh;
      fresh.className = '';
      fit();
      fresh.contentWindow.scrollTo(0, top);
      markAll();
      pane.dataset.took = Math.round(performance.now() - began);
      for (const image of fresh.contentDocument.images) {
        const own = () => { const name = decodeURIComponent(image.src.split('/').pop()); image.removeAttribute('srcset'); image.src = `${place}file/${encodeURIComponent(name)}`; };
        if (image.complete && image.naturalWidth === 0) own(); else image.addEventListener('error', own, { once: true });
      }
    });
    for (const other of stage.querySelectorAll('.coming, .none, .card, .told-list')) other.remove();
    stage.append(fresh);
    fit();
  };

  // What is another now than what stands; an entry that stands nowhere yet has nothing to compare.
  let stands = null, marks = true;
  const markAll = () => { if (frame?.contentDocument && stands) markChanged(frame.contentDocument, marks ? stands : null); };
  if (!('file' in form.dataset)) {
    fetch(place + 'stands').then(answer => (answer.ok ? answer.text() : null)).then(html => {
      if (html) stands = textsIn(new DOMParser().parseFromString(html, 'text/html'));
      markAll();
    }).catch(() => { /* nothing is marked */ });
  }
  pane.querySelector('[data-marks]')?.addEventListener('click', event => {
    marks = !marks;
    event.currentTarget.setAttribute('aria-pressed', String(marks));
    markAll();
  });

  /** A whole desktop page in the width that is there. */
  const fit = () => {
    const width = shown === 'phone' ? Narrow : Wide, scale = Math.min(1, stage.clientWidth / width);
    for (const f of stage.querySelectorAll('iframe')) Object.assign(f.style, { width: `${width}px`, height: `${stage.clientHeight / scale}px`, transform: `scale(${scale})` });
  };
  addEventListener('resize', fit);

  const clear = () => { stage.replaceChildren(); frame = null; };
  const none = words => { clear(); const p = document.createElement('p'); p.className = 'none'; p.textContent = words; stage.append(p); };
  const card = () => {
    if (!drawn?.card) return none('只有人物故事有海报；必填的内容齐了才画。');
    const image = new Image();
    Object.assign(image, { className: 'card', alt: '海报预览', src: `/desk/draft/${drawn.number}/card.webp` });
    image.onload = () => { clear(); stage.append(image); };
    image.onerror = () => none('没有海报：同意的范围里没有“海报”，或这台机器做不了。');
  };

  const list = () => {
    const found = all();
    if (!found.length) return none('没有发现。');
    clear();
    const ul = document.createElement('ul');
    ul.className = 'told-list';
    ul.append(...found.map(f => {
      const li = document.createElement('li'), button = document.createElement('button'), where = document.createElement('span'), what = document.createElement('strong'), hint = document.createElement('span'), code = document.createElement('small');
      li.className = f.severity;
      where.className = 'where';
      where.textContent = `${kinds[f.severity]} · ${f.place || '整篇'}`;
      [what.textContent, hint.textContent, code.textContent] = [f.message, f.hint, f.code];
      hint.className = 'hint';
      button.type = 'button';
      button.append(where, what, hint, code);
      button.addEventListener('click', () => jumpTo(f));
      li.append(button);
      if (f.mend) {
        const mend = document.createElement('button');
        Object.assign(mend, { type: 'button', className: 'mend', textContent: '照此改好' });
        mend.addEventListener('click', () => { const at = find(f.field); if (at && read(at).trim?.() === f.mend.was.trim()) { write(at, f.mend.value); at.querySelector('.v').dispatchEvent(new Event('input', { bubbles: true })); } else jumpTo(f); });
        li.append(mend);
      }
      return li;
    }));
    stage.append(ul);
  };
  const jumpTo = finding => { pane.classList.remove('open'); jump(finding); };

  // What still bars the entry from being published, step by step.
  const missing = async (now = false) => {
    clearTimeout(waiting);
    if (busy) { waiting = setTimeout(missing, 500); return; }
    if (!now) { waiting = setTimeout(() => missing(true), 600); return; }
    busy = true;
    try {
      const answer = await fetch(place + 'missing');
      if (answer.ok) {
        const said = await answer.json();
        barred = said.findings;
        for (const mark of form.querySelectorAll('[data-lack]')) {
          const lack = said.steps[mark.dataset.lack];
          mark.textContent = lack ? `还差 ${lack} 项` : '齐了';
          mark.classList.toggle('whole', !lack);
        }
        if (heard && 'file' in form.dataset) mark(heard); else count();
      }
    } catch { /* asked again after the next change */ }
    busy = false;
  };
  // The count leads to what is counted.
  form.querySelector('.write-body').addEventListener('click', event => {
    const mark = event.target.closest('h2 [data-lack]');
    const first = mark && barred.find(f => find(f.field)?.closest('[data-step]')?.dataset.step === mark.dataset.lack);
    if (first) jumpTo(first);
  });

  pane.querySelector('.look-bar').addEventListener('click', event => {
    const button = event.target.closest('[data-look]');
    if (!button) return;
    shown = button.dataset.look;
    for (const b of pane.querySelectorAll('[data-look]')) b.setAttribute('aria-pressed', String(b === button));
    clear();
    draw();
  });
  form.querySelector('[data-look-open]').addEventListener('click', () => { pane.classList.add('open'); pane.querySelector('[aria-pressed=true]').focus(); fit(); });
  pane.querySelector('[data-look-close]').addEventListener('click', () => { pane.classList.remove('open'); form.querySelector('[data-look-open]').focus(); });
  return { soon, missing, jumpTo };
};
