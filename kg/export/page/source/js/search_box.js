/* A text field that offers things by name as one types: the combobox pattern, usable from the keyboard alone. */

function searchBox({ graph, label, id, choose, value = "", placeholder = "" }) {
  const list = h("ul", { role: "listbox", id: `${id}-list`, class: "options", hidden: true, "aria-label": label });
  const input = h("input", {
    id, type: "search", role: "combobox", autocomplete: "off", spellcheck: "false", "aria-expanded": "false",
    "aria-controls": `${id}-list`, "aria-autocomplete": "list", "aria-label": label, placeholder,
  });
  input.value = value;
  let found = [];
  let at = -1;
  const close = () => {
    list.hidden = true;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  };
  const take = (entity) => {
    input.value = entity.name;
    close();
    choose(entity);
  };
  const point = (index) => {
    at = index;
    [...list.children].forEach((option, n) => option.setAttribute("aria-selected", String(n === at)));
    if (at < 0) return;
    input.setAttribute("aria-activedescendant", `${id}-${at}`);
    list.children[at].scrollIntoView({ block: "nearest" });
  };
  const about = (entity) => [term("type", entity.type), entity.areaName].filter(Boolean).join(" · ");
  const offer = () => {
    found = searchEntities(graph, input.value);
    if (!input.value.trim()) return close();
    replaceContent(list, found.length ? found.map((entity, index) => h("li", {
      role: "option", id: `${id}-${index}`, "aria-selected": "false", onmousedown: (event) => { event.preventDefault(); take(entity); },
    }, typeMark(entity.type), span("option-name", entity.name), span("option-note", about(entity))))
      : h("li", { class: "none", role: "option", "aria-disabled": "true" }, t("nothingFound")));
    list.hidden = false;
    input.setAttribute("aria-expanded", "true");
    return point(found.length ? 0 : -1);
  };
  input.addEventListener("input", offer);
  input.addEventListener("blur", close);
  input.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    const open = !list.hidden && found.length > 0;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (!open) offer();
      else point((at + (event.key === "ArrowDown" ? 1 : found.length - 1)) % found.length);
    } else if (event.key === "Enter" && open && at >= 0) {
      event.preventDefault();
      take(found[at]);
    } else if (event.key === "Escape") {
      event.stopPropagation();
      if (list.hidden) input.blur();
      close();
    }
  });
  return div("search-box", input, list);
}
