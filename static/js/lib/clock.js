/** The browser's time, timers and chance, in the one shape that the engines are given. */
export const browserClock = {
  /** Milliseconds since 1970. */
  now: () => Date.now(),

  /** Run `action` after `ms` milliseconds; returns a function that calls it off. */
  after(ms, action) {
    const timer = setTimeout(action, ms);
    return () => clearTimeout(timer);
  },

  /** A number from 0 up to, not including, 1. */
  random: () => Math.random(),
};
