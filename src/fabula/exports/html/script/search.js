// Search over the words of the text and over the speakers: `words`, `Name`, or `Name: words`.

const query = $("query"), hitsOut = $("hits");
const PAINTED = 2000;
let hits = [], current = -1, asked = "";

function pattern(words) {
  const quoted = words.trim().replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");
  return new RegExp(quoted.replace(/\s+/g, "\\s+").replace(/['’‘]/g, "['’‘]").replace(/["“”]/g, "[\"“”]"), "giu");
}
// Those who bear a name; if nobody bears it whole, those whose names hold it.
function named(words) {
  const wanted = words.trim().toLowerCase();
  const whose = (fits) => view.everyone.filter((who) => [who.name, ...who.aliases].some((form) => fits(form.toLowerCase())));
  const exact = whose((form) => form === wanted);
  return exact.length || !wanted ? exact : whose((form) => form.includes(wanted));
}
function search(words) {
  const cut = /^([^:]+):\s*(.*)$/su.exec(words), speakers = cut ? new Set(named(cut[1])) : null;
  const limited = speakers?.size ? speakers : null, wanted = limited ? cut[2] : words;
  const found = [];
  if (limited && !wanted.trim()) {
    for (const quotation of quotations) if (limited.has(view.of(quotation)?.speaker)) found.push(hitOf(quotation));
    return found;
  }
  const expression = pattern(wanted);
  for (const paragraph of paragraphs) {
    if (paragraph.element.closest("[hidden]")) continue;
    for (const match of wordsOf(paragraph).matchAll(expression)) {
      const hit = { paragraph, from: match.index, to: match.index + match[0].length };
      if (!limited || limited.has(speakerAt(hit))) found.push(hit);
    }
  }
  return found;
}
function hitOf(quotation) {
  const element = pieces.get(quotation.id)[0], paragraph = paragraphAt(quotation.start), from = offsetIn(paragraph, quotation.start);
  const length = [...textNodes(element)].reduce((sum, node) => sum + node.length, 0);
  return { paragraph, from, to: from + length };
}
function speakerAt(hit) {
  const element = rangeIn(hit.paragraph, hit.from, hit.to).startContainer.parentElement.closest("q");
  const quotation = element && quotationOf.get(element.dataset.q ?? element.id);
  return quotation ? (view.of(quotation)?.speaker ?? null) : null;
}
function ask(words) {
  asked = words;
  current = -1;
  hits = words.trim() ? search(words) : [];
  highlight("hit", hits.slice(0, PAINTED).map((hit) => rangeIn(hit.paragraph, hit.from, hit.to)));
  highlight("hit-now", []);
  hitsOut.textContent = words.trim() ? (hits.length ? some(hits.length, "place") : "nothing found") : "";
}
// Goes to a hit, counted around the ends.
function visit(index) {
  if (!hits.length) return;
  current = (index + hits.length) % hits.length;
  const hit = hits[current], range = rangeIn(hit.paragraph, hit.from, hit.to);
  if (only) setOnly(null);
  highlight("hit-now", [range]);
  if (!globalThis.Highlight) getSelection().setBaseAndExtent(range.startContainer, range.startOffset, range.endContainer, range.endOffset);
  scrollTo(range.startContainer.parentElement);
  hitsOut.textContent = `${number(current + 1)} of ${number(hits.length)}`;
}
// The hits with the words around them.
function concordance() {
  const people = named(asked.split(":")[0]).slice(0, 6);
  highlight("evidence", []);
  present({ search: true }, [
    h("h2", { id: "panel-title", tabindex: -1 }, hits.length ? some(hits.length, "place") : "Nothing found"),
    people.length ? h("p", {}, "Characters: ", ...people.flatMap((who, i) => [i ? ", " : "", nameButton(who)])) : "",
    longList(hits, (hit, index) => {
      const words = wordsOf(hit.paragraph), who = speakerAt(hit);
      return h("li", {}, h("button", { type: "button", class: "hit", onclick: () => visit(index) },
        bdi(tail(words.slice(0, hit.from), 32)), h("mark", {}, clip(words.slice(hit.from, hit.to), 60)), bdi(lead(words.slice(hit.to), 44))),
        h("small", {}, who ? h("span", {}, bdi(who.name), ", ") : null, bdi(chapterAt(hit.paragraph.start).name)));
    }),
  ]);
}
// The quotations whose speaker is doubtful, as if they had been searched for.
function listDoubts() {
  ask("");
  hits = quotations.filter((quotation) => !quotation.aside && view.of(quotation)?.doubt).map(hitOf);
  concordance();
  $("panel-title").focus({ preventScroll: true });
}
$("search").addEventListener("submit", (event) => event.preventDefault());
query.addEventListener("input", () => { if (!query.value) ask(""); });
query.addEventListener("keydown", (event) => {
  if (event.key === "Escape") {
    query.value = "";
    ask("");
    if (card?.search) shut();
    query.blur();
  }
  if (event.key !== "Enter" || event.isComposing) return;
  event.preventDefault();
  const fresh = query.value !== asked;
  if (fresh) ask(query.value);
  if (fresh && asked.trim()) concordance();
  if (fresh) {
    const here = hits.findIndex((hit) => hit.paragraph.element.getBoundingClientRect().bottom > 0);
    visit(Math.max(0, here));
  } else visit(current + (event.shiftKey ? -1 : 1));
});
