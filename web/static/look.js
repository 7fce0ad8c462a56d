// Nothing here is needed. It adds: "/" to search, evidence under the pointer, sheets that close on a jump,
// a theme that changes without loading, copying, and steps from hit to hit.
const root = document.documentElement;

function prefer(link) {
  const { prefer: name, value } = link.dataset;
  document.cookie = `${name}=${value}; path=/; max-age=31536000; samesite=lax`;
  if (name === "theme" && value !== "auto") root.dataset.theme = value;
  if (name === "theme" && value === "auto") delete root.dataset.theme;
  if (name === "face") document.querySelector(".text")?.classList.toggle("is-hei", value === "hei");
  for (const other of document.querySelectorAll(`[data-prefer="${name}"]`)) {
    other.toggleAttribute("aria-current", false);
    if (other.dataset.value === value) other.setAttribute("aria-current", "true");
  }
}

function unlight() {
  for (const lit of document.querySelectorAll(".is-lit")) lit.classList.remove("is-lit");
}

function light(fact) {
  unlight();
  fact.classList.add("is-lit");
  document.getElementById(fact.dataset.ev)?.classList.add("is-lit");
}

addEventListener("keydown", (event) => {
  if (event.key === "Escape") unlight();
  const typing = event.target.closest?.("input, textarea, select, [contenteditable]");
  if (event.key !== "/" || typing || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  document.querySelector(".seek input")?.select();
});

addEventListener("click", (event) => {
  const choice = event.target.closest("[data-prefer]");
  if (choice) { event.preventDefault(); prefer(choice); }
  const copy = event.target.closest("[data-copy]");
  if (copy) navigator.clipboard?.writeText(document.querySelector(copy.dataset.copy).textContent);
  const sheet = event.target.closest("[popover] a[href^='#']")?.closest("[popover]");
  if (sheet?.matches(":popover-open")) sheet.hidePopover();
  for (const open of document.querySelectorAll(".who[open]")) if (!open.contains(event.target)) open.open = false;
});

for (const fact of document.querySelectorAll("[data-ev]")) {
  fact.addEventListener("pointerenter", () => light(fact));
  fact.addEventListener("pointerleave", unlight);
  fact.addEventListener("focusin", () => light(fact));
  fact.addEventListener("focusout", unlight);
}

for (const button of document.querySelectorAll("[data-copy]")) button.hidden = !navigator.clipboard;

// 正文命中6处 becomes 命中 2 / 6 ‹ ›
const counter = document.querySelector("[data-hits]");
if (counter) {
  const total = Number(counter.dataset.hits);
  let at = 0;
  const step = (by) => {
    document.getElementById(`h${at}`)?.classList.remove("here");
    if (!at && by < 0) at = 1;
    at = ((at - 1 + by + total) % total) + 1;
    const mark = document.getElementById(`h${at}`);
    mark?.classList.add("here");
    mark?.scrollIntoView({ block: "center" });
    counter.textContent = `${at} / ${total}`;
  };
  const button = (text, label, by) => {
    const made = document.createElement("button");
    Object.assign(made, { type: "button", textContent: text, ariaLabel: label, onclick: () => step(by) });
    return made;
  };
  const label = document.createElement("span");
  label.append("命中 ", counter);
  document.querySelector(".hits").replaceChildren(label, button("‹", "上一处命中", -1), button("›", "下一处命中", 1));
}
