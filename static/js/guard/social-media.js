/** An account of one's own on social media. Talking about them is no reason to ask: the young talk about them all day. */

const SERVICES = /insta(?:gram)?|ig|snap(?:chat)?|sc|tik ?tok|facebook|fb|messenger|discord|linkedin|twitter|telegram|whatsapp/.source;
const LINK = /\b(?:instagram|facebook|fb|tiktok|snapchat|twitter|x|threads|linkedin|discord|messenger|m|t|wa)\.(?:com|gg|me)\/[^\s/]/i;
const HANDLE = /(?:^|[\s(:])@[\p{L}\d_][\p{L}\d_.]{2,}/u;
const NAMED = new RegExp(`\\b(?:${SERVICES}) ?: ?\\S`, 'iu');
const MINE = /\b(?:mi[nt]|my|mig (?:inde )?på)/.source;
const OWN = new RegExp(`${MINE} (?:${SERVICES})\\b`, 'iu');

/** Finds the first one. */
export function socialMedia(text) {
  return text.match(LINK) ?? text.match(HANDLE) ?? text.match(NAMED) ?? text.match(OWN);
}
