// Comfort only: everything works without it.
document.addEventListener('change', event => {
  if (event.target.matches('[data-submit-on-change]') && event.target.reportValidity()) event.target.form.requestSubmit();
});
// A second press while the first is on its way does nothing; the server would find the same order anyway.
document.addEventListener('submit', event => {
  const form = event.target;
  if (form.method !== 'post') return;
  if (form.dataset.sent) event.preventDefault();
  else { form.dataset.sent = '1'; setTimeout(() => delete form.dataset.sent, 4000); }
});
