// Makes lexicon.br from the dictionary of jieba (MIT, Sun Junyi): node lexicon.mjs dict.txt
// dict.txt comes with the npm package @node-rs/jieba. One section for each length: the words, sorted, one behind the other; then a
// letter for each, a for a word seen once in jieba's corpus, b from two times on, c from four …
import { readFileSync, writeFileSync } from 'node:fs';
import { brotliCompressSync, constants } from 'node:zlib';

const sections = new Map([1, 2, 3, 4, 5].map(length => [length, new Map()]));
for (const line of readFileSync(process.argv[2], 'utf8').split('\n')) {
  const [word, count, kind = ''] = line.trim().split(' ');
  const often = Number(count);
  if (!/^[\u4e00-\u9fff]{1,5}$/.test(word) || (word.length > 1 && (often < 10 || kind.startsWith('nr')))) continue;
  sections.get(word.length).set(word, String.fromCharCode(97 + Math.floor(Math.log2(Math.max(1, often)))));
}

const lines = [...sections.values()].flatMap(words => {
  const sorted = [...words].sort(([a], [b]) => (a < b ? -1 : 1));
  return [sorted.map(([word]) => word).join(''), sorted.map(([, seen]) => seen).join('')];
});
writeFileSync(new URL('lexicon.br', import.meta.url), brotliCompressSync(lines.join('\n'), { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }));
