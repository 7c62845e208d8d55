// The form as values, and values as the form. What a field is stands in its data-kind; every value is a text.
export const form = document.getElementById('writing');

const groupOf = field => field.parentElement.closest('[data-kind="group"], form');
export const fieldsOf = group => [...group.querySelectorAll('[data-key]')].filter(f => groupOf(f) === group);
export const field = key => fieldsOf(form).find(f => f.dataset.key === key);
export const itemsOf = list => [...list.querySelector(':scope > .items').children];

/** The field at the top of the form that something lies in. */
export const topOf = element => {
  let found = element.closest('[data-key]');
  while (found && groupOf(found) !== form) found = groupOf(found).closest('[data-key]');
  return found;
};

const input = element => element.querySelector('.v');
const chosen = element => JSON.parse(element.dataset.value || '[]');

export const read = element => {
  switch (element.dataset.kind) {
    case 'group': return Object.fromEntries(fieldsOf(element).map(f => [f.dataset.key, read(f)]));
    case 'list': return itemsOf(element).map(read);
    case 'cites': return chosen(element);
    case 'auto': return element.value;
    case 'flag': return element.querySelector('input').checked ? 'true' : element.dataset.off;
    case 'parts': return input(element).value.split(/[,，、\s]+/).filter(Boolean);
    case 'entry': return input(element).dataset.id || input(element).value;
    case 'chips': {
      const ticked = [...element.querySelectorAll('input:checked')].map(i => i.value), was = chosen(element);
      return [...was.filter(w => ticked.includes(w)), ...ticked.filter(t => !was.includes(t))];
    }
    default: return input(element).value;
  }
};

export const write = (element, value) => {
  const kind = element.dataset.kind, text = typeof value === 'string' ? value : '';
  if (kind === 'group') for (const f of fieldsOf(element)) write(f, value?.[f.dataset.key]);
  else if (kind === 'list') {
    const wanted = Array.isArray(value) ? value : [];
    while (itemsOf(element).length > wanted.length) itemsOf(element).at(-1).remove();
    while (itemsOf(element).length < wanted.length) add(element);
    itemsOf(element).forEach((item, i) => write(item, wanted[i]));
    count(element);
  } else if (kind === 'cites' || kind === 'chips') {
    const list = Array.isArray(value) ? value : [];
    element.dataset.value = JSON.stringify(list);
    if (kind === 'cites') cite(element); else { for (const i of element.querySelectorAll('input')) i.checked = list.includes(i.value); sayChosen(element); }
  } else if (kind === 'auto') element.value = text;
  else if (kind === 'flag') element.querySelector('input').checked = text === 'true';
  else if (kind === 'parts') input(element).value = (Array.isArray(value) ? value : []).join(', ');
  else if (kind === 'entry') { input(element).dataset.id = text; input(element).value = nameOf(element.dataset.entry, text); }
  else {
    const own = input(element);
    if (own.tagName === 'SELECT' && ![...own.options].some(o => o.value === text)) own.add(new Option(text, text));
    own.value = text;
    own.dispatchEvent(new Event('written'));
  }
  if (element.classList.contains('item')) summarise(element);
};

/** A new item of a list, from its template; a source gets the next free name by itself. */
export const add = list => {
  const item = list.querySelector(':scope > template').content.firstElementChild.cloneNode(true);
  list.querySelector(':scope > .items').append(item);
  const own = item.querySelector('[data-kind="auto"]');
  if (own && list.dataset.key === 'sources') own.value = `s${lastSource() + 1}`;
  count(list);
  return item;
};

export const lastSource = () => {
  const list = field('sources');
  return list ? Math.max(0, ...itemsOf(list).map(i => Number(/^s(\d+)$/.exec(i.querySelector('[data-kind="auto"]')?.value)?.[1] ?? 0))) : 0;
};

export const count = list => { list.querySelector(':scope > legend .number').textContent = itemsOf(list).length || ''; };

const wordsOf = f => {
  const own = input(f);
  return own ? (own.tagName === 'SELECT' ? own.value && own.selectedOptions[0]?.textContent : own.value) : '';
};

export const summarise = item => {
  const place = item.querySelector(':scope > details > summary .words');
  if (!place) return;
  const fields = fieldsOf(item).filter(f => ['text', 'date', 'entry'].includes(f.dataset.kind));
  const first = fields.filter(f => f.dataset.kind === 'date' || f.querySelector('.must'));
  place.textContent = [...new Set([...first, ...fields])].map(wordsOf).filter(Boolean).slice(0, 2).join(' · ') || '新的一条';
};

/** 税西恒 中国水电第一人 · 九三学社中央网站 · A 级， by the source's own id. */
export const sources = () => {
  const list = field('sources');
  return !list ? [] : itemsOf(list).map((item, i) => {
    const said = read(item);
    return { id: said.id, number: i + 1, title: said.title || '没有写标题的来源', about: [said.publisher, said.grade && `${said.grade} 级`].filter(Boolean).join(' · ') };
  });
};

/** Sources to tick beside a field; ids stay out of sight. */
export const cite = element => {
  const now = chosen(element), all = sources(), known = all.map(s => s.id);
  const said = now.map(id => all.find(s => s.id === id)?.number ?? '?');
  element.querySelector('.chosen').textContent = said.length ? `来源 ${said.join('、')}` : '还没有选来源';
  if (!element.querySelector('details').open) return;
  const lost = now.filter(id => !known.includes(id)).map(id => ({ id, number: '?', title: '这条来源已经不在了', about: '' }));
  element.querySelector('.ticks').replaceChildren(...[...all, ...lost].map(s => {
    const label = document.createElement('label'), box = document.createElement('input'), words = document.createElement('span'), about = document.createElement('small');
    Object.assign(box, { type: 'checkbox', checked: now.includes(s.id), value: s.id });
    words.textContent = `${s.number} ${s.title} `;
    about.textContent = s.about;
    words.append(about);
    label.append(box, words);
    return label;
  }));
};
export const citeAll = () => {
  form.querySelectorAll('[data-kind="cites"]').forEach(cite);
  document.dispatchEvent(new Event('sources'));
};

export const tick = box => {
  const element = box.closest('[data-kind="cites"]'), was = chosen(element);
  element.dataset.value = JSON.stringify(box.checked ? [...was, box.value] : was.filter(w => w !== box.value));
  element.querySelector('.chosen').textContent = JSON.parse(element.dataset.value).map(id => sources().find(s => s.id === id)?.number ?? '?').join('、').replace(/^(?=.)/, '来源 ') || '还没有选来源';
};

export const sayChosen = element => {
  const place = element.querySelector('summary .chosen');
  if (place) place.textContent = [...element.querySelectorAll('input:checked')].map(i => i.parentElement.textContent.trim()).join('、') || '请选';
};

// Names of other entries: chosen by name, kept by id.
const names = {};
export const namesOf = async kind => names[kind] ??= fetch(`/desk/write/names/${kind}`).then(a => a.ok ? a.json() : []).catch(() => []);
const known = {};
const nameOf = (kind, id) => known[kind]?.find(n => n.id === id)?.title ?? id;

export const loadNames = async () => {
  const kinds = new Set([...form.querySelectorAll('[data-entry]')].map(e => e.dataset.entry));
  for (const template of form.querySelectorAll('template')) for (const e of template.content.querySelectorAll('[data-entry]')) kinds.add(e.dataset.entry);
  for (const kind of kinds) {
    known[kind] = await namesOf(kind);
    const twice = new Set(known[kind].map(n => n.title).filter((t, i, all) => all.indexOf(t) !== i));
    document.getElementById(`names-${kind}`).replaceChildren(...known[kind].map(n => {
      const option = document.createElement('option');
      option.value = twice.has(n.title) ? `${n.title}(${n.id})` : n.title;
      return option;
    }));
  }
};

export const choose = own => {
  const kind = own.closest('[data-entry]').dataset.entry, said = own.value.trim();
  own.dataset.id = known[kind]?.find(n => n.title === said || `${n.title}(${n.id})` === said)?.id ?? said;
};

/** The place of a finding, as deep as the form has it; everything folded around it opens. */
export const find = path => {
  let at = form;
  for (const step of path) {
    const next = /^\d+$/.test(step) ? at.dataset.kind === 'list' && itemsOf(at)[Number(step)] : fieldsOf(at).find(f => f.dataset.key === step);
    if (!next) break;
    at = next;
  }
  return at === form ? null : at.dataset.kind === 'auto' ? at.closest('.item') ?? at.parentElement : at;
};

export const jump = finding => {
  const place = find(finding.field);
  if (!place) return;
  for (let at = place; at; at = at.parentElement) if (at.tagName === 'DETAILS') at.open = true;
  const fold = place.querySelector(':scope > details');
  if (fold) fold.open = true;
  place.scrollIntoView({ block: 'center', behavior: matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth' });
  const own = place.querySelector('.v, input:not([type=hidden]):not([type=file]), button[data-add], summary');
  if (!own || !own.dispatchEvent(new CustomEvent('jump', { detail: finding, cancelable: true }))) return;
  own.focus({ preventScroll: true });
  if (!own.setSelectionRange) return;
  if (finding.start != null && own.tagName === 'TEXTAREA') {
    own.setSelectionRange(finding.start, finding.start + Math.max(finding.length, 1));
    own.scrollTop = own.scrollHeight * finding.start / Math.max(1, own.value.length) - own.clientHeight / 2;
  } else if (finding.words && own.value.includes(finding.words)) own.setSelectionRange(own.value.indexOf(finding.words), own.value.indexOf(finding.words) + finding.words.length);
};
