// The map of incidents: Leaflet over outlines that this server carries. No tiles,
// no names from elsewhere. A circle is as wide as the place is not known more
// closely, in metres; a province is hatched; a border is a line.
const smallest = 6; // pixels: a circle that would be smaller is drawn so, dotted

// A box as the server is asked for it.
const asked = (b) => [b.getSouth(), b.getWest(), b.getNorth(), b.getEast()].map((x) => Math.max(-180, Math.min(180, x)).toFixed(3)).join(',');

// The book of outlines, of which a box is enough to draw there, is a run of zigzag
// varints (internal/reference/outline).
async function outlines(box) {
  const bytes = new Uint8Array(await (await fetch('/assets/outlines.bin?box=' + asked(box))).arrayBuffer());
  const words = new TextDecoder();
  let at = 0;
  const number = () => {
    let n = 0, shift = 1;
    for (; bytes[at] > 127; at++) { n += (bytes[at] & 127) * shift; shift *= 128; }
    n += bytes[at++] * shift;
    return n % 2 ? -(n + 1) / 2 : n / 2;
  };
  const text = () => { const n = number(); at += n; return words.decode(bytes.subarray(at - n, at)); };
  const list = (one) => Array.from({ length: number() }, one);
  const countries = list(() => ({ code: text(), name: text() }));
  const arcs = list(() => {
    let lon = 0, lat = 0;
    return list(() => { lon += number(); lat += number(); return [lat / 100, lon / 100]; });
  });
  const units = list(() => ({ country: number(), name: text(), rings: list(() => list(number)) }));
  const sides = arcs.map(() => []);
  units.forEach((u, n) => u.rings.flat().forEach((a) => sides[a < 0 ? ~a : a].push(n)));
  const ring = (r) => r.flatMap((a) => (a < 0 ? arcs[~a].toReversed() : arcs[a]));
  const between = (sort) => arcs.filter((_, n) => (sides[n].length < 2 ? 'coast' : units[sides[n][0]].country !== units[sides[n][1]].country ? 'country' : 'province') === sort);
  return { countries, units, ring, between };
}

// Where the name of a unit stands, and how wide the unit is in degrees.
function named(book, name, rings) {
  let best = null;
  for (const r of rings) {
    let [south, west, north, east] = [90, 180, -90, -180];
    for (const [lat, lon] of book.ring(r)) { south = Math.min(south, lat); north = Math.max(north, lat); west = Math.min(west, lon); east = Math.max(east, lon); }
    if (!best || east - west > best.wide) best = { name, at: [(south + north) / 2, (west + east) / 2], wide: east - west };
  }
  return best;
}

const element = (name, className, text = '') => Object.assign(document.createElement(name), { className, textContent: text });
const many = (n, one) => `${n} ${one}${n === 1 ? '' : 's'}`;

// Land and lines, on a canvas that is drawn once for each zoom, with the names of
// countries and provinces; what is returned takes them away again.
function drawLand(L, map, book, renderer) {
  const ink = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  const common = { renderer, interactive: false, smoothFactor: 1.2 };
  const edge = (sort, weight, color) => L.polyline(book.between(sort), { ...common, weight, color });
  const land = L.polygon(book.units.flatMap((u) => u.rings.map((r) => [book.ring(r)])), { ...common, stroke: false, fillColor: ink('--land'), fillOpacity: 1 });
  const provinces = edge('province', 0.6, ink('--provinceline'));
  const all = L.layerGroup([land, edge('coast', 0.9, ink('--borderline')), edge('country', 1.4, ink('--borderline'))]).addTo(map);
  const names = L.layerGroup().addTo(all), write = naming(L, map, book, names);
  const near = () => { if (map.getZoom() >= 5) all.addLayer(provinces); else all.removeLayer(provinces); };
  map.on('zoomend', near).on('moveend', write);
  near();
  write();
  return () => { map.off('zoomend', near).off('moveend', write); all.remove(); };
}

// Names of countries and provinces that are wide enough to hold them.
function naming(L, map, book, layer) {
  const countries = book.countries.map((c, n) => named(book, c.name, book.units.flatMap((u) => (u.country === n ? u.rings : [])))).filter(Boolean);
  const provinces = book.units.filter((u, n, us) => us[n - 1]?.country === u.country || us[n + 1]?.country === u.country).map((u) => named(book, u.name, u.rings)).filter(Boolean);
  const draw = (all, className, least, taken) => {
    const view = map.getBounds(), pixels = 256 * 2 ** map.getZoom() / 360;
    for (const it of all) {
      if (it.wide * pixels < Math.max(least, it.name.length * 7) || !view.contains(it.at)) continue;
      const at = map.latLngToContainerPoint(it.at), half = it.name.length * 4;
      if (taken.some((t) => Math.abs(t.at.y - at.y) < 18 && Math.abs(t.at.x - at.x) < t.half + half)) continue;
      taken.push({ at, half });
      L.marker(it.at, { interactive: false, keyboard: false, icon: L.divIcon({ className: 'mapname ' + className, html: element('span', '', it.name), iconSize: null }) }).addTo(layer);
    }
  };
  return () => {
    const taken = [];
    layer.clearLayers();
    draw(countries, 'country', 60, taken);
    if (map.getZoom() >= 6.5) draw(provinces, 'province', 70, taken);
  };
}

function toolbar(map, home, scale) {
  const bar = element('div', 'maptools');
  const button = (words, label, act) => {
    const b = element('button', '', words);
    b.type = 'button';
    b.setAttribute('aria-label', label);
    b.addEventListener('click', act);
    bar.append(b);
  };
  button('+', 'Closer', () => map.zoomIn(1));
  button('−', 'Wider', () => map.zoomOut(1));
  button('All', 'All incidents', () => map.fitBounds(home));
  bar.append(scale);
  return bar;
}

// The scale is a round number of metres, for the middle of the map.
function measure(map, scale) {
  const y = map.getSize().y / 2;
  const metres = map.distance(map.containerPointToLatLng([0, y]), map.containerPointToLatLng([110, y]));
  const power = 10 ** Math.floor(Math.log10(metres));
  const round = [5, 2, 1].find((n) => n * power <= metres) * power;
  scale.style.width = `${110 * round / metres}px`;
  scale.textContent = round < 1000 ? `${round} m` : `${round / 1000} km`;
}

export async function drawMap(section, { pick, rove }) {
  const L = window.L;
  const load = async (map) => {
    const q = new URLSearchParams(section.dataset.asked), moment = new URLSearchParams(location.search).get('at');
    if (moment) q.set('at', moment);
    if (map) {
      q.set('box', asked(map.getBounds().pad(0.25)));
      q.set('zoom', Math.round(map.getZoom()));
    }
    return (await fetch('/i/map.json?' + q)).json();
  };
  const first = await load(null);
  const home = [[first.box[0], first.box[1]], [first.box[2], first.box[3]]];
  const box = element('div', 'leafletmap'), scale = element('span', 'mapscale');
  box.setAttribute('role', 'group');
  box.setAttribute('aria-label', 'Map of the incidents; the table has the same rows');
  const map = L.map(box, { zoomControl: false, attributionControl: false, minZoom: 2, maxZoom: 13, zoomSnap: 0.5, renderer: L.svg({ padding: 0.4 }) });
  section.replaceChildren(toolbar(map, home, scale), box);
  map.fitBounds(home, { animate: false });
  const canvas = L.canvas({ padding: 0.7 });
  let book = null, known = null, looks = 0, clear = () => {};
  // The book is asked for as far as one looks, and half as far again.
  const look = async () => {
    if (known?.contains(map.getBounds())) return false;
    const mine = ++looks, box = map.getBounds().pad(0.5), next = await outlines(box);
    if (mine !== looks) return false;
    [book, known] = [next, box];
    clear();
    clear = drawLand(L, map, book, canvas);
    return true;
  };
  await look();
  const layer = L.layerGroup().addTo(map);
  let chart = first, shapes = [], picked = '', spot = null;

  const has = (of) => of.some((n) => chart.incidents[n].id === picked);
  const here = (mark) => spot !== null && Math.abs(mark.lat - spot[0]) < 0.001 && Math.abs(mark.lon - spot[1]) < 0.001;
  const told = (id) => chart.incidents.find((i) => i.id === id) ?? null;
  const at = (mark) => mark.of.map((n) => chart.incidents[n]);
  const dress = (path, words, act) => {
    const el = path.getElement();
    el.setAttribute('role', 'button');
    el.setAttribute('tabindex', '-1');
    el.setAttribute('aria-label', words);
    el.addEventListener('keydown', (e) => { if (e.key === 'Enter' || e.key === ' ') { e.preventDefault(); e.stopPropagation(); act(); } });
  };

  function drawMark(mark) {
    const kinds = ['reach', 'p-' + mark.precision, 's-' + mark.status, mark.disputed ? 'disputed' : '', mark.unit >= 0 ? 'hatched' : '', mark.lines.length ? 'stretch' : ''];
    const style = { className: kinds.filter(Boolean).join(' '), bubblingMouseEvents: false };
    const shape = mark.unit >= 0 ? L.polygon(book.units[mark.unit].rings.map((r) => [book.ring(r)]), style)
      : mark.lines.length ? L.polyline(mark.lines, style) : L.circle([mark.lat, mark.lon], { ...style, radius: mark.reach });
    const words = `${mark.name}: ${many(mark.count, 'incident')}, known to ${mark.reach < 1000 ? mark.reach + ' m' : Math.round(mark.reach / 1000) + ' km'}${mark.disputed ? '; accounts differ' : ''}`;
    const act = () => pick(at(mark)[0].id, { also: at(mark), scroll: true });
    shape.addTo(layer).on('click', act).bindTooltip(element('span', '', words), { sticky: true });
    dress(shape, words, act);
    shapes.push({ shape, mark });
    if (mark.count > 1 && chart.marks.length <= 250) L.marker([mark.lat, mark.lon], { interactive: false, keyboard: false, icon: L.divIcon({ className: 'counted', html: element('b', '', String(mark.count)), iconSize: null }) }).addTo(layer);
  }

  function drawCluster(cluster) {
    const words = `${many(cluster.count, 'incident')} near one another; closer`;
    const act = () => map.fitBounds([[cluster.box[0], cluster.box[1]], [cluster.box[2], cluster.box[3]]], { padding: [40, 40] });
    const face = element('b', '', String(cluster.count));
    const marker = L.marker([cluster.lat, cluster.lon], { keyboard: false, icon: L.divIcon({ className: 'cluster', html: face, iconSize: null }) }).addTo(layer).on('click', act);
    dress(marker, words, act);
  }

  // A movement is an arrow; two accounts of where are joined by a zig-zag.
  function drawLink(link) {
    const ends = [chart.marks[link.from], chart.marks[link.to]];
    const points = ends.map((m) => L.latLng(m.lat, m.lon));
    const path = L.polyline(link.sort === 'movement' ? points : zigzag(points), { className: link.sort === 'movement' ? 'movement' : 'dispute-line', smoothFactor: 0, bubblingMouseEvents: false });
    const words = link.sort === 'movement' ? `from ${ends[0].name} to ${ends[1].name}` : `two accounts of where: ${ends[0].name}, ${ends[1].name}`;
    const act = () => pick(chart.incidents[link.of[0]].id, { also: link.of.map((n) => chart.incidents[n]), scroll: true });
    path.addTo(layer).on('click', act).bindTooltip(element('span', '', words), { sticky: true });
    dress(path, words, act);
    shapes.push({ shape: path, mark: link });
  }
  function zigzag(ends) {
    const [a, b] = ends.map((p) => map.project(p));
    const n = Math.max(4, Math.round(a.distanceTo(b) / 9)), d = b.subtract(a).divideBy(a.distanceTo(b) || 1);
    const steps = Array.from({ length: n - 1 }, (_, i) => a.add(b.subtract(a).multiplyBy((i + 1) / n)).add(L.point(-d.y, d.x).multiplyBy(i % 2 ? 5 : -5)));
    return [a, ...steps, b].map((p) => map.unproject(p));
  }

  // What is smaller than it can be drawn is drawn as small as can be, and dotted.
  function fit() {
    for (const { shape, mark } of shapes) {
      if (!shape.setRadius) continue;
      const metres = smallest * 40075016 * Math.cos(mark.lat * Math.PI / 180) / (256 * 2 ** map.getZoom());
      shape.setRadius(Math.max(mark.reach, metres));
      shape.getElement().classList.toggle('tiny', mark.reach < metres);
    }
  }
  function paint() {
    for (const { shape, mark } of shapes) {
      const on = picked !== '' && (has(mark.of) || here(mark));
      shape.getElement().classList.toggle('picked', on);
      if (on && shape.setRadius) shape.bringToFront();
    }
  }
  const untab = rove(box, '[role=button]');
  function draw() {
    layer.clearLayers();
    shapes = [];
    const size = (m) => m.reach;
    [...chart.marks].sort((a, b) => size(b) - size(a)).forEach(drawMark);
    chart.links.forEach(drawLink);
    chart.clusters.forEach(drawCluster);
    fit();
    paint();
    if (shapes.length + chart.clusters.length) untab();
    section.dataset.drawn = `${chart.marks.length} ${chart.clusters.length}`;
  }
  draw();
  let turn = 0;
  map.on('moveend', async () => {
    measure(map, scale);
    const mine = ++turn, wider = await look(), next = chart.whole ? chart : await load(map);
    if (mine === turn && (wider || next !== chart)) { chart = next; draw(); }
  });
  map.fire('moveend');
  map.on('zoomend', () => { if (chart.links.some((l) => l.sort === 'dispute')) draw(); else fit(); });

  // show marks an incident, and moves there if it cannot be seen.
  function show(id, place) {
    picked = id;
    spot = place?.split(',').map(Number) ?? null;
    paint();
    const found = shapes.find(({ mark }) => mark.lat !== undefined && (has(mark.of) || here(mark)))?.mark;
    const to = found ? [found.lat, found.lon] : spot;
    if (!to || (found && map.getBounds().contains(to))) return;
    if (found || chart.whole) map.panTo(to); else map.setView(to, Math.max(map.getZoom(), 9));
  }
  const beside = (id) => at(chart.marks.find((m) => m.of.some((n) => chart.incidents[n].id === id)) ?? { of: [] });
  return { told, show, beside, map };
}
