import { webcrypto } from 'node:crypto';

// Node 18 has WebCrypto but does not yet show it as a global.
globalThis.crypto ??= webcrypto;
