import { MunicipalLevels } from './municipal-levels.js';

/** Who else is on duty, municipality by municipality, as the server last told. */
export class Duties {
  #staff;
  #levels = new MunicipalLevels();

  /** `staff` is the id of the counsellor at this desk, who is no colleague of their own. */
  constructor(staff) {
    this.#staff = staff;
  }

  take(level) {
    this.#levels.take(level);
  }

  keepOnly(municipalities) {
    this.#levels.keepOnly(municipalities);
  }

  /** By municipality, the colleagues `{staff, name, state, live, capacity, room}`. */
  get snapshot() {
    const colleagues = this.#levels.values.map(({ municipality, duties }) => [municipality, this.#othersOf(duties)]);
    return Object.freeze(Object.fromEntries(colleagues));
  }

  #othersOf(duties) {
    return Object.freeze(duties.filter(({ staff }) => staff !== this.#staff).map((duty) => Object.freeze({ ...duty })));
  }
}
