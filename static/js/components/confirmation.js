/** Asks before something that cannot be undone. */

/** Opens the dialog and resolves to whether it was confirmed; Escape means no. */
export function confirmed(dialog) {
  dialog.returnValue = '';
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener('close', () => resolve(dialog.returnValue === 'confirm'), { once: true });
  });
}
