// A message's plaintext: its length (4 bytes, big-endian), its UTF-8 bytes, and zeros up to a multiple of 256 bytes, so
// that the size of what is stored says little about what was written.

export const BLOCK = 256;
const LENGTH_BYTES = 4;

/** Return the padded plaintext of some bytes. */
export function pad(bytes) {
  const size = Math.ceil((LENGTH_BYTES + bytes.length) / BLOCK) * BLOCK;
  const padded = new Uint8Array(size);
  new DataView(padded.buffer).setUint32(0, bytes.length);
  padded.set(bytes, LENGTH_BYTES);
  return padded;
}

/** Return the bytes of a padded plaintext. Throws unless it is exactly what `pad` makes. */
export function unpad(padded) {
  if (padded.length === 0 || padded.length % BLOCK !== 0) throw new RangeError('not whole blocks');
  const length = new DataView(padded.buffer, padded.byteOffset).getUint32(0);
  const end = LENGTH_BYTES + length;
  const spare = padded.length - end;
  if (spare < 0 || spare >= BLOCK) throw new RangeError('the length does not fit the blocks');
  if (padded.subarray(end).some((byte) => byte !== 0)) throw new RangeError('the padding is not zero');
  return padded.subarray(LENGTH_BYTES, end);
}
