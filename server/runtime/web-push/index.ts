export { areBrowserKeys, type BrowserKeys, draw, encrypt } from "./encrypt.ts";
export { authorization, type PushKey, pushKey } from "./vapid.ts";
