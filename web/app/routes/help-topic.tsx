import { data, type LoaderFunctionArgs, useLoaderData } from "react-router";
import { Guide } from "../../features/help/guide.tsx";
import { guideOf } from "../../features/help/guides.server.ts";
import { TOPICS } from "../../features/help/topics.ts";
import { isLang } from "../../i18n/index.ts";
import { useTranslation } from "../../i18n/words.tsx";
import { PageTitle } from "../../ui/panel.tsx";
import { ErrorPage } from "../error-page.tsx";
import { PageMeta } from "../page-meta.tsx";

export function loader({ params }: LoaderFunctionArgs) {
  const topic = TOPICS.find((one) => one === params.topic);
  if (!topic || !isLang(params.lang)) throw data(null, { status: 404 });
  return guideOf(params.lang, topic);
}

export default function HelpTopic() {
  const { t } = useTranslation();
  const guide = useLoaderData<typeof loader>();
  return (
    <>
      <PageMeta title={guide.title} description={guide.lead} />
      <PageTitle eyebrow={t("help.title")}>{guide.title}</PageTitle>
      <Guide guide={guide} />
    </>
  );
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
