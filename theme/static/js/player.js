/* Links to a moment play it in place: chapters, transcript, soundbites, and #t=75 in the address. */

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

addEventListener("hashchange", jump);
jump();
