// How the small things of a text look while it is written: a citation as its number, a picture with its words beside it.
const shown = new Set();

/** @param sources the entry's sources in order: { id, number, title }. */
const citeView = sources => node => {
  const dom = document.createElement('sup'), own = { dom, node };
  dom.className = 'cite';
  own.say = () => {
    const all = sources(), found = own.node.attrs.ids.split(',').map(id => all.find(s => s.id === id));
    dom.textContent = `[${found.map(s => s?.number ?? '?').join('、')}]`;
    dom.title = found.map(s => (s ? `来源 ${s.number}：${s.title}` : '这条来源已经不在了')).join('\n');
    dom.classList.toggle('lost', found.some(s => !s));
  };
  own.update = next => next.type === node.type && (own.node = next, own.say(), true);
  own.destroy = () => shown.delete(own);
  shown.add(own);
  own.say();
  return own;
};

/** The sources changed: numbers may be others. */
export const sayCites = () => { for (const view of shown) view.say(); };

const labelled = (words, hint) => {
  const label = document.createElement('label'), input = document.createElement('input');
  label.append(words, input);
  Object.assign(input, { type: 'text', placeholder: hint, className: 'v' });
  return [label, input];
};

/** @param address of the picture as the desk shows it. */
const figureView = address => (node, view, place) => {
  const dom = document.createElement('figure'), image = document.createElement('img'), words = document.createElement('div');
  const [altLabel, alt] = labelled('替代文字', '写一句看不见图的人听得懂的话'), [titleLabel, title] = labelled('图片来源', '谁拍的、从哪里来');
  let own = node;
  const set = change => view.dispatch(view.state.tr.setNodeMarkup(place(), null, { ...own.attrs, ...change }));
  alt.addEventListener('input', () => set({ alt: alt.value }));
  title.addEventListener('input', () => set({ title: title.value }));
  words.className = 'words';
  words.append(altLabel, titleLabel);
  dom.append(image, words);
  dom.contentEditable = 'false';
  image.draggable = true;
  const say = () => {
    const { src, alt: said, title: credit } = own.attrs, at = address(src);
    if (image.getAttribute('src') !== at) image.src = at;
    image.alt = said;
    if (alt.value !== said) alt.value = said;
    if (title.value !== credit) title.value = credit;
  };
  say();
  return {
    dom,
    update: next => next.type === node.type && (own = next, say(), true),
    selectNode: () => dom.classList.add('chosen'),
    deselectNode: () => dom.classList.remove('chosen'),
    stopEvent: event => words.contains(event.target),
    ignoreMutation: () => true,
  };
};

export const nodeViews = host => ({ cite: citeView(host.sources), figure: figureView(host.picture) });
