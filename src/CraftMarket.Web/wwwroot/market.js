// Every page works without this file. It saves typing and waiting where it can.
const en = document.documentElement.lang === 'en';
const say = (indonesian, english) => en ? english : indonesian;
const rupiah = amount => 'Rp' + String(amount).replace(/\B(?=(\d{3})+$)/g, '.');
const digits = text => Number(text.replace(/,-$/, '').replace(/[^\d]/g, '')) || 0;
const all = (selector, inside = document) => [...inside.querySelectorAll(selector)];
const make = (tag, properties = {}) => Object.assign(document.createElement(tag), properties);

// Share a product where the telephone can; copy the link where it cannot.
for (const button of all('[data-share]')) {
  button.hidden = false;
  button.addEventListener('click', async () => {
    const link = { title: document.title, url: button.dataset.share };
    if (navigator.share) return navigator.share(link).catch(() => { });
    await navigator.clipboard?.writeText(link.url);
    button.textContent = say('Tautan disalin', 'Link copied');
  });
}

for (const button of all('[data-copy]')) {
  button.hidden = false;
  button.addEventListener('click', async () => {
    const from = document.getElementById(button.dataset.copy);
    from.select?.();
    try { await navigator.clipboard.writeText(from.value ?? from.textContent); } catch { document.execCommand('copy'); }
    button.textContent = say('Sudah disalin', 'Copied');
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

// What I receive: price minus fee, rounded as the ledger rounds.
for (const output of all('[data-net]')) {
  const price = document.getElementById(output.dataset.net);
  const show = () => {
    const amount = digits(price.value);
    const fee = Math.floor(amount * Number(output.dataset.basisPoints) / 10000 + 0.5);
    output.textContent = amount ? say(`Anda terima ${rupiah(amount - fee)} (potongan ${rupiah(fee)}).`, `You receive ${rupiah(amount - fee)} (fee ${rupiah(fee)}).`) : '';
  };
  price.addEventListener('input', show);
  addEventListener('draft-restored', show);
  show();
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

// A draft lies on the telephone until the form has arrived: a reload, a call or an empty battery loses nothing.
for (const form of all('form[data-draft]')) {
  const key = 'draft:' + form.dataset.draft;
  const kept = () => all('input,select,textarea', form).filter(x => x.name && !x.name.startsWith('__') && x.type !== 'file' && x.type !== 'password');
  const write = () => {
    const fields = kept().filter(x => !['radio', 'checkbox'].includes(x.type) || x.checked).map(x => [x.name, x.value]);
    try { localStorage.setItem(key, JSON.stringify(fields)); } catch { /* a full or closed store: then without a draft */ }
  };
  let draft = null;
  try { draft = JSON.parse(localStorage.getItem(key)); } catch { /* unreadable: begin anew */ }
  if (draft && !form.dataset.answered) {
    for (const [name, value] of draft) {
      const fields = all(`[name="${CSS.escape(name)}"]`, form);
      if (name === 'photoIds') continue;
      for (const field of fields) {
        if (['radio', 'checkbox'].includes(field.type)) field.checked = field.value === value || field.checked && field.type === 'checkbox';
        else if (field.type !== 'file') field.value = value;
      }
    }
    form.dataset.restored = JSON.stringify(draft.filter(([name]) => name === 'photoIds').map(([, value]) => value));
    if (draft.some(([name, value]) => value && !/id$/i.test(name))) form.prepend(make('p', { className: 'hint', textContent: say('Isian terakhir Anda dipulihkan.', 'What you had typed is back.') }));
  }
  form.addEventListener('input', write);
  form.addEventListener('draft-changed', write);
  setTimeout(() => dispatchEvent(new Event('draft-restored')));
}
for (const mark of all('[data-draft-done]')) try { localStorage.removeItem('draft:' + mark.dataset.draftDone); } catch { /* nothing was kept */ }

// Photos go up one by one while the rest of the form is filled in, and again when the line comes back.
for (const input of all('input[type=file][data-upload]')) {
  const form = input.form;
  const shelf = input.parentElement.appendChild(make('div', { className: 'uploads' }));
  const keep = (id, row, picture) => {
    row.append(make('input', { type: 'hidden', name: 'photoIds', value: id }));
    row.prepend(make('img', { src: picture || `${input.dataset.upload}/${id}`, alt: '', width: 72, height: 72 }));
    const remove = make('button', { type: 'button', className: 'quiet', textContent: say('Hapus', 'Remove') });
    remove.addEventListener('click', () => { row.remove(); form.dispatchEvent(new Event('draft-changed')); });
    row.append(remove);
    input.required = false;
    form.dispatchEvent(new Event('draft-changed'));
  };
  const kept = id => {
    const row = shelf.appendChild(make('p'));
    row.append(make('span', { textContent: say('Foto tersimpan', 'Photo kept') }));
    keep(id, row);
  };
  JSON.parse(form.dataset.restored || '[]').forEach(kept);
  input.addEventListener('change', () => {
    for (const file of input.files) send(file);
    input.value = '';
  });

  async function send(file) {
    const row = shelf.appendChild(make('p'));
    const text = row.appendChild(make('span', { textContent: say('Mengirim foto…', 'Sending photo…') }));
    const bar = row.appendChild(make('progress', { max: 1, value: 0 }));
    const body = new FormData();
    body.append('file', await smaller(file), file.name);
  
    form.dataset.uploading = Number(form.dataset.uploading || 0) + 1;
    const over = () => { const left = form.dataset.uploading - 1; if (left) form.dataset.uploading = left; else delete form.dataset.uploading; };
    const again = () => { text.textContent = say('Sambungan putus. Foto dikirim lagi saat sambungan kembali.', 'The line dropped. The photo goes again when the line is back.'); setTimeout(transmit, 4000); };
    const transmit = () => {
      const request = new XMLHttpRequest();
      request.upload.onprogress = event => { if (event.lengthComputable) bar.value = event.loaded / event.total; };
      request.onload = () => {
        let reply = {};
        try { reply = JSON.parse(request.responseText); } catch { /* an error page */ }
        over();
        bar.remove();
        if (reply.id) { text.textContent = say('Foto terkirim', 'Photo sent'); keep(reply.id, row, URL.createObjectURL(file)); }
        else { text.textContent = reply.detail || say('Foto ini tidak bisa dipakai. Pilih foto lain.', 'This photo cannot be used. Choose another.'); row.className = 'wrong'; }
      };
      request.onerror = request.ontimeout = again;
      request.open('POST', input.dataset.upload);
      request.setRequestHeader('RequestVerificationToken', form.querySelector('[name=__RequestVerificationToken]').value);
      request.send(body);
    };
    transmit();
  }
}

// A picture larger than any screen costs the seller data and time. Where it cannot be made smaller it goes as it is.
async function smaller(file) {
  const longest = 2400;
  try {
    if (file.size < 1500000 || file.type !== 'image/jpeg') return file;
    const picture = await createImageBitmap(file);
    const scale = longest / Math.max(picture.width, picture.height);
    if (scale >= 1) return file;
    const canvas = make('canvas', { width: Math.round(picture.width * scale), height: Math.round(picture.height * scale) });
    canvas.getContext('2d').drawImage(picture, 0, 0, canvas.width, canvas.height);
    return await new Promise(done => canvas.toBlob(blob => done(blob || file), 'image/jpeg', 0.88));
  } catch {
    return file;
  }
}
