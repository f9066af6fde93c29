import { useEffect } from "react";
import { CheckCircleIcon } from "./icons.tsx";
import { Callout } from "./panel.tsx";

/**
 * The way on to another site. A redirect in answer to a form would be stopped by the page's content policy, which lets forms lead
 * to our own site alone.
 */
export function GoingOn({ to, title, link }: { to: string; title: string; link: string }) {
  useEffect(() => window.location.replace(to), [to]);
  return (
    <>
      <noscript>
        <meta httpEquiv="refresh" content={`0;url=${to}`} />
      </noscript>
      <Callout tone="good" role="status" icon={<CheckCircleIcon />} title={title}>
        <p>
          <a href={to} rel="noreferrer">
            {link} <bdi dir="ltr">{URL.canParse(to) ? new URL(to).host : ""}</bdi>
          </a>
        </p>
      </Callout>
    </>
  );
}
