// What a page does beyond being read. Without scripts nothing here is shown, and nothing is missed.
const root = document.documentElement;
const base = new URL("..", document.currentScript.src);
const load = (name) => import(new URL(`javascripts/${name}.js`, base));

// The reader's own scheme, light or dark, kept for this site on this machine.
function switchScheme() {
  const own = matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
  const next = (root.dataset.theme || own) === "dark" ? "light" : "dark";
  root.dataset.theme = next;
  try { localStorage.theme = next; } catch { /* a reader may refuse to have anything kept */ }
}

// A module cannot be loaded from a folder, and nothing be kept there that is not there already.
const served = location.protocol !== "file:";
document.querySelector("#search-open").hidden = !served;
if (served && "serviceWorker" in navigator) {
  for (const button of document.querySelectorAll("[data-keep]")) button.closest(".keep").hidden = false;
}

const search = async () => (await load("search")).open(base);

document.addEventListener("click", (event) => {
  const button = event.target.closest("button");
  if (!button) return;
  if (button.matches(".print")) window.print();
  else if (button.matches(".scheme")) switchScheme();
  else if (button.matches("#search-open")) search();
  else if (button.matches("[data-keep]")) load("offline").then((offline) => offline.keep(base, button));
  else if (button.type === "reset" && !window.confirm(button.dataset.sure)) event.preventDefault();
});

document.addEventListener("keydown", (event) => {
  if (event.key === "/" && served && !event.target.closest("input, textarea, dialog")) {
    event.preventDefault();
    search();
  }
});
