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
// Scrolls twice: what was not laid out yet has its true height only afterwards.
function scrollTo(element) {
  element.closest("details:not([open])")?.setAttribute("open", "");
  element.scrollIntoView({ block: "center" });
  requestAnimationFrame(() => element.scrollIntoView({ block: "center" }));
}

function mark(view) {
  let paragraph = null, before = null;
  for (const quotation of quotations) {
    const known = view.of(quotation), [first, ...rest] = pieces.get(quotation.id);
    if (!first) continue; // Not in any paragraph.
    const label = first.firstElementChild, home = first.closest("[id^='p-']");
    const kind = !known ? "" : known.doubt === "unknown" ? "unknown" : !known.speaker ? "" : `s${known.speaker?.line ?? 0}`;
    for (const element of [first, ...rest]) element.className = kind + (known?.doubt === "uncertain" ? " uncertain" : "");
    // A speech that goes on in another paragraph bears the name there too, outside the text.
    let last = home;
    for (const element of rest) {
      const next = element.closest("[id^='p-']");
      if (next !== last && known?.speaker) element.dataset.who = known.speaker.name;
      else delete element.dataset.who;
      last = next;
    }
    label.hidden = !known || (!known.doubt && !known.speaker);
    if (label.hidden) continue;
    label.textContent = known.speaker ? known.speaker.name + (known.doubt ? "?" : "") : "?";
    label.title = known.speaker?.name ?? "unknown speaker";
    label.setAttribute("aria-label", known.speaker ? `${known.speaker.name}${known.doubt ? ", uncertain" : ""}:` : "Unknown speaker:");
    label.classList.toggle("again", home === paragraph && known.speaker === before && !known.doubt);
    paragraph = home;
    before = known.doubt ? null : known.speaker;
  }
}
