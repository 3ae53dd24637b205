import assert from 'node:assert/strict';
import test from 'node:test';

import { inAppBrowser } from '../../static/js/lib/in-app-browser.js';

const IPHONE = 'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)';
const IPAD = 'Mozilla/5.0 (iPad; CPU OS 16_7_8 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)';
const PIXEL = 'Mozilla/5.0 (Linux; Android 14; Pixel 8 Build/AP2A.240605.024; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0';
const GALAXY = 'Mozilla/5.0 (Linux; Android 13; SM-A546B Build/TP1A.220624.014; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0';

const INSIDE = [
  ['Facebook', 'Safari', `${IPHONE} Mobile/15E148 [FBAN/FBIOS;FBAV/466.0.0.40.109;FBBV/603912305;FBDV/iPhone14,5;FBMD/iPhone;FBSN/iOS;FBSV/17.5.1;FBSS/3;FBID/phone;FBLC/da_DK;FBOP/5;FBRV/605345654]`],
  ['Facebook', 'Safari', `${IPAD} Mobile/15E148 [FBAN/FBIOS;FBDV/iPad11,3;FBMD/iPad;FBSN/iPadOS;FBSV/16.7.8;FBSS/2;FBID/tablet;FBLC/da_DK;FBOP/5]`],
  ['Facebook', 'Chrome', `${PIXEL} Chrome/126.0.6478.122 Mobile Safari/537.36 [FB_IAB/FB4A;FBAV/468.1.0.56.78;]`],
  ['Messenger', 'Safari', `${IPHONE} Mobile/15E148 [FBAN/MessengerForiOS;FBAV/462.0.0.36.107;FBBV/610024374;FBDV/iPhone15,2;FBMD/iPhone;FBSN/iOS;FBSV/17.5.1;FBSS/3;FBID/phone;FBLC/da_DK;FBOP/5]`],
  ['Messenger', 'Safari', `${IPHONE} Mobile/15E148 [FBAN/MessengerLiteForiOS;FBAV/450.0.0.39.108;FBBV/581046347;FBDV/iPhone13,2;FBMD/iPhone;FBSN/iOS;FBSV/17.4;FBSS/3;FBID/phone;FBLC/da_DK;FBOP/5]`],
  ['Messenger', 'Chrome', `${GALAXY} Chrome/125.0.6422.165 Mobile Safari/537.36 [FB_IAB/Orca-Android;FBAV/462.0.0.29.88;]`],
  ['Messenger', 'Chrome', `${GALAXY} Chrome/125.0.6422.165 Mobile Safari/537.36 [FB_IAB/MESSENGER;FBAV/465.0.0.28.109;]`],
  ['Instagram', 'Safari', `${IPHONE} Mobile/21F90 Instagram 338.0.2.22.101 (iPhone14,5; iOS 17_5_1; da_DK; da; scale=3.00; 1170x2532; 614064327; IABMV/1)`],
  ['Instagram', 'Chrome', `${PIXEL} Chrome/126.0.6478.122 Mobile Safari/537.36 Instagram 337.0.0.35.102 Android (34/14; 420dpi; 1080x2205; Google/google; Pixel 8; shiba; shiba; da_DK; 613320237; IABMV/1)`],
  ['TikTok', 'Safari', `${IPHONE} Mobile/15E148 musical_ly_35.1.0 JsSdk/2.0 NetType/WIFI Channel/App Store ByteLocale/da Region/DK isDarkMode/0 WKWebView/1 RevealType/Dialog BytedanceWebview/d8a21c6 FalconTag/5A1B8C0E`],
  ['TikTok', 'Chrome', `${GALAXY} Chrome/125.0.6422.165 Mobile Safari/537.36 musical_ly_2023505030 JsSdk/1.0 NetType/WIFI Channel/googleplay AppName/musical_ly app_version/35.5.3 ByteLocale/da-DK Region/DK AppId/1233 Spark/1.5.9.1-bugfix AppVersion/35.5.3 BytedanceWebview/d8a21c6`],
  ['TikTok', 'Chrome', `${PIXEL} Chrome/126.0.6478.122 Mobile Safari/537.36 trill_350303 JsSdk/1.0 NetType/MOBILE Channel/googleplay AppName/trill app_version/35.3.3 ByteLocale/da Region/DK AppId/1180`],
  ['Snapchat', 'Safari', `${IPHONE} Mobile/15E148 Snapchat/12.91.0.42 (like Safari/8618.2.12.10.9, panda)`],
  ['Snapchat', 'Chrome', `${GALAXY} Chrome/125.0.6422.165 Mobile Safari/537.36Snapchat/12.90.0.46 (SM-A546B; Android 13#A546BXXS8CXF1#33; gzip; )`],
];

const BROWSERS = {
  'Safari on an iPhone': `${IPHONE} Version/17.5 Mobile/15E148 Safari/604.1`,
  'Chrome on an iPhone': `${IPHONE} CriOS/126.0.6478.54 Mobile/15E148 Safari/604.1`,
  'Firefox on an iPhone': `${IPHONE} FxiOS/127.1 Mobile/15E148 Safari/605.1.15`,
  'Chrome on Android': 'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Mobile Safari/537.36',
  'Samsung Internet': 'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/25.0 Chrome/121.0.0.0 Mobile Safari/537.36',
  'Firefox on Android': 'Mozilla/5.0 (Android 14; Mobile; rv:127.0) Gecko/127.0 Firefox/127.0',
  'Safari on a Mac': 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Safari/605.1.15',
  'Edge on Windows': 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36 Edg/126.0.0.0',
};

for (const [app, browser, userAgent] of INSIDE) {
  test(`inside ${app}, ${browser} is named: ${userAgent.slice(-40)}`, () => {
    assert.deepEqual(inAppBrowser(userAgent), { app, browser });
  });
}

for (const [name, userAgent] of Object.entries(BROWSERS)) {
  test(`${name} is a browser`, () => assert.equal(inAppBrowser(userAgent), undefined));
}
