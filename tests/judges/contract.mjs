// Holds every document of an output against its JSON Schema (2020-12) with ajv in strict mode: node contract.mjs OUTPUT
import { readFileSync, readdirSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import Ajv2020 from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

const root = join(process.argv[2], 'api', 'v1');
const ajv = new Ajv2020({ strict: true, allErrors: true });
addFormats(ajv);
const read = path => JSON.parse(readFileSync(join(root, path), 'utf8'));
const schemas = new Map(readdirSync(join(root, 'schemas')).map(name => [name.slice(0, -5), ajv.compile(read(`schemas/${name}`))]));
const faults = [];
let count = 0;

function judge(place, schema, value) {
  count++;
  const validate = schemas.get(schema);
  if (!validate(value)) faults.push(`${place}: ${ajv.errorsText(validate.errors)}`);
}

for (const name of ['index', 'changes', 'directions', 'halls', 'taxonomies', 'timeline', 'posters']) judge(name, name, read(`${name}.json`));
if (existsSync(join(root, 'call.json'))) judge('call', 'call', read('call.json'));
const pages = name => existsSync(join(root, name, 'page')) ? readdirSync(join(root, name, 'page')).map(file => `${name}/page/${file}`) : [];
pages('timeline').forEach(place => judge(place, 'timeline', read(place)));
for (const [name, type] of Object.entries({ people: 'person', objects: 'object', dialogues: 'dialogue', videos: 'video', news: 'news', pages: 'page' })) {
  [`${name}.json`, ...pages(name)].forEach(place => judge(place, 'list', read(place)));
  const one = existsSync(join(root, name)) ? readdirSync(join(root, name)).filter(file => file.endsWith('.json')) : [];
  const whole = new Map(one.map(file => [file, readFileSync(join(root, name, file), 'utf8')]));
  whole.forEach((text, file) => judge(`${name}/${file}`, type, JSON.parse(text)));
  const lines = readFileSync(join(root, `${name}.ndjson`), 'utf8').split('\n').slice(0, -1);
  if (lines.length !== whole.size) faults.push(`${name}.ndjson has ${lines.length} lines, not ${whole.size}`);
  for (const line of lines) if (whole.get(`${JSON.parse(line).id}.json`) !== line) faults.push(`${name}.ndjson: ${JSON.parse(line).id} differs from its document`);
}

console.log(`${count} documents`);
if (faults.length > 0) {
  console.error(faults.join('\n'));
  process.exit(1);
}
