// A point or a part of a picture, shown on the picture: by pointer, or by the arrow keys; the numbers go into the field.
import { form, field, fieldsOf, read, write, topOf } from './write-fields.js';

const Step = .01;
const round = (n, places) => Number(n.toFixed(places));
const clamp = (n, least, most) => Math.min(most, Math.max(least, n));

/** How a field says it, and what it says, in fractions of the picture: { x, y, w, h }. */
const notations = {
  point: {
    hint: '点一下最要紧的地方，裁图时总留着它。方向键一次挪百分之一。', isPoint: true,
    take: said => ({ x: Number(said[0] ?? .5), y: Number(said[1] ?? .5), w: 0, h: 0 }),
    give: m => [String(round(m.x, 2)), String(round(m.y, 2))],
  },
  part: {
    hint: '拖出一个框。方向键挪动，按住 Shift 改大小。',
    take: said => ({ x: Number(said[0] ?? .25), y: Number(said[1] ?? .25), w: Number(said[2] ?? .5), h: Number(said[3] ?? .5) }),
    give: m => [m.x, m.y, m.w, m.h].map(n => String(round(n, 2))),
  },
  region: {
    hint: '拖出一个框。方向键挪动，按住 Shift 改大小。',
    take: (said, image) => {
      const isPercent = said.startsWith('pct:'), n = said.replace('pct:', '').split(',').map(Number);
      if (n.length !== 4 || n.some(Number.isNaN)) return { x: .25, y: .25, w: .5, h: .5 };
      const [wide, high] = isPercent ? [100, 100] : [image.naturalWidth, image.naturalHeight];
      return { x: n[0] / wide, y: n[1] / high, w: n[2] / wide, h: n[3] / high };
    },
    give: m => `pct:${[m.x, m.y, m.w, m.h].map(n => round(n * 100, 2)).join(',')}`,
  },
};

export const startPick = (place, changed) => {
  const dialog = document.createElement('dialog');
  dialog.className = 'offer pick';
  dialog.innerHTML = '<form method="dialog"><p class="hint"></p><div class="frame"><img alt=""><div class="mark" tabindex="0" role="img"></div></div>'
    + '<button class="button" value="set">好</button> <button class="button button-quiet" value="">不改</button></form>';
  document.body.append(dialog);
  const image = dialog.querySelector('img'), mark = dialog.querySelector('.mark'), frame = dialog.querySelector('.frame');
  let own, notation, now, from = null;

  const show = () => {
    Object.assign(mark.style, { left: `${now.x * 100}%`, top: `${now.y * 100}%`, width: `${now.w * 100}%`, height: `${now.h * 100}%` });
    const at = [now.x, now.y, now.w, now.h].map(n => `${Math.round(n * 100)}%`);
    mark.setAttribute('aria-label', notation.isPoint ? `左起 ${at[0]}，上起 ${at[1]}` : `左起 ${at[0]}，上起 ${at[1]}，宽 ${at[2]}，高 ${at[3]}`);
  };
  const whole = m => {
    const w = notation.isPoint ? 0 : clamp(m.w, Step, 1), h = notation.isPoint ? 0 : clamp(m.h, Step, 1);
    now = { x: clamp(m.x, 0, 1 - w), y: clamp(m.y, 0, 1 - h), w, h };
    show();
  };
  const at = event => {
    const box = image.getBoundingClientRect();
    return { x: clamp((event.clientX - box.left) / box.width, 0, 1), y: clamp((event.clientY - box.top) / box.height, 0, 1) };
  };
  frame.addEventListener('pointerdown', event => {
    event.preventDefault();
    frame.setPointerCapture(event.pointerId);
    from = at(event);
    if (notation.isPoint) whole({ ...from, w: 0, h: 0 });
    mark.focus();
  });
  frame.addEventListener('pointermove', event => {
    if (!from) return;
    const to = at(event);
    if (notation.isPoint) whole({ ...to, w: 0, h: 0 });
    else whole({ x: Math.min(from.x, to.x), y: Math.min(from.y, to.y), w: Math.abs(from.x - to.x), h: Math.abs(from.y - to.y) });
  });
  frame.addEventListener('pointerup', () => { from = null; });
  mark.addEventListener('keydown', event => {
    const [dx, dy] = { ArrowLeft: [-Step, 0], ArrowRight: [Step, 0], ArrowUp: [0, -Step], ArrowDown: [0, Step] }[event.key] ?? [0, 0];
    if (!dx && !dy) return;
    event.preventDefault();
    whole(event.shiftKey ? { ...now, w: now.w + dx, h: now.h + dy } : { ...now, x: now.x + dx, y: now.y + dy });
  });

  /** The picture that a field speaks of: beside it in its group, else the entry's own. */
  const nameFor = element => {
    const group = element.parentElement.closest('[data-kind="group"]');
    const beside = group && fieldsOf(group).find(f => f.dataset.key === 'src');
    const top = field('picture') ?? field('portrait');
    return (beside ? read(beside) : top && read(top)?.src) || '';
  };
  form.addEventListener('click', event => {
    const button = event.target.closest('[data-pick]');
    if (!button) return;
    own = button.closest('[data-key]');
    notation = notations[button.dataset.pick];
    const name = nameFor(own);
    if (!name) { own.querySelector('.said').textContent = '先选好图片。'; return; }
    dialog.querySelector('.hint').textContent = notation.hint;
    image.onload = () => { whole(notation.take(read(own), image)); mark.focus(); };
    image.onerror = () => { dialog.close(); own.querySelector('.said').textContent = '这张图打不开。'; };
    mark.classList.toggle('point', !!notation.isPoint);
    dialog.returnValue = '';
    dialog.showModal();
    image.src = `${place}file/${encodeURIComponent(name)}`;
  });
  dialog.addEventListener('close', () => {
    if (dialog.returnValue !== 'set') return;
    write(own, notation.give(now));
    changed(topOf(own).dataset.key);
    own.querySelector('.v').focus();
  });
};
