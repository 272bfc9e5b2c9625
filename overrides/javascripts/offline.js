// Keeps the site on a reader's device, or takes it away again; loaded when the button is pressed.
// All words stand in the button's data attributes, the work is done by the worker sw.js.

// The button that was pressed, and the address of the site's root from the page it stands on.
export async function keep(base, button) {
  if (button.ariaBusy === "true") return;
  button.ariaBusy = "true";
  const root = new URL(base, location.href);
  const words = button.dataset;
  const say = (text) => {
    button.closest(".keep").querySelector("[role=status]").textContent = text;
  };
  try {
    if (words.state === "kept") {
      await forget(root);
      words.state = "";
      say(words.removed);
    } else {
      await install(root, ({ done, all }) => {
        if (done % Math.ceil(all / 10) === 0) {
          say(words.working.replace("{done}", done).replace("{all}", all));
        }
      });
      words.state = "kept";
      say(words.done);
    }
    button.textContent = words.state ? words.remove : words.keep;
  } catch {
    say(words.failed);
  }
  button.ariaBusy = "false";
}

async function install(root, tell) {
  const heard = ({ data }) => tell(data);
  navigator.serviceWorker.addEventListener("message", heard);
  try {
    const settings = { scope: root.pathname, updateViaCache: "none" };
    const found = await navigator.serviceWorker.register(new URL("sw.js", root), settings);
    await ready(found.installing ?? found.waiting ?? found.active);
  } finally {
    navigator.serviceWorker.removeEventListener("message", heard);
  }
}

function ready(worker) {
  return new Promise((resolve, reject) => {
    const look = () => {
      if (worker.state === "activated") resolve();
      if (worker.state === "redundant") reject(new Error(worker.scriptURL));
    };
    worker.addEventListener("statechange", look);
    look();
  });
}

async function forget(root) {
  const mine = `kept ${root.pathname} `; // as in sw.js
  const names = (await caches.keys()).filter((name) => name.startsWith(mine));
  await Promise.all(names.map((name) => caches.delete(name)));
  const found = await navigator.serviceWorker.getRegistration(root.href);
  await found?.unregister();
}
