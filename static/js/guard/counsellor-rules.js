/** What tells who a counsellor is. */

import { phoneNumber } from './numbers.js';
import { ownName } from './own-name.js';
import { socialMedia } from './social-media.js';
import { emailAddress, introduction } from './youth-rules.js';

/** Returns the rules for whoever has the account of this address. */
export function counsellorRules(email) {
  const named = ownName(email);
  return {
    name: (text) => named(text) ?? introduction(text),
    phone: phoneNumber,
    email: emailAddress,
    social: socialMedia,
  };
}
