// The register's pages: a form is sent as JSON and answered in one sentence; nothing of it is kept in the browser.
import { base64, upload } from './upload.js';

const send = async (address, body) => {
  const answer = await fetch(address, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) });
  const said = await answer.json().catch(() => ({}));
  if (!answer.ok) throw Object.assign(new Error(said.error || '没有做成。'), { status: answer.status });
  return said;
};

// Fields by name. Where only changes are wanted, what stands as it came is left out: two people mend one lead side by side.
const fieldsOf = form => {
  const wanted = [...form.elements].filter(e => e.name && e.type !== 'file' && !(['checkbox', 'radio'].includes(e.type) && !e.checked));
  const changed = form.hasAttribute('data-changed') ? wanted.filter(e => e.value !== e.defaultValue) : wanted;
  return Object.fromEntries(changed.map(e => [e.name, e.value]));
};

// Small files beside the fields: a key, an anchor.
const smallOf = async form => Object.fromEntries(await Promise.all([...form.querySelectorAll('[data-file]')].filter(i => i.files.length)
  .map(async i => [i.dataset.file, i.files[0].size > 3000 ? '-' : await base64(i.files[0])])));

const deeds = {
  'leads': async form => ({ ...fieldsOf(form), ...await smallOf(form) }),
  'leads-file': async form => {
    const file = form.querySelector('[type=file]').files[0];
    return { ...fieldsOf(form), name: file.name, content: await base64(file) };
  },
  'leads-backup': async (form, say) => {
    const came = [];
    for (const file of form.querySelector('[name=backup]').files) came.push(await upload('/desk/leads/mend/', file, send, say));
    return { ...fieldsOf(form), ...await smallOf(form), files: came.join(' ') };
  },
};

// A link that is shown once, ready to be copied.
const linkOf = address => {
  const field = document.createElement('input');
  Object.assign(field, { value: address, readOnly: true });
  field.setAttribute('aria-label', '链接');
  field.addEventListener('focus', () => field.select());
  return field;
};

document.addEventListener('submit', async event => {
  const form = event.target, kind = Object.keys(deeds).find(k => form.hasAttribute(`data-${k}`));
  if (!kind) return;
  event.preventDefault();
  if (form.dataset.confirm && !confirm(form.dataset.confirm)) return;
  const status = form.querySelector('[role=status]'), button = form.querySelector('button[type=submit]');
  status.textContent = '正在做……';
  status.classList.remove('bad');
  button.disabled = true;
  try {
    const said = await send(form.getAttribute(`data-${kind}`), await deeds[kind](form, words => { status.textContent = words; }));
    if (said.to || said.opened) { location.assign(said.to ?? location.pathname); return; }
    status.textContent = said.words;
    if (said.link) status.append(linkOf(said.link));
  } catch (problem) {
    status.textContent = problem.message;
    status.classList.add('bad');
    form.querySelector('[type=password]')?.select();
  }
  button.disabled = false;
});

document.addEventListener('click', async event => {
  if (!event.target.closest('[data-leads-close]')) return;
  await send('/desk/leads/close', {});
  location.assign('/desk/leads/');
});

// Files that are dropped or chosen go in one after the other; what became of each is a line of its own.
const take = async (form, files) => {
  const status = form.querySelector('[role=status]'), taken = form.querySelector('.taken'), input = form.querySelector('[type=file]');
  const { mostFiles, mostBytes } = form.dataset;
  if (files.length > mostFiles) { status.textContent = `一次最多 ${mostFiles} 个文件，这里有 ${files.length} 个，一个也没有收。`; return; }
  input.disabled = true;
  for (const [at, file] of [...files].entries()) {
    status.textContent = `正在收第 ${at + 1} 个，共 ${files.length} 个……`;
    const line = document.createElement('li');
    try {
      if (file.size > mostBytes) throw new Error(`文件太大了，一个最多 ${mostBytes / 1024 / 1024} MB。`);
      if (file.size === 0) throw new Error('是空文件。');
      const said = await send(form.dataset.leadsFiles, { name: file.name, content: await base64(file) });
      tell(line, file.name, said.words);
    } catch (problem) {
      tell(line, file.name, `没有收：${problem.message}`);
      line.classList.add('bad');
    }
    taken.append(line);
  }
  status.textContent = `收完了，一共 ${files.length} 个文件。`;
  await refresh('held');
  input.disabled = false;
  input.value = '';
};

// A section of the page as it is now.
const refresh = async id => {
  const page = new DOMParser().parseFromString(await (await fetch(location.href)).text(), 'text/html');
  document.getElementById(id)?.closest('section').replaceWith(page.getElementById(id)?.closest('section') ?? '');
};

// The words as text, numbers of leads as links to them.
const tell = (line, name, words) => {
  const head = document.createElement('strong');
  head.textContent = name;
  line.append(head, ' ');
  for (const piece of words.split(/(YG-\d{4}-\d{4,7})/)) {
    if (!piece.startsWith('YG-')) { line.append(piece); continue; }
    const link = document.createElement('a');
    link.href = `/desk/leads/${piece}/`;
    link.textContent = piece;
    line.append(link);
  }
};

for (const form of document.querySelectorAll('[data-leads-files]')) {
  form.addEventListener('change', event => { if (event.target.files?.length) take(form, event.target.files); });
  form.addEventListener('dragover', event => { event.preventDefault(); form.classList.add('over'); });
  form.addEventListener('dragleave', () => form.classList.remove('over'));
  form.addEventListener('drop', event => {
    event.preventDefault();
    form.classList.remove('over');
    if (event.dataTransfer.files.length) take(form, event.dataTransfer.files);
  });
}
