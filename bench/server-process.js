// A server on a core of its own, and what the kernel says about it.

import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

const CORE = '0';
const PATIENCE_MS = 30_000;
const TICKS_PER_SECOND = 100; // what Linux calls USER_HZ; it is 100 everywhere

export class ServerProcess {
  #command;
  #environment;
  #child = null;
  #killNow = () => this.#child.kill('SIGKILL');

  constructor(command, port, environment = {}) {
    this.#command = command;
    this.#environment = environment;
    this.port = port;
    this.address = `http://127.0.0.1:${port}`;
  }

  async start() {
    this.#child = spawn('taskset', ['-c', CORE, ...this.#command], {
      env: { PATH: process.env.PATH, PORT: String(this.port), ...this.#environment },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    process.once('exit', this.#killNow);
    await this.#untilItAnswers();
  }

  /** End it as a power cut would. */
  async kill() {
    const gone = new Promise((resolve) => this.#child.once('exit', resolve));
    this.#killNow();
    process.off('exit', this.#killNow);
    await gone;
  }

  /** Return the processor time it has used so far, in seconds. */
  get cpuSeconds() {
    const fields = readFileSync(`/proc/${this.#child.pid}/stat`, 'utf8').split(') ')[1].split(' ');
    return (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND;
  }

  /** Return the processor time that anything at all has used on its core, in seconds. */
  get coreSeconds() {
    const core = readFileSync('/proc/stat', 'utf8').match(new RegExp(`^cpu${CORE} (.*)$`, 'm'))[1];
    const [user, nice, system, , , irq, softirq, steal] = core.split(' ').map(Number);
    return (user + nice + system + irq + softirq + steal) / TICKS_PER_SECOND;
  }

  /** Return the memory it holds, in KB. */
  get memory() {
    return Number(readFileSync(`/proc/${this.#child.pid}/status`, 'utf8').match(/VmRSS:\s+(\d+)/)[1]);
  }

  /** Send it a signal. */
  signal(name) {
    this.#child.kill(name);
  }

  async #untilItAnswers() {
    const deadline = performance.now() + PATIENCE_MS;
    while (!(await fetch(this.address).then(() => true, () => false))) {
      if (this.#child.exitCode !== null || performance.now() > deadline) throw new Error('the server does not start');
      await sleep(20);
    }
  }
}

/** Return a port of 127.0.0.1 that nobody listens on. */
export function freePort() {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}
