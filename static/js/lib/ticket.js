/** The staff sign-in is over, or the page is older than it: go to the sign-in page. */
export class NotSignedIn extends Error {
  code = 'E_AUTH';
}

/** Return a fresh single-use ticket for the console's socket. Rejects with NotSignedIn, or when the server is away. */
export async function fetchTicket(csrfToken) {
  const response = await fetch('/console/ticket', {
    method: 'POST',
    headers: { 'X-CSRF-Token': csrfToken },
    redirect: 'manual',
  });
  if (isRefusal(response)) throw new NotSignedIn('no sign-in');
  if (!response.ok) throw new Error('no ticket');
  return (await response.json()).ticket;
}

function isRefusal(response) {
  return response.type === 'opaqueredirect' || [400, 401, 403].includes(response.status);
}
