// Holds files, as JSON, against JSON Schemas (2020-12) with ajv in strict mode: node settings.mjs LIST, a JSON array of { place, schema, value }
import { readFileSync } from 'node:fs';
import Ajv2020 from 'ajv/dist/2020.js';

const ajv = new Ajv2020({ strict: true, strictTypes: false, allErrors: true });
const schemas = new Map();
const compiled = text => schemas.get(text) ?? schemas.set(text, ajv.compile(JSON.parse(text))).get(text);
const faults = [];
for (const { place, schema, value } of JSON.parse(readFileSync(process.argv[2], 'utf8'))) {
  const validate = compiled(schema);
  if (!validate(value)) faults.push(`${place}: ${ajv.errorsText(validate.errors)}`);
}
console.log(faults.join('\n'));
