// Serves a built site on loopback with gzip and the headers of its own _headers file: node serve.mjs FOLDER PORT
import { createServer } from 'node:http';
import { readFileSync, existsSync, statSync } from 'node:fs';
import { extname, join, normalize } from 'node:path';
import { gzipSync } from 'node:zlib';

const [folder, port] = process.argv.slice(2);
const types = {
  '.html': 'text/html; charset=utf-8', '.css': 'text/css; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2', '.png': 'image/png', '.jpg': 'image/jpeg', '.webp': 'image/webp', '.xml': 'application/xml', '.txt': 'text/plain; charset=utf-8',
};
const headers = {};
let rule = '';
for (const line of readFileSync(join(folder, '_headers'), 'utf8').split('\n')) {
  if (line.startsWith('/')) headers[rule = line.trim()] = [];
  else if (line.trim()) headers[rule].push([line.slice(0, line.indexOf(':')).trim(), line.slice(line.indexOf(':') + 1).trim()]);
}

createServer((request, response) => {
  const path = normalize(decodeURIComponent(new URL(request.url, 'http://x').pathname));
  let file = join(folder, path.endsWith('/') ? `${path}index.html` : path);
  if (!existsSync(file) || !statSync(file).isFile()) {
    file = join(folder, '404.html');
    response.statusCode = 404;
  }
  const type = types[extname(file)] ?? 'application/octet-stream';
  for (const [where, list] of Object.entries(headers)) {
    if (where === '/*' || path.startsWith(where.replace('*', ''))) list.forEach(([name, value]) => response.setHeader(name, value));
  }
  response.setHeader('Content-Type', type);
  let bytes = readFileSync(file);
  if (/text|svg|xml/.test(type)) {
    response.setHeader('Content-Encoding', 'gzip');
    bytes = gzipSync(bytes);
  }
  response.end(bytes);
}).listen(Number(port), '127.0.0.1');
