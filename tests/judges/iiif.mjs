// Reads IIIF documents with @iiif/parser: node iiif.mjs FOLDER FILE… ; ends with how many it understood.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Traverse, normalize } from '@iiif/parser';

const [folder, ...files] = process.argv.slice(2);
let manifests = 0;
let canvases = 0;
for (const file of files) {
  const document = JSON.parse(readFileSync(join(folder, file), 'utf8'));
  const { entities, resource } = normalize(document);
  if (resource.id !== document.id) throw new Error(`${file}: ${resource.id}`);
  const seen = { canvas: 0 };
  new Traverse({ canvas: [() => { seen.canvas++; }] }).traverseUnknown(JSON.parse(JSON.stringify(document)));
  if (document.type === 'Manifest') {
    manifests++;
    canvases += Object.keys(entities.Canvas).length;
    if (seen.canvas !== Object.keys(entities.Canvas).length) throw new Error(`${file}: canvases`);
    if (document.thumbnail && !Object.values(entities.Annotation).some(a => a.motivation.includes('painting'))) throw new Error(`${file}: nothing painted`);
  } else if (!(entities.Collection[document.id].items.length > 0)) {
    throw new Error(`${file}: empty`);
  }
}
console.log(`${files.length} documents, ${manifests} manifests, ${canvases} canvases`);
