/** Call `wake` whenever this page may have slept or lost its network; returns a function that stops it. */
export function listenForWakes(wake) {
  const whenVisible = () => document.visibilityState === 'visible' && wake();
  window.addEventListener('online', wake);
  window.addEventListener('pageshow', wake);
  document.addEventListener('visibilitychange', whenVisible);
  document.addEventListener('resume', wake); // it was frozen: its timers and its socket have stood still
  return () => {
    window.removeEventListener('online', wake);
    window.removeEventListener('pageshow', wake);
    document.removeEventListener('visibilitychange', whenVisible);
    document.removeEventListener('resume', wake);
  };
}
