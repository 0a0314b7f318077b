// The shop works without this file. It keeps double clicks from the server, and presses a button that nobody has to think about.

document.querySelector('form[data-at-once]')?.requestSubmit();

// Times are in UTC without this file, and in the shopper's zone with it.
const localTime = new Intl.DateTimeFormat('en-US', {
  year: 'numeric', month: 'long', day: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZoneName: 'short',
});
for (const time of document.querySelectorAll('time[datetime]')) {
  time.textContent = localTime.format(new Date(time.dateTime));
}

for (const form of document.querySelectorAll('form[data-once]')) {
  form.addEventListener('submit', event => {
    if (form.dataset.sent) {
      event.preventDefault();
      return;
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
