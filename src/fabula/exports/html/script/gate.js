// How far the reader has read, and whose lines are shown.

const gate = $("gate"), place = $("place"), beyond = $("beyond");
const memory = `fabula ${facts.digest}`;
let view = fold(facts.ends.length);
let only = null;

// Passages read at the end of the chapter in which the next passage lies.
function endOfChapter(count) {
  const next = facts.ends[count] - 1, end = chapterAt(next).end;
  return facts.ends.findLastIndex((position) => position <= end) + 1 || count + 1;
}
function setGate(count, { keep = true } = {}) {
  count = Math.max(1, Math.min(facts.ends.length, count));
  view = fold(count);
  gate.value = count;
  const chapter = chapterAt((facts.ends[count - 1] ?? 1) - 1);
  place.textContent = view.whole ? "the end" : `${chapter?.name ?? ""}, ${percent(view.at, facts.ends.at(-1))} %`;
  gate.setAttribute("aria-valuetext", place.textContent);
  for (const passage of passages) passage.element.hidden = passage.index >= count;
  for (const section of main.querySelectorAll("section")) section.hidden = !section.querySelector(".pg:not([hidden])");
  for (const link of $("chapters").querySelectorAll("a")) link.parentElement.hidden = chapters.find((one) => one.id === link.hash.slice(1))?.start >= view.at;
  $("world-told").hidden = !view.whole;
  $("world-later").hidden = view.whole;
  beyond.hidden = view.whole;
  beyond.replaceChildren(
    h("p", {}, "You have read until here."),
    h("button", { type: "button", onclick: () => setGate(count + 1) }, "Read on"),
    h("button", { type: "button", onclick: () => setGate(endOfChapter(count)) }, "To the end of the chapter"),
    h("button", { type: "button", onclick: () => setGate(facts.ends.length) }, "Show everything"),
  );
  mark(view);
  drawCast();
  if (only) setOnly(view.character(only) ? only : null);
  if (asked) ask(asked);
  if (card?.quotation) view.of(card.quotation) ? open(card, { write: false }) : shut();
  else if (card?.character) open(card, { write: false });
  try {
    if (keep) view.whole ? localStorage.removeItem(memory) : localStorage.setItem(memory, count);
  } catch { /* Private windows keep nothing. */ }
}

function setOnly(id) {
  only = id;
  const who = id && view.character(id), note = $("filter");
  const kept = new Set();
  if (who) for (const quotation of who.quotations) for (const element of pieces.get(quotation.id)) kept.add(element.closest("[id^='p-']"));
  for (const { element } of paragraphs) element.classList.toggle("off", Boolean(who) && element.tagName === "P" && !kept.has(element));
  for (const quotation of quotations) {
    const own = !who || view.of(quotation)?.speaker === who;
    for (const element of pieces.get(quotation.id)) element.classList.toggle("other", !own);
  }
  main.classList.toggle("filtered", Boolean(who));
  note.hidden = !who;
  note.replaceChildren(...(who ? [h("span", {}, "Only the lines of ", bdi(who.name), `: ${some(who.quotations.length, "quotation")} `), h("button", { type: "button", onclick: () => setOnly(null) }, "Show everything")] : []));
  if (card?.quotation || card?.character) open(card, { write: false });
  if (who && main.getBoundingClientRect().top > innerHeight / 2) main.scrollIntoView();
}
gate.max = Math.max(1, facts.ends.length);
gate.addEventListener("input", () => {
  const chapter = chapterAt(facts.ends[gate.value - 1] - 1);
  place.textContent = Number(gate.value) >= facts.ends.length ? "the end" : `${chapter?.name ?? ""}, ${percent(facts.ends[gate.value - 1], facts.ends.at(-1))} %`;
});
gate.addEventListener("change", () => setGate(Number(gate.value)));
