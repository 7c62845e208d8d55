// 「复制到公众号」: the article's text goes to the clipboard as rich text, as if it had been selected and copied.
document.addEventListener('click', async event => {
  const button = event.target.closest('[data-copy]');
  if (!button) return;
  const status = button.parentElement.querySelector('[role=status]');
  status.textContent = '正在复制……';
  try {
    const [html, plain] = await Promise.all(['body', 'text'].map(async part => {
      const answer = await fetch(part);
      if (!answer.ok) throw new Error('正文取不到，请重新打开这一页。');
      return answer.text();
    }));
    await navigator.clipboard.write([new ClipboardItem({
      'text/html': new Blob([html], { type: 'text/html' }), 'text/plain': new Blob([plain], { type: 'text/plain' }),
    })]);
    status.textContent = '复制好了，到公众号后台的编辑器里粘贴，再照编号核对图片。';
  } catch (problem) {
    status.textContent = problem.name === 'NotAllowedError' ? '浏览器不让写剪贴板：请允许，或者在下面的正文里全选、复制。' : problem.message;
  }
});
