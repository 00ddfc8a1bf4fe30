/* Building elements. Text only ever becomes a text node, so a name that is markup shows as written. */

function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? "" : String(value));
  }
  element.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

const span = (kind, ...content) => h("span", { class: kind }, content);
const div = (kind, ...content) => h("div", { class: kind }, content);
const para = (kind, ...content) => h("p", { class: kind }, content);

function button(kind, action, ...content) {
  return h("button", { type: "button", class: kind, onclick: action }, content);
}

function replaceContent(element, ...children) {
  element.replaceChildren(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false));
}

const byId = (id) => document.getElementById(id);

const SVG_SPACE = "http://www.w3.org/2000/svg";

function svg(tag, attributes = {}, ...children) {
  const element = document.createElementNS(SVG_SPACE, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
  element.append(...children.flat());
  return element;
}
