// The body: plain Markdown with a hand that knows its marks, sources, people, things, pictures and pastes.
import { form, field, add, write, read, lastSource, sources, namesOf, citeAll } from './write-fields.js';

export const upload = async (place, file, post) => {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let text = '';
  for (let i = 0; i < bytes.length; i += 32768) text += String.fromCharCode(...bytes.subarray(i, i + 32768));
  return (await post(place + 'upload', { name: file.name || 'picture.png', content: btoa(text) })).name;
};

const Kinds = [['story', '/people/', '人物'], ['object', '/objects/', '老物件'], ['dialogue', '/dialogues/', '访谈'], ['video', '/videos/', '短视频'],
  ['news', '/news/', '动态']];

export const startBody = (place, post, changed) => {
  const holder = field('body');
  if (!holder) return;
  const area = holder.querySelector('textarea'), said = holder.querySelector('.said'), counter = holder.querySelector('[data-count]');
  const tell = words => { said.textContent = words; said.dataset.kept = words ? '1' : ''; };
  const size = () => { const n = [...area.value.replace(/\[@[^\]]*\]|\]\([^)]*\)|[\s#>*_\-[\]!|]/g, '')].length; counter.textContent = ` 现在 ${n} 字。`; };
  const put = (text, from = area.selectionStart, to = area.selectionEnd) => {
    area.setRangeText(text, from, to, 'end');
    area.focus();
    area.dispatchEvent(new Event('input', { bubbles: true }));
  };
  area.addEventListener('input', size);
  size();

  /** The lines that are marked, each with something before it, or without it where all have it. */
  const lines = mark => {
    const { value, selectionStart: a, selectionEnd: b } = area;
    const from = value.lastIndexOf('\n', a - 1) + 1, end = value.indexOf('\n', b), to = end < 0 ? value.length : end;
    const all = value.slice(from, to).split('\n'), has = all.every(l => l.startsWith(mark) || !l);
    put(all.map(l => has ? l.slice(l ? mark.length : 0) : l || all.length === 1 ? mark + l : l).join('\n'), from, to);
  };
  const marks = {
    heading: () => lines('## '), list: () => lines('- '), quote: () => lines('> '),
    strong: () => { const chosen = area.value.slice(area.selectionStart, area.selectionEnd); put(`**${chosen || '着重的字'}**`); },
  };
  holder.querySelector('.body-bar').addEventListener('click', event => {
    const button = event.target.closest('button');
    if (button?.dataset.mark) marks[button.dataset.mark]();
    else if (button) offer(false);
  });

  // @: a source, a person, an object, by name.
  const dialog = document.createElement('dialog');
  dialog.className = 'offer';
  dialog.innerHTML = '<form method="dialog"><label>插入<input type="search" placeholder="打几个字：来源、人物、老物件"></label><ul></ul><button class="button button-quiet">不插了</button></form>';
  document.body.append(dialog);
  const box = dialog.querySelector('input'), found = dialog.querySelector('ul');
  let choices = [], typed = false;
  const offer = async at => {
    typed = at;
    const { selectionStart: from, selectionEnd: to } = area;
    choices = sources().map(s => ({ words: `来源 ${s.number}  ${s.title}`, about: s.about, text: `[@${s.id}]` }));
    for (const [kind, path, name] of Kinds) for (const n of await namesOf(kind)) choices.push({ words: n.title, about: name, text: `[${n.title}](${path}${n.id}/)` });
    dialog.dataset.from = typed ? from - 1 : from;
    dialog.dataset.to = to;
    box.value = '';
    show();
    dialog.showModal();
    box.focus();
  };
  const show = () => {
    const q = box.value.trim();
    found.replaceChildren(...choices.filter(c => !q || c.words.includes(q) || c.about.includes(q)).slice(0, 12).map(c => {
      const li = document.createElement('li'), button = document.createElement('button'), about = document.createElement('small');
      button.type = 'button';
      button.textContent = `${c.words} `;
      about.textContent = c.about;
      button.append(about);
      button.addEventListener('click', () => { dialog.close(); put(c.text, Number(dialog.dataset.from), Number(dialog.dataset.to)); });
      li.append(button);
      return li;
    }));
  };
  box.addEventListener('input', show);
  box.addEventListener('keydown', event => { if (event.key === 'Enter') { event.preventDefault(); found.querySelector('button')?.click(); } });
  dialog.addEventListener('close', () => area.focus());
  area.addEventListener('input', event => {
    // Not within a mark that is being typed by hand: [@s1].
    if (event.data === '@' && area.value[area.selectionStart - 2] !== '[') offer(true);
  });

  const picture = async file => {
    tell('正在传图……');
    try {
      const name = await upload(place, file, post);
      tell('图传好了：把方括号里改成替代文字，引号里改成图片来源。');
      put(`\n\n![写一句看不见图的人听得懂的话](${encodeURI(name)} "图片来源")\n\n`);
    } catch (problem) { tell(problem.message); }
  };
  const pictures = list => [...list].filter(f => f.type.startsWith('image/'));
  holder.querySelector('[data-body-upload]').addEventListener('change', event => { for (const f of event.target.files) picture(f); event.target.value = ''; });
  area.addEventListener('dragover', event => { if (event.dataTransfer.types.includes('Files')) event.preventDefault(); });
  area.addEventListener('drop', event => { const files = pictures(event.dataTransfer.files); if (files.length) { event.preventDefault(); files.forEach(picture); } });
  area.addEventListener('paste', async event => {
    const html = event.clipboardData.getData('text/html'), files = pictures(event.clipboardData.files);
    if (!/<(h[1-6]|ul|ol|table|blockquote|img|b|strong|i|em|a|p|div)\b/i.test(html)) { if (files.length) { event.preventDefault(); files.forEach(picture); } return; }
    event.preventDefault();
    const { selectionStart: from, selectionEnd: to } = area, plain = event.clipboardData.getData('text/plain');
    tell('正在读粘贴的文字……');
    try {
      const read = await post(place + 'paste', { html, after: String(lastSource()) });
      put(read.text, from, to);
      note(read.notes);
      tell(read.unread.length ? `没有进正文的：${read.unread.join(';')}` : '');
    } catch (problem) {
      put(plain, from, to);
      tell(problem.message);
    }
  });

  /** Notes of a pasted text are sources to fill. */
  const note = notes => {
    const list = field('sources');
    if (!list || !notes.length) return;
    for (const words of notes) { const item = add(list); write(item, { ...read(item), title: words }); }
    citeAll();
    changed('sources');
  };
};
