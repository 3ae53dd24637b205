/** CPR numbers that belong to nobody we know, made by the registry's own rules and not by those of the guard. */

const WAYS = [
  ...Array(9).fill((day, serial) => `${day}-${serial}`),
  ...Array(7).fill((day, serial) => day + serial),
  ...Array(2).fill((day, serial) => `${day} ${serial}`),
  (day, serial) => `${day} - ${serial}`,
  (day, serial) => `${day.replace(/(\d\d)(\d\d)/, '$1 $2 ')} ${serial}`,
];

/** Returns the digits for somebody born on this day; a control digit that fits modulus 11, or one that does not. */
export function cprDigits(draw, birthday, { fits }) {
  const beginning = shortDay(birthday) + draw.one(sevenths(birthday.getUTCFullYear())) + draw.digits(2);
  const fitting = controlDigit(beginning);
  if (!fits) return beginning + String((Math.max(fitting, 0) + draw.between(1, 9)) % 10).replace(String(fitting), '0');
  return fitting === 10 ? cprDigits(draw, birthday, { fits }) : beginning + fitting;
}

/** Returns ten digits as people write them. */
export function written(draw, digits) {
  return draw.one(WAYS)(digits.slice(0, 6), digits.slice(6));
}

/** Returns a day as DDMMYY. */
export function shortDay(day) {
  const iso = day.toISOString();
  return iso.slice(8, 10) + iso.slice(5, 7) + iso.slice(2, 4);
}

/** What makes the weighted sum divisible by eleven; 10 is no digit, so such numbers are not issued. */
function controlDigit(nine) {
  const sum = [4, 3, 2, 7, 6, 5, 4, 3, 2].reduce((total, weight, place) => total + weight * Number(nine[place]), 0);
  return (11 - (sum % 11)) % 11;
}

/** The registry's table of centuries. */
function sevenths(year) {
  if (year < 1900) return ['5', '6', '7', '8'];
  if (year < 1937) return ['0', '1', '2', '3'];
  if (year < 2000) return ['0', '1', '2', '3', '4', '9'];
  return year < 2037 ? ['4', '5', '6', '7', '8', '9'] : ['5', '6', '7', '8'];
}
