// Stemma in the browser. Every page works without it; it adds keys, dropping
// files, live progress, and words chosen by selecting them.
const typing = (e) => e.target.closest('input, textarea, select, [contenteditable]');
const settings = () => ({ off: localStorage.getItem('keys-off') === 'yes', alt: localStorage.getItem('keys-alt') === 'yes' });
const $ = (selector) => document.querySelector(selector);

// Lists: j and k choose a row, o or Enter opens it.
let chosen = -1;
const rows = () => [...document.querySelectorAll('[data-list] > tbody > tr, [data-list] > li')];
function choose(step) {
  const all = rows();
  if (!all.length) return;
  all[chosen]?.classList.remove('chosen-row');
  const picked = all.findIndex((row) => row.classList.contains('picked'));
  if (picked >= 0) chosen = picked;
  chosen = Math.max(0, Math.min(all.length - 1, chosen + step));
  all[chosen].classList.add('chosen-row');
  all[chosen].querySelector('a')?.focus();
  all[chosen].scrollIntoView({ block: 'nearest' });
}

// On a narrow screen the pages scroll sideways: the one that is open is in sight.
const nav = $('.top nav'), here = nav?.querySelector('[aria-current]');
if (here) nav.scrollLeft = here.offsetLeft - nav.offsetLeft - (nav.clientWidth - here.offsetWidth) / 2;

const places = { o: '/', r: '/r', i: '/i', d: '/d', c: '/c', x: '/x', h: '/h', a: '/anchors', s: '/q' };
let going = false;

// A key presses what says that it is its key, and opens what is folded.
function press(key) {
  const candidates = [...document.querySelectorAll(`[aria-keyshortcuts="${CSS.escape(key)}"]`)];
  const it = candidates.find((el) => el.checkVisibility?.() ?? true);
  if (!it) return false;
  if (it.tagName === 'SUMMARY') {
    it.parentElement.open = !it.parentElement.open;
    (it.parentElement.open ? it.parentElement.querySelector('button, input:not([type=hidden]), textarea, select') : it)?.focus();
  } else if (it.tagName === 'INPUT') it.focus();
  else it.click();
  return true;
}

function again(action) {
  const form = document.createElement('form');
  form.method = 'post';
  form.action = action;
  const back = document.createElement('input');
  back.type = 'hidden'; back.name = 'back'; back.value = location.pathname + location.search;
  form.append(back);
  document.body.append(form);
  form.submit();
}

const named = {
  '?': () => { location.href = '/keys'; },
  j: () => choose(1), k: () => choose(-1),
  o: () => { const link = rows()[chosen]?.querySelector('a') ?? $('.card .marks a'); if (link) link.click(); },
  g: () => { going = true; setTimeout(() => { going = false; }, 1500); },
  u: () => { press('u') || again('/undo'); },
  U: () => { press('U') || again('/redo'); },
  e: () => { const first = document.activeElement?.closest('.value, .field, tr')?.querySelector('.passage a, td a') ?? $('.passage a'); if (first) first.click(); },
  y: () => { navigator.clipboard?.writeText(permalink()); },
  '[': () => step(-1), ']': () => step(1),
};

// In the reader: to the claim before, to the claim after.
function step(by) {
  const all = [...document.querySelectorAll('.text .content a')];
  const at = all.indexOf(document.activeElement);
  all[Math.max(0, Math.min(all.length - 1, at + by))]?.focus();
}

document.addEventListener('keydown', (e) => {
  if (e.key === 'Escape') {
    const open = document.activeElement?.closest('details.pop[open]') ?? $('details.pop[open]');
    if (open) { open.open = false; open.querySelector('summary').focus(); }
    return;
  }
  if (typing(e)) { spanKeys(e); return; }
  const { off, alt } = settings();
  if (off || e.ctrlKey || e.metaKey || e.altKey !== alt) return;
  if (going && places[e.key]) { e.preventDefault(); going = false; location.href = places[e.key]; return; }
  if (e.key === 'Enter' || e.key === ' ') {
    if (e.key === 'Enter' && !e.target.closest('a, button, summary') && press('Enter')) e.preventDefault();
    return;
  }
  const open = $('details.pop[open]');
  if (/^[1-9]$/.test(e.key) && !open && !$('.views')) return;
  if (named[e.key]) { e.preventDefault(); named[e.key](); } else if (press(e.key)) e.preventDefault();
});

// In a field of words: ] takes one more word at its end, [ one less; with Shift
// the same at its start. The text that they are taken from is the sentence.
function spanKeys(e) {
  const field = e.target.closest('[data-span]');
  if (!field || !['[', ']', '{', '}'].includes(e.key)) return;
  e.preventDefault();
  const passage = field.closest('li, article')?.querySelector('.passage > bdi');
  if (!passage) return;
  const whole = passage.textContent.trim();
  const at = whole.indexOf(field.value);
  if (at < 0) return;
  let start = at, end = at + field.value.length;
  if (e.key === ']') end += (whole.slice(end).match(/^\s*\S+/) ?? [''])[0].length;
  if (e.key === '[') end = start + field.value.replace(/\s*\S+\s*$/, '').length;
  if (e.key === '{') start -= (whole.slice(0, start).match(/\S+\s*$/) ?? [''])[0].length;
  if (e.key === '}') start += (field.value.match(/^\S+\s*/) ?? [''])[0].length;
  if (end > start) field.value = whole.slice(start, end);
}

// Words chosen in the reader go into the form, with their place in the text.
const adder = $('#adder');
const points = (s) => [...s].length;
function place(node, offset) {
  const run = (node.nodeType === 3 ? node.parentElement : node).closest('[data-at]');
  if (!run) return -1;
  const before = document.createRange();
  before.setStart(run, 0); before.setEnd(node, offset);
  return Number(run.dataset.at) + points(before.toString());
}
function takeSelection() {
  const chosenText = document.getSelection();
  if (!adder || !chosenText || chosenText.isCollapsed || !chosenText.anchorNode.parentElement?.closest('[data-text]')) return;
  const range = chosenText.getRangeAt(0);
  adder.elements.words.value = chosenText.toString();
  adder.elements.start.value = place(range.startContainer, range.startOffset);
  adder.elements.end.value = place(range.endContainer, range.endOffset);
}
document.addEventListener('selectionchange', takeSelection);

// The address of what is chosen in the reader, else of the page.
function permalink() {
  const chosenText = document.getSelection();
  if (!$('[data-text]') || !chosenText || chosenText.isCollapsed) return location.href;
  const range = chosenText.getRangeAt(0);
  const start = place(range.startContainer, range.startOffset), end = place(range.endContainer, range.endOffset);
  return start < 0 || end < 0 ? location.href : `${location.origin}${location.pathname}?at=${start},${end}&v=${$('article').dataset.version}#here`;
}
if (adder) {
  const what = adder.elements.what;
  const show = () => adder.querySelectorAll('fieldset[data-for]').forEach((f) => { f.hidden = f.dataset.for !== what.value; });
  what.addEventListener('change', show);
  adder.elements.words.addEventListener('input', () => { adder.elements.start.value = ''; adder.elements.end.value = ''; });
  show();
}

// Files may be dropped anywhere; where a page takes a table, a table.
document.addEventListener('dragover', (e) => { if (e.dataTransfer?.types.includes('Files')) { e.preventDefault(); document.body.classList.add('dragging'); } });
document.addEventListener('dragleave', (e) => { if (!e.relatedTarget) document.body.classList.remove('dragging'); });
document.addEventListener('drop', async (e) => {
  if (!e.dataTransfer?.files.length) return;
  e.preventDefault();
  document.body.classList.remove('dragging');
  const table = $('form[data-drop]');
  if (table) {
    table.querySelector('input[type=file]').files = e.dataTransfer.files;
    table.submit();
    return;
  }
  const body = new FormData();
  for (const file of e.dataTransfer.files) body.append('files', file);
  await fetch('/add', { method: 'POST', body, headers: { Accept: 'application/json' } });
  location.href = '/d?said=reading#results';
});

// What is being read in is shown as it comes.
const doing = $('.doing');
if (doing) {
  const events = new EventSource('/progress');
  events.addEventListener('step', (e) => {
    const { done, total } = JSON.parse(e.data);
    doing.querySelector('progress').value = done;
    doing.querySelector('progress').max = total;
    doing.querySelector('span').textContent = `Reading ${done} of ${total} …`;
  });
  events.addEventListener('end', () => { events.close(); location.replace(location.pathname === '/d' ? '/d?said=read' : location.href.split('#')[0]); });
}

document.querySelectorAll('[data-submit]').forEach((el) => el.addEventListener('change', () => el.form.submit()));
document.querySelectorAll('[data-keys] input').forEach((box) => {
  box.checked = localStorage.getItem('keys-' + box.name) === 'yes';
  box.addEventListener('change', () => localStorage.setItem('keys-' + box.name, box.checked ? 'yes' : 'no'));
});
if ($('#here')) $('#here').scrollIntoView({ block: 'center' });
