import { webcrypto } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingMessage } from "node:http";

const { subtle } = webcrypto;
const P256 = { name: "ECDH", namedCurve: "P-256" } as const;

/** What came to a browser, opened with its keys. */
export type Arrived = { readonly token: string; readonly text: string; readonly ttl: string; readonly topic: string };

type Bytes = Uint8Array<ArrayBuffer>;
type Browser = { readonly keys: webcrypto.CryptoKeyPair; readonly auth: Bytes; readonly point: Bytes };

/**
 * A push service and the browsers behind it, after RFC 8030, 8188, 8291 and 8292, with none of the program's own code: it takes
 * only what was signed by the key that a browser has subscribed with, and reads it as that browser does.
 */
export async function startPushService(now: () => number) {
  const browsers = new Map<string, Browser>();
  const arrived: Arrived[] = [];
  const refused: string[] = [];
  const behaviour: { status: number; retryAfter: string | null } = { status: 201, retryAfter: null };
  let serverKey = "";
  const server = createServer((request, response) => {
    void take(request).then(
      (status) => response.writeHead(status, behaviour.retryAfter ? { "retry-after": behaviour.retryAfter } : {}).end(),
      (error: unknown) => {
        refused.push(String(error));
        response.writeHead(400).end();
      },
    );
  });
  const take = async (request: IncomingMessage): Promise<number> => {
    const chunks: Uint8Array[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const body = new Uint8Array(Buffer.concat(chunks));
    if (behaviour.status !== 201) return behaviour.status;
    const token = request.url?.split("/").at(-1) ?? "";
    const browser = browsers.get(token);
    if (!browser) return 410;
    await checkSender(String(request.headers.authorization), `http://${request.headers.host}`, serverKey, now());
    if (request.headers["content-encoding"] !== "aes128gcm") throw new Error("another encoding");
    const text = await opened(browser, body);
    arrived.push({ token, text, ttl: String(request.headers.ttl), topic: String(request.headers.topic) });
    return 201;
  };
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  return {
    arrived,
    refused,
    behaviour,
    /** A new browser's subscription, as it would send it to us. */
    async subscribe(token: string, key: string) {
      serverKey = key;
      const keys = await subtle.generateKey(P256, true, ["deriveBits"]);
      const point = new Uint8Array(await subtle.exportKey("raw", keys.publicKey));
      const auth = webcrypto.getRandomValues(new Uint8Array(16));
      browsers.set(token, { keys, auth, point });
      const text = (bytes: Uint8Array) => Buffer.from(bytes).toString("base64url");
      return { endpoint: `http://127.0.0.1:${port}/push/${token}`, keys: { p256dh: text(point), auth: text(auth) } };
    },
    forget: (token: string) => void browsers.delete(token),
    async stop(): Promise<void> {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

/** RFC 8292, section 4: the token is of the key that the subscription names, for this service, and not for longer than a day. */
async function checkSender(header: string, origin: string, serverKey: string, now: number): Promise<void> {
  const [, token = "", key = ""] = /^vapid t=([\w.-]+), ?k=([\w-]+)$/.exec(header) ?? [];
  if (key !== serverKey) throw new Error("signed with another key than the subscription's");
  const [head = "", claims = "", signature = ""] = token.split(".");
  const algorithm = { name: "ECDSA", namedCurve: "P-256" };
  const publicKey = await subtle.importKey("raw", Buffer.from(key, "base64url"), algorithm, false, ["verify"]);
  const signed = Buffer.from(`${head}.${claims}`);
  const good = await subtle.verify(
    { name: "ECDSA", hash: "SHA-256" },
    publicKey,
    Buffer.from(signature, "base64url"),
    signed,
  );
  if (!good) throw new Error("a forged signature");
  const { aud, exp, sub } = JSON.parse(Buffer.from(claims, "base64url").toString());
  if (aud !== origin) throw new Error(`made for ${aud}`);
  if (exp * 1000 <= now || exp * 1000 > now + 86_400_000) throw new Error("expired, or good for too long");
  if (!/^(mailto:|https:)/.test(sub)) throw new Error("nobody to ask");
}

/** RFC 8291, section 3.4, from the browser's side. */
async function opened({ keys, auth, point }: Browser, body: Bytes): Promise<string> {
  const view = new DataView(body.buffer, body.byteOffset, body.byteLength);
  const salt = body.slice(0, 16);
  const idLength = view.getUint8(20);
  const senderPoint = body.slice(21, 21 + idLength);
  const sealed = body.slice(21 + idLength);
  if (sealed.length > view.getUint32(16)) throw new Error("more than one record");
  const sender = await subtle.importKey("raw", senderPoint, P256, false, []);
  const shared = new Uint8Array(await subtle.deriveBits({ name: "ECDH", public: sender }, keys.privateKey, 256));
  const info = new Uint8Array([...bytesOf("WebPush: info\0"), ...point, ...senderPoint]);
  const ikm = await hkdf(shared, auth, info, 256);
  const cek = await hkdf(ikm, salt, bytesOf("Content-Encoding: aes128gcm\0"), 128);
  const iv = await hkdf(ikm, salt, bytesOf("Content-Encoding: nonce\0"), 96);
  const key = await subtle.importKey("raw", cek, "AES-GCM", false, ["decrypt"]);
  const padded = Buffer.from(await subtle.decrypt({ name: "AES-GCM", iv }, key, sealed));
  const end = padded.lastIndexOf(2);
  if (end < 0 || padded.subarray(end + 1).some((byte) => byte !== 0)) throw new Error("no end of the last record");
  return padded.subarray(0, end).toString();
}

const bytesOf = (text: string): Bytes => new Uint8Array(new TextEncoder().encode(text));

async function hkdf(input: Bytes, salt: Bytes, info: Bytes, bits: number): Promise<Bytes> {
  const key = await subtle.importKey("raw", input, "HKDF", false, ["deriveBits"]);
  return new Uint8Array(await subtle.deriveBits({ name: "HKDF", hash: "SHA-256", salt, info }, key, bits));
}
