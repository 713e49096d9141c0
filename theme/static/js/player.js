/* Links to a moment play it in place: chapters, transcript, soundbites, and #t=75 in the address.
   What is heard is marked, and the player stays in sight once it was started. */

const audio = document.querySelector(".player__audio");

/* A browser that has not read the file yet cannot seek in it: wait until it has. */
function whenReady(action) {
  if (audio.readyState > 0) {
    action();
    return;
  }
  audio.addEventListener("loadedmetadata", action, { once: true });
  audio.preload = "metadata";
  audio.load();
}

function seek(seconds) {
  whenReady(() => {
    audio.currentTime = seconds;
  });
}

function play(seconds) {
  seek(seconds);
  /* The browser may want a click first; the listener then finds the moment set and presses play. */
  audio.play().catch(() => {});
}

function momentInAddress() {
  const match = /^#t=(\d+(?:\.\d+)?)$/.exec(location.hash);
  return match ? Number(match[1]) : null;
}

function jump() {
  const seconds = momentInAddress();
  if (seconds === null) return;
  audio.scrollIntoView({ block: "center" });
  seek(seconds);
}

document.addEventListener("click", (event) => {
  const link = event.target.closest("a[data-start]");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  history.replaceState(null, "", `#t=${link.dataset.start}`);
  play(Number(link.dataset.start));
});

/* Links in the order of their moments, and the one that is heard. */
const lists = [".chapters__link", ".transcript__time"].map((name) => ({
  links: [...document.querySelectorAll(name)],
  heard: null,
}));

function follow() {
  /* A browser may stop a little before the moment that it was asked for. */
  const now = audio.currentTime + 0.05;
  for (const list of lists) {
    const heard = list.links.findLast((link) => Number(link.dataset.start) <= now) ?? null;
    if (heard === list.heard) continue;
    list.heard?.removeAttribute("aria-current");
    heard?.setAttribute("aria-current", "true");
    list.heard = heard;
  }
}

function stay() {
  const player = audio.closest(".player");
  new IntersectionObserver(([entry]) => {
    player.classList.toggle("player--away", !entry.isIntersecting);
  }).observe(player);
}

audio.addEventListener("timeupdate", follow);
audio.addEventListener("play", stay, { once: true });
addEventListener("hashchange", jump);
jump();
