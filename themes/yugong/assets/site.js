// The site is complete without this file. It only spares the reader a page load on the star board, and a selection when copying.
(() => {
  'use strict';

  resizing(document.querySelector('[data-type-size]'));
  for (const button of document.querySelectorAll('[data-speak]')) speaking(button);
  for (const board of document.querySelectorAll('[data-board]')) enhance(board);
  for (const button of document.querySelectorAll('[data-copy]')) copying(button);
  zooming(document.querySelector('[data-zoom-viewer]'));
  const parts = '.section, [data-cards] > li, .prose > *, .band, .about, .closing, .foot';
  addEventListener('load', () => laying([...document.querySelectorAll(parts)]));

  /**
   * What the style leaves until it comes near is laid out when there is nothing else to do, a few thousandths of a second each frame: a
   * scroll bar tells the truth then, and a picture of the whole page has all of it.
   */
  function laying(parts) {
    const idle = window.requestIdleCallback ?? (then => setTimeout(then, 60));
    idle(() => {
      const end = performance.now() + 4;
      while (parts.length > 0 && performance.now() < end) {
        const part = parts.shift();
        part.style.contentVisibility = 'visible';
        part.getBoundingClientRect();
      }
      if (parts.length > 0) requestAnimationFrame(() => laying(parts));
    }, { timeout: 1000 });
  }

  /** Filters in place, several groups at once, with the state in the address; only if everybody is on this page. */
  function enhance(board) {
    const cards = [...board.querySelectorAll('[data-cards] > li')];
    const links = [...board.querySelectorAll('a[data-group]')];
    if (links.length === 0 || cards.length !== Number(board.dataset.total)) return;
    if (links.some(link => link.hasAttribute('aria-current'))) return;

    const groups = new Set(links.map(link => link.dataset.group));
    const said = board.querySelector('[data-said]');
    const none = board.querySelector('[data-none]');
    const all = board.querySelector('[data-clear]');
    const allText = all?.textContent;
    const terms = new Map(cards.map(card => [card, new Set(card.querySelector('[data-terms]').dataset.terms.split(' '))]));

    const chosen = () => {
      const query = new URLSearchParams(location.search);
      return new Map([...groups].filter(group => query.get(group)).map(group => [group, query.get(group)]));
    };

    const fits = (card, wanted) => [...wanted].every(([group, option]) => terms.get(card).has(`${group}:${option}`));

    function show() {
      const wanted = chosen();
      let count = 0;
      for (const card of cards) {
        card.hidden = !fits(card, wanted);
        if (!card.hidden) count++;
      }
      for (const link of links) {
        const { group, option } = link.dataset;
        if (wanted.get(group) === option) link.setAttribute('aria-current', 'true');
        else link.removeAttribute('aria-current');
        const others = new Map(wanted).set(group, option);
        const left = cards.filter(card => fits(card, others)).length;
        const number = link.querySelector('.filter-count');
        if (number) number.textContent = left;
        link.classList.toggle('filter-void', left === 0);
      }
      if (all) all.textContent = wanted.size > 0 ? '清除筛选' : allText;
      if (none) none.hidden = count > 0;
      said.textContent = `共${count}人`;
    }

    function go(change) {
      const query = new URLSearchParams(location.search);
      change(query);
      const text = query.toString();
      history.pushState(null, '', location.pathname + (text ? `?${text}` : '') + location.hash);
      show();
    }

    board.addEventListener('click', event => {
      const link = event.target.closest('a[data-group], a[data-clear]');
      if (!link || event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
      if (link === all && chosen().size === 0) return;
      event.preventDefault();
      const { group, option } = link.dataset;
      go(query => {
        if (!group) groups.forEach(name => query.delete(name));
        else if (query.get(group) === option) query.delete(group);
        else query.set(group, option);
      });
    });
    addEventListener('popstate', () => show());
    show();
  }

  /** Pages without a picture to look into load nothing for it. */
  function zooming(figure) {
    if (!figure) return;
    const script = document.createElement('script');
    script.src = figure.dataset.zoomScript;
    document.head.append(script);
  }

  /** 适老: the whole page a quarter or a half larger, remembered by this browser and told to nobody. */
  function resizing(button) {
    if (!button) return;
    const sizes = ['100', '125', '150'];
    const labels = { 100: '大字', 125: '特大', 150: '常规' };
    let size = '100';
    try { size = localStorage.getItem('yugong-type') ?? size; } catch { /* kept for this page only */ }
    const show = () => {
      if (labels[size] === undefined) size = '100';
      document.documentElement.toggleAttribute('data-type', size !== '100');
      if (size !== '100') document.documentElement.dataset.type = size;
      button.textContent = labels[size];
      button.setAttribute('aria-label', `${labels[size]}：现在字号${size}%`);
    };
    button.hidden = false;
    button.addEventListener('click', () => {
      size = sizes[(sizes.indexOf(size) + 1) % sizes.length];
      try { localStorage.setItem('yugong-type', size); } catch { /* kept for this page only */ }
      show();
    });
    show();
  }

  /** Reads the page's text with the browser's own voice, sentence by sentence; notes and sources are for the eye. */
  function speaking(button) {
    const texts = [...document.querySelectorAll('main h1, main [data-said-aloud], main .prose > *, main .exchange')];
    if (!('speechSynthesis' in window) || texts.length === 0) return;
    const label = button.textContent;
    const stop = () => { speechSynthesis.cancel(); button.textContent = label; };
    button.hidden = false;
    button.addEventListener('click', () => {
      if (button.textContent !== label) { stop(); return; }
      button.textContent = '停止朗读';
      const sentences = texts.flatMap(element => {
        const plain = element.cloneNode(true);
        for (const note of plain.querySelectorAll('.cite, svg, .visually-hidden')) note.remove();
        return plain.textContent.trim().split(/(?<=[。！？])/);
      }).filter(sentence => sentence.trim() !== '');
      sentences.forEach((sentence, i) => {
        const words = new SpeechSynthesisUtterance(sentence);
        words.lang = 'zh-CN';
        words.onerror = stop;
        if (i === sentences.length - 1) words.onend = stop;
        speechSynthesis.speak(words);
      });
    });
    addEventListener('pagehide', stop);
  }

  function copying(button) {
    const source = document.getElementById(button.dataset.copy);
    if (!source) return;
    const label = button.textContent;
    button.setAttribute('aria-live', 'polite');
    button.hidden = false;
    button.addEventListener('click', async () => {
      try {
        await navigator.clipboard.writeText(source.textContent.trim());
        button.textContent = '已复制';
      } catch {
        getSelection().selectAllChildren(source);
        button.textContent = '已选中';
      }
      setTimeout(() => { button.textContent = label; }, 2000);
    });
  }
})();
