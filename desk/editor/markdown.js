// A block as Markdown. Only what was edited is written: everything else keeps the text that it was read from (text.js).
import { MarkdownSerializerState, defaultMarkdownSerializer } from 'prosemirror-markdown';

const plain = defaultMarkdownSerializer;

/** Escapes what would be read as a mark, and nothing more: [原文]{.sic}, 1937~1945 and 3*5 stay as they are typed. */
class Writer extends MarkdownSerializerState {
  esc(text, isStart = false) {
    const said = text
      .replace(/\\(?=[!-/:-@[-`{-~]|$)/g, '\\\\')
      .replace(/`/g, '\\`')
      .replace(/(?<![0-9])\*|\*(?![0-9])/g, '\\*')
      .replace(/(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])/g, '\\_')
      .replace(this.inLink ? /[[\]]/g : /\[(?=\s*[@＠^])|\](?=[([:])/g, '\\$&')
      .replace(/<(?=[A-Za-z/!?])/g, '\\<')
      .replace(/&(?=#?[A-Za-z0-9]+;)/g, '\\&');
    return isStart ? this.escStart(said) : said;
  }

  escStart(text) {
    return text
      .replace(/^\s+/, '')
      .replace(/^(?=#{2,6}|#(?:\s|$))/, '\\')
      .replace(/^(?=[-+](?:\s|$)|>|~~~|-{3,}\s*$|(?:-\s+)+-\s*$|=+\s*$)/, '\\')
      .replace(/^(\d{1,9})(?=[.)](?:\s|$))/, '$1\\');
  }

  text(text, escapes = true) {
    if (!escapes) return super.text(text, false);
    text.split('\n').forEach((line, i) => {
      if (i) this.out += '\n';
      this.write();
      const said = this.esc(line, i > 0 || this.atBlockStart);
      this.out += this.inCell ? said.replace(/\|/g, '\\|') : said;
    });
  }
}

/** House style first: with a straight quotation mark in it, the words stand in single ones. */
const quoted = text => {
  const said = text.replace(/\\/g, '\\\\').replace(/\s*\n\s*/g, ' ');
  return said.includes('"') ? `'${said.replace(/'/g, "\\'")}'` : `"${said}"`;
};
const address = text => (/[\s()<>]/.test(text) ? `<${text.replace(/[<>]/g, '\\$&')}>` : text);
const label = text => text.replace(/[[\]\\]/g, '\\$&').replace(/\s*\n\s*/g, ' ');

const row = (state, cells) => {
  state.write('|');
  cells.forEach(cell => {
    state.out += ' ';
    state.inCell = true;
    state.renderInline(cell, false);
    state.inCell = false;
    state.out += ' |';
  });
};
const rules = { left: ':---', center: ':---:', right: '---:' };

/** A list behind a list of its kind would be one list: every second one gets the other mark. */
const isBehindItsKind = (node, parent, index) => {
  let before = 0;
  while (before < index && parent.child(index - 1 - before).type === node.type) before++;
  return before % 2 === 1;
};
const other = { '-': '*', '*': '-', '+': '-', '.': ')', ')': '.' };

const nodes = {
  ...plain.nodes,
  paragraph(state, node) {
    state.renderInline(node);
    state.closeBlock(node);
  },
  heading(state, node) {
    state.write('#'.repeat(node.attrs.level) + ' ');
    const from = state.out.length;
    state.renderInline(node, false);
    const said = state.out.slice(from).replace(/\s*\n\s*/g, ' ').replace(/(#+)\s*$/, '\\$1');
    state.out = state.out.slice(0, from) + said;
    state.closeBlock(node);
  },
  bullet_list(state, node, parent, index) {
    const mark = isBehindItsKind(node, parent, index) ? other[node.attrs.bullet] : node.attrs.bullet;
    state.renderList(node, '  ', () => `${mark} `);
  },
  ordered_list(state, node, parent, index) {
    const mark = isBehindItsKind(node, parent, index) ? other[node.attrs.mark] : node.attrs.mark;
    if (state.inTightList && node.attrs.order !== 1) state.flushClose(2); // only a list from 1 may follow a line at once
    const width = String(node.attrs.order + node.childCount - 1).length + 2;
    state.renderList(node, ' '.repeat(width), i => `${node.attrs.order + i}${mark} `.padEnd(width));
  },
  horizontal_rule(state, node) {
    state.write('---');
    state.closeBlock(node);
  },
  figure(state, node) {
    const { src, alt, title } = node.attrs;
    state.write(`![${label(alt)}](${address(src)}${title ? ` ${quoted(title)}` : ''})`);
    state.closeBlock(node);
  },
  raw(state, node) {
    state.text(node.textContent, false);
    state.closeBlock(node);
  },
  table(state, node) {
    const lines = [];
    node.forEach(line => { const cells = []; line.forEach(c => cells.push(c)); lines.push(cells); });
    const width = Math.max(...lines.map(l => l.length));
    lines.forEach((cells, i) => {
      if (i) { state.ensureNewLine(); state.write(); }
      row(state, cells);
      state.out += '  |'.repeat(width - cells.length);
      if (i === 0) {
        state.ensureNewLine();
        state.write(`|${Array.from({ length: width }, (_, c) => `${rules[cells[c]?.attrs.align] ?? '---'}|`).join('')}`);
      }
    });
    state.closeBlock(node);
  },
  cite(state, node) {
    if (/(?<!\\)!$/.test(state.out)) state.out = `${state.out.slice(0, -1)}\\!`; // no picture
    state.write(node.attrs.source ?? `[@${node.attrs.ids}]`);
  },
  kept(state, node) { state.write(node.attrs.source); },
  hard_break(state, node, parent, index) {
    if (!state.inCell && index < parent.childCount - 1) state.write('\\\n');
  },
};

const marks = {
  ...plain.marks,
  link: {
    open: state => { state.inLink = true; return '['; },
    close: (state, { attrs }) => {
      state.inLink = false;
      return `](${address(attrs.href)}${attrs.title ? ` ${quoted(attrs.title)}` : ''})`;
    },
    mixable: true,
  },
};

/** @returns the Markdown of one block of the document, without a line end behind it. */
export const write = (block, parent, index) => {
  const state = new Writer(nodes, marks, { tightLists: true });
  state.render(block, parent, index);
  return state.out.replace(/\n+$/, '');
};
