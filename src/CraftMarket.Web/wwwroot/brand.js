// Shows the brand as it is being typed, and prints sheets. Both pages work without.
const inside = (selector, root = document) => [...root.querySelectorAll(selector)];

for (const button of inside('[data-print]')) {
  button.hidden = false;
  button.addEventListener('click', () => print());
}

const part = (hex, at) => {
  const x = parseInt(hex.slice(at, at + 2), 16) / 255;
  return x <= 0.04045 ? x / 12.92 : ((x + 0.055) / 1.055) ** 2.4;
};
const luminance = hex => 0.2126 * part(hex, 1) + 0.7152 * part(hex, 3) + 0.0722 * part(hex, 5);
const contrast = (a, b) => (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);

for (const form of inside('form[data-brand]')) {
  const shown = document.getElementById(form.dataset.brand);
  const echo = field => {
    for (const place of inside(`[data-echo="${field.name}"]`, shown)) place.textContent = field.value || field.dataset.without || '';
    if (field.type !== 'color') return;
    for (const place of inside(`[data-echo-fill="${field.name}"]`, shown)) place.setAttribute('fill', field.value);
    if (field.name !== 'colour') return;
    const ground = luminance(field.value);
    const white = contrast(ground, 1) >= contrast(ground, luminance('#2a2018'));
    for (const label of inside('.label', shown)) {
      label.classList.toggle('over-dark', white);
      label.classList.toggle('over-pale', !white);
    }
  };
  form.addEventListener('input', event => echo(event.target));
  for (const button of inside('[data-pick]', form)) button.addEventListener('click', event => {
    event.preventDefault();
    form.elements.colour.value = button.value;
    echo(form.elements.colour);
  });
  form.addEventListener('change', event => {
    if (event.target.type !== 'file' || !event.target.files[0]) return;
    for (const mark of inside('.emblem', shown)) {
      const picture = Object.assign(document.createElement('img'), { className: 'emblem', alt: '', src: URL.createObjectURL(event.target.files[0]) });
      mark.replaceWith(picture);
    }
  });
}
