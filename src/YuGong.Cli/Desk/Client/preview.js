// Beside a form: the real page of what stands in it, its poster, and what is said of it. Nothing is saved.
(() => {
  const { createClass, h, CMS } = window;
  const Pause = 80; // ms after the last key
  const kinds = { error: '错误', warning: '警告', note: '说明' };

  const plain = value => value && typeof value.toJS === 'function' ? value.toJS() : value;

  const Draft = createClass({
    getInitialState() { return { tab: 'page', answer: null, shown: null, loading: null, failed: null, without: null }; },
    componentDidMount() { this.ask(); },
    componentDidUpdate(before) {
      if (before.entry.get('data') !== this.props.entry.get('data')) {
        clearTimeout(this.timer);
        this.timer = setTimeout(() => this.ask(), Pause);
      }
    },
    componentWillUnmount() { clearTimeout(this.timer); this.gone = true; },

    async ask() {
      if (this.asking) { this.again = true; return; }
      this.asking = true;
      const { entry, collection } = this.props;
      const began = performance.now();
      try {
        const isNew = entry.get('newRecord');
        const slug = isNew ? null : (entry.get('slug') || '').split('/')[0] || null;
        const answer = await fetch('/desk/draft', {
          method: 'POST', headers: { 'Content-Type': 'application/json' },
          body: JSON.stringify({ collection: collection.get('name'), slug, values: plain(entry.get('data')) }),
        });
        const said = await answer.json();
        if (!answer.ok) throw new Error(said.error);
        if (!this.gone) this.setState({ answer: { ...said, began }, failed: null, loading: said.page ? said.number : null });
      } catch (problem) {
        if (!this.gone) this.setState({ failed: problem.message });
      }
      this.asking = false;
      if (this.again && !this.gone) { this.again = false; this.ask(); }
    },

    // The new page takes the old one's place when it is drawn, at the same height of scrolling.
    arrived(number, event) {
      const fresh = event.target, old = this.frames && this.frames[this.state.shown];
      if (old && old.contentWindow && fresh.contentWindow) fresh.contentWindow.scrollTo(0, old.contentWindow.scrollY);
      this.pictures(fresh);
      this.setState(state => state.loading === number ? { shown: number, loading: null, answer: { ...state.answer, whole: Math.round(performance.now() - state.answer.began) } } : {});
    },

    // Pictures that are not saved yet are known to the form only.
    pictures(frame) {
      for (const image of frame.contentDocument.images) {
        const name = decodeURIComponent(image.getAttribute('src').split('/').pop());
        const show = async () => {
          const asset = this.props.getAsset(name);
          const address = asset && String(asset.toString());
          if (!address || !address.startsWith('blob:')) return;
          const reader = new FileReader();
          reader.onload = () => { image.removeAttribute('srcset'); image.src = reader.result; };
          reader.readAsDataURL(await (await fetch(address)).blob());
        };
        if (image.complete && image.naturalWidth === 0) show(); else image.addEventListener('error', show, { once: true });
      }
    },

    render() {
      const { tab, answer, shown, loading, failed } = this.state;
      const findings = answer ? answer.findings : [];
      const errors = findings.filter(f => f.severity === 'error').length;
      const tabs = [['page', '页面'], ['card', '海报'], ['findings', `发现 ${findings.length}`]];
      return h('div', { className: 'draft' },
        h('div', { className: 'draft-bar', role: 'tablist', 'aria-label': '预览' },
          tabs.map(([id, words]) => h('button', {
            key: id, type: 'button', role: 'tab', 'aria-selected': String(tab === id), className: id === 'findings' && errors ? 'bad' : '', onClick: () => this.setState({ tab: id }),
          }, words)),
          h('p', { className: 'draft-took', role: 'status' }, failed || (answer ? (answer.whole ? `${answer.whole} ms` : answer.page ? '' : '还缺必填的内容') : '正在画……'))),
        h('div', { className: 'draft-stage' }, tab === 'page' ? this.page(shown, loading, answer) : tab === 'card' ? this.card(answer) : this.list(findings)));
    },

    page(shown, loading, answer) {
      this.frames = this.frames || {};
      const numbers = [...new Set([shown, loading].filter(n => n !== null))];
      if (numbers.length === 0) return h('p', { className: 'draft-none' }, answer && !answer.page ? '必填的内容齐了，页面就在这里。缺什么，看“发现”。' : '');
      return numbers.map(n => h('iframe', {
        key: n, title: '页面预览', src: `/desk/draft/${n}/`, sandbox: 'allow-same-origin', hidden: n !== shown, ref: frame => { this.frames[n] = frame; }, onLoad: event => this.arrived(n, event),
      }));
    },

    card(answer) {
      if (!answer || !answer.card) return h('p', { className: 'draft-none' }, '只有人物故事有海报；必填的内容齐了才画。');
      if (this.state.without === answer.number) return h('p', { className: 'draft-none' }, '没有海报：同意的范围里没有“海报”，或这台机器做不了。');
      return h('img', {
        key: answer.number, className: 'card', alt: '海报预览', src: `/desk/draft/${answer.number}/card.webp`, onError: () => this.setState({ without: answer.number }),
      });
    },

    list(findings) {
      if (findings.length === 0) return h('p', { className: 'draft-none' }, '没有发现。');
      return h('ul', { className: 'draft-list' }, findings.map((f, i) => h('li', { key: i, className: f.severity }, h('button', { type: 'button', onClick: () => jump(f) },
        h('span', { className: 'where' }, `${kinds[f.severity]} ${f.code} · ${f.place || '整篇'}${f.line ? ` 第 ${f.line} 行` : ''}`),
        h('strong', null, f.message), h('span', { className: 'hint' }, f.hint)),
        f.mend && h('button', { type: 'button', className: 'mend', onClick: () => mend(f) }, '照此改好'))));
    },
  });

  // What the desk says the field should hold, as if it had been typed; nothing when it holds something else by now.
  const mend = finding => {
    const field = fieldOf(finding);
    if (!field || field.value === undefined || field.value.trim() !== finding.mend.was.trim()) { jump(finding); return; }
    const { set } = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), 'value');
    set.call(field, finding.mend.value);
    field.dispatchEvent(new Event('input', { bubbles: true }));
  };

  // The field that a finding is about, as deep as the form shows it.
  const labelOf = finding => {
    let scope = document, label = null;
    for (const step of finding.field) {
      if (/^\d+$/.test(step)) {
        const item = itemsIn(label)[Number(step)];
        if (!item) break;
        const folded = item.querySelector('button[aria-expanded="false"]');
        if (folded) folded.click();
        scope = item;
        continue;
      }
      const next = scope.querySelector(`label[for^="${step}-field-"]`);
      if (!next) break;
      label = next;
      scope = controlOf(next);
    }
    return label;
  };
  const inputOf = label => document.getElementById(label.htmlFor) || controlOf(label).querySelector('input, textarea, select, button, [contenteditable]');
  const fieldOf = finding => { const label = labelOf(finding); return label && inputOf(label); };

  const jump = finding => {
    const label = labelOf(finding);
    if (!label) return;
    label.scrollIntoView({ block: 'center', behavior: matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth' });
    const field = inputOf(label);
    if (!field) return;
    field.focus({ preventScroll: true });
    if (finding.line && field.tagName === 'TEXTAREA') {
      const lines = field.value.split('\n'), start = lines.slice(0, finding.line - 1).join('\n').length + (finding.line > 1 ? 1 : 0);
      field.setSelectionRange(start, start + (lines[finding.line - 1] || '').length);
    }
  };
  const controlOf = label => label.closest('[class*="ControlContainer"]') || label.parentElement;
  const itemsIn = label => label ? [...controlOf(label).querySelectorAll('[class*="SortableListItem"]')] : [];

  CMS.registerPreviewStyle('/desk/preview.css');
  for (const name of ['stories', 'objects', 'dialogues', 'videos', 'pages']) CMS.registerPreviewTemplate(name, Draft);
})();
