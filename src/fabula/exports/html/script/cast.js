// The cast: a table of those who take part, and the rest in a line.

const SHOWN = 24;
let all = false;

// A strip with a bar for each chapter, as high as the character is mentioned there.
const counts = (who) => told.map((index) => who.presence.get(index) ?? 0);
function strip(who) {
  const sums = counts(who), most = Math.max(1, ...sums), width = Math.max(2, Math.min(9, Math.floor(150 / sums.length)));
  const NS = "http://www.w3.org/2000/svg", svg = document.createElementNS(NS, "svg");
  const present = sums.filter(Boolean).length;
  svg.setAttribute("viewBox", `0 0 ${sums.length * width} 16`);
  svg.setAttribute("class", "strip");
  svg.setAttribute("width", sums.length * width);
  svg.setAttribute("height", 16);
  svg.setAttribute("role", "img");
  svg.setAttribute("aria-label", `in ${present} of ${some(sums.length, "chapter")}`);
  sums.forEach((sum, index) => {
    const bar = document.createElementNS(NS, "rect"), height = sum ? 3 + 12 * Math.sqrt(sum / most) : 1;
    bar.setAttribute("x", index * width);
    bar.setAttribute("y", 16 - height);
    bar.setAttribute("width", width - 1);
    bar.setAttribute("height", height);
    if (!sum) bar.setAttribute("class", "none");
    svg.append(bar);
  });
  return svg;
}

// The chapter in which somebody is first mentioned, by its number if it has one, leading to the words.
function firstLink(who) {
  const chapter = chapterAt(who.first), order = /^(?:chapter\s+(\w+)|([ivxlc]+|\d+)(?=[.:\s]|$))/i.exec(chapter.name);
  const part = /^(.+), ([ivxlc]+|\d+)$/i.exec(chapter.name);
  const name = order ? `ch. ${order[1] ?? order[2]}` : part ? `${clip(part[1], 18)} ${part[2]}` : clip(chapter.name, 20);
  return h("a", { href: `#p-${who.first}`, title: chapter.name }, bdi(name));
}
function castTable() {
  const people = view.characters, rows = all ? people : people.slice(0, SHOWN);
  const most = Math.max(1, ...people.map((who) => who.words));
  const cell = (who) => {
    const fill = h("span");
    fill.style.width = `${(100 * who.words) / most}%`;
    return h("td", { class: "share" }, h("span", { class: "bar-of", "aria-hidden": "true" }, fill), h("span", {}, who.words ? `${percent(who.words, view.words) || "<1"} %` : "–"));
  };
  const body = rows.map((who) => {
    const others = who.aliases.filter((form) => form !== who.name);
    return h("tr", { id: `row-${who.id}` },
      h("th", { scope: "row", class: `member ${who.line}` }, nameButton(who), who.kind !== "person" ? h("small", {}, ` ${who.kind}`) : null, who.narrator ? h("small", {}, " tells the story") : null, others.length ? h("small", { class: "also" }, bdi(others.slice(0, 4).join(", ") + (others.length > 4 ? " …" : ""))) : null),
      h("td", { class: "pronouns" }, who.pronouns ?? ""),
      cell(who),
      h("td", { class: "presence" }, strip(who)),
      h("td", { class: "first" }, firstLink(who)),
    );
  });
  const rest = people.length - rows.length, others = view.everyone.filter((who) => !view.characters.includes(who));
  return [
    people.length
      ? h("table", {}, h("caption", { class: "unseen" }, "Share of all words spoken; chapters in which each is mentioned; first mention"),
          h("thead", {}, h("tr", {}, ...["Name", "", "Speech", "Chapters", "First"].map((title) => h("th", { scope: "col" }, title || h("span", { class: "unseen" }, "Pronouns"))))),
          h("tbody", {}, ...body))
      : h("p", { class: "notice" }, view.whole ? "Nobody was found in this text." : "Nobody has appeared yet."),
    rest > 0 ? h("button", { type: "button", onclick: () => { all = true; drawCast(); } }, `${number(rest)} more`) : null,
    others.length ? h("details", { class: "others" }, h("summary", {}, `${number(others.length)} only talked about`), h("p", {}, ...others.slice(0, 200).flatMap((who, i) => [i ? ", " : "", nameButton(who)]))) : null,
    people.length ? presenceTable(people.slice(0, SHOWN)) : null,
  ].filter(Boolean);
}

// The strips as numbers, made when it is opened.
function presenceTable(people) {
  const details = h("details", {}, h("summary", {}, "Mentions by chapter, as a table"));
  details.addEventListener("toggle", () => {
    if (details.querySelector("table")) return;
    const sums = people.map(counts);
    details.append(h("div", { class: "wide", tabindex: 0, role: "region", "aria-label": "Mentions by chapter" }, h("table", {},
      h("thead", {}, h("tr", {}, h("th", { scope: "col" }, "Chapter"), ...people.map((who) => h("th", { scope: "col" }, bdi(who.name))))),
      h("tbody", {}, ...told.map((index, i) => chapters[index].start >= view.at ? null : h("tr", {}, h("th", { scope: "row" }, goLink(chapters[index].id, bdi(chapters[index].name))), ...sums.map((row) => h("td", {}, row[i] || "")))).filter(Boolean)),
    )));
  });
  return details;
}

function drawCast() {
  $("cast-list").replaceChildren(...castTable());
  const read = view.whole ? "" : " so far";
  const doubts = view.uncertain + view.unknown;
  $("figures").replaceChildren(
    `${some(view.characters.length, "character")}, ${some(view.spoken, "quotation")}, ${some(view.words, "word")} spoken${read}. `,
    doubts ? h("button", { type: "button", class: "name", onclick: listDoubts }, `${some(view.uncertain, "speaker")} uncertain, ${number(view.unknown)} unknown`) : "",
  );
}
