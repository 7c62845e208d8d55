// The text of a body and its document: what was not edited comes back character by character.
import { Node } from 'prosemirror-model';
import { nodes, schema } from './schema.js';
import { write } from './markdown.js';

const Most = 400; // documents that are known by their text

const isNothing = block => block.type === nodes.paragraph && block.content.size === 0;

export class Texts {
  originals = new Map(); // by the text that a block was read from
  documents = new Map(); // by the whole text

  /** @param json what the desk has read. @returns the document; null when it does not stand for this text. */
  open(json, text) {
    const doc = Node.fromJSON(schema, json);
    doc.check();
    doc.forEach(block => { if (block.attrs.source != null) this.originals.set(block.attrs.source, block); });
    if (this.put(doc).text !== text) return null;
    this.know(text, doc);
    return doc;
  }

  know(text, doc) {
    this.documents.delete(text);
    this.documents.set(text, doc);
    if (this.documents.size > Most) this.documents.delete(this.documents.keys().next().value);
  }

  known(text) { return this.documents.get(text); }

  isAsRead(block) {
    const { source } = block.attrs, original = source == null ? null : this.originals.get(source);
    return original != null && (original === block || original.type === block.type && original.content.eq(block.content)
      && Object.entries(original.attrs).every(([key, value]) => key === 'gap' || block.attrs[key] === value));
  }

  /** @returns the text, and for each block where it stands in it and in the document. */
  put(doc) {
    const places = [];
    let text = doc.attrs.lead, before = null, isEdited = false;
    doc.forEach((block, at, index) => {
      const isRead = this.isAsRead(block);
      const said = isRead ? block.attrs.source : isNothing(block) ? '' : write(block, doc, index);
      if (!said) { isEdited = true; return; }
      if (before) {
        const gap = block.attrs.gap ?? '\n\n';
        const isApart = isRead && !isEdited || gap.split('\n').length > 2 || before.type === nodes.heading && gap.includes('\n');
        text += isApart ? gap : '\n\n';
      }
      places.push({ from: text.length, to: text.length + said.length, at, size: block.nodeSize });
      text += said;
      [before, isEdited] = [block, !isRead];
    });
    return { text: before ? text + doc.attrs.tail : doc.attrs.lead, places };
  }
}
