// Cards: why somebody is the speaker of a quotation, and what is known of a character.

const panel = $("panel");
let card = null; // what the panel shows: { quotation }, { character: id }, { search } or { notice }
let origin = null; // where the focus returns to
const MORE = 40;
const TYPES = {
  explicit: "The speaker is named beside the words.",
  anaphoric: "A pronoun or a description stands beside the words.",
  implicit: "Nothing beside the words says it: it follows from the turns, the names called and who is there.",
};
const MAKERS = { person: "a person", speakers: "fabula, from the text alone" };
const SUBJECTS = { he: "he, him", she: "she, her", they: "they, them", it: "it, its" };

function clip(words, length) {
  return lead(words.replace(/\s+/g, " ").trim(), length);
}
function nameButton(who) {
  return h("button", { type: "button", class: "name", onclick: () => open({ character: who.id }, { focus: true }) }, bdi(who.name));
}
function goLink(hash, ...words) {
  return h("a", { href: `#${hash}` }, ...words);
}
const chapterAt = (position) => chapters.findLast((chapter) => chapter.start <= position) ?? chapters[0];
const textOf = (quotation) => pieces.get(quotation.id).map((element) => [...textNodes(element)].map((node) => node.data).join("")).join(" … ");

// The end or the beginning of some words, cut between two of them.
function tail(words, length) {
  return words.length > length ? `…${words.slice(-length).replace(/^\S*\s/, "")}` : words;
}
function lead(words, length) {
  return words.length > length ? `${words.slice(0, length).replace(/\s\S*$|[\ud800-\udbff]$/, "")}…` : words;
}
// Spans of one paragraph that stand near each other, as one excerpt with each underlined.
function excerpts(spans) {
  const groups = [];
  for (const [start, end] of [...spans].sort((one, other) => one[0] - other[0])) {
    const one = paragraphAt(start), last = groups.at(-1);
    if (last && last.one === one && start - last.end < 80) {
      last.spans.push([start, end]);
      last.end = Math.max(last.end, end);
    } else groups.push({ one, end, spans: [[start, end]] });
  }
  return groups.map(({ one, end, spans: near }) => {
    const words = wordsOf(one), first = offsetIn(one, near[0][0]), parts = [tail(words.slice(0, first), 40)];
    let done = first;
    for (const [start, stop] of near) {
      const from = Math.max(done, offsetIn(one, start)), to = Math.max(from, offsetIn(one, stop));
      parts.push(words.slice(done, from), h("u", {}, clip(words.slice(from, to), 160)));
      done = to;
    }
    return goLink(`p-${near[0][0]}`, h("bdi", {}, ...parts, lead(words.slice(done), 40)));
  });
}

function quotationCard(quotation) {
  const known = view.of(quotation);
  const { attribution, speaker, addressees, doubt, cue } = known;
  const sure = attribution?.confidence ?? null, stated = attribution?.maker === "person";
  const title = !quotation.aside ? "Unknown speaker" : quotation.aside === "writing" ? "Something written" : "A quotation inside another";
  const spans = [];
  for (const list of [cue?.evidence ?? [], attribution?.evidence ?? []])
    for (let i = 0; i < list.length; i += 2) {
      const own = pieces.get(quotation.id).some((element) => element.contains(rangeOf(list[i], list[i + 1]).commonAncestorContainer));
      if (!own && !spans.some(([start, end]) => start === list[i] && end === list[i + 1])) spans.push([list[i], list[i + 1]]);
    }
  highlight("evidence", spans.map(([start, end]) => rangeOf(start, end)));
  const same = speaker?.quotations ?? [], place = same.indexOf(quotation);
  const step = (words, other) => other ? h("button", { type: "button", onclick: () => travel(other, true) }, words) : null;
  return [
    h("h2", { id: "panel-title", tabindex: -1 }, speaker ? nameButton(speaker) : title, doubt === "uncertain" ? h("span", { class: "doubt" }, " uncertain") : null),
    h("blockquote", { dir: "auto" }, clip(textOf(quotation), 280)),
    h("dl", {},
      ...(addressees.length ? [h("dt", {}, "to"), h("dd", {}, ...addressees.flatMap((who, i) => [i ? ", " : "", nameButton(who)]))] : []),
      ...(quotation.aside ? [h("dt", {}, "kind"), h("dd", {}, quotation.aside)] : []),
      ...(attribution ? [h("dt", {}, "why"), h("dd", {}, stated ? "Stated by a person." : `${attribution.type}. ${TYPES[attribution.type] ?? ""}`)] : []),
      ...(sure !== null && speaker && !stated ? [h("dt", {}, "confidence"), h("dd", {}, meter(sure), ` ${percent(sure, 1)} in 100`)] : []),
      ...(spans.length ? [h("dt", {}, "evidence"), h("dd", {}, h("ul", {}, ...excerpts(spans).map((link) => h("li", {}, link))))] : []),
      h("dt", {}, "place"), h("dd", {}, bdi(chapterAt(quotation.start).name), ", ", goLink(quotation.id, `#${quotation.id}`)),
      ...(attribution ? [h("dt", {}, "judged by"), h("dd", {}, MAKERS[attribution.maker] ?? attribution.maker)] : []),
    ),
    same.length > 1 && place >= 0 ? h("p", { class: "steps" }, step("← earlier", same[place - 1]), ` ${place + 1} of ${same.length} `, step("later →", same[place + 1])) : null,
    speaker ? h("p", { class: "steps" }, filterButton(speaker)) : null,
  ];
}

function meter(value) {
  const fill = h("span");
  fill.style.width = `${Math.max(2, Math.round(value * 100))}%`;
  return h("span", { class: "meter", "aria-hidden": "true" }, fill);
}
function filterButton(who) {
  const active = only === who.id;
  return h("button", { type: "button", "aria-pressed": String(active), onclick: () => setOnly(active ? null : who.id) }, active ? "Show everything" : h("span", {}, "Only the lines of ", bdi(who.name)));
}

// A list that shows some items at a time.
function longList(items, make) {
  const list = h("ol", { class: "lines" });
  const more = (from) => {
    list.querySelector(".more")?.remove();
    list.append(...items.slice(from, from + MORE).map((item, index) => make(item, from + index)));
    const left = items.length - from - MORE;
    if (left <= 0) return;
    const button = h("button", { type: "button", onclick: () => { more(from + MORE); list.children[from + MORE].querySelector("a, button").focus(); } }, `${number(left)} more`);
    list.append(h("li", { class: "more" }, button));
  };
  more(0);
  return list;
}
function characterCard(id) {
  const who = view.character(id);
  if (!who) return [h("h2", { id: "panel-title", tabindex: -1 }, "Nobody yet"), h("p", {}, "Nobody of that number is known up to the place you have read to.")];
  const others = who.aliases.filter((form) => form !== who.name);
  const list = longList(who.quotations, (quotation) =>
    h("li", {}, goLink(quotation.id, bdi(clip(textOf(quotation), 90))), h("small", {}, bdi(chapterAt(quotation.start).name))));
  const to = [...who.to].sort((one, other) => other[1] - one[1]).slice(0, 5);
  return [
    h("h2", { id: "panel-title", tabindex: -1 }, bdi(who.name), who.narrator ? h("span", { class: "doubt" }, " tells the story") : null),
    h("dl", {},
      ...(others.length ? [h("dt", {}, "also"), h("dd", {}, ...others.flatMap((form, i) => [i ? ", " : "", bdi(form)]))] : []),
      ...(who.kind !== "person" ? [h("dt", {}, "kind"), h("dd", {}, who.kind)] : []),
      h("dt", {}, "pronouns"), h("dd", {}, SUBJECTS[who.pronouns] ?? who.pronouns ?? "not shown"),
      h("dt", {}, "speech"), h("dd", {}, who.quotations.length ? `${some(who.quotations.length, "quotation")}, ${some(who.words, "word")}, ${percent(who.words, view.words)} % of all speech` : "none"),
      ...(to.length ? [h("dt", {}, "speaks to"), h("dd", {}, ...to.flatMap(([other, times], i) => [i ? ", " : "", nameButton(other), ` ${times}`]))] : []),
      h("dt", {}, "mentioned"), h("dd", {}, `${some(who.mentions, "time")}, first `, goLink(`p-${who.first}`, "here"), " in ", bdi(chapterAt(who.first).name)),
      h("dt", {}, "presence"), h("dd", {}, strip(who)),
    ),
    who.quotations.length ? h("p", { class: "steps" }, filterButton(who)) : null,
    who.quotations.length ? h("h3", {}, "Lines") : null,
    who.quotations.length ? list : null,
  ];
}

function present(what, body) {
  card = what;
  for (const element of main.querySelectorAll("q.now")) element.classList.remove("now");
  panel.replaceChildren(h("button", { type: "button", class: "close", "aria-label": "Close", onclick: shut }, "×"), ...body.filter(Boolean));
  panel.hidden = false;
  panel.scrollTop = 0;
}
// Shows a card. `focus` moves the keyboard into it; without, it only follows.
function open(what, { focus = false, write = true } = {}) {
  if (focus && !panel.contains(document.activeElement)) origin = document.activeElement;
  highlight("evidence", []);
  present(what, what.quotation ? quotationCard(what.quotation) : characterCard(what.character));
  if (what.quotation) for (const element of pieces.get(what.quotation.id)) element.classList.add("now");
  const hash = `#${what.quotation ? what.quotation.id : what.character}`;
  if (write && location.hash !== hash) history.pushState(null, "", hash);
  if (focus) $("panel-title").focus({ preventScroll: true });
}
function shut() {
  const inside = panel.contains(document.activeElement);
  panel.hidden = true;
  card = null;
  highlight("evidence", []);
  for (const element of main.querySelectorAll("q.now")) element.classList.remove("now");
  if (inside && origin?.isConnected) origin.focus({ preventScroll: true });
}
