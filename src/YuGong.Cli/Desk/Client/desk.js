// The desk's own pages are whole without this; it sends what a link cannot.
const tell = (button, words) => { button.parentElement.querySelector('[role=status]').textContent = words; };

document.addEventListener('click', async event => {
  const button = event.target.closest('[data-undo]');
  if (!button || !confirm('撤消这次改动？会新加一个提交，原来的提交仍在历史里。')) return;
  button.disabled = true;
  tell(button, '正在撤消……');
  try {
    const answer = await fetch('/desk/undo', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ commit: button.dataset.undo }) });
    const said = await answer.json();
    if (!answer.ok) throw new Error(said.error);
    location.reload();
  } catch (problem) {
    tell(button, problem.message);
    button.disabled = false;
  }
});

// How many drafts wait for whoever looks, in the browser's title and beside the first room: also while the page stands in the background.
const name = document.title, front = document.querySelector('.bar nav a[href="/desk/"]');
const turn = async () => {
  const answer = await fetch('/desk/api/turn').catch(() => null);
  if (!answer?.ok) return;
  const { count } = await answer.json();
  document.title = count ? `(${count}) ${name}` : name;
  if (count) front.dataset.turn = count; else delete front.dataset.turn;
};
if (front) { turn(); setInterval(turn, 60000); }

const send = async (address, body) => {
  const answer = await fetch(address, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) });
  if (!answer.ok) throw new Error((await answer.json()).error);
};

// Going online: what is there now, then the button, then how far it is.
const places = document.querySelectorAll('[data-online]'), online = document.querySelector('[data-online-status]');
const look = async place => {
  const answer = await fetch(`/desk/api/online/place?name=${encodeURIComponent(place.dataset.online)}`);
  if (answer.ok) place.querySelector('[data-online-now]').textContent = (await answer.json()).words;
};
const follow = async () => {
  const answer = await fetch('/desk/api/online');
  if (!answer.ok) return;
  const now = await answer.json();
  online.textContent = now.words;
  for (const button of document.querySelectorAll('[data-go], [data-push], [data-withdraw] button')) button.disabled = now.running;
  if (now.running) setTimeout(follow, 1000);
  else for (const place of places) look(place);
};
if (online) follow();

document.addEventListener('click', async event => {
  const button = event.target.closest('[data-go], [data-push]');
  if (!button) return;
  const name = button.closest('[data-online]')?.dataset.online, to = button.dataset.go ?? '/desk/online/push';
  const what = !name ? '把内容的历史推到远程仓库？' : to.endsWith('back') ? `把“${name}”退回上一版？` : `把现在发布的内容上线到“${name}”？`;
  if (!confirm(what)) return;
  try {
    await send(to, { place: name });
    await follow();
  } catch (problem) {
    online.textContent = problem.message;
  }
});

// Taking somebody off the site: the name is typed, then it says how far it is.
document.addEventListener('submit', async event => {
  const form = event.target.closest('[data-withdraw]');
  if (!form) return;
  event.preventDefault();
  try {
    await send('/desk/withdraw', { collection: form.dataset.withdraw, id: form.dataset.id, name: form.elements.name.value });
    await follow();
  } catch (problem) {
    online.textContent = problem.message;
    form.elements.name.select();
  }
});

// The library: a file goes into its entry's form, a file that nobody uses is taken away by a commit.
document.addEventListener('change', async event => {
  const input = event.target.closest('[data-media-upload]'), file = input?.files[0];
  if (!file) return;
  const { collection, id } = input.closest('section').dataset, status = input.closest('p').querySelector('[role=status]');
  status.textContent = '正在传……';
  try {
    const [{ upload }, { post }] = await Promise.all([import('/desk/upload.js'), import('/desk/post.js')]);
    await upload(`/desk/write/${collection}/${id}/`, file, post, words => { status.textContent = words; });
    location.reload();
  } catch (problem) {
    status.textContent = problem.message || '没有传完整。';
  }
});

document.addEventListener('click', async event => {
  const button = event.target.closest('[data-media-delete]');
  if (!button || !confirm('删除这个文件？这是一个提交：在条目的“历史”里可以撤消。')) return;
  const section = button.closest('section');
  try {
    await send(`/desk/media/${section.dataset.collection}/${section.dataset.id}/delete`, { name: button.dataset.mediaDelete, seen: button.dataset.seen });
    location.reload();
  } catch (problem) {
    section.querySelector('[role=status]').textContent = problem.message;
  }
});
