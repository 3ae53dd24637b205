/** The texts that the template printed for the scripts, so that every text lives in one catalogue. */

/** Returns the nested object of texts that this page has. */
export function readTexts() {
  return JSON.parse(document.getElementById('texts').textContent);
}

/** Returns `text` with each `{name}` replaced by the value of that name. */
export function fill(text, values) {
  return text.replace(/\{(\w+)\}/g, (placeholder, name) => values[name] ?? placeholder);
}
