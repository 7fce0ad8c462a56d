// Names that go on from what is typed, under the search box. Without this the box is a box.
const box = document.querySelector("[data-suggest]");
if (box) {
  const WAIT = 90;
  const list = document.createElement("ul");
  Object.assign(list, { className: "offers", id: "offers", hidden: true, role: "listbox", ariaLabel: "可能要检索的词" });
  list.setAttribute("role", "listbox");
  box.after(list);
  box.setAttribute("aria-autocomplete", "list");
  box.setAttribute("aria-controls", "offers");
  let typed = box.value;
  let at = -1;
  let timer = 0;
  let asking = null;

  const show = (open) => {
    list.hidden = !open;
    // A box without a list is announced as a search box, with one as a combobox.
    if (open) { box.setAttribute("role", "combobox"); box.setAttribute("aria-expanded", "true"); return; }
    at = -1;
    for (const name of ["role", "aria-expanded", "aria-activedescendant"]) box.removeAttribute(name);
  };

  const span = (name, text) => Object.assign(document.createElement("span"), { className: name, textContent: text });

  const fill = (offers) => {
    list.replaceChildren(...offers.map((offer, number) => {
      const item = document.createElement("li");
      item.id = `offer${number}`;
      item.dataset.text = offer.text;
      item.setAttribute("role", "option");
      item.setAttribute("aria-selected", "false");
      const count = offer.kind === "title" ? "" : offer.kind === "query" ? `${offer.count}次` : `${offer.count}篇`;
      item.append(span("k", offer.label), span("t", offer.text), span("c", count));
      return item;
    }));
    at = -1;
    show(offers.length > 0);
  };

  const ask = async () => {
    asking?.abort();
    const text = box.value.trim();
    if (!text) { show(false); return; }
    asking = new AbortController();
    try {
      const address = `${box.dataset.suggest}?q=${encodeURIComponent(text)}`;
      const answer = await fetch(address, { signal: asking.signal });
      if (!answer.ok) { show(false); return; }
      const { suggestions } = await answer.json();
      if (document.activeElement === box && box.value.trim() === text) fill(suggestions);
    } catch (error) {
      if (error.name !== "AbortError") show(false);
    }
  };

  const move = (by) => {
    const items = list.children;
    items[at]?.setAttribute("aria-selected", "false");
    at = ((at + 1 + by + items.length + 1) % (items.length + 1)) - 1;
    const chosen = items[at];
    chosen?.setAttribute("aria-selected", "true");
    chosen?.scrollIntoView({ block: "nearest" });
    if (chosen) box.setAttribute("aria-activedescendant", chosen.id);
    else box.removeAttribute("aria-activedescendant");
    box.value = chosen ? chosen.dataset.text : typed;
  };

  box.addEventListener("input", (event) => {
    if (event.isComposing) return; // an input method shows its own list
    typed = box.value;
    clearTimeout(timer);
    timer = setTimeout(ask, WAIT);
  });
  box.addEventListener("compositionend", () => { typed = box.value; clearTimeout(timer); timer = setTimeout(ask, WAIT); });
  box.addEventListener("keydown", (event) => {
    if (event.isComposing || list.hidden) return;
    if (event.key === "ArrowDown") { event.preventDefault(); move(1); }
    if (event.key === "ArrowUp") { event.preventDefault(); move(-1); }
    if (event.key === "Escape") { event.preventDefault(); box.value = typed; show(false); }
  });
  box.addEventListener("blur", () => { clearTimeout(timer); asking?.abort(); show(false); });
  box.form.addEventListener("submit", () => { clearTimeout(timer); asking?.abort(); show(false); });
  list.addEventListener("mousedown", (event) => event.preventDefault()); // the box keeps the focus
  list.addEventListener("click", (event) => {
    const item = event.target.closest("li");
    if (!item) return;
    box.value = item.dataset.text;
    box.form.requestSubmit();
  });
}
