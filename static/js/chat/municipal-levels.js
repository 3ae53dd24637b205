import { Level } from './level.js';

/** One versioned level for each municipality: versions are comparable within one municipality only. */
export class MunicipalLevels {
  #levels = new Map();

  /** Take `{v, municipality, …}`; returns whether it was taken. */
  take(value) {
    const { municipality } = value;
    if (!this.#levels.has(municipality)) this.#levels.set(municipality, new Level());
    return this.#levels.get(municipality).take(value);
  }

  /** The newest value of every municipality. */
  get values() {
    return [...this.#levels.values()].map(({ value }) => value);
  }

  /** Forget the municipalities that are not among these. */
  keepOnly(municipalities) {
    for (const known of this.#levels.keys()) if (!municipalities.includes(known)) this.#levels.delete(known);
  }
}
