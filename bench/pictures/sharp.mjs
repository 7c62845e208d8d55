// The same work with sharp: every photo of a folder to 3 widths × 3 formats, two photos at a time.
import { readdirSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';

const [folder, out] = process.argv.slice(2);
sharp.concurrency(1);
sharp.cache(false);
mkdirSync(out, { recursive: true });
const files = readdirSync(folder).filter(f => f.endsWith('.jpg')).sort();
const started = performance.now();
const one = async file => {
  // Unpacked once, shrunk while it is unpacked, as a careful user of sharp does it.
  const { data, info } = await sharp(join(folder, file)).rotate().resize({ width: 1600 }).toColourspace('srgb').removeAlpha().raw().toBuffer({ resolveWithObject: true });
  for (const width of [480, 960, 1600]) {
    const sized = sharp(data, { raw: info }).resize({ width });
    writeFileSync(join(out, `${file}-${width}.jpg`), await sized.clone().jpeg({ quality: 80, progressive: true, optimiseCoding: true }).toBuffer());
    writeFileSync(join(out, `${file}-${width}.webp`), await sized.clone().webp({ quality: 80, effort: 4 }).toBuffer());
    writeFileSync(join(out, `${file}-${width}.avif`), await sized.clone().avif({ quality: 50, effort: 4, chromaSubsampling: '4:2:0', tune: 'ssim' }).toBuffer());
  }
};
const queue = [...files];
await Promise.all([0, 1].map(async () => { for (let next = queue.shift(); next; next = queue.shift()) await one(next); }));
const { user, system } = process.resourceUsage ? { user: process.resourceUsage().userCPUTime / 1e6, system: process.resourceUsage().systemCPUTime / 1e6 } : {};
console.log(`sharp ${sharp.versions.sharp} (libvips ${sharp.versions.vips}): ${files.length} photos, ${((performance.now() - started) / 1000).toFixed(2)} s, CPU ${(user + system).toFixed(2)} s`);
