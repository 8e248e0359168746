// Opens the pages of a running shop as a phone does and says what misses its mark. See infra/audit.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { walk } from './audit-walk.mjs';

const tools = process.env.AUDIT_TOOLS;
const load = path => import(pathToFileURL(`${tools}/node_modules/${path}`));
const { default: puppeteer } = await load('puppeteer-core/lib/esm/puppeteer/puppeteer-core.js');
const [address, ...wanted] = process.argv.slice(2);
const does = part => wanted.length === 0 || wanted.includes(part);
const marks = { score: 95, bare: 100_000, dressed: 350_000, shift: 0.005 };
const phone = { width: 360, height: 740, deviceScaleFactor: 2, isMobile: true, hasTouch: true };
const misses = [];
const miss = text => { misses.push(text); };
const kB = bytes => `${(bytes / 1000).toFixed(0)} kB`;
const middle = numbers => numbers.toSorted((a, b) => a - b)[numbers.length >> 1];
const row = cells => console.log(cells.map((x, i) => i === 0 ? String(x).padEnd(9) : String(x).padStart(16)).join(''));

const browser = await puppeteer.launch({
  executablePath: process.env.CHROMIUM || '/usr/bin/chromium', headless: true,
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run'],
});
try {
  const shown = await shownPages();
  if (does('weight')) await weigh(shown);
  if (does('lighthouse')) await lighthouse(shown);
  if (does('axe') || does('html')) await allPages();
} finally {
  await browser.close();
}

if (misses.length) console.log(`\n${misses.length} missed:\n  ${misses.join('\n  ')}`);
else console.log('\nEvery page meets its marks.');
process.exitCode = misses.length ? 1 : 0;

/** The five pages that a stranger meets first. */
async function shownPages() {
  const page = await browser.newPage();
  const first = async (from, selector) => {
    await page.goto(address + from);
    return page.$$eval(selector, links => links.map(x => new URL(x.href)).map(x => x.pathname + x.search)[0]);
  };
  const product = await first('/', '[data-test=product] a');
  const shown = {
    home: '/', list: '/?kategori=tas', product, village: await first(product, 'main a[href^="/desa/"]'), maker: await first(product, 'main a[href^="/perajin/"]'),
  };
  await page.close();
  for (const [name, path] of Object.entries(shown)) if (!path) miss(`${name}: no such page was found`);
  return Object.entries(shown).filter(([, path]) => path);
}

/** What travels when a phone of 360 pixels opens a page for the first time, and how far the page jumps while it does. */
async function weigh(shown) {
  console.log('\nFirst visit at 360 pixels (two device pixels each)');
  row(['', 'without photos', 'with photos', 'layout shift']);
  for (const [name, path] of shown) {
    const context = await browser.createBrowserContext();
    const page = await context.newPage();
    await page.setViewport(phone);
    const wire = await page.createCDPSession();
    await wire.send('Network.enable');
    const types = new Map();
    let photos = 0, rest = 0;
    wire.on('Network.responseReceived', x => types.set(x.requestId, x.response.mimeType));
    wire.on('Network.loadingFinished', x => types.get(x.requestId)?.startsWith('image/') && types.get(x.requestId) !== 'image/svg+xml'
      ? photos += x.encodedDataLength : rest += x.encodedDataLength);
    await page.evaluateOnNewDocument(() => {
      globalThis.shift = 0;
      new PerformanceObserver(list => { for (const x of list.getEntries()) if (!x.hadRecentInput) globalThis.shift += x.value; })
        .observe({ type: 'layout-shift', buffered: true });
    });
    await page.goto(address + path, { waitUntil: 'networkidle0' });
    const shift = await page.evaluate(() => globalThis.shift);
    row([name, kB(rest), kB(rest + photos), shift.toFixed(3)]);
    if (rest > marks.bare) miss(`${name}: ${kB(rest)} without photos, at most ${kB(marks.bare)} wanted`);
    if (rest + photos > marks.dressed) miss(`${name}: ${kB(rest + photos)} with photos, at most ${kB(marks.dressed)} wanted`);
    if (shift > marks.shift) miss(`${name}: the layout shifts by ${shift.toFixed(3)}`);
    await context.close();
  }
}

/** Lighthouse's own phone on its own slow line; the middle of several runs, because a busy machine disturbs one. */
async function lighthouse(shown) {
  const { default: run } = await load('lighthouse/core/index.js');
  const kinds = ['performance', 'accessibility', 'best-practices', 'seo'];
  const runs = Number(process.env.AUDIT_RUNS || 3);
  console.log(`\nLighthouse, phone (middle of ${runs})`);
  row(['', ...kinds, 'layout shift']);
  for (const [name, path] of shown) {
    const reports = [];
    for (let i = 0; i < runs; i++)
      reports.push((await run(address + path, { port: Number(new URL(browser.wsEndpoint()).port), logLevel: 'error', onlyCategories: kinds })).lhr);
    const scores = kinds.map(kind => middle(reports.map(x => Math.round(x.categories[kind].score * 100))));
    const shift = middle(reports.map(x => x.audits['cumulative-layout-shift'].numericValue));
    row([name, ...scores, shift.toFixed(3)]);
    const last = reports.at(-1);
    kinds.forEach((kind, i) => {
      const lost = last.categories[kind].auditRefs.filter(x => x.weight > 0 && last.audits[x.id].score < 0.9).map(x => x.id).join(', ');
      if (scores[i] < marks.score) miss(`${name}: ${kind} ${scores[i]}, at least ${marks.score} wanted (${lost})`);
    });
    if (shift > marks.shift) miss(`${name}: Lighthouse sees a layout shift of ${shift.toFixed(3)}`);
  }
}

/** axe and the Nu checker on every page that a link leads to, for visitors and for everybody who can sign in. */
async function allPages() {
  const folder = `${tools}/pages`, axe = readFileSync(`${tools}/node_modules/axe-core/axe.min.js`, 'utf8');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  const names = new Map();
  const looked = new Map();
  let faults = 0;
  await walk(browser, address, phone, process.env.Demo__Password, async (page, who, path, html, wrong) => {
    if (wrong) miss(`${who} ${path}: ${wrong}`);
    const file = `${String(names.size).padStart(3, '0')}.html`;
    names.set(file, `${who} ${path}`);
    writeFileSync(`${folder}/${file}`, html);
    if (!does('axe')) return;
    looked.set(who, (looked.get(who) ?? 0) + 1);
    await page.evaluate(`${axe};0`);
    const { violations } = await page.evaluate(() => globalThis.axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }));
    faults += violations.length;
    for (const x of violations) miss(`axe, ${who} ${path}: ${x.id}: ${x.help}: ${x.nodes.slice(0, 3).map(y => y.html.slice(0, 110)).join(' | ')}`);
  });
  if (does('axe')) console.log(`\naxe: ${faults} violations on ${[...looked.values()].reduce((a, b) => a + b, 0)} pages (${[...looked].map(([who, pages]) => `${who} ${pages}`).join(', ')})`);
  if (!does('html')) return;
  const said = JSON.parse(execFileSync('java', ['-jar', `${tools}/node_modules/vnu-jar/build/dist/vnu.jar`, '--format', 'json', '--exit-zero-always', '--stdout', folder],
    { maxBuffer: 1 << 28, stdio: ['ignore', 'pipe', 'inherit'] })).messages;
  console.log(`Nu HTML checker: ${said.length} messages on ${names.size} pages`);
  const alike = said.reduce((all, x) => all.set(x.message, [...all.get(x.message) ?? [], x]), new Map());
  for (const [message, where] of alike) {
    const pages = [...new Set(where.map(x => names.get(x.url.split('/').pop())))];
    miss(`Nu: ${message} On ${pages.slice(0, 4).join('; ')}${pages.length > 4 ? ` and ${pages.length - 4} more` : ''} (${(where[0].extract || '').replaceAll(/\s+/g, ' ').slice(0, 110)})`);
  }
}
