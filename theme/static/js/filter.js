/* Narrows a list that is already on the page to the items that hold every word of the query. */

const MARKS = /\p{Diacritic}/gu;

/* "Café" is found by "cafe", whatever the case. */
function fold(text) {
  return text.normalize("NFD").replace(MARKS, "").toLowerCase();
}

function connect(form) {
  const list = document.getElementById(form.dataset.filter);
  const status = form.querySelector("[data-filter-status]");
  const field = form.elements.q;
  const groups = list.querySelectorAll("[data-filter-group]");
  const items = Array.from(list.querySelectorAll("[data-filter-item]"), (element) => ({
    element,
    text: fold(element.textContent),
  }));

  function show() {
    const words = fold(field.value).split(/\s+/).filter(Boolean);
    let count = 0;
    for (const { element, text } of items) {
      element.hidden = !words.every((word) => text.includes(word));
      if (!element.hidden) count += 1;
    }
    for (const group of groups) {
      group.hidden = !group.querySelector("[data-filter-item]:not([hidden])");
    }
    status.textContent = words.length ? `${count} of ${items.length}` : "";
  }

  field.value = new URLSearchParams(location.search).get("q") ?? "";
  field.addEventListener("input", show);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const query = field.value ? `?${new URLSearchParams({ q: field.value })}` : location.pathname;
    history.replaceState(null, "", query);
  });
  form.hidden = false;
  show();
}

for (const form of document.querySelectorAll("[data-filter]")) connect(form);
for (const element of document.querySelectorAll("[data-filter-without]")) element.hidden = true;
