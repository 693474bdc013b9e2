// What the reader does: clicks, keys, links.

const keys = $("keys");
const MARKS = ["", "names", "bare"];
let at = null; // the quotation that the keyboard stands on

function travel(quotation, focus = false) {
  if (!quotation) return;
  if (only && view.of(quotation)?.speaker?.id !== only) setOnly(null);
  at = quotation;
  const element = pieces.get(quotation.id)[0];
  for (const label of main.querySelectorAll(".who[tabindex='0']")) label.tabIndex = -1;
  element.firstElementChild.tabIndex = 0;
  element.firstElementChild.setAttribute("aria-describedby", quotation.id);
  scrollTo(element);
  if (!focus) element.firstElementChild.focus({ preventScroll: true });
  open({ quotation }, { focus });
}
// The first quotation in sight, or the one before it: where j and k start from.
function nearest() {
  if (at && pieces.get(at.id)[0].getBoundingClientRect().bottom > 0 && pieces.get(at.id)[0].getBoundingClientRect().top < innerHeight) return at.index;
  const passage = passages.find(({ element }) => !element.hidden && element.getBoundingClientRect().bottom > 60);
  const start = facts.ends[(passage?.index ?? 0) - 1] ?? 0;
  const index = quotations.findIndex((quotation) => quotation.start >= start && view.of(quotation) && pieces.get(quotation.id)[0].getBoundingClientRect().top > 60);
  return index < 0 ? quotations.length : index - 1;
}
function step(by, wanted = () => true) {
  for (let index = nearest() + by; index >= 0 && index < quotations.length; index += by) {
    const known = view.of(quotations[index]);
    if (known && (known.doubt || known.speaker) && (!only || known.speaker?.id === only) && wanted(known)) return travel(quotations[index]);
  }
}
function leaf(by) {
  const sections = [...main.querySelectorAll("section:not([hidden])")];
  const tops = sections.map((section) => section.getBoundingClientRect().top);
  const here = tops.findLastIndex((top) => top < 80);
  const target = by > 0 ? here + 1 : tops[here] < 0 ? here : here - 1;
  sections[Math.max(0, target)]?.scrollIntoView();
}
const actions = {
  "/": () => { query.focus(); query.select(); },
  "?": () => keys.showModal(),
  j: () => step(1),
  k: () => step(-1),
  J: () => step(1, (known) => known.speaker === (at && view.of(at)?.speaker)),
  K: () => step(-1, (known) => known.speaker === (at && view.of(at)?.speaker)),
  u: () => step(1, (known) => known.doubt),
  n: () => leaf(1),
  p: () => leaf(-1),
  "[": () => setGate(view.count - 1),
  "]": () => setGate(view.count + 1),
  c: () => { $("cast").scrollIntoView(); $("cast").querySelector("button")?.focus({ preventScroll: true }); },
  f: () => setOnly(only ? null : card?.character ?? (card?.quotation && view.of(card.quotation).speaker?.id) ?? null),
  m: () => { const next = (MARKS.indexOf(main.dataset.marks ?? "") + 1) % MARKS.length; main.dataset.marks = MARKS[next]; },
  Escape: () => { if (only) setOnly(null); else shut(); },
};
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || keys.open || event.target.closest("input")) return;
  const action = actions[event.key];
  if (!action) return;
  event.preventDefault();
  action();
});
$("help").addEventListener("click", () => keys.showModal());
main.addEventListener("click", (event) => {
  if (!getSelection().isCollapsed) return;
  const label = event.target.closest(".who"), name = event.target.closest("[data-e]"), piece = event.target.closest("q");
  if (name && view.character(name.dataset.e)) return open({ character: view.character(name.dataset.e).id }, { focus: true });
  const quotation = piece && quotationOf.get(piece.dataset.q ?? piece.id);
  if (!quotation || !view.of(quotation)) return;
  at = quotation;
  open({ quotation }, { focus: Boolean(label) });
});

// In place of what lies behind the gate.
function notYet(start) {
  const count = facts.ends.findIndex((end) => end > start) + 1 || facts.ends.length;
  present({ notice: true }, [
    h("h2", { id: "panel-title", tabindex: -1 }, "Not read yet"),
    h("p", {}, "That lies behind the place you have read to."),
    h("p", { class: "steps" }, h("button", { type: "button", onclick: () => { shut(); setGate(count); route(); } }, "Read until there")),
  ]);
  $("panel-title").focus({ preventScroll: true });
}
// Opens what the address names: a quotation, a character, a position, words that a claim rests on, a chapter.
function route() {
  const wanted = decodeURIComponent(location.hash.slice(1)), quotation = quotationOf.get(wanted);
  const position = /^p-(\d+)$/.exec(wanted), marked = /^w-(\d+)-\d+$/.exec(wanted), chapter = chapters.find((one) => one.id === wanted);
  const start = quotation?.start ?? ((position ?? marked) && Number((position ?? marked)[1])) ?? chapter?.start ?? 0;
  if (start >= view.at) return notYet(start);
  if (quotation) travel(quotation, true);
  else if (position) {
    const target = paragraphAt(start), range = rangeOf(start, start + 1);
    highlight("hit-now", [range]);
    scrollTo(range.startContainer.parentElement ?? target.element);
  } else if (marked) {
    if ($(wanted)) scrollTo($(wanted));
  } else if (chapter) {
    const section = $(chapter.id);
    section.querySelector("details")?.setAttribute("open", "");
    section.scrollIntoView();
    requestAnimationFrame(() => section.scrollIntoView());
  } else if (view.character(wanted)) open({ character: wanted }, { focus: true, write: false });
}
addEventListener("hashchange", route);
// A guess at the height of what is not laid out yet, so that the scroll bar tells the truth.
for (const { element } of passages) element.style.containIntrinsicSize = `auto ${Math.round(element.textContent.length / 56) * 28}px`;
let kept = null;
try {
  kept = localStorage.getItem(memory);
} catch { /* Private windows keep nothing. */ }
if (facts.ends.length) setGate(kept ? Number(kept) : facts.ends.length, { keep: false });
else drawCast();
// After the browser's own jump to the address.
if (location.hash) addEventListener("load", () => setTimeout(route));
