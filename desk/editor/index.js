// The body as it will be read, over a box with its Markdown: whatever is done here is text there at once, and the other way round.
import { Slice } from 'prosemirror-model';
import { EditorState, NodeSelection, Plugin, TextSelection } from 'prosemirror-state';
import { EditorView } from 'prosemirror-view';
import { dropCursor } from 'prosemirror-dropcursor';
import { gapCursor } from 'prosemirror-gapcursor';
import { tableEditing } from 'prosemirror-tables';
import { marks, nodes, schema } from './schema.js';
import { Texts } from './text.js';
import { active, commands, typing } from './typing.js';
import { nodeViews, sayCites } from './views.js';

export { write } from './markdown.js';
export { Texts, schema, sayCites };

const markdown = /^ {0,3}(?:#{2,6} |[-*+] |\d{1,3}[.)] |> |\|.+\||!\[)|\[@[a-z0-9]/m;

/**
 * @param area the box with the text.
 * @param host read(text): the desk's reading of a text; sources(); picture(name): its address; pasted(html): its text, or null;
 *   pictures(files); at(): somebody typed @; changed(): what holds at the cursor; isRich(): whether it is shown at first.
 * @returns null when the text cannot be shown like this.
 */
export const edit = async (area, host) => {
  const texts = new Texts(), pending = new Set();
  const load = async text => texts.known(text) ?? texts.open(await host.read(text), text);
  let text = area.value, first = await load(text);
  while (first && area.value !== text) first = await load(text = area.value); // somebody writes in the box meanwhile
  if (!first) return null;
  let places = texts.put(first).places, isAway = false;

  const holding = new Plugin({ view: () => ({ update: view => host.changed(active(view.state)) }) });
  const plugins = [...typing, tableEditing(), dropCursor({ color: '#B3331F', width: 2 }), gapCursor(), holding];
  const stateOf = doc => EditorState.create({ doc, plugins });

  const root = document.createElement('div');
  root.className = 'rich';
  area.closest('label').after(root);
  const view = new EditorView(root, {
    state: stateOf(first),
    nodeViews: nodeViews(host),
    attributes: { role: 'textbox', 'aria-multiline': 'true', 'aria-label': host.name, spellcheck: 'false' },
    editable: () => !isAway,
    dispatchTransaction(tr) {
      const state = view.state.apply(tr);
      for (const place of pending) place.mark = place.mark.map(tr.mapping);
      view.updateState(state);
      if (tr.docChanged) told();
    },
    handleTextInput(_, from, __, typed) {
      const before = view.state.doc.textBetween(Math.max(0, from - 1), from, '\n', '\ufffc');
      if ((typed === '@' || typed === '＠') && !/[[【［]/.test(before)) setTimeout(host.at);
      return false;
    },
    handlePaste(_, event) { return paste(event.clipboardData); },
    handleDrop(_, event) {
      const files = imagesOf(event.dataTransfer);
      if (!files.length) return false;
      const at = view.posAtCoords({ left: event.clientX, top: event.clientY });
      if (at) view.dispatch(view.state.tr.setSelection(TextSelection.near(view.state.doc.resolve(at.pos))));
      host.pictures(files);
      return true;
    },
    handleDOMEvents: {
      // One undo for all fields: the form's.
      beforeinput: (_, event) => { if (/^history/.test(event.inputType)) event.preventDefault(); return false; },
      click: (_, event) => { if (event.target.closest('a')) event.preventDefault(); return false; },
    },
  });

  const told = () => {
    ({ text, places } = texts.put(view.state.doc));
    texts.know(text, view.state.doc);
    area.value = text;
    area.dispatchEvent(new Event('input', { bubbles: true }));
  };

  /** Another text stands in the box: taken back, or somebody else's. */
  const take = async () => {
    const wanted = area.value;
    if (wanted === text) return true;
    if (view.composing) { view.dom.addEventListener('compositionend', () => setTimeout(take), { once: true }); return true; }
    let doc = texts.known(wanted);
    if (!doc) {
      isAway = true;
      view.setProps({});
      root.setAttribute('aria-busy', 'true');
      doc = await load(wanted).catch(() => null);
      isAway = false;
      view.setProps({});
      root.removeAttribute('aria-busy');
      if (area.value !== wanted) return take();
    }
    if (!doc) { show(false); return false; }
    const at = view.state.doc.content.findDiffStart(doc.content), state = stateOf(doc);
    view.updateState(at == null ? state : state.apply(state.tr.setSelection(TextSelection.near(doc.resolve(Math.min(at, doc.content.size))))));
    [text, places] = [wanted, texts.put(doc).places];
    return true;
  };
  area.addEventListener('written', () => { if (!root.hidden) take(); });

  const imagesOf = data => [...(data?.files ?? [])].filter(f => f.type.startsWith('image/'));
  const paste = data => {
    const html = data.getData('text/html'), plain = data.getData('text/plain'), files = imagesOf(data);
    if (view.state.selection.$from.parent.type.spec.code || /data-pm-slice/.test(html)) return false;
    if (/<(h[1-6]|ul|ol|table|blockquote|img|b|strong|i|em|a|p|div)\b/i.test(html)) { later(host.pasted(html), plain); return true; }
    if (files.length) { host.pictures(files); return true; }
    if (markdown.test(plain)) { later(Promise.resolve(plain), plain); return true; }
    view.pasteText(plain);
    return true;
  };

  /** Text that is still to come goes where the cursor was, wherever that is by then. */
  const later = async (coming, otherwise) => {
    const place = { mark: view.state.selection.getBookmark() };
    pending.add(place);
    let doc = null;
    try {
      const said = await coming;
      doc = said ? new Texts().open(await host.read(said), said) : null;
      if (doc) doc.forEach(block => { if (block.attrs.source != null) texts.originals.set(block.attrs.source, block); });
    } catch { /* as plain text */ }
    pending.delete(place);
    const { state } = view, tr = state.tr.setSelection(place.mark.resolve(state.doc));
    view.dispatch(tr);
    if (!doc) { if (otherwise) view.pasteText(otherwise); return; }
    const open = block => (block.type === nodes.paragraph ? 1 : 0);
    const slice = new Slice(doc.content, open(doc.firstChild), open(doc.lastChild));
    view.dispatch(view.state.tr.replaceSelection(slice).scrollIntoView());
    view.focus();
  };

  const put = node => { view.dispatch(view.state.tr.replaceSelectionWith(node, false).scrollIntoView()); view.focus(); };
  const show = isRich => {
    root.hidden = !isRich;
    area.hidden = isRich;
    host.shown(isRich);
  };
  show(host.isRich());

  /** Selects what a finding speaks of; whole blocks where the words are not found. */
  const lead = ({ start, length, words }) => {
    const said = start == null ? words : area.value.slice(start, start + Math.max(length, 1));
    const block = start == null ? null : places.find(p => p.from <= start && start <= p.to);
    const [from, to] = block ? [block.at, block.at + block.size] : [0, view.state.doc.content.size];
    let found = null;
    view.state.doc.nodesBetween(from, to, (node, at) => {
      const i = node.isText && !found && said ? node.text.indexOf(said) : -1;
      if (i >= 0) found = TextSelection.create(view.state.doc, at + i, at + i + said.length);
    });
    if (!found && block) {
      const node = view.state.doc.nodeAt(block.at);
      found = node.isTextblock ? TextSelection.create(view.state.doc, from + 1, to - 1) : NodeSelection.create(view.state.doc, from);
    }
    view.focus();
    if (found) view.dispatch(view.state.tr.setSelection(found).scrollIntoView());
  };
  area.addEventListener('jump', event => { if (!root.hidden) { event.preventDefault(); lead(event.detail); } });

  return {
    view,
    isShown: () => !root.hidden,
    focus: () => view.focus(),
    /** @returns false when what stands in the box cannot be shown so. */
    async show(isRich) { if (!isRich) show(false); else if (await take()) show(true); },
    run: name => { commands[name]?.(view.state, view.dispatch); view.focus(); },
    /** The typed @ goes; what was chosen comes. */
    takeAt: () => {
      const { from } = view.state.selection;
      if (/[@＠]/.test(view.state.doc.textBetween(Math.max(0, from - 1), from))) view.dispatch(view.state.tr.delete(from - 1, from));
    },
    cite: id => put(nodes.cite.create({ ids: id })),
    picture: name => put(nodes.figure.create({ src: encodeURI(name) })),
    link: (title, href) => put(schema.text(title, [marks.link.create({ href })])),
    chosenLink: () => {
      const { $from, from, to, empty } = view.state.selection;
      const mark = marks.link.isInSet(empty ? $from.marks() : $from.nodeAfter?.marks ?? []);
      return { href: mark?.attrs.href ?? '', text: empty ? '' : view.state.doc.textBetween(from, to, ' ') };
    },
    /** The chosen words lead there; with no address they lead nowhere. */
    setLink: href => {
      let { from, to, empty } = view.state.selection;
      const { $from } = view.state.selection;
      if (empty) {
        const at = $from.parent.childAfter($from.parentOffset), mark = at.node && marks.link.isInSet(at.node.marks);
        if (!mark) { if (href) put(schema.text(href, [marks.link.create({ href })])); return; }
        [from, to] = [$from.start() + at.offset, $from.start() + at.offset + at.node.nodeSize];
      }
      const tr = view.state.tr.removeMark(from, to, marks.link);
      view.dispatch(href ? tr.addMark(from, to, marks.link.create({ href })) : tr);
      view.focus();
    },
  };
};
