// Apps open links in a browser of their own, which can see everything on the page. They say who they are in its name.

const APPS = [
  ['Messenger', /FBAN\/Messenger|FB_IAB\/(MESSENGER|Orca)/],
  ['Instagram', /Instagram/],
  ['Facebook', /FBAN\/|FB_IAB\//],
  ['TikTok', /musical_ly|trill_|TikTok|BytedanceWebview/],
  ['Snapchat', /Snapchat/],
];

/** Return `{app, browser}`, the app that shows this page and the phone's own browser; undefined in a browser. */
export function inAppBrowser(userAgent) {
  const [app] = APPS.find(([, token]) => token.test(userAgent)) ?? [];
  return app && { app, browser: /Android/.test(userAgent) ? 'Chrome' : 'Safari' };
}
