// A counsellor's browser without a screen: signs in with the form and fetches tickets.

export class StaffBrowser {
  #address;
  #headers;
  #cookie = '';
  #csrf = '';

  constructor(address, headers) {
    this.#address = address;
    this.#headers = headers;
  }

  get headers() {
    return { ...this.#headers, cookie: this.#cookie };
  }

  async signIn(email, password) {
    const form = await this.#page('/console/sign-in');
    const token = form.match(/name="csrf_token"[^>]*value="([^"]+)"/)[1];
    await this.#page('/console/sign-in', new URLSearchParams({ email, password, csrf_token: token }));
    this.#csrf = (await this.#page('/console')).match(/name="csrf-token" content="([^"]+)"/)[1];
  }

  async ticket() {
    const answer = await this.#fetch('/console/ticket', { method: 'POST', headers: { 'x-csrf-token': this.#csrf } });
    return (await answer.json()).ticket;
  }

  async #page(path, fields) {
    const answer = await this.#fetch(path, fields ? { method: 'POST', body: fields } : {});
    return answer.text();
  }

  async #fetch(path, options) {
    const headers = { ...this.headers, ...options.headers };
    const answer = await fetch(this.#address + path, { ...options, headers, redirect: 'manual' });
    this.#cookie = answer.headers.getSetCookie().at(-1)?.split(';')[0] ?? this.#cookie;
    if (answer.status >= 400) throw new Error(`${path} answered ${answer.status}`);
    return answer;
  }
}
