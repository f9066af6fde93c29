import { useEffect, useRef, useState } from "react";
import { useRevalidator } from "react-router";
import { chance } from "./clock.ts";

/** Waits longer after each failed try, with chance in it so that a thousand pages do not return at once. */
export const waitBeforeTry = (failures: number, chance: number): number =>
  Math.min(30_000, 1000 * 2 ** Math.min(failures, 5)) * (0.5 + chance / 2);

const REFRESHING = new Set([
  "page.outdated",
  "order.changed",
  "clock.moved",
  "notification.added",
  "message.added",
  "conversation.read",
  "project.changed",
  "proposal.changed",
  "contract.changed",
  "negotiation.changed",
  "agreement.changed",
  "dispute.changed",
]);

/**
 * Keeps one socket open while somebody is signed in and reads the page's data anew when an order or the clock moved; also
 * whenever it opens again, because what was said meanwhile was missed. When it first opens the server says whether anything was told since
 * the page was made: mostly nothing was, and a page that is just there need not be read twice. Gives how often it was told.
 */
export function useRealtime(userId: string | null, toldUntil: string): number {
  const { revalidate } = useRevalidator();
  const [told, setTold] = useState(0);
  const refresh = useRef(revalidate);
  refresh.current = revalidate;
  const since = useRef(toldUntil);
  since.current = toldUntil;

  useEffect(() => {
    if (!userId) return;
    return listen(since.current, {
      onAgain: () => void refresh.current(),
      onMessage: (type) => {
        if (!REFRESHING.has(type)) return;
        void refresh.current();
        if (type === "order.changed") setTold((count) => count + 1);
      },
    });
  }, [userId]);

  return told;
}

type Listener = { onAgain: () => void; onMessage: (type: string) => void };

function listen(since: string, { onAgain, onMessage }: Listener): () => void {
  let socket: WebSocket | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let failures = 0;
  let stopped = false;
  let opened = false;

  const connect = () => {
    const { protocol, host } = window.location;
    const address = `${protocol === "https:" ? "wss:" : "ws:"}//${host}/api/v1/realtime`;
    socket = new WebSocket(opened ? address : `${address}?since=${encodeURIComponent(since)}`);
    socket.onopen = () => {
      failures = 0;
      if (opened) onAgain();
      opened = true;
    };
    socket.onmessage = (event) => onMessage(typeOf(event.data));
    socket.onclose = () => {
      if (stopped) return;
      timer = setTimeout(connect, waitBeforeTry(failures, chance()));
      failures += 1;
    };
  };

  connect();
  return () => {
    stopped = true;
    clearTimeout(timer);
    socket?.close();
  };
}

function typeOf(message: unknown): string {
  if (typeof message !== "string") return "";
  try {
    const parsed: unknown = JSON.parse(message);
    return typeof parsed === "object" && parsed !== null && "type" in parsed ? String(parsed.type) : "";
  } catch {
    return "";
  }
}
