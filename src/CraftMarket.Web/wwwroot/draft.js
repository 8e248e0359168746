// What is typed lies on the telephone at once and on the server a moment later: a reload, a call or an empty battery loses nothing, and
// another telephone can go on. Two telephones at once never overwrite each other unasked. On a shared telephone everybody has their own.
for (const form of all('form[data-draft]')) {
  const key = `draft:${form.dataset.owner}:${form.dataset.draft}`, field = name => form.elements[name];
  const state = form.querySelector('[data-draft-state]');
  const show = words => { if (!form.dataset.uploading) state.textContent = words; };
  // What the house has is this browser's own when it wrote it last; every saving of it is counted, so that none that comes late undoes another.
  const [keptBy, kept] = (form.dataset.keptBy ?? ':').split(':'), sequence = field('sequence');
  let timer, sending = false, again = false, wait = 3000, sent = Number(sequence.value);

  const typed = () => all('input,select,textarea', form).filter(x => x.name && !x.disabled && !x.name.startsWith('__') && x.type !== 'file'
    && (!['radio', 'checkbox'].includes(x.type) || x.checked)).map(x => [x.name, x.value]);
  const read = () => { try { return JSON.parse(localStorage.getItem(key)); } catch { return null; } };
  const keep = dirty => {
    const mine = { writer: field('writer').value, sequence: Number(sequence.value), at: Date.now() };
    try { localStorage.setItem(key, JSON.stringify({ fields: typed(), dirty, ...mine })); } catch { /* a full or closed store: then on the server alone */ }
  };
  // What was typed, without what the house itself counts.
  const heart = fields => JSON.stringify(fields.filter(([name]) => !['draftRevision', 'writer', 'sequence', 'seenStock'].includes(name)));
  const forget = () => { try { localStorage.removeItem(key); } catch { /* nothing was kept */ } };

  // Another tab of the same form counts on from here.
  const count = () => {
    const last = read();
    sequence.value = Math.max(sent, last?.writer === field('writer').value ? last.sequence : 0) + 1;
  };
  const own = last => Boolean(last.writer) && last.writer === keptBy;

  // In the name under which it was being sent.
  function goOn(last) {
    if (!last.writer) return;
    field('writer').value = last.writer;
    sent = last.sequence;
  }

  function restore(fields) {
    form.dispatchEvent(new CustomEvent('restoring', { detail: fields }));
    for (const [name, value] of fields) {
      if (name === 'photoIds' || name.startsWith('photoDescriptions') || name === 'writer' || name === 'sequence') continue;
      for (const one of all(`[name="${CSS.escape(name)}"]`, form)) {
        if (['radio', 'checkbox'].includes(one.type)) one.checked = one.value === value;
        else one.value = value;
      }
    }
    const words = Object.fromEntries(fields);
    const photos = fields.filter(([name]) => name === 'photoIds').map(([, id]) => ({ id, description: words[`photoDescriptions[${id}]`] ?? '' }));
    form.dispatchEvent(new CustomEvent('photos-restored', { detail: photos }));
    form.dispatchEvent(new Event('draft-restored'));
    show(say('Isian terakhir Anda dipulihkan.', 'What you had typed is back.'));
  }

  // One question, two answers; nothing happens until one is chosen.
  function choose(question, ...answers) {
    form.querySelector('.choose')?.remove();
    const box = make('div', { className: 'problem choose', role: 'alert' });
    box.dataset.test = 'draft-choice';
    box.append(make('p', { textContent: question }));
    const actions = box.appendChild(make('p', { className: 'actions' }));
    for (const [words, act] of answers) {
      const button = actions.appendChild(make('button', { type: 'button', className: 'second', textContent: words }));
      button.addEventListener('click', () => { box.remove(); act(); });
    }
    form.prepend(box);
    box.scrollIntoView({ block: 'nearest' });
  }

  async function save() {
    clearTimeout(timer);
    if (sending) { again = true; return; }
    if (form.querySelector('.choose') || form.dataset.sent) return;
    sending = true;
    const words = heart(typed());
    if (Number(sequence.value) <= sent) count();
    sent = Number(sequence.value);
    const body = new FormData(form);
    body.delete('photos');
    const reply = await fetch('/perajin/produk/draf', { method: 'POST', body }).catch(() => null);
    sending = false;
    const wrong = reply && !reply.ok && !reply.redirected ? await reply.json().catch(() => ({})) : {};
    if (reply?.ok && !reply.redirected) {
      const saved = await reply.json();
      field('draftRevision').value = saved.revision;
      if (saved.late) return stop('late', say('Produk ini sudah tersimpan. Isian yang baru ada di ponsel ini; tekan Simpan untuk memakainya.', 'This product has been saved already. What is new is on this telephone; press Save to use it.'));
      // While it was on its way somebody may have typed on.
      again = heart(typed()) !== words;
      keep(again);
      // A reload of the form for new products comes back to this one.
      if (form.dataset.draft === 'produk-baru') history.replaceState(null, '', `/perajin/produk/baru?draf=${field('productId').value.slice(0, 36)}`);
      wait = 3000;
      if (!again) {
        show(say(`Tersimpan pukul ${clock()}`, `Kept at ${clock()}`));
        state.dataset.kept = 'server';
      }
    } else if (reply?.status === 409 && 'revision' in wrong && wrong.revision !== null) {
      again = false;
      keep(true);
      const question = wrong.edition ? say('Produk ini sudah diubah sejak formulir ini dibuka.', 'This product was changed since this form was opened.')
        : say('Produk ini juga diisi di ponsel lain.', 'This product was filled in on another telephone too.');
      const mine = () => {
        field('draftRevision').value = wrong.revision;
        if (wrong.edition) field('version').value = wrong.edition;
        save();
      };
      return choose(question, [say('Pakai isian di sini', 'Use what is on this phone'), mine],
        [wrong.edition ? say('Pakai yang sudah tersimpan', 'Use what was saved') : say('Pakai isian dari HP lain', 'Use what the other phone has'), () => { forget(); location.reload(); }]);
    } else if (wrong.code) {
      // Asked again it would be answered the same; the next thing typed asks anew.
      return stop('refused', reply.status === 404 ? say('Isian ini milik akun lain. Masuk dengan akun itu, lalu buka formulir ini lagi.', 'This belongs to another account. Sign in with it, then open this form again.') : wrong.detail);
    } else {
      keep(true);
      show(reply && reply.status < 500 ? say('Tersimpan di ponsel ini. Masuk lagi untuk mengirimnya.', 'Kept on this telephone. Sign in again to send it.')
        : say('Tersimpan di ponsel ini. Akan dikirim kalau sudah ada sinyal.', 'Kept on this telephone. It is sent when there is a connection.'));
      state.dataset.kept = 'phone';
      timer = setTimeout(save, wait = Math.min(60000, wait * 2));
    }
    if (again) { again = false; save(); }
  }

  // It stays on the telephone, and why is told.
  function stop(kept, words) {
    again = false;
    keep(true);
    show(words);
    state.dataset.kept = kept;
  }

  const clock = () => new Date().toLocaleTimeString(en ? 'en-GB' : 'id-ID', { hour: '2-digit', minute: '2-digit' });
  const soon = () => {
    if (Number(sequence.value) <= sent) count();
    keep(true);
    delete state.dataset.kept;
    clearTimeout(timer);
    timer = setTimeout(save, 1500);
  };

  all('[data-scriptless]', form).forEach(x => { x.hidden = true; });
  const local = read(), revision = field('draftRevision').value;
  const arrived = local && (heart(local.fields) === heart(typed()) || own(local) && local.sequence <= Number(kept));
  // Kept while this page was already on its way: it shows what was before.
  const missed = local && !local.dirty && local.at > performance.timeOrigin;
  const news = (local?.dirty || missed) && !form.dataset.answered, said = news && !arrived ? Object.fromEntries(local.fields) : null;
  if (news && arrived) goOn(local);
  if (form.dataset.answered === 'kept' || news && arrived) keep(false);
  if (said && (own(local) || missed ? said.version === field('version').value
    : said.draftRevision === revision && (revision === '0' || said.productId === field('productId').value))) {
    restore(local.fields);
    goOn(local);
    if (own(local)) field('draftRevision').value = Math.max(revision, said.draftRevision);
    soon();
  } else if (said) {
    choose(say(`Di ponsel ini ada isian lain yang belum terkirim${said.name ? `: ${said.name}` : ''}.`, `Something else on this telephone has not been sent yet${said.name ? `: ${said.name}` : ''}.`),
      [say('Pakai isian itu', 'Use that'), () => { restore(local.fields); goOn(local); if (said.productId === field('productId').value) field('draftRevision').value = revision; soon(); }],
      [say('Buang', 'Throw it away'), forget]);
  }
  form.addEventListener('input', soon);
  form.addEventListener('draft-changed', soon);
  form.addEventListener('submit', event => {
    if (event.defaultPrevented) return;
    clearTimeout(timer);
    count();
    sent = Number(sequence.value);
  });
  addEventListener('online', () => { if (state.dataset.kept === 'phone') save(); });
}

// What I receive for one piece: price less fee, rounded as the ledger rounds; and whether it pays for material and work.
for (const box of all('[data-net]')) {
  const form = box.closest('form'), part = name => box.querySelector(`[data-${name}]`), points = Number(box.dataset.basisPoints);
  const amount = name => digits(form.elements[name].value);
  const show = () => {
    const price = amount('price'), fee = Math.floor(price * points / 10000 + 0.5);
    part('receives').textContent = price ? say(`Anda terima ${rupiah(price - fee)} dari satu barang`, `You receive ${rupiah(price - fee)} for one piece`)
      : say('Tulis harga, lalu lihat uang yang Anda terima.', 'Write the price and see what you receive.');
    part('fee').textContent = price ? say(`Potongan toko ${rupiah(fee)} (${String(points / 100).replace('.', ',')}%)`, `The shop keeps ${rupiah(fee)} (${points / 100}%)`) : '';
    const hours = Number(form.elements.hours.value.trim().replace(',', '.')) || 0;
    const cost = amount('materialCost') + Math.floor(hours * amount('hourly') + 0.5), left = price - fee - cost;
    part('sums').hidden = !cost;
    part('cost').textContent = rupiah(cost);
    part('left-word').textContent = left < 0 ? say('Kurang', 'Short by') : say('Lebih', 'Left over');
    part('left-line').hidden = !price;
    part('left').textContent = rupiah(Math.abs(left));
    part('least').textContent = points < 10000 ? rupiah(Math.ceil(cost * 10000 / (10000 - points) / 1000) * 1000) : '';
  };
  form.addEventListener('input', show);
  form.addEventListener('draft-restored', show);
  show();
}
