// What is known when some passages have been read: the facts of the page, folded up to there.

const facts = JSON.parse(document.getElementById("facts").textContent);
const OWN_LINE = 4; // Quotations after which a speaker gets a line under their words.
const COLOURS = 10;
const LINES = ["solid", "dashed", "dotted", "double"];

const chapters = facts.chapters.map(([id, name, tells, start, end, resumes]) => ({ id, name, tells, start, end, resumes }));
if (!chapters.length) chapters.push({ id: "text", name: document.title, tells: 1, start: 0, end: Infinity, resumes: null });
// The chapter that each division counts for: a note may cut one in two.
const chapterOf = chapters.map((chapter) => chapters.findIndex((one) => one.id === (chapter.resumes ?? chapter.id)));
for (const [index, chapter] of chapters.entries()) chapter.name = chapters[chapterOf[index]].name;
const told = [...chapters.keys()].filter((index) => chapters[index].tells && chapterOf[index] === index);
// `aside` says what a quotation is that does not count as speech: writing, or words inside another quotation.
const quotations = facts.quotations.map(([id, start, known, words, aside = ""], index) => ({
  id, index, start, known, words, aside, attributions: [], cues: [],
}));
for (const [index, known, speaker, type, confidence, addressees, evidence, maker] of facts.attributions)
  quotations[index].attributions.push({ known, speaker, type, confidence, addressees, evidence, maker: facts.makers[maker] });
for (const [index, known, evidence] of facts.cues) quotations[index].cues.push({ known, evidence });
const quotationOf = new Map(quotations.map((quotation) => [quotation.id, quotation]));

const latest = (claims, at) => claims.findLast((claim) => claim.known <= at);

// The cast and the speakers as known when the first `count` passages have been read.
function fold(count) {
  const whole = count >= facts.ends.length, at = whole ? Infinity : facts.ends[count - 1];
  const into = new Map(), records = new Map(), mentions = [];
  for (const [changed, merged, counts] of facts.steps.slice(0, count)) {
    mentions.push(...counts);
    for (const [late, early] of merged) {
      into.set(late, early);
      records.delete(late);
    }
    for (const [id, name, aliases, kind, pronouns, narrator, acts, first] of changed)
      records.set(id, {
        id, name, aliases, kind, pronouns, narrator, acts, first,
        mentions: 0, presence: new Map(), quotations: [], words: 0, to: new Map(), colour: null, line: "s0",
      });
  }
  const root = (id) => {
    while (into.has(id)) id = into.get(id);
    return id;
  };
  const character = (id) => records.get(root(id)) ?? null;
  for (const [id, division, by] of mentions) {
    const who = character(id), chapter = chapterOf[division];
    if (!who) continue;
    who.mentions += by;
    who.presence.set(chapter, (who.presence.get(chapter) ?? 0) + by);
  }
  let spoken = 0, words = 0, uncertain = 0, unknown = 0;
  // Of each colour, how many bear it and what they have said. A new speaker takes the colour least heard so far, with
  // a line of its own: so those who say most share their colour with nobody who says much.
  const bearers = Array(COLOURS).fill(0), heard = Array(COLOURS).fill(0);
  const dress = (speaker) => {
    const colour = heard.indexOf(Math.min(...heard));
    speaker.colour = colour;
    speaker.line = `c${colour + 1} ${LINES[((colour % 3) + bearers[colour]) % LINES.length]}`;
    bearers[colour] += 1;
    heard[colour] += speaker.words;
  };
  const speech = quotations.map((quotation) => {
    if (quotation.known > at) return null;
    const attribution = latest(quotation.attributions, at) ?? null;
    const speaker = attribution?.speaker ? character(attribution.speaker) : null;
    const doubt = quotation.aside && !speaker ? "" : !speaker ? "unknown"
      : attribution.confidence !== null && attribution.confidence < facts.doubtful ? "uncertain" : "";
    const addressees = (attribution?.addressees ?? []).map(character).filter(Boolean);
    if (!quotation.aside) {
      spoken += 1;
      words += quotation.words;
      if (doubt === "unknown") unknown += 1;
      if (doubt === "uncertain") uncertain += 1;
    }
    if (speaker && !quotation.aside) {
      speaker.words += quotation.words;
      if (speaker.quotations.push(quotation) === OWN_LINE) dress(speaker);
      else if (speaker.colour !== null) heard[speaker.colour] += quotation.words;
      for (const other of addressees) speaker.to.set(other, (speaker.to.get(other) ?? 0) + 1);
    }
    return { attribution, speaker, addressees, doubt, cue: latest(quotation.cues, at) ?? null };
  });
  const everyone = [...records.values()].sort((one, other) => other.words - one.words || other.mentions - one.mentions || one.first - other.first);
  return {
    count, at, whole, character, speech, spoken, words, uncertain, unknown, everyone,
    characters: everyone.filter((who) => who.acts || who.quotations.length),
    of: (quotation) => speech[quotation.index],
  };
}
