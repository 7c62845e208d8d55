// A second opinion on Chinese typography: AutoCorrect as WebAssembly, which needs no package for each system. Prints what it would make
// of each line: node copy.mjs FILE
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import * as autocorrect from '@huacnlee/autocorrect/autocorrect_bg.js';

const wasm = readFileSync(createRequire(import.meta.url).resolve('@huacnlee/autocorrect/autocorrect_bg.wasm'));
const { instance } = await WebAssembly.instantiate(wasm, { './autocorrect_bg.js': autocorrect });
autocorrect.__wbg_set_wasm(instance.exports);
instance.exports.__wbindgen_start?.();

// Blanks between Han and Latin are the typesetter's here, so that only the marks are asked for.
const rules = ['space-word', 'space-punctuation', 'space-bracket', 'space-dash', 'space-backticks', 'space-dollar', 'halfwidth-word', 'halfwidth-punctuation', 'no-space-fullwidth', 'no-space-fullwidth-quote', 'spellcheck'];
autocorrect.loadConfig(JSON.stringify({ rules: { ...Object.fromEntries(rules.map(rule => [rule, 0])), fullwidth: 1 } }));
for (const line of readFileSync(process.argv[2], 'utf8').split('\n').filter(Boolean)) console.log(autocorrect.format(line));
