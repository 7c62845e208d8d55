// The page that compares a draft with what stands: steps, remarks on a passage, two pages side by side.
import { post } from './post.js';
import { startRemarks } from './remarks.js';
import { markChanged, textsIn } from './changed.js';

const Wide = 1280; // px
const page = document.querySelector('[data-review]'), place = page.dataset.review, decided = page.querySelector('[data-decided]');

const step = async (word, text) => {
  decided.textContent = '正在做……';
  try {
    await post(place + 'step', { word, seen: page.dataset.tip, text });
    location.assign(word === 'published' ? '/desk/' : location.pathname);
  } catch (problem) {
    decided.textContent = problem.message;
    decided.scrollIntoView({ block: 'center' });
  }
};

const remark = async (holder, text, quote) => {
  await post(place + 'remark', { seen: page.dataset.tip, text, quote, field: holder?.dataset.field ?? '', place: holder?.dataset.place ?? '' });
  const fresh = new DOMParser().parseFromString(await (await fetch(location.pathname)).text(), 'text/html');
  page.querySelector('section:has(#h-remarks)').replaceWith(fresh.querySelector('section:has(#h-remarks)'));
};

/** Words that are selected within a block, if they are. */
const selected = holder => {
  const selection = getSelection();
  return selection.rangeCount && holder.contains(selection.anchorNode) && holder.contains(selection.focusNode) ? selection.toString().trim().slice(0, 400) : '';
};

// A press on the button would take the selection away before it is read.
document.addEventListener('pointerdown', event => { if (event.target.closest('[data-remark]')) event.preventDefault(); });

document.addEventListener('click', event => {
  const button = event.target.closest('[data-decide], [data-remark], [data-cancel]');
  if (!button) return;
  if (button.matches('[data-decide]')) { if (button.dataset.decide !== 'published' || confirm('发布这一版？')) step(button.dataset.decide); return; }
  if (button.matches('[data-cancel]')) { const form = button.closest('form'); form.closest('.change').querySelector('[data-remark]').focus(); form.remove(); return; }
  const holder = button.closest('.change'), quote = selected(holder);
  if (holder.querySelector('form')) { holder.querySelector('textarea').focus(); return; }
  const form = document.createElement('form'), label = document.createElement('label'), box = document.createElement('textarea');
  form.dataset.remarkOn = quote;
  label.append(quote ? `批注“${quote.length > 30 ? quote.slice(0, 30) + '……' : quote}”` : '批注这一处', box);
  Object.assign(box, { name: 'text', rows: 2, maxLength: 2000, required: true });
  const buttons = document.createElement('p');
  for (const [words, type] of [['记下批注', 'submit'], ['不写了', 'button']]) {
    const own = document.createElement('button');
    Object.assign(own, { type, textContent: words, className: 'button button-quiet' });
    if (type === 'button') own.dataset.cancel = '';
    buttons.append(own);
  }
  form.append(label, buttons);
  (button.closest('p') ?? button).after(form);
  box.focus();
});

document.addEventListener('submit', async event => {
  const form = event.target;
  event.preventDefault();
  if (form.matches('[data-share]')) { await share(form); return; }
  const text = form.elements.text.value.trim();
  if (!text) { form.elements.text.focus(); return; }
  if (form.matches('[data-return]')) { await step('draft', text); return; }
  try {
    const holder = form.closest('.change');
    await remark(holder, text, form.dataset.remarkOn ?? '');
    if (!holder) return;
    holder.querySelector('[data-remark]').focus();
    form.remove();
  } catch (problem) {
    form.append(problem.message);
  }
});

// A link for somebody outside: it is seen once, here.
const share = async form => {
  const said = form.querySelector('[data-shared]');
  try {
    const made = await post(place + 'share', { seen: page.dataset.tip, for: form.elements.for.value, days: form.elements.days.value });
    const address = new URL(made.address, location.href).href, box = document.createElement('input'), copy = document.createElement('button');
    Object.assign(box, { value: address, readOnly: true, ariaLabel: '链接' });
    Object.assign(copy, { type: 'button', className: 'button button-quiet', textContent: '复制' });
    copy.addEventListener('click', async () => { box.select(); await navigator.clipboard?.writeText(address); copy.textContent = '复制好了'; });
    said.replaceChildren('这个链接只在这里出现一次：', box, copy);
    box.select();
  } catch (problem) { said.textContent = problem.message; }
};
document.addEventListener('click', async event => {
  const button = event.target.closest('[data-unshare]');
  if (!button) return;
  try { await post(place + 'unshare', { hash: button.dataset.unshare }); button.closest('li').remove(); } catch (problem) { button.after(problem.message); }
});

// Both pages in the width that is there, turned together; pictures that only the draft has come from its branch.
const frames = [...page.querySelectorAll('iframe')];
const fit = () => {
  for (const frame of frames) {
    const stage = frame.parentElement, width = stage.clientWidth < 600 ? 390 : Wide, scale = Math.min(1, stage.clientWidth / width);
    Object.assign(frame.style, { width: `${width}px`, height: `${stage.clientHeight / scale}px`, transform: `scale(${scale})` });
  }
};
let turning = null;
const loaded = frame => {
  const inside = frame.contentWindow, root = () => inside.document.scrollingElement;
  for (const image of frame.contentDocument.images) {
    const own = () => { const name = decodeURIComponent(image.src.split('/').pop()); image.removeAttribute('srcset'); image.src = `${place}${frame.dataset.side}/${encodeURIComponent(name)}`; };
    if (image.complete && image.naturalWidth === 0) own(); else image.addEventListener('error', own, { once: true });
  }
  const [before, after] = frames.map(f => f.contentDocument);
  if (before?.readyState === 'complete' && after?.readyState === 'complete') {
    markChanged(before, textsIn(after));
    markChanged(after, textsIn(before));
  }
  inside.addEventListener('scroll', () => {
    if (turning && turning !== frame) return;
    turning = frame;
    const part = root().scrollTop / Math.max(1, root().scrollHeight - inside.innerHeight);
    for (const other of frames.filter(f => f !== frame)) {
      const far = other.contentDocument.scrollingElement;
      far.scrollTop = part * (far.scrollHeight - other.contentWindow.innerHeight);
    }
    clearTimeout(loaded.timer);
    loaded.timer = setTimeout(() => { turning = null; }, 120);
  });
};
for (const frame of frames) {
  if (frame.contentDocument?.readyState === 'complete' && frame.contentDocument.location.href !== 'about:blank') loaded(frame);
  frame.addEventListener('load', () => loaded(frame));
}
addEventListener('resize', fit);
fit();

startRemarks(place, finding => {
  const at = [...page.querySelectorAll('.change')].find(c => c.dataset.field === finding.field.join('/'));
  (at ?? page.querySelector('.changes')).scrollIntoView({ block: 'center' });
});
