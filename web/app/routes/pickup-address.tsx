import { type ActionFunctionArgs, data, Link, type LoaderFunctionArgs, redirect, useLoaderData } from "react-router";
import { command, keyAfter, newKey } from "../../api/server.ts";
import { PickupForm } from "../../features/selling/pickup-form.tsx";
import { useLocale } from "../../i18n/index.ts";
import { useTranslation } from "../../i18n/words.tsx";
import { useAnswer } from "../../ui/answer.ts";
import { PinIcon } from "../../ui/icons.tsx";
import { PageTitle, Panel } from "../../ui/panel.tsx";
import { ErrorPage } from "../error-page.tsx";
import { textsOf } from "../form-texts.ts";
import { PageMeta } from "../page-meta.tsx";
import { pickupAddressOf } from "../pickup.ts";

export async function loader(args: LoaderFunctionArgs) {
  const address = await pickupAddressOf(args);
  const input: Record<string, string> = address ? { ...address, line2: address.line2 ?? "" } : {};
  return { input, key: newKey() };
}

export async function action(args: ActionFunctionArgs) {
  const { idempotencyKey: key = newKey(), ...input } = textsOf(await args.request.formData());
  const { line1 = "", line2 = "", city = "", postcode = "" } = input;
  const body = { line1, line2: line2 || null, city, postcode };
  const sent = await command<unknown>(args, "PUT", "/seller/pickup-address", body, key);
  if (sent.ok) throw redirect(`/${args.params.lang}/selling`);
  return data({ problem: sent.problem, input, key: keyAfter(sent.problem, key) }, { status: 422 });
}

export default function PickupAddressPage() {
  const { t } = useTranslation();
  const { to } = useLocale();
  const { input, key } = useLoaderData<typeof loader>();
  const failed = useAnswer<typeof action>();
  return (
    <>
      <PageMeta title={t("pickup.title")} noIndex />
      <PageTitle eyebrow={<Link to={to("/selling")}>{t("workplace.title")}</Link>}>{t("pickup.title")}</PageTitle>
      <Panel title={t("pickup.where")} icon={<PinIcon />}>
        <p style={{ marginBlockEnd: "var(--space-4)" }}>{t("pickup.text")}</p>
        <PickupForm
          problem={failed?.problem ?? null}
          input={failed?.input ?? input}
          idempotencyKey={failed?.key ?? key}
        />
      </Panel>
    </>
  );
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
