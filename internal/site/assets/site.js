// The table is whole without this; it adds a filter over its words.
const form = document.querySelector('[data-filter]');
if (form) {
  const rows = [...document.querySelectorAll('.list tbody tr')];
  const count = form.querySelector('[data-count]');
  const filter = () => {
    const words = form.elements.q.value.toLowerCase().split(/\s+/).filter(Boolean);
    const disputed = form.elements.disputed.checked;
    for (const row of rows) {
      const text = row.textContent.toLowerCase();
      row.hidden = !words.every((word) => text.includes(word)) || (disputed && !row.querySelector('.dispute'));
    }
    count.textContent = `${rows.filter((row) => !row.hidden).length} of ${rows.length}`;
  };
  form.hidden = false;
  form.addEventListener('input', filter);
  form.addEventListener('submit', (e) => e.preventDefault());
}
