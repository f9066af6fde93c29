import { type ActionFunctionArgs, Link, type LoaderFunctionArgs, useLoaderData } from "react-router";
import { newKey, read } from "../../api/server.ts";
import type { Endpoint, WebhookDelivery } from "../../api/settings.ts";
import type { Listed } from "../../api/types.ts";
import { Deliveries, EndpointState } from "../../features/settings/endpoints.tsx";
import classes from "../../features/settings/settings.module.css";
import { SettingsTabs } from "../../features/settings/tabs.tsx";
import { useTranslation } from "../../i18n/words.tsx";
import { useAnswer } from "../../ui/answer.ts";
import { PageTitle } from "../../ui/panel.tsx";
import { ErrorPage } from "../error-page.tsx";
import { PageMeta } from "../page-meta.tsx";
import { pathPart } from "../query.ts";
import { actInSettings } from "../settings-acts.ts";

export async function loader(args: LoaderFunctionArgs) {
  const path = `/webhook-endpoints/${pathPart(args.params.id)}`;
  const cursor = new URL(args.request.url).searchParams.get("cursor");
  const [endpoint, deliveries] = await Promise.all([
    read<Endpoint>(args, path),
    read<Listed<WebhookDelivery>>(args, `${path}/deliveries?limit=20${cursor ? `&cursor=${pathPart(cursor)}` : ""}`),
  ]);
  return { endpoint, deliveries: deliveries.data, nextCursor: deliveries.nextCursor ?? null, key: newKey() };
}

export const action = (args: ActionFunctionArgs) => actInSettings(args);

export default function SettingsWebhook() {
  const { t } = useTranslation();
  const { key, endpoint, deliveries, nextCursor } = useLoaderData<typeof loader>();
  const saved = useAnswer<typeof action>() ?? null;
  const given = { saved, idempotencyKey: key };
  return (
    <>
      <PageMeta title={t("settings.tab.webhooks")} noIndex />
      <PageTitle>{t("settings.title")}</PageTitle>
      <SettingsTabs here="webhooks" />
      <div className={classes.stack}>
        <p>
          <bdi dir="ltr" style={{ whiteSpace: "normal" }}>
            {endpoint.url}
          </bdi>{" "}
          <EndpointState of={endpoint} />
        </p>
        <Deliveries endpoint={endpoint.id} deliveries={deliveries} {...given} />
        {nextCursor ? (
          <p>
            <Link to={`?cursor=${encodeURIComponent(nextCursor)}`}>{t("common.more")}</Link>
          </p>
        ) : null}
      </div>
    </>
  );
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
