// Remarks of those who read: where they lead, and whether they are done. On the page that compares and above a form.
import { post } from './post.js';

/** @param lead What brings somebody to the field of a remark. */
export const startRemarks = (place, lead) => {
  document.addEventListener('click', async event => {
    const button = event.target.closest('[data-settle], [data-reopen], [data-lead]');
    if (!button) return;
    const remark = button.closest('.remark');
    if (button.matches('[data-lead]')) {
      lead({ field: remark.dataset.field.split('/').filter(Boolean), words: remark.dataset.quote });
      return;
    }
    button.disabled = true;
    try {
      await post(place + 'settle', { remark: button.dataset.settle ?? button.dataset.reopen, done: button.matches('[data-settle]') });
      const page = new DOMParser().parseFromString(await (await fetch(location.pathname)).text(), 'text/html');
      for (const id of ['h-asked', 'h-remarks']) {
        const own = document.getElementById(id)?.closest('section'), fresh = page.getElementById(id)?.closest('section');
        if (own && fresh) own.replaceWith(fresh);
        else own?.remove();
      }
    } catch (problem) {
      button.disabled = false;
      button.after(problem.message);
    }
  });
};
