// Previews the store's address while its name is typed; the server decides.
const name = document.querySelector('[data-slug-from]');
const slug = document.querySelector('[data-slug]');
if (name && slug) {
  let own = slug.value !== '';
  slug.addEventListener('input', () => { own = slug.value !== ''; });
  let last = 0;
  name.addEventListener('input', () => {
    const mine = ++last;
    setTimeout(async () => {
      if (own || mine !== last || !name.value.trim()) return;
      const answer = await fetch('/api/signup/address?name=' + encodeURIComponent(name.value));
      if (answer.ok && mine === last && !own) slug.value = (await answer.json()).slug;
    }, 250);
  });
}
