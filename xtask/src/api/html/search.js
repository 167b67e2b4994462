// Search over names and first sentences, without a server: names that begin with the words come first.
const field = document.getElementById("search");
const results = document.getElementById("results");
let chosen = 0;

function rank([name, , kind, about], words) {
    const lower = name.toLowerCase();
    if (!words.every((word) => lower.includes(word) || about.toLowerCase().includes(word))) return -1;
    const joined = words.join("");
    const place = lower === joined || lower === "vir" + joined ? 0 : lower.startsWith(joined) || lower.startsWith("vir" + joined) ? 1
        : words.every((word) => lower.includes(word)) ? 2 : 3;
    return place * 1000 + (kind === "constant" ? 500 : 0) + name.length;
}

function show() {
    const words = field.value.toLowerCase().split(/[\s()]+/).filter(Boolean);
    const found = words.length === 0 ? [] : INDEX.map((entry) => [rank(entry, words), entry]).filter(([place]) => place >= 0)
        .sort(([one], [other]) => one - other).slice(0, 40);
    chosen = 0;
    results.hidden = words.length === 0;
    results.replaceChildren(...found.map(([, [name, page, kind, about]], number) => {
        const link = document.createElement("a");
        const bold = document.createElement("b");
        const small = document.createElement("small");
        link.href = `${page}.html#${name}`;
        bold.textContent = name;
        small.textContent = `${kind}, ${page}.h${about ? ": " + about : ""}`;
        link.append(bold, small);
        link.className = number === 0 ? "chosen" : "";
        link.addEventListener("click", () => { results.hidden = true; });
        const line = document.createElement("li");
        line.append(link);
        return line;
    }));
    if (found.length === 0) results.textContent = "Nothing found";
}

function choose(step) {
    const links = results.querySelectorAll("a");
    if (links.length === 0) return;
    links[chosen].className = "";
    chosen = (chosen + step + links.length) % links.length;
    links[chosen].className = "chosen";
    links[chosen].scrollIntoView({ block: "nearest" });
}

field.addEventListener("input", show);
field.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown") choose(1);
    else if (event.key === "ArrowUp") choose(-1);
    else if (event.key === "Enter") results.querySelector(".chosen")?.click();
    else if (event.key === "Escape") { results.hidden = true; field.blur(); }
    else return;
    event.preventDefault();
});
document.addEventListener("keydown", (event) => {
    if (event.key === "/" && document.activeElement !== field) {
        event.preventDefault();
        field.focus();
    }
});
document.addEventListener("click", (event) => { if (!event.target.closest("header")) results.hidden = true; });
const asked = new URLSearchParams(location.search).get("q");
if (asked) {
    field.value = asked;
    show();
}
