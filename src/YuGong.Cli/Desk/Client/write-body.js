// The body: seen as it will be read where the editor is there, else as Markdown; sources, people, pictures and pastes come into both.
import { form, field, add, write, read, lastSource, sources, namesOf, citeAll } from './write-fields.js';
import { markdownPen } from './write-pen.js';
import { upload } from './upload.js';

const Kinds = [['story', '/people/', '人物'], ['object', '/objects/', '老物件'], ['dialogue', '/dialogues/', '访谈'], ['video', '/videos/', '短视频'],
  ['news', '/news/', '动态']];
const Plain = 'desk:as-written'; // who prefers Markdown keeps it

export const startBody = (place, post, changed) => {
  const holder = field('body');
  if (!holder) return;
  const area = holder.querySelector('textarea'), said = holder.querySelector('.said'), counter = holder.querySelector('[data-count]');
  const bar = holder.querySelector('.body-bar'), tableBar = holder.querySelector('.table-bar'), asWritten = bar.querySelector('[data-as-written]');
  const tell = words => { said.textContent = words; said.dataset.kept = words ? '1' : ''; };
  const size = () => { const n = [...area.value.replace(/\[@[^\]]*\]|\]\([^)]*\)|[\s#>*_\-[\]!|]/g, '')].length; counter.textContent = ` 现在 ${n} 字。`; };
  area.addEventListener('input', size);
  area.addEventListener('written', size);
  size();

  const plain = markdownPen(area);
  let rich = null;
  const pen = () => (rich?.isShown() ? rich : plain);

  bar.addEventListener('click', event => {
    const button = event.target.closest('button');
    if (button?.dataset.mark) pen().run(button.dataset.mark);
    else if (button?.matches('[data-insert]')) offer(false);
    else if (button?.matches('[data-link]')) askLink();
    else if (button === asWritten) turn(!rich.isShown());
  });

  // @: a source, a person, an object, by name.
  const dialog = document.createElement('dialog');
  dialog.className = 'offer';
  dialog.innerHTML = '<form method="dialog"><label>插入<input type="search" placeholder="打几个字：来源、人物、老物件"></label><ul></ul><button class="button button-quiet">不插了</button></form>';
  document.body.append(dialog);
  const box = dialog.querySelector('input'), found = dialog.querySelector('ul');
  let choices = [];
  const offer = async isTyped => {
    const own = pen(), insert = what => { dialog.close(); own.focus(); if (isTyped) own.takeAt(); what(own); };
    choices = sources().map(s => ({ words: `来源 ${s.number}  ${s.title}`, about: s.about, put: () => insert(p => p.cite(s.id)) }));
    for (const [kind, path, name] of Kinds) {
      for (const n of await namesOf(kind)) choices.push({ words: n.title, about: name, put: () => insert(p => p.link(n.title, `${path}${n.id}/`)) });
    }
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
      button.addEventListener('click', c.put);
      li.append(button);
      return li;
    }));
  };
  box.addEventListener('input', show);
  box.addEventListener('keydown', event => { if (event.key === 'Enter') { event.preventDefault(); found.querySelector('button')?.click(); } });
  dialog.addEventListener('close', () => pen().focus());
  area.addEventListener('input', event => {
    // Not within a mark that is being typed by hand: [@s1].
    if (event.data === '@' && area.value[area.selectionStart - 2] !== '[') offer(true);
  });

  // Where chosen words lead.
  const linking = document.createElement('dialog');
  linking.className = 'offer';
  linking.innerHTML = '<form method="dialog"><label>链接到<input name="href" placeholder="https://… 或本站的 /people/…/"></label><p class="hint"></p><button class="button" value="set">好</button> <button class="button button-quiet" value="none">去掉链接</button> <button class="button button-quiet" value="">不改</button></form>';
  document.body.append(linking);
  const href = linking.querySelector('input');
  const askLink = () => {
    const chosen = pen().chosenLink();
    href.value = chosen.href;
    linking.querySelector('.hint').textContent = chosen.text ? `“${chosen.text.slice(0, 30)}”` : '没有选字：链接会写成它的地址。人物和老物件用“插入 @”。';
    linking.returnValue = '';
    linking.showModal();
  };
  linking.addEventListener('close', () => {
    const to = href.value.trim().replace(/^(?=www\.)/, 'https://');
    if (linking.returnValue === 'none') pen().setLink('');
    else if (linking.returnValue === 'set' && /^(?:https?:\/\/|\/|#|mailto:)/.test(to)) pen().setLink(to);
    else if (linking.returnValue === 'set' && to) tell('链接要以 https:// 或 / 开头。');
    pen().focus();
  });

  const picture = async file => {
    tell('正在传图……');
    try {
      pen().picture(await upload(place, file, post, tell));
      tell('图传好了：写上替代文字和图片来源。');
    } catch (problem) { tell(problem.message); }
  };
  const pictures = async files => { for (const file of files) await picture(file); };
  const imagesOf = list => [...list].filter(f => f.type.startsWith('image/'));
  holder.querySelector('[data-body-upload]').addEventListener('change', async event => {
    const files = [...event.target.files];
    event.target.value = '';
    await pictures(files);
  });
  area.addEventListener('dragover', event => { if (event.dataTransfer.types.includes('Files')) event.preventDefault(); });
  area.addEventListener('drop', event => { const files = imagesOf(event.dataTransfer.files); if (files.length) { event.preventDefault(); pictures(files); } });

  /** @returns the Markdown of what was pasted; its notes became sources. */
  const pasted = async html => {
    tell('正在读粘贴的文字……');
    try {
      const answer = await post(place + 'paste', { html, after: String(lastSource()) });
      note(answer.notes);
      tell(answer.unread.length ? `没有进正文的：${answer.unread.join(';')}` : '');
      return answer.text;
    } catch (problem) {
      tell(problem.message);
      return null;
    }
  };
  area.addEventListener('paste', async event => {
    const html = event.clipboardData.getData('text/html'), files = imagesOf(event.clipboardData.files);
    if (!/<(h[1-6]|ul|ol|table|blockquote|img|b|strong|i|em|a|p|div)\b/i.test(html)) { if (files.length) { event.preventDefault(); pictures(files); } return; }
    event.preventDefault();
    const { selectionStart: from, selectionEnd: to } = area, words = event.clipboardData.getData('text/plain');
    plain.put(await pasted(html) ?? words, from, to);
  });

  /** Notes of a pasted text are sources to fill. */
  const note = notes => {
    const list = field('sources');
    if (!list || !notes.length) return;
    for (const words of notes) { const item = add(list); write(item, { ...read(item), title: words }); }
    citeAll();
    changed('sources');
  };

  // As it will be read, when the editor has come.
  const shown = isRich => {
    asWritten.textContent = isRich ? '看 Markdown' : '看排好的';
    tableBar.hidden = true;
    for (const button of bar.querySelectorAll('[data-rich]')) button.hidden = !isRich;
  };
  const state = holds => {
    for (const button of bar.querySelectorAll('[data-mark]')) button.setAttribute('aria-pressed', String(!!holds[button.dataset.mark]));
    tableBar.hidden = !holds.table;
  };
  const turn = async isRich => {
    await rich.show(isRich);
    if (isRich && !rich.isShown()) tell('这篇正文排不出来，请在 Markdown 里改。');
    localStorage.setItem(Plain, isRich ? '' : '1');
    pen().focus();
  };
  import('/desk/editor.js').then(async editor => {
    rich = await editor.edit(area, {
      isRich: () => !localStorage.getItem(Plain) && document.activeElement !== area,
      name: holder.querySelector('.name').firstChild.textContent.trim(), sources, pasted, pictures, shown, changed: state,
      read: text => post(place + 'body', { text }), at: () => offer(true),
      picture: name => { try { return `${place}file/${encodeURIComponent(decodeURI(name))}`; } catch { return name; } },
    });
    if (!rich) return;
    asWritten.hidden = false;
    document.addEventListener('sources', editor.sayCites);
    // Whoever writes in the box already is not taken out of it.
    if (document.activeElement === area) area.addEventListener('blur', () => { if (!localStorage.getItem(Plain)) rich.show(true); }, { once: true });
  }).catch(() => { /* the box with Markdown does all of it too */ });
};
