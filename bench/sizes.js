// How much is measured: a few minutes by default, a long watch for stalls with MINUTES=5, next to nothing for the test
// that only wants to know whether the generator still speaks the protocol.

const MINUTES = Number(process.env.MINUTES ?? 0.25);

const WHOLE = {
  // 125 desks are 500 sockets, 250 are the storm's 1,000. Two teams have no desks: their doors are for the joins.
  teams: 52,
  counsellorsEach: 5,
  desks: { load: 125, storm: 250 },
  idle: 2000,
  // Longer than the engine's ping interval: a heartbeat must have passed through every connection.
  settlingMs: 12_000,
  joins: 120,
  joinSeconds: MINUTES >= 2 ? 120 : 15,
  messagesPerSecond: 200,
  loadSeconds: MINUTES * 60,
  throughputSeconds: 8,
};

const SMOKE = {
  teams: 4,
  counsellorsEach: 1,
  desks: { load: 1, storm: 2 },
  idle: 4,
  settlingMs: 0,
  joins: 3,
  joinSeconds: 0.1,
  messagesPerSecond: 20,
  loadSeconds: 0.5,
  throughputSeconds: 0.02, // so few sockets would soon be over the limit of one
};

export const sizes = process.env.SMOKE ? SMOKE : WHOLE;
