/** Finds and makes the elements that the templates name with `data-part`. */

/** Returns the element of that name inside `root`. Throws when the template has none. */
export function part(root, name) {
  const found = root.querySelector(`[data-part="${name}"]`);
  if (!found) throw new Error(`The template has no part "${name}"`);
  return found;
}

/** Returns a fresh copy of the first element in the page's `<template id>`. */
export function copyOf(templateId) {
  return document.getElementById(templateId).content.firstElementChild.cloneNode(true);
}

/** Writes a text only when it differs: screen readers would repeat a live region that is written again. */
export function write(element, text) {
  if (element.textContent !== text) element.textContent = text;
}
