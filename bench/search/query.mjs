// The first query of a visitor, twenty times with nothing cached: bytes of the index over the wire, also those that came with the page,
// and milliseconds from the word to its results.
import { readdirSync, readFileSync } from 'node:fs'
import { chromium } from 'playwright-core'

const [base, other, stories] = process.argv.slice(2)
const ids = readdirSync(stories).sort()
const words = [...Array(20).keys()].map(i => {
  const text = readFileSync(`${stories}/${ids[Math.floor(i * ids.length / 20)]}/index.md`, 'utf8').split('\n---\n')[1]
  const han = text.match(/[\u4e00-\u9fff]{4,}/g)
  return han[(i * 7) % han.length].slice(0, 2 + i % 3)
})
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'] })

async function visit(address, ask) {
  const context = await browser.newContext()
  const page = await context.newPage()
  const session = await context.newCDPSession(page)
  let bytes = 0
  const index = new Set()
  await session.send('Network.enable')
  session.on('Network.requestWillBeSent', e => { if (/\/(search\/index|pagefind)\//.test(e.request.url)) index.add(e.requestId) })
  session.on('Network.loadingFinished', e => { if (index.has(e.requestId)) bytes += e.encodedDataLength })
  await page.goto(address, { waitUntil: 'networkidle' })
  const ms = await ask(page)
  await page.waitForTimeout(100)
  await context.close()
  return { ms, kB: bytes / 1000 }
}

const ours = word => visit(`${base}/search/`, page => page.evaluate(async word => {
  const input = document.querySelector('#search-words')
  const start = performance.now()
  input.focus()
  input.value = word
  input.dispatchEvent(new Event('input', { bubbles: true }))
  while (!document.querySelector("[data-results] li") && performance.now() - start < 10000) await new Promise(r => setTimeout(r, 1))
  return performance.now() - start
}, word))

const pagefind = word => visit(`${other}/robots.txt`, page => page.evaluate(async word => {
  const start = performance.now()
  const engine = await import('/pagefind/pagefind.js')
  const found = await engine.search(word)
  await Promise.all(found.results.slice(0, 10).map(r => r.data()))
  return performance.now() - start
}, word))

const median = values => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]
for (const [name, ask] of [['ours', ours], ['pagefind', pagefind]]) {
  const seen = []
  for (const word of words) seen.push(await ask(word))
  console.log(`${name} first query: ${median(seen.map(s => s.kB)).toFixed(0)} kB (most ${Math.max(...seen.map(s => s.kB)).toFixed(0)}), ${median(seen.map(s => s.ms)).toFixed(0)} ms (most ${Math.max(...seen.map(s => s.ms)).toFixed(0)})`)
}
await browser.close()
