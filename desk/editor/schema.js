// What a body can hold, as the desk reads it (YuGong.Content.Markdown.Editing.EditableBody) and as markdown.js writes it.
import { Schema } from 'prosemirror-model';
import { tableNodes } from 'prosemirror-tables';

// Every block knows the text that it was read from, and what stood between it and the one before.
const kept = { source: { default: null }, gap: { default: null } };
const sideOf = cell => /align-(left|center|right)/.exec(cell.className)?.[1] ?? null;

const tables = tableNodes({
  tableGroup: 'top',
  cellContent: 'inline*',
  cellAttributes: { align: { default: null, getFromDOM: sideOf, setDOMAttr: (value, attrs) => { if (value) attrs.class = `align-${value}`; } } },
});
tables.table.attrs = { ...tables.table.attrs, ...kept };

const list = (tag, attrs) => ({
  content: 'list_item+', group: 'block top', attrs: { tight: { default: true }, ...attrs, ...kept },
  parseDOM: [{ tag }], toDOM: () => [tag, 0],
});

export const schema = new Schema({
  nodes: {
    doc: { content: 'top+', attrs: { lead: { default: '' }, tail: { default: '' } } },
    paragraph: { content: 'inline*', group: 'block top', attrs: kept, parseDOM: [{ tag: 'p' }], toDOM: () => ['p', 0] },
    heading: {
      content: 'inline*', group: 'block top', defining: true, attrs: { level: { default: 2 }, ...kept },
      parseDOM: [1, 2, 3, 4, 5, 6].map(level => ({ tag: `h${level}`, attrs: { level: Math.max(level, 2) } })),
      toDOM: node => [`h${node.attrs.level}`, 0],
    },
    blockquote: {
      content: 'block+', group: 'block top', defining: true, attrs: kept, parseDOM: [{ tag: 'blockquote' }], toDOM: () => ['blockquote', 0],
    },
    bullet_list: list('ul', { bullet: { default: '-' } }),
    ordered_list: list('ol', { order: { default: 1 }, mark: { default: '.' } }),
    list_item: { content: 'paragraph block*', defining: true, attrs: kept, parseDOM: [{ tag: 'li' }], toDOM: () => ['li', 0] },
    code_block: {
      content: 'text*', marks: '', group: 'block top', code: true, defining: true, attrs: { params: { default: '' }, ...kept },
      parseDOM: [{ tag: 'pre', preserveWhitespace: 'full' }], toDOM: () => ['pre', ['code', 0]],
    },
    horizontal_rule: { group: 'block top', attrs: kept, parseDOM: [{ tag: 'hr' }], toDOM: () => ['hr'] },
    figure: {
      group: 'top', draggable: true, attrs: { src: {}, alt: { default: '' }, title: { default: '' }, ...kept },
      parseDOM: [{ tag: 'figure[data-src]', getAttrs: f => ({ src: f.dataset.src, alt: f.dataset.alt, title: f.dataset.title }) }],
      toDOM: ({ attrs }) => ['figure', { 'data-src': attrs.src, 'data-alt': attrs.alt, 'data-title': attrs.title }],
    },
    // What has no form of its own stays as it is written: notes, HTML, whatever else.
    raw: {
      content: 'text*', marks: '', group: 'top', code: true, defining: true, attrs: kept,
      parseDOM: [{ tag: 'pre.as-written', preserveWhitespace: 'full' }], toDOM: () => ['pre', { class: 'as-written' }, 0],
    },
    ...tables,
    text: { group: 'inline' },
    hard_break: { inline: true, group: 'inline', selectable: false, parseDOM: [{ tag: 'br' }], toDOM: () => ['br'] },
    cite: {
      inline: true, group: 'inline', atom: true, attrs: { ids: {}, source: { default: null } },
      parseDOM: [{ tag: 'sup[data-ids]', getAttrs: s => ({ ids: s.dataset.ids }) }],
      toDOM: ({ attrs }) => ['sup', { class: 'cite', 'data-ids': attrs.ids }, '[来源]'],
    },
    kept: {
      inline: true, group: 'inline', atom: true, attrs: { source: {} },
      parseDOM: [{ tag: 'code.as-written', getAttrs: c => ({ source: c.textContent }) }],
      toDOM: ({ attrs }) => ['code', { class: 'as-written' }, attrs.source],
    },
  },
  marks: {
    link: {
      attrs: { href: {}, title: { default: null } }, inclusive: false,
      parseDOM: [{ tag: 'a[href]', getAttrs: a => ({ href: a.getAttribute('href'), title: a.getAttribute('title') }) }],
      toDOM: mark => ['a', { href: mark.attrs.href }, 0],
    },
    strong: { parseDOM: [{ tag: 'strong' }, { tag: 'b' }], toDOM: () => ['strong', 0] },
    em: { parseDOM: [{ tag: 'em' }, { tag: 'i' }], toDOM: () => ['em', 0] },
    code: { code: true, parseDOM: [{ tag: 'code:not(.as-written)' }], toDOM: () => ['code', 0] },
  },
});
export const { nodes, marks } = schema;
