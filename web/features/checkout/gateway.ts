import type { Payment } from "../../api/types.ts";

type Checkout = { checkout: (options: { paymentSessionId: string; redirectTarget: "_self" }) => Promise<unknown> };

declare global {
  interface Window {
    /** The global that the gateway's checkout script defines (Cashfree JS SDK v3). */
    Cashfree?: (options: { mode: "sandbox" | "production" }) => Checkout;
  }
}

/** Sends the payer to the gateway: by its script or by a plain redirect. Rejects when the script does not load. */
export async function goToGateway(next: NonNullable<Payment["next"]>): Promise<void> {
  if (next.kind === "redirect") {
    window.location.assign(next.url);
    return;
  }
  await loadScript(next.src);
  const start = window.Cashfree;
  if (!start) throw new Error("the gateway's script defined no checkout");
  await start({ mode: next.mode }).checkout({ paymentSessionId: next.session, redirectTarget: "_self" });
}

/** True the first time in this tab: coming back by the browser's button must not send the payer away again. */
export function isFirstVisit(paymentId: string): boolean {
  const key = `amana.sent-to-gateway.${paymentId}`;
  try {
    if (window.sessionStorage.getItem(key)) return false;
    window.sessionStorage.setItem(key, "1");
    return true;
  } catch {
    return false;
  }
}

function loadScript(src: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = src;
    script.async = true;
    script.onload = () => resolve();
    script.onerror = () => reject(new Error("the gateway's script did not load"));
    document.head.append(script);
  });
}
