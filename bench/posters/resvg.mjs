// Renders an SVG file at a width in pixels whenever a line comes in, and answers with milliseconds and bytes.
import { readFileSync, writeFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { Resvg } from '@resvg/resvg-js'

const [file, width, out] = process.argv.slice(2)
for await (const _ of createInterface({ input: process.stdin })) {
  const start = performance.now()
  const png = new Resvg(readFileSync(file, 'utf8'), { fitTo: { mode: 'width', value: Number(width) }, font: { loadSystemFonts: false } }).render().asPng()
  writeFileSync(out, png)
  console.log(`${(performance.now() - start).toFixed(1)} ${png.length}`)
}
