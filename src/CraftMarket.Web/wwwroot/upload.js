// Photos go up one by one and piece by piece while the form is being filled in. A cut line costs what it cut and nothing more; what is
// under way lies in the browser's own store, so that a reload goes on where it stopped. Without this file the form sends photos whole.
// A piece is what a cut can cost at most, because browsers repeat a request whose connection broke; so it stays short in time.
const kB = 1024, smallest = 32 * kB, usual = 128 * kB, largest = 2048 * kB;

const pause = time => new Promise(done => setTimeout(done, time));
const backOnline = () => navigator.onLine ? Promise.resolve() : new Promise(done => addEventListener('online', done, { once: true }));
const newKey = () => crypto.randomUUID?.() ?? `${Date.now()}-${Math.random().toString(36).slice(2)}`;

// One request of the tus protocol. A line that is silent for half a minute counts as cut.
function ask(method, url, headers, body, progress, begun) {
  return new Promise((done, cut) => {
    const request = new XMLHttpRequest();
    begun?.(request);
    let watch;
    const alive = () => { clearTimeout(watch); watch = setTimeout(() => request.abort(), 30000); };
    request.upload.onprogress = event => { alive(); progress?.(event.loaded); };
    request.onload = () => { clearTimeout(watch); done(request); };
    request.onerror = request.onabort = () => { clearTimeout(watch); cut(new Error('cut')); };
    request.open(method, url);
    for (const [name, value] of Object.entries({ 'Tus-Resumable': '1.0.0', ...headers })) request.setRequestHeader(name, value);
    alive();
    request.send(body ?? null);
  });
}

for (const input of all('input[type=file][data-upload]')) {
  const form = input.form, list = form.querySelector('[data-photos]'), pattern = document.getElementById('photo-row');
  // Photos under way: those that wait and the one being sent.
  const line = [], under = new Set(), owner = form.dataset.owner;
  let sending = false, waitsFor = null;

  const changed = () => form.dispatchEvent(new Event('draft-changed'));
  const rows = () => [...list.children];
  const busy = () => {
    const open = rows().filter(x => ['waiting', 'sending', 'cut'].includes(x.dataset.state)).length;
    if (open) form.dataset.uploading = open; else delete form.dataset.uploading;
    if (open || !waitsFor) return;
    const button = waitsFor;
    waitsFor = null;
    form.requestSubmit(button);
  };

  // A form that waits for its photos does not go without one of them.
  const unsent = words => {
    if (!waitsFor) return;
    waitsFor = null;
    const box = make('p', { className: 'problem not-sent', role: 'alert', textContent: words });
    form.querySelector('[data-draft-state]').before(box);
    box.scrollIntoView({ block: 'nearest' });
  };

  const tell = (row, state, words, share) => {
    row.dataset.state = state;
    row.querySelector('[data-says]').textContent = words;
    const bar = row.querySelector('progress');
    bar.hidden = !['sending', 'cut'].includes(state);
    if (share !== undefined) bar.value = share;
    busy();
  };

  // From here on the form itself knows the photo.
  const belongs = (row, id, description) => {
    const field = row.querySelector('[name=photoIds]'), words = row.querySelector('[data-describes]');
    field.value = id;
    field.disabled = false;
    words.name = `photoDescriptions[${id}]`;
    if (description !== undefined) words.value = description;
    for (const button of all('.moves button', row)) button.value = id;
  };

  const newRow = at => {
    const row = pattern.content.firstElementChild.cloneNode(true);
    list.insertBefore(row, list.children[at] ?? null);
    return row;
  };

  async function watch(row, url) {
    const product = input.dataset.product ? `?product=${input.dataset.product}` : '';
    for (let wait = 700; row.isConnected && wait < 60000; wait *= 1.5) {
      await pause(wait);
      const seen = await fetch(url + product).then(x => x.ok ? x.json() : null).catch(() => null);
      if (seen?.status === 'ready') {
        if (seen.picture && row.dataset.state !== 'ready') row.querySelector('img').src = seen.picture;
        tell(row, 'ready', say('Siap', 'Ready'));
        if (!seen.advice) continue;
        // What could be better about it, said kindly; it goes all the same.
        const box = row.querySelector('[data-advice]');
        box.textContent = seen.advice.map(x => x.detail).join(' ');
        box.hidden = !seen.advice.length;
        return;
      }
      if (seen?.status === 'failed') return refuse(row, seen.detail);
    }
  }

  const refuse = (row, why) => {
    row.querySelector('[name=photoIds]').disabled = true;
    row.querySelector('img').src = '/photo-broken.svg';
    unsent(say('Belum terkirim: satu foto tidak bisa dipakai. Hapus foto itu atau pilih yang lain, lalu kirim lagi.', 'Not sent: a photo cannot be used. Remove it or choose another, then send again.'));
    tell(row, 'refused', why || say('Foto ini tidak bisa dipakai. Hapus, lalu pilih foto lain.', 'This photo cannot be used. Remove it and choose another.'));
    changed();
  };

  const forget = photo => {
    under.delete(photo);
    return shelf('readwrite', store => store.delete(photo.key));
  };
  const record = ({ row, key, blob, url, anew }) => ({ key, blob, url, anew, owner, since: Date.now(),
    product: form.elements.productId.value, at: rows().indexOf(row), description: row.querySelector('[data-describes]').value });
  const remember = photo => photo.row.isConnected && shelf('readwrite', store => store.put(record(photo)));

  // Where photos under way stand and what is written about them: all at once, so that no reload finds two in one place.
  let noting;
  const note = () => {
    clearTimeout(noting);
    noting = setTimeout(() => shelf('readwrite', store => [...under].filter(x => x.row.isConnected).map(x => store.put(record(x))).at(-1)), 200);
  };

  // What of a reply is neither «go on» nor «try again later» ends the photo.
  function over(photo, reply) {
    if ([404, 410].includes(reply.status) && photo.url && (photo.anew = (photo.anew ?? 0) + 1) < 3) {
      Object.assign(photo, { url: null, key: newKey(), old: photo.key });
      shelf('readwrite', store => store.delete(photo.old)).then(() => remember(photo));
      return false;
    }
    let problem = {};
    try { problem = JSON.parse(reply.responseText); } catch { /* an error page */ }
    if ([409, 429].includes(reply.status) || reply.status >= 500) throw Object.assign(new Error('later'), { why: reply.status === 429 && problem.detail });
    if (!problem.code) {
      unsent(say('Belum terkirim: Anda perlu masuk lagi. Isian dan foto Anda ada di ponsel ini.', 'Not sent: you need to sign in again. What you typed and your photos are on this telephone.'));
      tell(photo.row, 'stopped', say('Masuk lagi, lalu buka halaman ini. Foto dilanjutkan.', 'Sign in again, then open this page. The photo goes on.'));
      return true;
    }
    forget(photo);
    refuse(photo.row, problem.detail);
    return true;
  }

  async function once(photo) {
    const { row, blob } = photo, size = blob.size;
    const share = sent => tell(row, 'sending', say(`Mengirim ${Math.round(sent / size * 100)}%`, `Sending ${Math.round(sent / size * 100)}%`), sent / size);
    let offset = 0;
    if (!photo.url) {
      const begun = await ask('POST', input.dataset.upload, { 'Upload-Length': size, 'Idempotency-Key': photo.key });
      if (begun.status !== 201) return over(photo, begun);
      photo.url = begun.getResponseHeader('Location');
      await remember(photo);
      if (!row.isConnected) return false;
    } else {
      const there = await ask('HEAD', photo.url);
      // A HEAD has no words; the piece below hears why.
      if (![200, 404, 410].includes(there.status)) return over(photo, there);
      offset = Number(there.getResponseHeader('Upload-Offset') ?? 0);
    }
    do {
      share(offset);
      const from = offset, started = performance.now();
      const kept = await ask('PATCH', photo.url, { 'Upload-Offset': from, 'Content-Type': 'application/offset+octet-stream' },
        blob.slice(from, from + photo.piece), sent => share(Math.min(from + sent, size)), request => { photo.request = request; });
      if (!row.isConnected) return false;
      if (kept.status !== 204) return over(photo, kept);
      offset = Number(kept.getResponseHeader('Upload-Offset'));
      photo.wait = 1000;
      if (performance.now() - started < 300) photo.piece = Math.min(largest, photo.piece * 2);
    } while (offset < size);
    belongs(row, photo.url.split('/').pop());
    tell(row, 'preparing', say('Terkirim, sedang disiapkan', 'Sent, being made ready'));
    changed();
    forget(photo);
    watch(row, photo.url);
    return true;
  }

  async function run(photo) {
    while (photo.row.isConnected) {
      try {
        if (!navigator.onLine) {
          tell(photo.row, 'cut', say('Tidak ada sinyal internet. Nanti foto dikirim otomatis.', 'No connection. It goes on by itself.'));
          await backOnline();
        }
        if (await once(photo)) return;
      } catch (later) {
        if (!photo.row.isConnected) break;
        photo.piece = Math.max(smallest, photo.piece / 2);
        tell(photo.row, 'cut', later.why || say('Sambungan putus, dicoba lagi', 'The line was cut, trying again'));
        await Promise.race([pause(photo.wait), new Promise(done => addEventListener('online', done, { once: true }))]);
        photo.wait = Math.min(30000, photo.wait * 2);
      }
    }
    forget(photo);
    if (photo.url) ask('DELETE', photo.url).catch(() => { /* it expires by itself */ });
  }

  async function next() {
    if (sending) return;
    sending = true;
    while (line.length) await run(line.shift());
    sending = false;
  }

  const queue = photo => {
    const picture = photo.row.querySelector('img');
    picture.onerror = () => { picture.onerror = null; picture.src = '/photo-waits.svg'; };
    picture.src = URL.createObjectURL(photo.blob);
    tell(photo.row, 'waiting', say('Menunggu', 'Waiting'));
    under.add(photo);
    line.push(photo);
    next();
  };

  async function add(file) {
    const row = newRow(list.children.length);
    tell(row, 'waiting', say('Menunggu', 'Waiting'));
    const photo = { row, blob: await smaller(file), key: newKey(), url: null, piece: usual, wait: 1000 };
    await remember(photo);
    changed();
    queue(photo);
  }

  list.addEventListener('click', event => {
    const button = event.target.closest('.moves button');
    if (!button) return;
    event.preventDefault();
    const row = button.closest('li');
    if (button.name === 'remove') {
      row.remove();
      const photo = [...under].find(x => x.row === row);
      if (photo) {
        forget(photo);
        photo.request?.abort();
      }
    } else if (button.name === 'up') row.previousElementSibling?.before(row);
    else row.nextElementSibling?.after(row);
    if (row.isConnected) button.focus();
    note();
    busy();
    changed();
  });

  list.addEventListener('input', note);

  // Sends the form by itself once the photos are there.
  form.addEventListener('submit', event => {
    form.querySelector('.not-sent')?.remove();
    if (!form.dataset.uploading) return;
    event.preventDefault();
    waitsFor = event.submitter;
    const state = form.querySelector('[data-draft-state]');
    state.textContent = say('Menunggu foto terkirim. Setelah itu formulir terkirim sendiri.', 'Waiting for the photos. Then the form goes by itself.');
  });

  form.addEventListener('photos-restored', event => {
    rows().filter(x => !x.querySelector('[name=photoIds]').disabled).forEach(x => x.remove());
    event.detail.forEach(({ id, description }, at) => {
      const row = newRow(at);
      row.querySelector('img').src = `${input.dataset.photo}/${id}`;
      belongs(row, id, description);
      tell(row, 'preparing', '');
      watch(row, `${input.dataset.upload}/${id}`);
    });
  });

  for (const row of rows().filter(x => x.dataset.state === 'preparing')) watch(row, `${input.dataset.upload}/${row.querySelector('[name=photoIds]').value}`);
  input.addEventListener('change', () => {
    for (const file of [...input.files]) add(file);
    input.value = '';
  });

  // After the draft has put its rows back.
  setTimeout(async () => {
    const kept = await shelf('readonly', store => store.getAll()) ?? [];
    kept.filter(x => x.since < Date.now() - 3 * 86400000).forEach(forget);
    for (const photo of kept.filter(x => x.owner === owner && x.product === form.elements.productId.value).sort((a, b) => a.at - b.at)) {
      const row = newRow(photo.at);
      row.querySelector('[data-describes]').value = photo.description ?? '';
      queue({ ...photo, row, piece: usual, wait: 1000 });
    }
  });
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
