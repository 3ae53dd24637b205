/** The school's own script: its link opens the chat beside the page where that is possible, and is a plain link where not. */
for (const link of document.querySelectorAll('[data-open-chat]')) {
  link.addEventListener('click', (event) => {
    if (!window.Lyttepunkt) return;
    event.preventDefault();
    window.Lyttepunkt.open();
  });
}
