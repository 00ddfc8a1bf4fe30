/* Words of the interface, Chinese and English; WORDS maps a key to both. */

const language = { current: "zh" };

function t(key, values = {}) {
  const found = WORDS[key];
  const text = found ? found[language.current === "zh" ? 0 : 1] : key;
  return text.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? String(values[name]) : whole));
}

/* The label of an ontology term: `term("relation", "undertakes")`; a term without one shows its own name. */
function term(scheme, name) {
  if (name === null || name === undefined || name === "") return t("unknown");
  const key = `${scheme}.${name}`;
  return key in WORDS ? t(key) : name;
}

/* A sentence of the build in the reader's language; Chinese where there is no other. */
const sentence = (chinese, english) => (language.current === "en" && english ? english : chinese);

const numbers = { zh: new Intl.NumberFormat("zh-CN"), en: new Intl.NumberFormat("en-GB") };
const count = (number) => numbers[language.current].format(number);

/* 5000000000 CNY as people read it: 50 亿元, or CNY 5,000,000,000 in English. */
function amount(value, unit) {
  const number = Number(value);
  if (!Number.isFinite(number)) return value;
  if (unit !== "CNY") return `${count(number)}${unit ? ` ${unit}` : ""}`;
  if (language.current === "en") return `CNY ${count(number)}`;
  if (number >= 1e8) return `${count(number / 1e8)} 亿元`;
  return number >= 1e4 ? `${count(number / 1e4)} 万元` : `${count(number)} 元`;
}
