// The shop works without this file. It only spares clicks, and double clicks.
document.documentElement.classList.add('js');

for (const form of document.querySelectorAll('form[data-once]')) {
  form.addEventListener('submit', event => {
    if (form.dataset.sent) {
      event.preventDefault();
    }
    form.dataset.sent = 'yes';
    form.querySelector('button[type=submit]')?.setAttribute('aria-disabled', 'true');
  });
}

// A page that comes back from the browser's memory may be sent again; the server knows what it has already seen.
addEventListener('pageshow', () => {
  for (const form of document.querySelectorAll('form[data-once]')) {
    delete form.dataset.sent;
    form.querySelector('button[type=submit]')?.removeAttribute('aria-disabled');
  }
});

for (const form of document.querySelectorAll('form[data-auto]')) {
  form.addEventListener('change', () => form.requestSubmit());
}
