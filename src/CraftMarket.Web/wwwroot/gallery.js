// Photos large, over the page: swipe or arrows to turn, tap to look closer. Without this file each photo is a link to the large one.
const english = document.documentElement.lang === 'en';
for (const gallery of document.querySelectorAll('[data-gallery]')) {
  const links = [...gallery.querySelectorAll('.shots a')];
  const dialog = document.createElement('dialog');
  dialog.className = 'viewer';
  dialog.setAttribute('aria-label', english ? 'Photos' : 'Foto');
  const reel = dialog.appendChild(document.createElement('div'));
  reel.className = 'reel';
  reel.tabIndex = 0;
  const frames = links.map(link => {
    const frame = reel.appendChild(document.createElement('div'));
    const zoom = frame.appendChild(document.createElement('button'));
    const image = zoom.appendChild(new Image(Number(link.dataset.width), Number(link.dataset.height)));
    const small = link.querySelector('img');
    image.alt = small.alt;
    image.lang = small.lang;
    zoom.type = 'button';
    zoom.className = 'zoom';
    zoom.setAttribute('aria-label', `${english ? 'Look closer' : 'Lihat lebih dekat'}: ${image.alt}`);
    const closer = near => {
      frame.classList.toggle('close-up', near);
      zoom.setAttribute('aria-pressed', near);
    };
    closer(false);
    zoom.addEventListener('click', () => closer(!frame.classList.contains('close-up')));
    return { frame, image, link, closer };
  });
  const button = (name, sign, act) => {
    const made = dialog.appendChild(document.createElement('button'));
    made.type = 'button';
    made.className = 'quiet ' + name[0];
    made.setAttribute('aria-label', english ? name[2] : name[1]);
    made.textContent = sign;
    made.addEventListener('click', act);
    return made;
  };
  const here = () => Math.round(reel.scrollLeft / (reel.clientWidth || 1));
  const show = at => {
    const { frame, image, link } = frames[Math.max(0, Math.min(at, frames.length - 1))];
    if (!image.src) image.src = link.href;
    reel.scrollTo({ left: frame.offsetLeft, behavior: matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth' });
  };
  button(['shut', 'Tutup', 'Close'], '×', () => dialog.close());
  if (links.length > 1) {
    button(['before', 'Foto sebelumnya', 'Previous photo'], '‹', () => show(here() - 1));
    button(['after', 'Foto berikutnya', 'Next photo'], '›', () => show(here() + 1));
  }
  // What is swiped to is fetched when it comes near.
  const near = new IntersectionObserver(seen => {
    for (const { isIntersecting, target } of seen) {
      const one = frames.find(x => x.frame === target);
      if (isIntersecting && !one.image.src) one.image.src = one.link.href;
    }
  }, { root: reel, rootMargin: '0px 50%' });
  dialog.addEventListener('keydown', event => {
    if (event.key === 'ArrowLeft') show(here() - 1);
    else if (event.key === 'ArrowRight') show(here() + 1);
    else return;
    event.preventDefault();
  });
  dialog.addEventListener('close', () => frames.forEach(x => x.closer(false)));
  document.body.append(dialog);
  links.forEach((link, at) => link.addEventListener('click', event => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || !dialog.showModal) return;
    event.preventDefault();
    dialog.showModal();
    reel.scrollLeft = frames[at].frame.offsetLeft;
    frames[at].image.src ||= link.href;
    frames.forEach(x => near.observe(x.frame));
    reel.focus();
  }));
  for (const thumb of gallery.querySelectorAll('.thumbs a')) {
    thumb.addEventListener('click', event => {
      const shot = gallery.querySelector(thumb.getAttribute('href'));
      event.preventDefault();
      shot.parentElement.scrollTo({ left: shot.offsetLeft - shot.parentElement.offsetLeft, behavior: 'smooth' });
    });
  }
}

// The price and how many there are follow the chosen size or colour.
for (const kinds of document.querySelectorAll('[data-kinds]')) {
  const quantity = kinds.closest('form').elements.quantity;
  const show = () => {
    const chosen = kinds.querySelector(':checked');
    if (!chosen) return;
    document.querySelector('[data-price]').textContent = chosen.dataset.priceOf;
    quantity.max = Math.min(99, chosen.dataset.left || 99);
  };
  kinds.addEventListener('change', show);
  show();
}
