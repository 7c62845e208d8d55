// Accounts: each button is one request; a password that is shown once stays until it was noted.
import { post } from './post.js';

const said = document.querySelector('[data-accounts-said]'), once = document.querySelector('[data-once]');
const sure = {
  reset: name => `重设“${name}”的口令？他正开着的登录随即失效。`,
  off: name => `停用“${name}”？他正开着的登录随即失效，写过的都留着。`,
  remove: name => `删除账户“${name}”？他正开着的登录随即失效，写过的都留着。`,
};

/** The roles that are ticked, between commas. */
const chosen = holder => [...holder.querySelectorAll('[name=role]:checked')].map(box => box.value).join(',');

const ask = async (deed, body) => {
  said.textContent = '正在改……';
  try {
    const made = await post(`/desk/accounts/${deed}`, body);
    if (!made.password) { location.reload(); return; }
    said.textContent = '';
    once.querySelector('[data-once-name]').textContent = made.name;
    once.querySelector('[data-once-words]').textContent = made.password;
    once.hidden = false;
    once.focus();
  } catch (problem) {
    said.textContent = problem.message;
  }
};

document.addEventListener('submit', event => {
  const form = event.target.closest('[data-account-add]');
  if (!form) return;
  event.preventDefault();
  ask('add', { name: form.elements.name.value, mail: form.elements.mail.value, role: chosen(form) });
});

document.addEventListener('click', event => {
  if (event.target.closest('[data-once-done]')) { location.reload(); return; }
  const button = event.target.closest('[data-account-do]');
  if (!button) return;
  const name = button.closest('[data-account]').dataset.account, deed = button.dataset.accountDo;
  if (deed === 'mail') {
    const mail = prompt(`“${name}”收通知的邮箱，没有就空着：`);
    if (mail !== null) ask(deed, { name, mail });
    return;
  }
  if (!sure[deed] || confirm(sure[deed](name))) ask(deed, { name });
});

document.addEventListener('change', event => {
  const choice = event.target.closest('[data-account-role]');
  if (choice) ask('role', { name: choice.closest('[data-account]').dataset.account, role: chosen(choice) });
});
