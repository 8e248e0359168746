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

// Share a product where the telephone can; copy the link where it cannot.
for (const button of all('[data-share]')) {
  button.hidden = false;
  if (!navigator.share && button.dataset.else) button.textContent = button.dataset.else;
  button.addEventListener('click', async () => {
    const link = { title: button.dataset.title ?? document.title, url: button.dataset.share };
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
