// Every page works without this file. It saves typing and waiting where it can.
const en = document.documentElement.lang === 'en';
const say = (indonesian, english) => en ? english : indonesian;
const rupiah = amount => 'Rp' + String(amount).replace(/\B(?=(\d{3})+$)/g, '.');
const digits = text => Number(text.replace(/,-$/, '').replace(/[^\d]/g, '')) || 0;
const all = (selector, inside = document) => [...inside.querySelectorAll(selector)];
const make = (tag, properties = {}) => Object.assign(document.createElement(tag), properties);

// Whether it was copied: an old telephone or a page without https has no clipboard.
const copy = async text => {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const box = document.body.appendChild(make('textarea', { value: text }));
    box.select();
    const done = document.execCommand('copy');
    box.remove();
    return done;
  }
};

// Share a product where the telephone can; copy the link where it cannot, unless there is a button of its own for that.
for (const button of all('[data-share]')) {
  button.hidden = !navigator.share && 'shareOnly' in button.dataset;
  if (!navigator.share && button.dataset.else) button.textContent = button.dataset.else;
  button.addEventListener('click', async () => {
    const link = { title: button.dataset.title ?? document.title, text: button.dataset.text, url: button.dataset.share };
    if (navigator.share) return navigator.share(link).catch(() => { });
    if (await copy(link.url)) button.textContent = say('Tautan disalin', 'Link copied');
    else prompt(say('Salin tautan ini:', 'Copy this link:'), link.url);
  });
}

for (const button of all('[data-copy]')) {
  button.hidden = false;
  button.addEventListener('click', async () => {
    const from = document.getElementById(button.dataset.copy);
    from.select?.();
    if (await copy(from.value ?? from.textContent)) button.textContent = say('Sudah disalin', 'Copied');
  });
}

// A second tap on a slow line must not send twice. (It would be harmless: the form carries its id. But it looks broken.)
for (const form of all('form')) {
  form.addEventListener('submit', event => {
    if (form.dataset.sent || form.dataset.uploading) {
      event.preventDefault();
      return;
    }
    form.dataset.sent = 'yes';
    setTimeout(() => delete form.dataset.sent, 8000);
  });
}
addEventListener('pageshow', () => all('form').forEach(form => delete form.dataset.sent));

// A heart is kept by the server; with script the page stays where it is. A full list is told by the page, as without script.
// One is sent after the other, for each answer brings the whole list; what does not get through goes back and says so.
const turn = (product, kept) => {
  for (const heart of all(`[form=hati][value="${product}"]`)) {
    heart.name = kept ? 'remove' : 'add';
    if (heart.hasAttribute('aria-pressed')) heart.setAttribute('aria-pressed', kept);
    if (heart.dataset.other) [heart.textContent, heart.dataset.other] = [heart.dataset.other, heart.textContent];
  }
};
const underWay = new Set();
let line = Promise.resolve();
for (const heart of all('[form=hati]')) {
  const unsent = make('span', { className: 'wrong' });
  unsent.setAttribute('role', 'alert');
  heart.addEventListener('click', event => {
    event.preventDefault();
    const { name, value } = heart, kept = name === 'add';
    if (underWay.has(value)) return;
    underWay.add(value);
    unsent.remove();
    turn(value, kept);
    line = line.then(async () => {
      const reply = await fetch(heart.form.action, {
        method: 'POST', body: new URLSearchParams({ [name]: value }), headers: { accept: 'application/json' },
        signal: AbortSignal.timeout?.(30000),
      }).catch(() => null);
      underWay.delete(value);
      if (reply?.ok) {
        const { count } = await reply.json();
        for (const counter of all('[data-hearts]')) [counter.textContent, counter.hidden] = [count, !count];
        return;
      }
      turn(value, !kept);
      if (reply) return heart.form.requestSubmit(heart);
      (heart.closest('li')?.querySelector('.words') ?? heart.parentElement).append(unsent);
      unsent.textContent = say('Tidak ada sinyal. Ketuk lagi nanti.', 'No connection. Tap again later.');
    }).catch(() => { });
  });
}

// What was wrong goes from its field and from the list above as soon as it is corrected, and comes back with what was refused.
for (const wrong of all('.wrong[id$="-wrong"]')) {
  const name = wrong.id.slice(0, -6), box = wrong.closest('.field') ?? wrong.parentElement, list = document.querySelector('.problem[data-test=problem] ul');
  const line = all('a', list ?? box).find(x => [`#${name}`, `#${wrong.id}`].includes(x.getAttribute('href')))?.closest('li');
  const controls = () => all('input:not([type=hidden]), select, textarea', box);
  const said = () => controls().map(x => ['radio', 'checkbox'].includes(x.type) ? x.checked : x.value).join('\n');
  const refused = said();
  const look = () => {
    const mended = said() !== refused && controls().every(x => x.validity.valid);
    wrong.hidden = mended;
    box.classList.toggle('bad', !mended && box.classList.contains('field'));
    for (const one of controls()) if (one.getAttribute('aria-describedby')?.includes(wrong.id)) one.setAttribute('aria-invalid', !mended);
    if (!line) return;
    line.hidden = mended;
    list.parentElement.hidden = all('li', list).every(x => x.hidden) && all('p', list.parentElement).length < 2;
  };
  for (const event of ['input', 'change']) box.addEventListener(event, look);
}

// Shipping and total appear as soon as the buyer has chosen where to.
for (const select of all('[data-totals]')) {
  select.addEventListener('change', async () => {
    const box = document.getElementById('totals');
    box.setAttribute('aria-busy', 'true');
    const reply = await fetch(`${select.dataset.totals}${encodeURIComponent(select.value)}`).catch(() => null);
    if (reply?.ok) box.innerHTML = await reply.text();
    box.removeAttribute('aria-busy');
  });
}

// What the telephone kept of a form that has arrived is not needed any more.
for (const mark of all('[data-draft-done]')) try { localStorage.removeItem('draft:' + mark.dataset.draftDone); } catch { /* nothing was kept */ }

// Photos under way lie in the browser's own store.
// A store that is full, closed or not there only means that a reload cannot go on.
const shelf = (mode, work) => new Promise(done => {
  try {
    const open = indexedDB.open('craftmarket', 1);
    open.onupgradeneeded = () => open.result.createObjectStore('photos', { keyPath: 'key' });
    open.onerror = () => done();
    open.onsuccess = () => {
      const way = open.result.transaction('photos', mode), asked = work(way.objectStore('photos'));
      way.oncomplete = () => { open.result.close(); done(asked?.result); };
      way.onerror = way.onabort = () => { open.result.close(); done(); };
    };
  } catch { done(); }
});

// On a shared telephone nobody finds what another typed: who signs out leaves nothing behind, and who signs in clears away what is not theirs.
{
  const { owner, signedOut } = document.body.dataset;
  const last = () => { try { return localStorage.getItem('owner'); } catch { return null; } };
  if (signedOut || (owner && last() !== owner)) {
    try {
      for (const key of Object.keys(localStorage)) if (key.startsWith('draft:') && !(owner && key.startsWith(`draft:${owner}:`))) localStorage.removeItem(key);
      if (owner) localStorage.setItem('owner', owner); else localStorage.removeItem('owner');
    } catch { /* nothing was kept */ }
    shelf('readwrite', store => {
      const look = store.openCursor();
      look.onsuccess = () => {
        if (!look.result) return;
        if (look.result.value.owner !== owner) look.result.delete();
        look.result.continue();
      };
    });
  }
}
