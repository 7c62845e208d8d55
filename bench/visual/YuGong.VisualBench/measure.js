// What the eye would see of a page: text wider than the window, words cut by a line, lines of one character. Gives sentences.
words => {
  const found = [];
  const wide = document.documentElement.scrollWidth - document.documentElement.clientWidth;
  if (wide > 0) {
    const scrolls = e => e && e !== document.body && (getComputedStyle(e).overflowX !== 'visible' || scrolls(e.parentElement));
    const widest = [...document.querySelectorAll('body *')]
      .filter(e => e.getBoundingClientRect().right > document.documentElement.clientWidth + 1 && !scrolls(e.parentElement)).pop();
    found.push(`overflow ${wide}px ${widest ? widest.tagName + '.' + widest.className : ''}`);
  }
  const isMark = c => /[\s，。、；：！？“”‘’（）《》〈〉「」·…—]/.test(c);
  const isShown = e => e.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && !e.closest('.visually-hidden');
  for (const block of document.querySelectorAll('h1, h2, h3, h4, figcaption, caption, .unbroken')) {
    if (!isShown(block) || (!block.matches('.unbroken') && block.querySelector('.unbroken'))) continue;
    const upright = getComputedStyle(block).writingMode.startsWith('vertical');
    const characters = [];
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const node = walker.currentNode;
      if (!isShown(node.parentElement) || (node.parentElement.closest('.brush') && !block.matches('.brush, .brush *'))) continue;
      for (let i = 0; i < node.data.length; i++) {
        const range = document.createRange();
        range.setStart(node, i);
        range.setEnd(node, i + 1);
        const box = range.getClientRects()[0];
        if (box && (box.width > 0 || box.height > 0)) characters.push([node.data[i], upright ? (box.left + box.right) / 2 : (box.top + box.bottom) / 2, upright ? box.width : box.height]);
      }
    }
    const text = characters.map(([c]) => c).join('');
    const line = [];
    for (const [i, [, middle, size]] of characters.entries()) line.push(i === 0 ? 0 : Math.abs(middle - characters[i - 1][1]) > size * .6 ? line[i - 1] + 1 : line[i - 1]);
    for (const word of words) {
      for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
        if (line[at] !== line[at + word.length - 1]) found.push(`cut ${word} in “${text}”`);
      }
    }
    const lines = Map.groupBy(characters.map(([c], i) => [c, line[i]]).filter(([c]) => !isMark(c)), ([, n]) => n);
    if (lines.size > 1) {
      for (const one of lines.values()) if (one.length === 1 && !/[A-Za-z0-9]/.test(one[0][0])) found.push(`alone ${one[0][0]} in “${text}”`);
    }
  }
  return found;
}
