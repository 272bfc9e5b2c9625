// The search. Another script loads this module when a reader first opens it, and not before.
// All that it finds, and every word that it shows, is in data/search.json:
// build_tools/kinds/guide/search.py makes that file and says what stands in it.

const SHOWN = 30;
const NAME = 1, LINE = 0.6, WORDS = 0.4; // a title and the other names weigh the same
const [FIRST, LAST] = [0, 3]; // the places of danger signs, and of sources
const COUNTS = [1.5, 1, 0.7, 1]; // what a hit counts, by the place of its sort
const NAMED = [5, 5, 0.2, 0]; // what it counts more if what was typed is its very name

let ready;

/** Show the search; `base` is the address of the site's root from this page, such as "../../". */
export async function open(base) {
  ready ??= prepare(new URL(base || ".", document.baseURI).href);
  const dialog = await ready.catch((error) => {
    ready = undefined; // the next try asks again
    throw error;
  });
  if (!dialog.open) dialog.showModal();
  dialog.querySelector("input").select();
}

async function prepare(root) {
  const [answer] = await Promise.all([fetch(`${root}data/search.json`), dressed(root)]);
  if (!answer.ok) throw new Error(`${answer.status} ${answer.url}`);
  const data = await answer.json();
  return panel(data, indexed(data), root);
}

function dressed(root) {
  const link = make("link", { rel: "stylesheet", href: `${root}stylesheets/search.css` });
  document.head.append(link);
  return new Promise((done) => (link.onload = link.onerror = done));
}

// ── Finding ────────────────────────────────────────────────────────────────

/** The words of a text: no case, no accents, split at all that is no letter and no digit. */
export function wordsOf(text) {
  return text.toLowerCase().normalize("NFKD").replace(/\p{M}/gu, "").match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** Each word with the hits that hold it, and what it weighs in each of them. */
export function indexed({ hits, sorts }) {
  const index = { words: new Map(), places: hits.map(([sort]) => sorts[sort][1]), names: [] };
  hits.forEach(([sort, , , title, line, names = [], words = ""], hit) => {
    const called = [title, ...names].map(wordsOf);
    index.names.push(new Set(called.map((name) => name.join(" "))));
    const more = wordsOf(`${words} ${sorts[sort][0]}`);
    for (const [found, weight] of [[called.flat(), NAME], [wordsOf(line), LINE], [more, WORDS]])
      for (const word of found) {
        if (!index.words.has(word)) index.words.set(word, new Map());
        const held = index.words.get(word);
        if (!held.has(hit)) held.set(hit, weight);
      }
  });
  return index;
}

/**
 * The hits for what a reader typed, the best first, as their numbers. A rare word counts more.
 * Danger signs that match well come before all else; those that match in their details alone come
 * next, the most urgent first, unless what was typed is the very name of another hit.
 */
export function find(text, index) {
  const asked = wordsOf(text);
  const found = [...new Set(asked)].map((word) => matching(word, index)).filter((hits) => hits.size);
  const rare = found.map((hits) => Math.log(1 + index.places.length / hits.size));
  const sum = rare.reduce((all, one) => all + one, 0);
  const scored = [...new Set(found.flatMap((hits) => [...hits.keys()]))].map((hit) => {
    const held = found.map((hits) => hits.get(hit) ?? 0);
    const part = rare.reduce((all, one, i) => all + (held[i] && one), 0) / sum;
    const well = (part * rare.reduce((all, one, i) => all + held[i] * one, 0)) / sum;
    const place = index.places[hit];
    const named = index.names[hit].has(asked.join(" ")) ? NAMED[place] : 0;
    const warns = place === FIRST && well >= 0.5 && Math.min(...held) >= WORDS ? 10 : 0;
    if (place === FIRST && !warns && well >= 0.25 && held.length > 1) return { hit, part, score: 4 + named };
    return { hit, part, score: COUNTS[place] * well + named + warns - (place === LAST) };
  });
  const most = Math.max(...scored.map(({ part }) => part));
  const kept = scored.filter(({ part }) => part >= most / 2);
  return kept.sort((a, b) => b.score - a.score || a.hit - b.hit).map(({ hit }) => hit);
}

/** The hits that hold a word or one like it; a mistake is thought of if no word begins like that. */
function matching(asked, index) {
  const told = (held) => [...held.keys()].some((hit) => index.places[hit] !== LAST);
  const known = [...index.words].some(([word, held]) => word.startsWith(asked) && told(held));
  const hits = new Map();
  for (const [word, held] of index.words) {
    const alike = Math.max(likeness(asked, word), known ? 0 : mistyped(asked, word));
    if (alike) for (const [hit, weight] of held) hits.set(hit, Math.max(hits.get(hit) ?? 0, weight * alike));
  }
  return hits;
}

/** How like two words are: the same, the beginning of the other, or the same but for an ending. */
function likeness(asked, word) {
  if (asked === word) return 1;
  if (word.startsWith(asked)) return (0.9 * asked.length) / word.length;
  if (word.length >= 3 && asked.slice(0, -1) === word) return 0.8;
  let same = 0;
  while (same < asked.length && asked[same] === word[same]) same++;
  return same >= 4 && Math.max(asked.length, word.length) - same <= 3 ? 0.4 : 0;
}

function mistyped(asked, word) {
  const most = asked.length < 8 ? 1 : 2;
  if (Math.min(asked.length, word.length + 1) < 4 || Math.abs(asked.length - word.length) > most) return 0;
  const made = mistakes(asked, word);
  return made <= most ? 0.75 - made / 10 : 0;
}

/** How many letters are wrong, missing, too many, or changed with the next (Damerau-Levenshtein). */
export function mistakes(a, b) {
  let before = [], last = [], row = [...Array(b.length + 1).keys()];
  for (let i = 1; i <= a.length; i++) {
    [before, last, row] = [last, row, [i]];
    for (let j = 1; j <= b.length; j++) {
      row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] !== b[j - 1]));
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (swapped) row[j] = Math.min(row[j], before[j - 2] + 1);
    }
  }
  return row[b.length];
}

// ── Showing ────────────────────────────────────────────────────────────────

function make(name, attributes, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children);
  return element;
}

function panel({ words, sorts, pages, hits, elsewhere }, index, root) {
  const plainly = { autocomplete: "off", autocapitalize: "off", spellcheck: "false" };
  const input = make("input", { id: "search-words", type: "text", enterkeyhint: "search", ...plainly });
  const close = make("button", { type: "button" }, words.close);
  const status = make("p", { role: "status" }, words.hint);
  const list = make("ol", { role: "list" });
  const label = make("label", { for: "search-words" }, words.label);
  const body = make("div", { role: "search" }, label, close, input, status, list);
  const dialog = make("dialog", { id: "search", "aria-label": words.title }, body);

  const row = (hit) => {
    const [sort, page, anchor, title, line] = hits[hit];
    const [what, place] = sorts[sort];
    const kind = make("span", { class: place === FIRST ? "what warns" : "what" }, what);
    const href = `${root}${pages[page]}${anchor && `#${anchor}`}`;
    const told = make("span", { class: "line" }, line);
    return make("li", {}, make("a", { href }, kind, " ", make("b", {}, title), " ", told));
  };
  input.addEventListener("input", () => {
    const typed = wordsOf(input.value).length > 0;
    const found = typed ? find(input.value, index) : [];
    const count = found.length > SHOWN ? words.most : found.length === 1 ? words.one : words.many;
    const said = found.length ? count : typed ? words.none : words.hint;
    status.textContent = said.replace("{count}", found.length).replace("{shown}", SHOWN);
    list.replaceChildren(...(typed && !found.length ? elsewhere : found.slice(0, SHOWN)).map(row));
    list.scrollTop = 0;
  });
  dialog.addEventListener("keydown", (event) => {
    const stops = [input, ...list.querySelectorAll("a")];
    const at = stops.indexOf(document.activeElement);
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.isComposing || at < 0) return;
    if (event.key === "Enter" && at === 0) stops[1]?.click();
    if (!step) return;
    event.preventDefault();
    stops[at + step]?.focus();
  });
  dialog.addEventListener("click", (event) => {
    const stays = event.ctrlKey || event.metaKey || event.shiftKey; // opens elsewhere
    const leaves = event.target.closest("a") && !stays;
    if (leaves || event.target === dialog || event.target === close) dialog.close();
  });
  document.body.append(dialog);
  return dialog;
}
