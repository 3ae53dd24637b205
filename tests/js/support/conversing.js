import './webcrypto.js';
import { Conversation } from '../../../static/js/chat/conversation.js';
import { importKey, makeRawKey } from '../../../static/js/crypto/conversation-key.js';
import { sealMessage } from '../../../static/js/crypto/message-body.js';
import { ManualClock } from './manual-clock.js';

/** The youth's side of one conversation that has its key, and all that it asked: `{conversation, clock, asked, …}`. */
export async function conversing({ answer = () => ({ ok: true }) } = {}) {
  const clock = new ManualClock();
  const key = await importKey(makeRawKey());
  const page = { clock, asked: [], answer, changes: 0, seq: 0 };
  const request = async (event, payload) => {
    page.asked.push([event, payload]);
    return page.answer(event, payload);
  };
  const listener = { changed: () => (page.changes += 1), settled() {}, arrived() {}, unsent() {}, refused() {} };
  page.conversation = new Conversation({ id: 'c', side: 'youth', request, clock, listener });
  page.conversation.unlock(key);
  /** The next entry of the log arrives. */
  page.hears = (entry) => page.conversation.receive({ seq: (page.seq += 1), ...entry });
  /** The counsellor's next message arrives. */
  page.hearsMessage = async (text) => {
    const cid = `cid-${page.seq + 1}`;
    const body = await sealMessage(key, text, { conversation: 'c', from: 'counsellor', cid });
    page.hears({ kind: 'message', from: 'counsellor', cid, body });
  };
  /** The payloads of one event so far. */
  page.askedFor = (event) => page.asked.filter(([name]) => name === event).map(([, payload]) => payload);
  return page;
}

export const PAIRED = { kind: 'paired', key_id: 'k1', public_key: 'p1' };
