// The text on the page: positions in it, and the marks of the speakers.

const $ = (id) => document.getElementById(id);
const main = $("text");
const passages = [...main.querySelectorAll(".pg")].map((element) => ({ element, index: Number(element.dataset.p) }));
const paragraphs = [...main.querySelectorAll("[id^='p-']")].map((element) => ({ element, start: Number(element.id.slice(2)), words: null }));
const pieces = new Map(quotations.map((quotation) => [quotation.id, []]));
for (const element of main.querySelectorAll("q")) pieces.get(element.dataset.q ?? element.id)?.push(element);

function h(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value === null || value === undefined || value === false) continue;
    if (name === "onclick") element.addEventListener("click", value);
    else element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}
const bdi = (words) => h("bdi", {}, words);
const number = (value) => value.toLocaleString("en");
const percent = (part, whole) => (whole ? Math.round((100 * part) / whole) : 0);
const some = (count, one, many = `${one}s`) => `${number(count)} ${count === 1 ? one : many}`;

// Text nodes of a paragraph that are text of the story: the labels of quotations are not.
function* textNodes(element) {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) if (!walker.currentNode.parentElement.closest("button")) yield walker.currentNode;
}
function wordsOf(paragraph) {
  paragraph.words ??= [...textNodes(paragraph.element)].map((node) => node.data).join("");
  return paragraph.words;
}
function paragraphAt(position) {
  let low = 0, high = paragraphs.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (paragraphs[middle].start <= position) low = middle;
    else high = middle - 1;
  }
  return paragraphs[low];
}
// Offset in UTF-16 of a position that counts code points.
function offsetIn(paragraph, position) {
  const words = wordsOf(paragraph), wanted = position - paragraph.start;
  if (!/[\ud800-\udfff]/.test(words)) return Math.min(wanted, words.length);
  let offset = 0;
  for (let count = 0; count < wanted && offset < words.length; count += 1) offset += words.codePointAt(offset) > 0xffff ? 2 : 1;
  return offset;
}
// The place in the tree of an offset in a paragraph; `late` prefers the end of a node to the start of the next.
function placeOf(paragraph, offset, late) {
  let last = null;
  for (const node of textNodes(paragraph.element)) {
    if (offset < node.length || (late && offset === node.length)) return [node, offset];
    offset -= node.length;
    last = node;
  }
  return last ? [last, last.length] : [paragraph.element, 0];
}
function rangeIn(paragraph, from, to) {
  const range = document.createRange();
  range.setStart(...placeOf(paragraph, from, false));
  range.setEnd(...placeOf(paragraph, to, true));
  return range;
}
function rangeOf(start, end) {
  const one = paragraphAt(start), other = paragraphAt(Math.max(start, end - 1)), range = document.createRange();
  range.setStart(...placeOf(one, offsetIn(one, start), false));
  range.setEnd(...placeOf(other, offsetIn(other, end), true));
  return range;
}
function highlight(name, ranges) {
  if (!globalThis.Highlight) return;
  if (ranges.length) CSS.highlights.set(name, new Highlight(...ranges));
  else CSS.highlights.delete(name);
}
// Scrolls again in the next frames: what was not laid out yet has its true height only afterwards.
function scrollTo(element, frames = 2) {
  element.closest("details:not([open])")?.setAttribute("open", "");
  element.scrollIntoView({ block: "center" });
  if (frames) requestAnimationFrame(() => scrollTo(element, frames - 1));
}

const NEAR = 90; // Characters within which two quotations may begin on one line.

// A name as the margin has room for, in two lines at most.
const margined = (known) => (known.speaker ? lead(known.speaker.name, 40) + (known.doubt ? "?" : "") : "?");

function mark(view) {
  let before = null; // the last name in the margin: of whom, in which paragraph, where
  for (const quotation of quotations) {
    const known = view.of(quotation), [first, ...rest] = pieces.get(quotation.id);
    if (!first) continue; // Not in any paragraph.
    const label = first.firstElementChild, home = first.closest("[id^='p-']"), who = known?.speaker ?? null;
    const kind = !known ? "" : known.doubt === "unknown" ? "unknown" : (who?.line ?? "");
    for (const element of [first, ...rest]) {
      element.className = kind + (known?.doubt === "uncertain" ? " uncertain" : "");
      delete element.dataset.who;
    }
    label.hidden = !known || (!known.doubt && !who);
    if (label.hidden) continue;
    label.textContent = margined(known);
    label.title = who?.name ?? "unknown speaker";
    label.setAttribute("aria-label", who ? `${who.name}${known.doubt ? ", uncertain" : ""}:` : "Unknown speaker:");
    const beside = before?.home === home, again = beside && before.who === who;
    label.classList.toggle("again", again);
    // Two names that may stand beside one line share its height.
    const lower = beside && !again && !before.lower && quotation.start - before.start < NEAR;
    if (lower) {
      before.element.classList.add("upper");
      first.classList.add("lower");
    }
    if (!again) before = { home, who, lower, start: quotation.start, element: first };
    // A speech that goes on in another paragraph bears the name there too, outside the text.
    for (const element of rest) {
      const next = element.closest("[id^='p-']");
      if (next === before.home) continue;
      element.dataset.who = margined(known);
      before = { home: next, who, lower: false, start: Number(next.id.slice(2)), element };
    }
  }
}
