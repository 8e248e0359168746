// Follows the links of a running shop as a visitor and as everybody who can sign in, one page of each shape.

const people = [
  ['artisan', '089900000001', '/perajin'], ['companion', 'companion@craftmarket.test', '/pendamping'], ['office', 'office@craftmarket.test', '/kantor'],
  ['curator', 'curator@craftmarket.test', '/kantor/kurasi'], ['operator', 'operator@craftmarket.test', '/operator'],
];
const closed = /^\/(media|api|openapi|keluar|bahasa|hubungi|stripe-stand-in|operator\/ongkir\/file)\b|\.(csv|xml|atom|pdf|png|jpg|webp|svg|txt)$/;

/** A maker's shop lies beside the rooms of the artisan who is signed in. */
const shopOfMaker = /^\/perajin\/(?!(?:bagikan|foto|kelompok|kontak|label|merek|penghasilan|penjualan-luar|persetujuan|pesanan|produk|tanda|ulasan)(?:\/|$))[^/]+/;

/** The kind of page behind an address, so that of a thousand products two are looked at, and of a list narrowed by several things at once two as well. */
const shape = url => {
  const path = url.pathname.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '#')
    .replace(/^\/(produk|desa|kelompok)\/[^/]+/, '/$1/#').replace(shopOfMaker, '/perajin/#').replaceAll(/\d+/g, '9');
  const asked = [...url.searchParams.keys()];
  return path + '?' + (asked.length > 1 ? 'several' : asked.join());
};

/** What is wrong with a page's status; one that fails must not pass because its error page is well made. */
export const wrong = (path, status) => {
  const wanted = path.split('?')[0] === '/tidak-ada' ? 404 : 200;
  return status === wanted ? null : `status ${status} instead of ${wanted}`;
};

/** Calls <c>look(page, who, path, html, wrong)</c> for every page that opens. */
export async function walk(browser, address, phone, password, look) {
  for (const language of ['id', 'en'])
    await from(browser, address, phone, `visitor (${language})`, ['/', '/?q=zzzz', '/keranjang', '/kirim-ke?provinsi=31', '/masuk', '/demo', '/tidak-ada'], look, page => enter(page, address, language));
  for (const [who, login, start] of people) {
    await from(browser, address, phone, who, [start], look, async page => {
      await page.goto(`${address}/masuk`);
      await page.type('[name=login]', login);
      await page.type('[name=password]', password);
      await Promise.all([page.waitForNavigation(), page.click('[data-test=submit]')]);
      if (page.url().includes('/masuk')) throw new Error(`${who} could not sign in; is this the demo?`);
    });
  }
}

/** A visitor with something in the cart and an order on the way. */
async function enter(page, address, language) {
  await page.goto(address);
  if (language === 'en') await press(page, '[data-test=language]');
  await page.goto(await page.$eval('[data-test=product] a', x => x.href));
  await put(page);
  await page.goto(`${address}/checkout`);
  await page.type('[name="buyer.name"]', 'Lalu Fictif');
  await page.type('[name="buyer.phone"]', '0812 3456 7890');
  await page.type('[name="shipTo.address"]', 'Jalan Contoh 1');
  await page.select('[name="shipTo.regionCode"]', '52.71');
  await page.click('[name=payment][value=transfer]');
  await page.waitForSelector('[data-test=place-order]');
  await press(page, '[data-test=place-order]');
  const order = page.url();
  await page.goto(await page.goto(address).then(() => page.$$eval('[data-test=product] a', x => x[1].href)));
  await put(page);
  return [order, `${address}/checkout`];
}

/** Whatever goods come first today: where there are sizes or colours, one that is left is chosen. */
async function put(page) {
  await (await page.$('input[type=radio][name=variantId]:not([disabled])'))?.click();
  await press(page, '[data-test=add-to-cart]');
}

const press = (page, button) => Promise.all([page.waitForNavigation(), page.click(button)]);

async function from(browser, address, phone, who, starts, look, begin) {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  await page.setViewport(phone);
  // Our own policy forbids scripts of strangers; the checker is one.
  await page.setBypassCSP(true);
  const more = await begin(page) ?? [];
  const queue = [...starts.map(x => address + x), ...more].map(x => new URL(x));
  const seen = new Map();
  while (queue.length) {
    const url = queue.shift(), kind = shape(url);
    if (seen.get(kind)?.size >= 2 || seen.get(kind)?.has(url.href)) continue;
    seen.set(kind, (seen.get(kind) ?? new Set()).add(url.href));
    const path = url.pathname + url.search;
    // A download ends a visit before there is a page; anything else that does is a fault.
    const reply = await page.goto(url.href).catch(fault => { if (!/ERR_ABORTED/.test(fault.message)) throw new Error(`${who} ${path}: ${fault.message}`); });
    if (!reply?.headers()['content-type']?.startsWith('text/html')) continue;
    await look(page, who, path, await reply.text(), wrong(path, reply.status()));
    const links = await page.$$eval('a[href]', all => all.map(x => x.href));
    queue.push(...links.map(x => new URL(x)).filter(x => x.origin === address && !closed.test(x.pathname)).map(x => { x.hash = ''; return x; }));
  }
  await context.close();
}
