// What is measured. Every scenario is given people (our server's or the relay's) and says what came of it.

import { setTimeout as sleep } from 'node:timers/promises';
import { SIDES } from './conversation.js';
import { Latencies } from './figures.js';
import { forEach, pace, watchOwnPauses } from './pace.js';
import { ask, repeats } from './socket.js';

const WIDTH = 20;
const PROBES_PER_SECOND = 50;
const IN_FLIGHT = 64;
const WARM_UP_SECONDS = 1;

/** Open `count` pages on a server where nobody is, and return what each costs it in KB. */
export async function idle(server, people, count, settlingMs) {
  await closeAll(await forEach(WIDTH, WIDTH, (number) => people.openPage(number)));
  const before = await settledMemory(server, 0);
  const start = performance.now();
  const pages = await forEach(count, WIDTH, (number) => people.openPage(number));
  const seconds = (performance.now() - start) / 1000;
  const after = await settledMemory(server, settlingMs);
  await closeAll(pages);
  return { connections: count, kbEach: (after - before) / count, opensPerSecond: count / seconds };
}

/** Let `count` youths of one address join one team's chat, spread over some seconds or all at once. */
export async function joins(people, team, count, seconds) {
  const door = await people.openDoor(team);
  const address = { 'X-Forwarded-For': `172.16.0.${team + 1}` };
  const latencies = new Latencies();
  const pages = [];
  const join = async () => {
    pages.push(await people.join(team, address));
    return performance.now();
  };
  const before = repeats.requests + repeats.connections;
  await pace(count / Math.max(seconds, 0.001), Math.max(seconds, 0.001), (_, due) => latencies.add(due, join()));
  const figures = await latencies.spread();
  await closeAll([...pages, ...door.sockets]);
  return { ...figures, served: pages.length, repeated: repeats.requests + repeats.connections - before };
}

/** Write at a steady rate from all sides in turn, while a page of its own probes how fast the loop answers. */
export async function load(server, people, desks, perSecond, seconds) {
  const writers = writersOf(desks);
  const [toAck, toSeen, toProbe] = [new Latencies(), new Latencies(), new Latencies()];
  const probe = await people.openPage(0);
  const own = watchOwnPauses();
  const write = (number, due) => {
    const { acked, seen } = writers[number % writers.length]();
    toAck.add(due, acked);
    toSeen.add(due, seen);
  };
  const beat = (_, due) => toProbe.add(due, ask(probe, 'heartbeat', { after: 0 }).then(() => performance.now()));
  const shares = watchCore(server);
  await Promise.all([pace(perSecond, seconds, write), pace(PROBES_PER_SECOND, seconds, beat)]);
  const core = shares();
  const [ack, seen, stall] = [await toAck.spread(), await toSeen.spread(), await toProbe.spread()];
  await closeAll([probe]);
  return { perSecond, seconds, ack, seen, probe: stall, generatorPauseMs: own.stop(), ...core };
}

/** Keep a number of messages in flight, and count how many are acked and what each costs the server's processor. */
export async function throughput(server, desks, seconds) {
  const writers = writersOf(desks);
  await closedLoop(writers, Math.min(WARM_UP_SECONDS, seconds));
  const shares = watchCore(server);
  const start = performance.now();
  const acked = await closedLoop(writers, seconds);
  const took = (performance.now() - start) / 1000;
  const core = shares();
  return { perSecond: acked / took, perCpuSecond: acked / took / core.serverShare, ...core };
}

/** Kill the server, start it again, and let everybody back in at the same moment. */
export async function storm(server, desks) {
  const killed = performance.now();
  await server.kill();
  await server.start();
  const start = performance.now();
  const before = repeats.connections;
  const missing = await forEach(desks.length, desks.length, (number) => desks[number].resume());
  const seconds = (performance.now() - start) / 1000;
  const connections = desks.flatMap(({ sockets }) => sockets).length;
  return {
    connections,
    seconds,
    perSecond: connections / seconds,
    sinceKillSeconds: (performance.now() - killed) / 1000,
    repeated: repeats.connections - before,
    missing: missing.reduce((sum, count) => sum + count, 0),
  };
}

/** Close sockets and give the server time to notice. */
export async function closeAll(sockets) {
  for (const socket of sockets) socket.disconnect();
  await sleep(500);
}

/** Both sides of every conversation, so that one that follows another is never of the same desk. */
function writersOf(desks) {
  const places = desks[0].conversations.keys();
  return [...places].flatMap((place) =>
    SIDES.flatMap((side) => desks.map(({ conversations }) => () => conversations[place].write(side))),
  );
}

async function closedLoop(writers, seconds) {
  const until = performance.now() + seconds * 1000;
  let next = 0;
  let acked = 0;
  const write = async () => {
    while (performance.now() < until) {
      await writers[next++ % writers.length]().acked;
      acked += 1;
    }
  };
  await Promise.all(Array.from({ length: IN_FLIGHT }, write));
  return acked;
}

/** Watch the server's core. Returns a function that says what shares of it the server and others took meanwhile. */
function watchCore(server) {
  const start = performance.now();
  const [own, all] = [server.cpuSeconds, server.coreSeconds];
  return () => {
    const took = (performance.now() - start) / 1000;
    const serverShare = (server.cpuSeconds - own) / took;
    return { serverShare, othersShare: Math.max(0, (server.coreSeconds - all) / took - serverShare) };
  };
}

async function settledMemory(server, patience) {
  await sleep(patience);
  server.collectGarbage();
  await sleep(500);
  return server.memory;
}
