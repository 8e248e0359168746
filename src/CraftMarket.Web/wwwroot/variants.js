// Rows of sizes and colours: added and removed without leaving the form, and made anew for a draft that comes back.
for (const box of all('[data-variants]')) {
  const form = box.closest('form'), list = box.querySelector('ol'), pattern = box.querySelector('template'), add = box.querySelector('[data-add]');
  const rows = () => all('li', list);
  const text = (row, end) => row.querySelector(`[name$=".${end}"]`).value.trim();
  const filled = row => text(row, 'colour') || text(row, 'size');

  function grow() {
    const at = Math.max(-1, ...rows().map(x => Number(x.querySelector('[name]').name.match(/\[(\d+)\]/)[1]))) + 1;
    list.insertAdjacentHTML('beforeend', pattern.innerHTML.replaceAll('variants[N]', `variants[${at}]`).replaceAll('"vN', `"v${at}`));
    return rows().at(-1);
  }

  // The server reads rows without gaps in their numbers.
  function number() {
    rows().forEach((row, at) => all('[name]', row).forEach(x => { x.name = x.name.replace(/\[\d+\]/, `[${at}]`); }));
  }

  // With sizes or colours the pieces are counted there; made to order, nowhere.
  function show() {
    const counted = rows().some(filled), made = form.querySelector('[name=supply][value=order]:checked');
    form.elements.stock.closest('.field').classList.toggle('uncounted', counted);
    all('.counted', list).forEach(x => { x.hidden = Boolean(made); });
    all('[data-drop]', list).forEach(x => { x.hidden = false; });
  }

  add.type = 'button';
  add.addEventListener('click', () => { grow().querySelector('input:not([type=hidden])').focus(); show(); });
  list.addEventListener('click', event => {
    const drop = event.target.closest('[data-drop]');
    if (!drop) return;
    drop.closest('li').remove();
    if (!rows().length) grow();
    number();
    show();
    form.dispatchEvent(new Event('draft-changed'));
  });
  form.addEventListener('restoring', event => {
    const most = Math.max(-1, ...event.detail.map(([name]) => Number(name.match(/^variants\[(\d+)\]/)?.[1] ?? -1)));
    while (rows().length <= most) grow();
    if (event.detail.some(([name, value]) => /^variants\[\d+\]\.(colour|size)$/.test(name) && value)) box.open = true;
  });
  form.addEventListener('draft-restored', show);
  form.addEventListener('input', show);
  show();
}
