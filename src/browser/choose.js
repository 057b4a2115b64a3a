// The script of the page that chooses a language: the one chosen before, else the first of the browser's list that the
// guide speaks. Without it the page is a list of links.
const links = [...document.querySelectorAll("a[hreflang]")];
const spoken = (tag) =>
  links.find((link) => link.hreflang.toLowerCase() === tag.toLowerCase()) ??
  links.find((link) => link.hreflang.split("-")[0].toLowerCase() === tag.split("-")[0].toLowerCase());

let chosen;
try {
  const theme = localStorage.getItem("registry-guide.theme");
  if (theme) document.documentElement.dataset.theme = theme;
  chosen = localStorage.getItem("registry-guide.language");
} catch {
  // Storage is refused: the browser's list it is.
}

const link = [chosen, ...navigator.languages].filter(Boolean).map(spoken).find(Boolean);
if (link) location.replace(link.href + location.search + location.hash);
