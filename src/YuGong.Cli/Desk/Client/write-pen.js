// What the buttons do in the box with the Markdown.
export const markdownPen = area => {
  const put = (text, from = area.selectionStart, to = area.selectionEnd) => {
    area.setRangeText(text, from, to, 'end');
    area.focus();
    area.dispatchEvent(new Event('input', { bubbles: true }));
  };
  const chosen = () => area.value.slice(area.selectionStart, area.selectionEnd);

  /** The lines that are marked, each with something before it, or without it where all have it. */
  const lines = mark => {
    const { value, selectionStart: a, selectionEnd: b } = area;
    const from = value.lastIndexOf('\n', a - 1) + 1, end = value.indexOf('\n', b), to = end < 0 ? value.length : end;
    const all = value.slice(from, to).split('\n'), has = all.every(l => l.startsWith(mark) || !l);
    put(all.map(l => has ? l.slice(l ? mark.length : 0) : l || all.length === 1 ? mark + l : l).join('\n'), from, to);
  };
  const marks = {
    heading: () => lines('## '), subheading: () => lines('### '), list: () => lines('- '), numbers: () => lines('1. '), quote: () => lines('> '),
    strong: () => put(`**${chosen() || '着重的字'}**`),
    table: () => put('\n\n| 一 | 二 | 三 |\n| --- | --- | --- |\n|  |  |  |\n\n'),
  };

  return {
    put,
    run: name => marks[name]?.(),
    focus: () => area.focus(),
    takeAt: () => { const at = area.selectionStart; if (area.value[at - 1] === '@') put('', at - 1, at); },
    cite: id => put(`[@${id}]`),
    link: (title, href) => put(`[${title}](${href})`),
    picture: name => put(`\n\n![写一句看不见图的人听得懂的话](${encodeURI(name)} "图片来源")\n\n`),
    chosenLink: () => ({ href: /\]\(([^)\s]*)\)$/.exec(chosen())?.[1] ?? '', text: chosen() }),
    setLink: href => {
      const words = chosen().replace(/^\[([^\]]*)\]\([^)]*\)$/, '$1');
      put(href ? `[${words || href}](${href})` : words);
    },
  };
};
