/** One page, several screens: shows what belongs to the present one. */

/** Shows every element whose `data-screens` names this screen, hides the others, and moves the focus along. */
export function showScreen(name) {
  const before = document.body.dataset.screen;
  for (const element of document.querySelectorAll('[data-screens]')) {
    element.hidden = !element.dataset.screens.split(' ').includes(name);
  }
  document.body.dataset.screen = name;
  if (before !== name && !holdsFocus()) focusBeginning();
}

/** Someone who is writing while the screen changes goes on writing. */
function holdsFocus() {
  return document.activeElement !== document.body && document.activeElement.checkVisibility();
}

/** Without this, a screen reader would stay on a button that is no longer there. */
export function focusBeginning() {
  const places = [...document.querySelectorAll('main h1, main [role="log"]')];
  places.find((place) => place.checkVisibility())?.focus({ preventScroll: true });
}
