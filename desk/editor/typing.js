// What keys and the marks of Markdown do while one types.
import { baseKeymap, chainCommands, exitCode, lift, setBlockType, toggleMark, wrapIn } from 'prosemirror-commands';
import { InputRule, inputRules, textblockTypeInputRule, undoInputRule, wrappingInputRule } from 'prosemirror-inputrules';
import { keymap } from 'prosemirror-keymap';
import { liftListItem, sinkListItem, splitListItem, wrapInList } from 'prosemirror-schema-list';
import { addColumnAfter, addRowAfter, deleteColumn, deleteRow, deleteTable, goToNextCell, isInTable } from 'prosemirror-tables';
import { TextSelection } from 'prosemirror-state';
import { marks, nodes } from './schema.js';

const around = (state, ...types) => {
  const { $from } = state.selection;
  for (let depth = $from.depth; depth > 0; depth--) if (types.includes($from.node(depth).type)) return { node: $from.node(depth), at: $from.before(depth) };
  return null;
};

const toggleHeading = level => (state, dispatch) => {
  const { parent } = state.selection.$from, isOne = parent.type === nodes.heading && parent.attrs.level === level;
  return (isOne ? setBlockType(nodes.paragraph) : setBlockType(nodes.heading, { level }))(state, dispatch);
};

const toggleList = type => (state, dispatch) => {
  const list = around(state, nodes.bullet_list, nodes.ordered_list);
  if (!list) return wrapInList(type)(state, dispatch);
  if (list.node.type === type) return liftListItem(nodes.list_item)(state, dispatch);
  dispatch?.(state.tr.setNodeMarkup(list.at, type, { ...type.defaultAttrs, tight: list.node.attrs.tight }));
  return true;
};

const toggleQuote = (state, dispatch) => (around(state, nodes.blockquote) ? lift : wrapIn(nodes.blockquote))(state, dispatch);

const addTable = (state, dispatch) => {
  if (isInTable(state) || state.selection.$from.depth !== 1) return false;
  const row = type => nodes.table_row.create(null, [1, 2, 3].map(() => type.create()));
  const table = nodes.table.create(null, [row(nodes.table_header), row(nodes.table_cell), row(nodes.table_cell)]);
  const at = state.selection.$from.after(1), tr = state.tr.insert(at, table);
  dispatch?.(tr.setSelection(TextSelection.near(tr.doc.resolve(at + 3))).scrollIntoView());
  return true;
};

const breakLine = (state, dispatch) => {
  if (!state.selection.$from.parent.inlineContent || isInTable(state)) return false;
  dispatch?.(state.tr.replaceSelectionWith(nodes.hard_break.create()).scrollIntoView());
  return true;
};

/** What the buttons and keys are called, in one table. */
export const commands = {
  heading: toggleHeading(2), subheading: toggleHeading(3), list: toggleList(nodes.bullet_list), numbers: toggleList(nodes.ordered_list),
  quote: toggleQuote, strong: toggleMark(marks.strong), em: toggleMark(marks.em), table: addTable,
  row: addRowAfter, column: addColumnAfter, 'row-away': deleteRow, 'column-away': deleteColumn, 'table-away': deleteTable,
};

/** @returns what holds where the cursor stands. */
export const active = state => {
  const { $from, from, to, empty, storedMarks } = state.selection, { parent } = $from;
  const has = mark => (empty ? mark.isInSet(state.storedMarks ?? storedMarks ?? $from.marks()) : state.doc.rangeHasMark(from, to, mark));
  return {
    heading: parent.type === nodes.heading && parent.attrs.level === 2, subheading: parent.type === nodes.heading && parent.attrs.level > 2,
    list: around(state, nodes.bullet_list, nodes.ordered_list)?.node.type === nodes.bullet_list,
    numbers: around(state, nodes.bullet_list, nodes.ordered_list)?.node.type === nodes.ordered_list,
    quote: !!around(state, nodes.blockquote), strong: !!has(marks.strong), em: !!has(marks.em), table: isInTable(state),
  };
};

const marked = (pattern, mark) => new InputRule(pattern, (state, match, start, end) => {
  const text = state.schema.text(match[1], mark.create().addToSet(state.doc.resolve(start).marks()));
  return state.tr.replaceWith(start, end, text).removeStoredMark(mark);
});

const rules = inputRules({
  rules: [
    textblockTypeInputRule(/^([#＃]{2,4})[ \u3000]$/, nodes.heading, match => ({ level: match[1].length })),
    wrappingInputRule(/^[-*+·•][ \u3000]$/, nodes.bullet_list),
    wrappingInputRule(/^(\d{1,3})[.)][ \u3000]$/, nodes.ordered_list, match => ({ order: Number(match[1]) }),
      (match, list) => list.childCount + list.attrs.order === Number(match[1])),
    wrappingInputRule(/^[>＞][ \u3000]$/, nodes.blockquote),
    marked(/\*\*([^*\s](?:[^*]*[^*\s])?)\*\*$/, marks.strong),
    new InputRule(/[[【［][@＠]([a-z0-9-]+(?:[,，、][a-z0-9-]+)*)[\]】］]$/,
      (state, match, start, end) => state.tr.replaceWith(start, end, nodes.cite.create({ ids: match[1].replace(/[，、]/g, ',') }))),
  ],
});

export const typing = [
  rules,
  keymap({
    Backspace: undoInputRule,
    Enter: splitListItem(nodes.list_item),
    'Shift-Enter': chainCommands(exitCode, breakLine),
    'Mod-Enter': exitCode,
    'Mod-]': sinkListItem(nodes.list_item),
    'Mod-[': liftListItem(nodes.list_item),
    'Mod-b': commands.strong,
    'Mod-i': commands.em,
    Tab: goToNextCell(1),
    'Shift-Tab': goToNextCell(-1),
  }),
  keymap(baseKeymap),
];
