/** Asks in a dialog of the page. */

/** Opens the dialog and resolves to the value of the button that was pressed; Escape is ''. */
export function answerOf(dialog) {
  dialog.returnValue = '';
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener('close', () => resolve(dialog.returnValue), { once: true });
  });
}
