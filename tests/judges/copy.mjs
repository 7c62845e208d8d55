// A second opinion on Chinese typography: AutoCorrect (npm autocorrect-node). Prints what it would make of each line: node copy.mjs FILE
import { readFileSync } from 'node:fs';
import autocorrect from 'autocorrect-node';

// Blanks between Han and Latin are the typesetter's here, so that only the marks are asked for.
const rules = ['space-word', 'space-punctuation', 'space-bracket', 'space-dash', 'space-backticks', 'space-dollar', 'halfwidth-word', 'halfwidth-punctuation', 'no-space-fullwidth', 'no-space-fullwidth-quote', 'spellcheck'];
autocorrect.loadConfig(JSON.stringify({ rules: { ...Object.fromEntries(rules.map(rule => [rule, 0])), fullwidth: 1 } }));
for (const line of readFileSync(process.argv[2], 'utf8').split('\n').filter(Boolean)) console.log(autocorrect.format(line));
