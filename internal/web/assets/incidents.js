// The views of the list of incidents have one selection: what is picked in the
// table, on the map, on the timeline or in the tray is picked in all of them, and
// stands in the address behind #, so that the next view has it too.
import { drawMap } from './map.js';

const page = document.querySelector('[data-incidents]');
const panel = document.querySelector('[data-picked]');
const all = (selector) => [...page.querySelectorAll(selector)];
const row = (id) => page.querySelector(`tr[data-id="${CSS.escape(id)}"]`);
const address = (link) => link.getAttribute('href');
let map = null;
let picked = '';
const moment = new URLSearchParams(location.search).get('at') ?? ''; // through which the case is shown

function element(name, text, more = {}) {
  const el = document.createElement(name);
  el.textContent = text;
  return Object.assign(el, more);
}

// What is known here of an incident: the map tells it, else its row, its mark or
// its line in the tray.
function about(id) {
  const told = map?.told(id);
  if (told) return told;
  const cells = row(id)?.cells;
  if (cells) return { when: cells[0].innerText.trim(), what: cells[1].querySelector('a').textContent, parties: cells[1].querySelector('.under').textContent };
  const other = page.querySelector(`[data-id="${CSS.escape(id)}"]`);
  return { when: '', what: other?.getAttribute('aria-label') ?? other?.innerText ?? id, parties: '' };
}

function tell(id, also = []) {
  if (!panel) return;
  const it = about(id);
  const open = element('a', `${it.what}`, { href: `/i/${id}${moment && '?at=' + encodeURIComponent(moment)}` });
  panel.replaceChildren(element('h2', 'Selected'), element('p', it.when, { className: 'under' }), open, element('p', it.parties));
  if (also.length > 1) {
    const list = element('ul', '', { className: 'brief' });
    for (const other of also) {
      const item = element('li', '');
      item.dataset.id = other.id;
      item.append(element('button', `${other.when} · ${other.what}`, { className: 'plain', type: 'button' }));
      list.append(item);
    }
    panel.append(element('h3', 'At the same place'), list);
  }
  panel.hidden = false;
}

function pick(id, { scroll = false, also = [] } = {}) {
  picked = id;
  history.replaceState(history.state, '', '#' + id);
  for (const a of all('a[href="/i"], a[href^="/i?"], a[href^="/i#"]')) a.setAttribute('href', `${address(a).split('#')[0]}#${id}`);
  tell(id, also);
  for (const el of all('[data-id]')) {
    el.classList.toggle('picked', el.dataset.id === id);
    if (el.dataset.id === id) el.setAttribute('aria-current', 'true'); else el.removeAttribute('aria-current');
  }
  map?.show(id, row(id)?.dataset.at);
  if (scroll) row(id)?.scrollIntoView({ block: 'nearest' });
}

page.addEventListener('click', (e) => {
  const it = e.target.closest('[data-id]');
  const link = e.target.closest('a');
  if (!it || (link && !address(link).startsWith('#'))) return;
  if (link) e.preventDefault();
  pick(it.dataset.id, { scroll: !it.closest('table'), also: it.closest('[data-picked]') ? map?.beside(it.dataset.id) : [] });
});
page.addEventListener('focusin', (e) => {
  const it = e.target.closest('tr[data-id], .tray [data-id]');
  if (it && it.dataset.id !== picked) pick(it.dataset.id);
});
page.addEventListener('keydown', (e) => {
  if (e.key !== ' ' || e.target.closest('input, select, button, summary')) return;
  const it = e.target.closest('[data-id]');
  if (it) { e.preventDefault(); pick(it.dataset.id, { scroll: true }); }
});

// Of many marks one is reached by Tab, and the others from it by the arrows: the
// nearest one that way.
const ways = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
const middle = (el) => { const b = el.getBoundingClientRect(); return [b.x + b.width / 2, b.y + b.height / 2]; };
export function rove(root, selector) {
  const marks = () => [...root.querySelectorAll(selector)];
  const only = (el) => { for (const m of marks()) m.setAttribute('tabindex', m === el ? '0' : '-1'); };
  root.addEventListener('focusin', (e) => { const m = e.target.closest(selector); if (m) only(m); });
  root.addEventListener('keydown', (e) => {
    const from = e.target.closest(selector);
    if (!from || !ways[e.key]) return;
    e.preventDefault();
    e.stopPropagation();
    const [x, y] = middle(from), [dx, dy] = ways[e.key];
    let best = null, least = Infinity;
    for (const m of marks()) {
      const [mx, my] = middle(m);
      const along = (mx - x) * dx + (my - y) * dy, across = Math.abs((mx - x) * dy) + Math.abs((my - y) * dx);
      if (along > 0.5 && along + 2.5 * across < least) { best = m; least = along + 2.5 * across; }
    }
    best?.focus();
  });
  return () => only(marks()[0]);
}

const time = page.querySelector('.timesvg');
if (time) {
  rove(time, 'a[data-id]')();
  rove(time, 'a:not([data-id])')();
}
const atlas = page.querySelector('[data-map]');
if (atlas && window.L) map = await drawMap(atlas, { pick, rove });
const asked = decodeURIComponent(location.hash.slice(1));
if (/^i_[0-9a-f]+$/.test(asked)) pick(asked, { scroll: !atlas });
